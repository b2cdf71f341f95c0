package dev.assay.code.frameworks;

import dev.assay.code.frameworks.Pattern.Verb;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
          "fairseq",
          "mmengine",
          "diffusers",
          "ultralytics",
          "fastai",
          "tensorflow",
          "keras",
          "jax",
          "maxtext-t5x",
          "mlx",
          "tinygrad",
          "paddlepaddle",
          "mindspore",
          "classical",
          "kaldi-espnet",
          "c-trainers",
          "java-trainers",
          "jvm-by-hand",
          "rust-trainers",
          "julia-r-lua",
          "inference",
          "evaluation",
          "data-preparation",
          "tokenizers");

  private final List<Framework> all;
  private final Map<Verb, Map<String, List<Entry>>> index = new EnumMap<>(Verb.class);

  private Frameworks(List<Framework> all) {
    this.all = List.copyOf(all);
    for (Framework framework : this.all) {
      framework
          .patterns()
          .forEach((signal, patterns) -> {
            for (Pattern pattern : patterns) {
              index
                  .computeIfAbsent(pattern.verb(), v -> new HashMap<>())
                  .computeIfAbsent(pattern.key(), k -> new ArrayList<>())
                  .add(new Entry(framework, signal, pattern));
            }
          });
    }
  }

  private record Entry(Framework framework, Signal signal, Pattern pattern) {}

  private static final class Built {
    private static final Frameworks IN = load();
  }

  /// The frameworks of Assay's own data files.
  public static Frameworks builtIn() {
    return Built.IN;
  }

  private static Frameworks load() {
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
      }
    }
    for (Outline.Named n : outline.names()) {
      look.at(Verb.NAME, n.name(), n.offset());
    }
    return look.seen;
  }

  /// A path as a dotted name: `src/train.py` is `src.train`.
  private static String program(String path) {
    String name = path.endsWith(".py") ? path.substring(0, path.length() - 3) : path;
    return name.replace('/', '.').replace('\\', '.');
  }

  private final class Look {
    private static final int MOST = 4_000;
    private final Outline outline;
    private final Language language;
    private final Map<String, Boolean> imported = new HashMap<>();
    private final List<Sighting> seen = new ArrayList<>();

    Look(Outline outline, Language language) {
      this.outline = outline;
      this.language = language;
    }

    void at(Verb verb, String name, int offset) {
      Map<String, List<Entry>> entries = index.get(verb);
      if (entries == null || name.isEmpty() || seen.size() >= MOST) {
        return;
      }
      String[] parts = name.split("\\.");
      if (parts.length == 0) {
        return;
      }
      offer(entries.get(parts[parts.length - 1]), parts, name, offset);
      if (parts.length > 1 && !parts[0].equals(parts[parts.length - 1])) {
        offer(entries.get(parts[0]), parts, name, offset);
      }
      offer(entries.get(""), parts, name, offset);
    }

    private void offer(
        @org.jspecify.annotations.Nullable List<Entry> entries,
        String[] parts,
        String name,
        int offset) {
      if (entries == null) {
        return;
      }
      for (Entry e : entries) {
        if (e.framework.languages().contains(language)
            && e.pattern.fits(parts)
            && brings(e.framework)) {
          seen.add(new Sighting(e.signal, e.framework.name(), name, offset));
        }
      }
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
