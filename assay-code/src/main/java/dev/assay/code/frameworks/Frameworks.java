package dev.assay.code.frameworks;

import dev.assay.code.frameworks.Pattern.Verb;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.NameMemory;
import dev.assay.code.outline.Outline;
import dev.assay.io.Prepared;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// All frameworks, indexed by the last word of what they look for. Made on first use.
public final class Frameworks {

  /// The data files, in the order of reports. A test compares this list with the folder.
  static final List<String> FILES =
      List.of(
          "pytorch",
          "huggingface",
          "trl",
          "peft",
          "accelerate",
          "lightning",
          "deepspeed",
          "megatron",
          "nemo",
          "composer",
          "nanotron",
          "torchtitan",
          "axolotl",
          "bert4keras",
          "caffe",
          "pycaffe",
          "matlab",
          "matlab-measures",
          "fairseq",
          "mmengine",
          "diffusers",
          "ultralytics",
          "fastai",
          "flair",
          "engines",
          "chainer",
          "mxnet",
          "dynet",
          "other-engines",
          "allennlp",
          "speechbrain",
          "wrappers",
          "reinforcement",
          "tensorflow",
          "keras",
          "keras-by-call",
          "tensorflow-layers",
          "theano",
          "jax",
          "jax-apply",
          "maxtext-t5x",
          "mlx",
          "tinygrad",
          "paddlepaddle",
          "mindspore",
          "classical",
          "classical-r",
          "command-line-trainers",
          "kaldi-espnet",
          "c-trainers",
          "c-engines",
          "java-trainers",
          "jvm-by-hand",
          "go-by-hand",
          "rust-trainers",
          "javascript",
          "page-scripts",
          "julia-r-lua",
          "knet",
          "inference",
          "evaluation",
          "measures",
          "data-preparation",
          "tokenizers");

  /// The name of the {@link Prepared} form.
  static final String PREPARED = "frameworks";

  private static final Signal[] SIGNALS = Signal.values();
  private static final Verb[] VERBS = Verb.values();

  private final List<Framework> all;
  private final Map<Language, Index> indices = new ConcurrentHashMap<>();

  private Frameworks(List<Framework> all) {
    this.all = List.copyOf(all);
  }

  /// What is looked for in one language, by what it must be and its key. A release is in few
  /// languages, so each index is made when it is first asked for.
  private final class Index {
    private final Map<Verb, Keyed> fitting = new EnumMap<>(Verb.class);

    Index(Language language) {
      var byKey = new EnumMap<Verb, Map<String, List<Entry>>>(Verb.class);
      for (Framework framework : all) {
        if (!framework.languages().contains(language)) {
          continue;
        }
        for (Map.Entry<Signal, List<Pattern>> shown : framework.patterns().entrySet()) {
          for (Pattern pattern : shown.getValue()) {
            byKey
                .computeIfAbsent(pattern.verb(), v -> new HashMap<>())
                .computeIfAbsent(pattern.key(), k -> new ArrayList<>())
                .add(new Entry(framework, shown.getKey(), pattern));
          }
        }
      }
      byKey.forEach((verb, keyed) -> fitting.put(verb, new Keyed(keyed)));
    }

    /// What a name fits, whatever the file imports.
    List<Entry> fitting(Verb verb, String name) {
      Keyed keyed = fitting.get(verb);
      return keyed == null || name.isEmpty() || !keyed.mayFit(name)
          ? List.of()
          : keyed.names.of(name);
    }

    /// Whether anything is looked for of this kind.
    boolean asks(Verb verb) {
      return fitting.containsKey(verb);
    }
  }

  /// What is looked for of one kind, by its key.
  private static final class Keyed {
    private final Map<String, List<Entry>> byKey;
    private final NameMemory<List<Entry>> names;

    Keyed(Map<String, List<Entry>> byKey) {
      this.byKey = byKey;
      this.names = new NameMemory<>(name -> fitting(byKey, name));
    }

    /// Whether there is a pattern without a key, or one whose key is the first or the last part of
    /// a name. A look at the keys is cheaper than to remember each name that fits nothing.
    boolean mayFit(String name) {
      int dot = name.indexOf('.');
      return byKey.containsKey("")
          || (dot < 0
              ? byKey.containsKey(name)
              : dot == 0
                  || name.endsWith(".")
                  || byKey.containsKey(name.substring(0, dot))
                  || byKey.containsKey(name.substring(name.lastIndexOf('.') + 1)));
    }

    private static List<Entry> fitting(Map<String, List<Entry>> keyed, String name) {
      String[] parts = name.split("\\.");
      if (parts.length == 0) {
        return List.of();
      }
      var fitting = new ArrayList<Entry>();
      String last = parts[parts.length - 1];
      offer(keyed.get(last), parts, fitting);
      if (parts.length > 1 && !parts[0].equals(last)) {
        offer(keyed.get(parts[0]), parts, fitting);
      }
      offer(keyed.get(""), parts, fitting);
      return List.copyOf(fitting);
    }

    private static void offer(@Nullable List<Entry> entries, String[] parts, List<Entry> to) {
      if (entries == null) {
        return;
      }
      for (Entry e : entries) {
        if (e.pattern.fits(parts)) {
          to.add(e);
        }
      }
    }
  }

  private record Entry(Framework framework, Signal signal, Pattern pattern) {}

  private static final class Built {
    private static final Frameworks IN =
        Prepared.of(Frameworks.class, PREPARED).map(Frameworks::read).orElseGet(Frameworks::load);
  }

  /// What {@link #write} wrote: what is looked for, without the examples.
  static Frameworks read(ByteBuffer from) {
    int size = from.getInt();
    var all = new ArrayList<Framework>(size);
    for (int i = 0; i < size; i++) {
      String id = Prepared.text(from);
      String name = Prepared.text(from);
      List<String> languages = texts(from);
      List<String> imports = texts(from);
      var patterns = new EnumMap<Signal, List<Pattern>>(Signal.class);
      for (int signals = from.getInt(); signals > 0; signals--) {
        Signal signal = SIGNALS[from.getInt()];
        int count = from.getInt();
        var list = new ArrayList<Pattern>(count);
        for (int k = 0; k < count; k++) {
          Verb verb = VERBS[from.getInt()];
          int shape = from.getInt();
          list.add(new Pattern(verb, (shape >> 1) - 1, texts(from), (shape & 1) == 1));
        }
        patterns.put(signal, list);
      }
      Set<Language> in = EnumSet.noneOf(Language.class);
      languages.forEach(l -> in.add(Language.valueOf(l)));
      all.add(new Framework(id, name, in, imports, patterns, List.of(), List.of(), Set.of()));
    }
    return new Frameworks(all);
  }

  private static List<String> texts(ByteBuffer from) {
    var texts = new String[from.getInt()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = Prepared.text(from);
    }
    return List.of(texts);
  }

  /// What {@link Prepared} holds of this module, by name.
  public static Map<String, byte[]> prepared() {
    return Map.of(PREPARED, builtIn().write());
  }

  byte[] write() {
    var to = new Prepared.Writer().number(all.size());
    for (Framework f : all) {
      to.text(f.id()).text(f.name());
      write(to, f.languages().stream().map(Language::name).sorted().toList());
      write(to, f.imports());
      to.number(f.patterns().size());
      f.patterns()
          .forEach((signal, patterns) -> {
            to.number(signal.ordinal()).number(patterns.size());
            for (Pattern p : patterns) {
              to.number(p.verb().ordinal()).number((p.head() + 1) << 1 | (p.tail() ? 1 : 0));
              write(to, p.segments());
            }
          });
    }
    return to.bytes();
  }

  private static void write(Prepared.Writer to, List<String> texts) {
    to.number(texts.size());
    texts.forEach(to::text);
  }

  /// The frameworks of Assay's own data files.
  public static Frameworks builtIn() {
    return Built.IN;
  }

  /// The frameworks as their data files have them, with the examples.
  static Frameworks load() {
    List<Framework> all = new ArrayList<>();
    for (String id : FILES) {
      try (InputStream in = Frameworks.class.getResourceAsStream(id + ".yaml")) {
        if (in == null) {
          throw new IllegalStateException("no data file for framework " + id);
        }
        all.add(read(id, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Frameworks(all);
  }

  /// One framework from its data file's text.
  ///
  /// @throws IllegalArgumentException with the reason, when the file is not of the form
  static Framework read(String id, String yaml) {
    Map<String, List<String>> values = SimpleYaml.read(yaml);
    Map<Signal, List<Pattern>> patterns = new EnumMap<>(Signal.class);
    Set<Language> languages = EnumSet.noneOf(Language.class);
    Set<Signal> shows = EnumSet.noneOf(Signal.class);
    List<String> imports = List.of();
    List<String> matches = List.of();
    List<String> misses = List.of();
    String name = id;
    for (Map.Entry<String, List<String>> e : values.entrySet()) {
      switch (e.getKey()) {
        case "name" -> name = e.getValue().getFirst();
        case "about" -> {}
        case "imports" -> imports = e.getValue();
        case "matches" -> matches = e.getValue();
        case "does-not-match" -> misses = e.getValue();
        case "languages" ->
            e.getValue().forEach(w -> languages.add(Language.valueOf(w.toUpperCase(Locale.ROOT))));
        case "shows" -> e.getValue().forEach(w -> shows.add(signal(id, w)));
        default ->
            patterns.put(
                signal(id, e.getKey()), e.getValue().stream().map(Pattern::parse).toList());
      }
    }
    if (languages.isEmpty() || patterns.isEmpty() || matches.isEmpty() || shows.isEmpty()) {
      throw new IllegalArgumentException(
          id + ": languages, shows, matches and a signal's patterns are needed");
    }
    return new Framework(id, name, languages, imports, patterns, matches, misses, shows);
  }

  private static Signal signal(String id, String key) {
    return Signal.byKey(key)
        .orElseThrow(() -> new IllegalArgumentException(id + ": no signal is called " + key));
  }

  /// All of them.
  public List<Framework> all() {
    return all;
  }

  /// What an outline shows, in the order of the text within each kind of place.
  public List<Sighting> look(Outline outline, Language language) {
    var look = new Look(outline, language);
    for (Outline.Import i : outline.imports()) {
      look.at(Verb.IMPORT, i.name(), i.offset());
    }
    for (Outline.ClassDef c : outline.classes()) {
      look.at(Verb.CLASS, c.name(), c.offset());
      for (String base : c.bases()) {
        look.at(Verb.BASE, base, c.offset());
      }
    }
    for (Outline.Definition d : outline.definitions()) {
      look.at(Verb.DEF, d.name(), d.offset());
    }
    for (Outline.Call c : outline.calls()) {
      look.at(Verb.CALL, c.name(), c.offset());
    }
    for (Outline.Launch l : outline.launches()) {
      if (l.program().indexOf('=') < 0 && !l.program().equals("eval")) {
        look.at(Verb.PROGRAM, program(l.program()), l.offset());
        if (language == Language.SHELL) {
          told(l).forEach(name -> look.at(Verb.PROGRAM, name, l.offset()));
        }
      }
    }
    for (Outline.Named n :
        look.index.asks(Verb.NAME) ? outline.names() : List.<Outline.Named>of()) {
      look.at(Verb.NAME, n.name(), n.offset());
    }
    return look.seen;
  }

  /// More options say no more of what a tool is told to do.
  private static final int MOST_OPTIONS = 16;

  /// A tool's own name, without its folder, and that with what it is told behind a dot: the first
  /// word, `fasttext.supervised`, and each option, `udpipe.-train`. A class that is started in Java
  /// goes by its own name.
  private static List<String> told(Outline.Launch l) {
    String[] words = l.words().split(" ");
    int at = 0;
    while (at < words.length && (words[at].indexOf('=') > 0 || BEFORE.contains(words[at]))) {
      at++;
    }
    if (at == words.length) {
      return List.of();
    }
    String tool = last(words[at], '/');
    if (tool.equals("java")) {
      at++;
      while (at < words.length && !isClass(words[at])) {
        at++;
      }
      tool = at < words.length ? last(words[at], '.') : "";
    }
    if (tool.isEmpty() || tool.indexOf('.') >= 0) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    if (!tool.equals(l.program())) {
      names.add(tool);
    }
    boolean first = true;
    for (int i = at + 1; i < words.length && names.size() < MOST_OPTIONS; i++) {
      String word = words[i];
      if (word.startsWith("-")) {
        int eq = word.indexOf('=');
        String option = word.substring(word.startsWith("--") ? 2 : 1, eq < 0 ? word.length() : eq);
        names.add(tool + ".-" + option.replace('.', '_'));
      } else if (first) {
        first = false;
        names.add(tool + "." + word.replace('.', '_'));
      }
    }
    return names;
  }

  /// What stands before the tool that a command starts.
  private static final Set<String> BEFORE =
      Set.of("time", "nohup", "sudo", "exec", "nice", "srun", "env", "stdbuf");

  private static String last(String path, char before) {
    return path.substring(path.lastIndexOf(before) + 1);
  }

  /// Whether a word is the name of a class in a package.
  private static boolean isClass(String word) {
    int dot = word.lastIndexOf('.');
    return dot > 0
        && dot + 1 < word.length()
        && Character.isUpperCase(word.charAt(dot + 1))
        && !word.startsWith("-")
        && word.indexOf('/') < 0;
  }

  /// A path as a dotted name: `src/train.py` is `src.train`.
  private static String program(String path) {
    String name = path.endsWith(".py") ? path.substring(0, path.length() - 3) : path;
    return name.replace('/', '.').replace('\\', '.');
  }

  private final class Look {
    private static final int MOST = 4_000;
    private final Outline outline;
    private final Index index;
    private final Map<String, Boolean> imported = new HashMap<>();
    private final List<Sighting> seen = new ArrayList<>();

    Look(Outline outline, Language language) {
      this.outline = outline;
      this.index = indices.computeIfAbsent(language, Index::new);
    }

    void at(Verb verb, String name, int offset) {
      if (seen.size() >= MOST) {
        return;
      }
      List<Entry> fitting = index.fitting(verb, name);
      if (fitting.isEmpty() || ofOthers(name)) {
        return;
      }
      for (int i = 0; i < fitting.size(); i++) {
        Entry e = fitting.get(i);
        if (brings(e.framework)) {
          seen.add(new Sighting(e.signal, e.framework.name(), name, offset));
        }
      }
    }

    /// Whether a name is of a library for records or for texts, whose names are like those of
    /// frameworks: its `BaseModel` is no network, its `compile` no step before a loop.
    private static boolean ofOthers(String name) {
      return name.startsWith("pydantic.")
          || name.startsWith("pydantic_")
          || name.equals("re.compile")
          || name.equals("regex.compile");
    }

    private boolean brings(Framework framework) {
      if (framework.imports().isEmpty()) {
        return true;
      }
      return imported.computeIfAbsent(
          framework.id(),
          id ->
              outline.imports().stream()
                  .anyMatch(i -> framework.imports().stream().anyMatch(f -> inside(i.name(), f))));
    }

    private static boolean inside(String name, String module) {
      return name.startsWith(module)
          && (name.length() == module.length() || name.charAt(module.length()) == '.');
    }
  }
}
