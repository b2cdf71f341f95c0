package dev.assay.code.roles;

import dev.assay.code.outline.NameMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// From a path to its {@link Zone}s. A path is cut into words at slashes, dots, dashes, underscores
/// and changes of case; what a word means is the same in every release.
public final class Zones {
  private Zones() {}

  /// The words of a path, in lower case.
  public static List<String> words(String path) {
    List<String> words = new ArrayList<>();
    int from = -1;
    char before = ' ';
    boolean capitals = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c >= 'a' && c <= 'z') {
        from = from < 0 ? i : from;
        before = c;
        continue;
      }
      boolean letter = isLetterOrDigit(c);
      boolean upper = isUpper(c);
      boolean hump =
          upper
              && (isLower(before)
                  || isUpper(before)
                      && i - from > 1
                      && i + 1 < path.length()
                      && isLower(path.charAt(i + 1)));
      if ((!letter || hump) && from >= 0) {
        words.add(word(path, from, i, capitals));
        from = -1;
        capitals = false;
      }
      if (letter && from < 0) {
        from = i;
      }
      capitals |= upper || c >= 128;
      before = c;
    }
    if (from >= 0) {
      words.add(word(path, from, path.length(), capitals));
    }
    return words;
  }

  private static String word(String path, int from, int to, boolean capitals) {
    String word = path.substring(from, to);
    return capitals ? word.toLowerCase(Locale.ROOT) : word;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z' || c >= 128 && Character.isLowerCase(c);
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z' || c >= 128 && Character.isUpperCase(c);
  }

  private static boolean isLetterOrDigit(char c) {
    return c < 128
        ? isLower(c) || isUpper(c) || c >= '0' && c <= '9'
        : Character.isLetterOrDigit(c);
  }

  private static final NameMemory<List<String>> WORDS =
      new NameMemory<>(name -> List.copyOf(words(name)));

  /// The words of a name in code, cut like those of a path.
  static List<String> wordsOfName(String name) {
    return WORDS.of(name);
  }

  /// The first word of a file's name. The number of a step before it says nothing:
  /// `2_prepare_pairs.py`. Empty for a name without letters and digits.
  public static String firstWord(String name) {
    return first(words(name));
  }

  private static String first(List<String> words) {
    for (String word : words) {
      if (!word.chars().allMatch(Character::isDigit)) {
        return word;
      }
    }
    return words.isEmpty() ? "" : words.getFirst();
  }

  /// Words that a path says, to be asked for.
  private record Said(String[] words, Set<String> set) {
    private static Said of(Collection<String> words) {
      Set<String> set = new HashSet<>(words);
      return new Said(set.toArray(String[]::new), set);
    }

    boolean contains(String word) {
      return set.contains(word);
    }

    private Said and(Said other) {
      Set<String> all = new HashSet<>(set);
      all.addAll(other.set);
      return new Said(all.toArray(String[]::new), all);
    }

    private Said without(Set<String> others) {
      if (!meets(this, others)) {
        return this;
      }
      Set<String> rest = new HashSet<>(set);
      rest.removeAll(others);
      return of(rest);
    }
  }

  /// A folder, in small letters.
  ///
  /// @param words its words
  /// @param parts the names of the folders on the way to it
  /// @param vendored whether one of them holds other people's trees
  private record Folder(Said words, Set<String> parts, boolean vendored) {
    private static final NameMemory<Folder> KNOWN = new NameMemory<>(Folder::new);

    private Folder(String path) {
      this(
          Said.of(Zones.words(path)),
          Set.copyOf(Arrays.asList(path.toLowerCase(Locale.ROOT).split("/"))));
    }

    private Folder(Said words, Set<String> parts) {
      this(
          words,
          parts,
          parts.stream().anyMatch(p -> Words.VENDOR.contains(p) || p.endsWith("monkey_patch")));
    }
  }

  private static final NameMemory<Set<Zone>> OF_FOLDERS =
      new NameMemory<>(folder -> Set.copyOf(of(folder + "/x")));

  /// The zones of a file of which only the folder says something.
  public static Set<Zone> ofFolder(String folder) {
    return OF_FOLDERS.of(folder);
  }

  /// Whether a path leads into a folder for other people's trees, or to what is put in their place.
  public static boolean vendored(String path) {
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    int dot = name.lastIndexOf('.');
    return Folder.KNOWN.of(slash < 0 ? "" : path.substring(0, slash)).vendored
        || vendoredStem(dot > 0 ? name.substring(0, dot) : name);
  }

  private static boolean vendoredStem(String stem) {
    return stem.toLowerCase(Locale.ROOT).contains("monkey_patch");
  }

  private static final Set<String> EVALUATES = Set.of("evaluate", "evaluation", "eval");

  /// Whether a program in the folder `test` at the top is named for an evaluation: it tests what
  /// the programs in the folder beside it train.
  private static boolean testsModel(String path, List<String> name) {
    return path.toLowerCase(Locale.ROOT).startsWith("test/")
        && name.size() <= 3
        && EVALUATES.contains(first(name));
  }

  private static final Set<String> NEIGHBOURS = Set.of("knn");

  /// The zones of a file.
  public static Set<Zone> of(String path) {
    int slash = path.lastIndexOf('/');
    Folder folder = Folder.KNOWN.of(slash < 0 ? "" : path.substring(0, slash));
    String name = path.substring(slash + 1);
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    Said folders = folder.words;
    List<String> nameWords = words(stem);
    Said file = Said.of(nameWords);
    Said any = folders.and(file);
    Set<Zone> zones = EnumSet.noneOf(Zone.class);

    String first = first(nameWords);
    String last = nameWords.isEmpty() ? "" : nameWords.getLast();
    boolean testFolder =
        folders.contains("tests")
            || folders.contains("unittest")
            || folders.contains("unittests")
            || folder.parts.contains("test") && !testsModel(path, nameWords)
            // At the top it is where a model is tested, beside `training`; tests of the code lie in
            // `tests`.
            || folders.contains("testing") && folder.parts.size() > 1
            || folders.contains("unit") && folders.contains("test");
    if (testFolder
        || first.equals("test")
        // What trains and tests is no test of the code.
        || (last.equals("test") && nameWords.size() > 1 && !first.equals("train"))
        || stem.equals("conftest")
        || last.equals("tests")) {
      zones.add(Zone.TEST);
    }
    if (folder.vendored || vendoredStem(stem)) {
      zones.add(Zone.VENDORED);
    }
    // `doc` inside a longer name is what a package works on: `doc_layout`, `doc_reader`.
    if (folders.contains("docs")
        || folder.parts.contains("doc")
        || folders.contains("documentation")
        || file.contains("pseudocode")
        || folders.contains("tutorial")
        || folders.contains("tutorials")) {
      zones.add(Zone.DOCS);
    }
    if (any.contains("demo")
        || any.contains("demos")
        || any.contains("colab")
        || any.contains("tutorial")
        || any.contains("playground")
        || file.contains("toy")) {
      zones.add(Zone.DEMO);
    }
    if (any.contains("jmh")
        || any.contains("benchmark")
        || any.contains("benchmarks")
        || any.contains("bench")
        || any.contains("profiling")
        || any.contains("profiler")) {
      zones.add(Zone.BENCHMARK);
    }
    // Beside kernels it is an operation of networks.
    boolean operation = folders.contains("ops") || folders.contains("kernels");
    if (meets(operation ? any.without(NEIGHBOURS) : any, Words.EVAL)
        || stem.equals("val")
        || stem.equals("validate")
        || prefixed(file, "eval")
        || prefixed(folders, "eval")
        || (zones.contains(Zone.BENCHMARK) && meets(file, Set.of("accuracy", "score", "eval")))) {
      zones.add(Zone.EVALUATION);
    }
    if (meets(any, Words.MEASURES) && !file.contains("sde")) {
      zones.add(Zone.MEASURES);
    }
    if (meets(any, Words.DATA)
        || meets(file, Words.DATA_VERBS) && meets(any, Words.DATA)
        || Words.DATA_VERBS.contains(first)
            && nameWords.size() > 1
            && !meets(file, Words.MODEL_NOUNS)
            && !meets(file, Words.PACKAGING)
        || folders.contains("process")
        || folders.contains("prep")
        || folders.contains("preproc")
        || file.contains("tokenize")
        || first.equals("prepare") && !meets(file, Words.PACKAGING)
        || first.equals("dataprep")) {
      zones.add(Zone.DATA);
    }
    if (tunes(any)
        || transfers(file)
        || (any.contains("fine")
            && (any.contains("tune") || any.contains("tuning") || any.contains("tuner")))) {
      zones.add(Zone.FINE_TUNING);
    }
    any = any.without(Set.of("pretrained", "trained"));
    if (prefixed(any, "pretrain")
        || (any.contains("pre") && prefixed(any, "train"))
        || any.contains("scratch")) {
      zones.add(Zone.PRE_TRAINING);
    }
    if (zones.contains(Zone.PRE_TRAINING) && comesAfter(path)) {
      zones.remove(Zone.PRE_TRAINING);
    }
    if (prefixed(any, "train")
        || any.contains("trainer")
        || any.contains("engine")
        || any.contains("solver")
        || any.contains("solvers")
        || any.contains("learner")
        || zones.contains(Zone.PRE_TRAINING)) {
      zones.add(Zone.TRAINING);
    }
    if (meets(any, Words.RUN) || meets(file, Words.RUN_FILES) && !file.contains("main")) {
      zones.add(Zone.INFERENCE);
    }
    if (prefixed(any, "tokeniz")
        || prefixed(any, "tokenis")
        || any.contains("vocab")
        || any.contains("bpe")) {
      zones.add(Zone.TOKENIZER);
    }
    boolean judges = prefixed(any, "classif") || any.contains("probe") || any.contains("probing");
    if (any.contains("fasttext")
        || any.contains("kenlm")
        || any.contains("quality")
        || any.contains("probe")
        || any.contains("probing")
        || any.contains("comparison")
        || any.contains("comparisons")
        || any.contains("ablation")
        || any.contains("ablations")
        || any.contains("langid") && zones.contains(Zone.DATA)
        || (judges
            && (zones.contains(Zone.DATA)
                || zones.contains(Zone.EVALUATION)
                || any.contains("edu")))) {
      zones.add(Zone.AUXILIARY);
    }
    if (optimizer(file.set)
        || prefixed(file, "loss")
        || prefixed(file, "callback")
        || file.contains("util")
        || file.contains("utils")
        || file.contains("helper")
        || file.contains("helpers")
        || file.contains("scheduler")
        || file.contains("schedulers")
        || file.contains("hooks")
        || file.contains("checkpointing")
        || folders.contains("kernels")
        || folders.contains("ops")
        || folders.contains("optim")
        || folders.contains("optimizer")
        || folders.contains("optimizers")
        || folders.contains("callbacks")) {
      zones.add(Zone.SUPPORT);
    }
    boolean converts = file.contains("convert") || file.contains("conversion");
    // Pictures and sounds are converted for training, weights for running.
    boolean media =
        (converts || folders.contains("convert"))
            && (meets(file, Words.MEDIA) || convertsData(path));
    if (converts && !media
        || file.contains("export")
        || folders.contains("conversion")
        || folders.contains("convert") && !media
        || (file.contains("merge") && (file.contains("lora") || file.contains("weights")))) {
      zones.add(Zone.CONVERSION);
    }
    if (prefixed(any, "model")
        || any.contains("net")
        || any.contains("nets")
        || any.contains("network")
        || any.contains("networks")
        || any.contains("arch")
        || any.contains("archs")
        || any.contains("architecture")
        || any.contains("architectures")
        || any.contains("transformer")
        || any.contains("backbone")
        || any.contains("backbones")
        || any.contains("nn")
        || any.contains("modules")
        || any.contains("layers")) {
      zones.add(Zone.MODEL);
    }
    return zones;
  }

  /// Whether what a path leads to below a folder for pre-training comes after it: fine-tuning, or a
  /// measure of what came out.
  private static boolean comesAfter(String path) {
    boolean below = false;
    boolean after = false;
    for (String part : path.split("/")) {
      Said words = Said.of(words(part));
      Said named = words.without(Set.of("pretrained"));
      boolean before = prefixed(named, "pretrain");
      after =
          !before && (after || below && (prefixed(words, "finetun") || prefixed(words, "eval")));
      below |= before;
    }
    return after;
  }

  /// Whether a part of a path is named for converting data: `tools/convert_datasets`.
  private static boolean convertsData(String path) {
    for (String part : path.split("/")) {
      List<String> words = words(part);
      boolean converts = words.contains("convert") || words.contains("conversion");
      if (converts && words.stream().anyMatch(w -> w.startsWith("data"))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a path names a step that only training data goes through.
  public static boolean makesData(String path) {
    Said words = Said.of(words(path));
    return prefixed(words, "dedup")
        || prefixed(words, "decontamin")
        || words.contains("minhash")
        || words.contains("datagen")
        || words.contains("commoncrawl")
        || words.contains("bloomfilter");
  }

  /// Whether a file's name says that it runs something.
  public static boolean runs(String name) {
    Said words = Said.of(words(name));
    return meets(words, Words.RUN) || meets(words, Words.RUN_FILES);
  }

  /// Whether words of reinforcement learning or of alignment are all that says that weights are
  /// trained on: agents learn from nothing, and words, sounds and faces are aligned too.
  static boolean tunesOnlyAsLanguage(String path) {
    List<String> rest = words(path);
    rest.removeIf(w -> w.equals("rl") || w.equals("ppo") || w.startsWith("align"));
    Said words = Said.of(rest);
    return !tunes(words) && !words.contains("fine") && !transfers(words);
  }

  /// Whether words speak of what was learnt and is used for something else.
  private static boolean transfers(Said words) {
    return words.contains("transfer") && prefixed(words, "learn");
  }

  private static boolean tunes(Said words) {
    return meets(words, Words.TUNE)
        || prefixed(words, "finetun")
        || prefixed(words, "instruct")
        || prefixed(words, "align")
        || prefixed(words, "posttrain");
  }

  private static boolean meets(Said said, Set<String> known) {
    for (String word : said.words) {
      if (known.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a name is that of an optimizer: what is told to optimize is a program.
  static boolean optimizer(Collection<String> name) {
    return name.stream()
        .anyMatch(w -> w.startsWith("optim") && !w.equals("optimize") && !w.equals("optimise"));
  }

  private static boolean prefixed(Said said, String prefix) {
    for (String word : said.words) {
      if (word.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
