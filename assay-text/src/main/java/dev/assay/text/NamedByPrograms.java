package dev.assay.text;

import dev.assay.io.FrontMatter;
import dev.assay.io.TextFile;
import dev.assay.model.DataSet;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Data that nothing but a program names that trains: the default of an option, `--data-set
/// HARBOUR`; the path of a file or folder that it opens, `/data/harbour_1k.csv`; the class that
/// reads a set, `HARBOUR2Dataset`; its own name, `prepare_coco.py`, or that of its recipe,
/// `egs/aishell/run.sh`. It is no statement of the release, but where the release says nothing else
/// it is what a reader of its files learns of its data.
final class NamedByPrograms {
  /// Less than a statement weighs: it counts only where there is none ({@link LastWord}).
  static final int WEIGHT = Passage.OWN - 1;

  private static final int MOST = 20;
  private static final int LONGEST = 400_000;

  /// What lies deeper is a part of a part, and often of another's.
  private static final int DEEPEST = 3;

  /// What programs are called that begin a training or hold its settings, beside those named for
  /// training or data.
  private static final Set<String> STARTS =
      Set.of(
          "main",
          "run",
          "config",
          "configs",
          "options",
          "opts",
          "opt",
          "arguments",
          "args",
          "hparams",
          "hyperparams",
          "params",
          "settings",
          "trainer",
          "dataloader",
          "dataloaders",
          "loader",
          "datamodule",
          "preprocess",
          "preprocessing",
          "prepare",
          "exp");

  private static final Set<String> PREPARES =
      Set.of("preprocess", "preprocessing", "preprocessor", "preparation");

  private static final String KEY =
      "((?:[a-z]{1,12}[-_]){0,2}(?:train(?:ing)?|data|dataset|datasets|corpus|corpora|trainset|dataroot)"
          + "(?:[-_]?(?:set|data|path|paths|dir|root|folder|file|files|name|list|filelist|lmdb|csv|json|glob|globs|train)){0,3})";

  private static final String VALUE = "[\"']([^\"'\\n]{3,120})[\"']";

  /// An option for data and its default.
  private static final Pattern OPTION =
      Pattern.compile(
          "(?i)[\"']-{1,2}" + KEY + "[\"'](?:,\\s{0,3}|,[^)]{0,200}?\\bdefault ?= ?)" + VALUE);

  /// What is kept under a name for data.
  private static final Pattern ASSIGNED =
      Pattern.compile("(?i)(?<![\\w.-])[\"']?" + KEY + "[\"']?\\s{0,3}[:=]\\s{0,3}\\[?" + VALUE);

  /// A class or its use that reads a set of data.
  private static final Pattern READS =
      Pattern.compile(
          "\\b(?:class |type[\"']?\\s{0,2}[:=]\\s{0,2}[\"']?|name[\"']?\\s{0,2}[:=]\\s{0,2}[\"']?)([A-Z]\\w{1,30}?)_?(?:Dataset|DataModule|Corpus)(?:[A-Z_]\\w{0,20})?\\b");

  /// A file of records for training that is opened by its path.
  private static final Pattern OPENED =
      Pattern.compile(
          "[\"']([\\w./-]{0,80}(?<![a-zA-Z])train(?:ing)?(?![a-zA-Z])[\\w-]{0,40}\\.(?:csv|tsv|jsonl?|txt|h5|hdf5|np[yz]|mat|lmdb|tfrecords?|pkl|dat|parquet)(?:\\.gz)?)[\"']");

  /// A file of records below a folder for data.
  private static final Pattern BELOW_DATA =
      Pattern.compile(
          "[\"'](?:[\\w.~-]{0,40}/){0,6}(?:data|datasets?|corpus|corpora)/((?:[\\w.-]{1,60}/){0,3}[\\w.-]{1,60}\\.(?:csv|tsv|jsonl?|txt|h5|hdf5"
              + "|np[yz]|mat|lmdb|tfrecords?|pkl|dat|parquet|sdf|smi|xml|zip|tgz|tar)(?:\\.gz)?)[\"']");

  /// Words in the name of a file that holds something else than what is trained on.
  private static final Set<String> NO_RECORDS =
      Set.of(
          "fold",
          "epoch",
          "batch",
          "part",
          "seed",
          "step",
          "model",
          "models",
          "pred",
          "preds",
          "predictions",
          "result",
          "results",
          "log",
          "config",
          "vocab",
          "vocabulary",
          "embedding",
          "embeddings",
          "glove",
          "word2vec",
          "fasttext",
          "mean",
          "std",
          "stats",
          "anchors",
          "classes",
          "names",
          "weights",
          "idx",
          "index",
          "cache",
          "temp",
          "tmp",
          "output",
          "dev");

  /// A function that loads a public set by its name: `load_harbour_dataset(`.
  private static final Pattern LOADS =
      Pattern.compile(
          "\\b(?:load|get|read|prepare)_([a-z][a-z0-9_]{1,24}?)_(?:data|dataset|corpus)\\(");

  /// The place of what is trained on, in a variable that is called after it: `--train
  /// "$HARBOUR_PHOTOS_PATH/a"`.
  private static final Pattern VARIABLE =
      Pattern.compile(
          "--?train(?:[-_](?:data|path|dir|files?|set|images?))?[= ][\"']?\\$\\{?([A-Z][A-Z0-9_]{3,30})_(?:PATH|DIR|ROOT|DATA|HOME)\\b");

  /// Words of keys whose values are something else.
  private static final Pattern NOT_DATA =
      Pattern.compile(
          "(?i)pre-?train|model|ckpt|weight|checkpoint|val|test|eval|dev|device|out|save|log|type|format|loader|mode|class|dtype|base");

  /// Abbreviations for forms of data, tasks and ways to train, which no set is called after.
  private static final Set<String> FORMS =
      Set.of(
          "xml", "csv", "json", "hdf", "h", "npy", "npz", "lmdb", "hf", "vl", "lm", "mlm", "clm",
          "sft", "dpo", "rm", "ppo", "rl", "qa", "vqa", "asr", "tts", "vc", "nlp", "ner", "mt", "s",
          "t", "v", "d", "rgb", "rgbd", "tf", "tfds", "wds", "gan", "vae", "ssl", "pil", "cv", "io",
          "ae", "llm", "dummy", "my", "base", "in", "web", "indexed", "pt", "b", "c", "x", "y", "a",
          "i", "ii", "msa", "pdb", "smiles", "dna", "rna", "ct", "mri", "id", "ids", "stft", "cqt",
          "midi", "f0", "n", "mel", "wav", "sr", "gt", "pkl", "zip", "hdf5", "h5");

  private NamedByPrograms() {}

  /// Whether a program may name what a training takes, by its place.
  static boolean wants(Place place) {
    boolean program =
        switch (place.extension()) {
          case "py", "sh", "lua", "jl", "json", "yml", "yaml", "toml" -> true;
          default -> false;
        };
    if (!program
        || place.depth() > DEEPEST
        || place.any(Place.EVALUATION)
        || place.any(Place.EXAMPLE)
        || Benchmarks.inPath(place.path())) {
      return false;
    }
    Place name = Place.of(place.path().substring(place.path().lastIndexOf('/') + 1));
    boolean settings = !place.extension().equals("py") && !place.extension().equals("lua");
    return name.any(Place.TRAIN)
        || name.any(Place.DATA)
        || name.any(STARTS)
        || place.inFolder(Place.TRAIN) && settings
        || place.extension().equals("py")
            && (place.inFolder(Place.DATA) || place.inFolder(PREPARES))
        || settings && place.inFolder(STARTS)
        || !ownName(place).isEmpty();
  }

  /// What a program names; empty for nothing.
  static Optional<Document> read(TextFile file) {
    String text = file.text();
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Map<String, Passage> named = new LinkedHashMap<>();
    if (file.path().endsWith(".sh")) {
      for (Passage.Source source : CommandedData.in(text)) {
        add(file, text.indexOf(source.name()), source.name(), named);
      }
    }
    for (Pattern keyed : List.of(OPTION, ASSIGNED)) {
      values(file, keyed.matcher(text), named);
    }
    Matcher opened = OPENED.matcher(text);
    while (named.size() < MOST && opened.find()) {
      add(
          file,
          opened.start(1),
          CommandedData.named(String.valueOf(opened.group(1)), false),
          named);
    }
    Matcher below = BELOW_DATA.matcher(text);
    while (named.size() < MOST && below.find()) {
      add(file, below.start(1), setIn(String.valueOf(below.group(1))), named);
    }
    Matcher reads = READS.matcher(text);
    while (named.size() < MOST && reads.find()) {
      String name = String.valueOf(reads.group(1));
      if (isProper(name)) {
        add(file, reads.start(1), name, named);
      }
    }
    Matcher loads = LOADS.matcher(text);
    while (named.size() < MOST && loads.find()) {
      String name = String.valueOf(loads.group(1));
      if (EvaluatedOn.isSet(name)) {
        add(file, loads.start(1), name, named);
      }
    }
    Matcher variable = VARIABLE.matcher(text);
    while (named.size() < MOST && variable.find()) {
      String name = String.valueOf(variable.group(1));
      if (!CommandedData.named(name.toLowerCase(Locale.ROOT), false).isEmpty()) {
        add(file, variable.start(1), name, named);
      }
    }
    if (named.isEmpty()) {
      String own = ownName(Place.of(file.path()));
      if (!own.isEmpty()) {
        named.put(own, passage(own, file.evidenceWhole(own)));
      }
    }
    if (named.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Document(
            file,
            Document.Kind.PROGRAM,
            FrontMatter.NONE,
            "",
            Set.of(),
            0,
            List.copyOf(named.values()),
            List.of(),
            List.of(),
            Set.of(),
            List.of(),
            0));
  }

  private static void values(TextFile file, Matcher keyed, Map<String, Passage> named) {
    while (named.size() < MOST && keyed.find()) {
      String key = String.valueOf(keyed.group(1));
      String value = String.valueOf(keyed.group(2));
      if (!NOT_DATA.matcher(key).find() && isAName(value)) {
        String name = CommandedData.named(value, key.toLowerCase(Locale.ROOT).contains("set"));
        add(file, keyed.start(2), name, named);
      }
    }
  }

  /// The part of a path that is called after a public set, or by a word and a figure as versions
  /// and sizes of sets have them; empty for none, or where it leads to a part for tests or to what
  /// no records are in.
  private static String setIn(String path) {
    Place place = Place.of(path);
    if (place.any(Place.EVALUATION)
        || place.any(Place.EXAMPLE)
        || place.words().stream().anyMatch(NamedByPrograms::holdsNoRecords)
        || CommandedData.isOpen(path)) {
      return "";
    }
    for (String part : List.of(path.split("/")).reversed()) {
      String name = CommandedData.named(part, false);
      boolean figure = name.chars().anyMatch(Character::isDigit);
      if (figure || Place.of(name).words().stream().anyMatch(EvaluatedOn::isSet)) {
        return name;
      }
    }
    return "";
  }

  /// Whether a word says so, with the number of its part: `fold1`.
  private static boolean holdsNoRecords(String word) {
    int end = word.length();
    while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
      end--;
    }
    String bare = word.substring(0, end);
    return NO_RECORDS.contains(word)
        || NO_RECORDS.contains(bare)
        || Place.EVALUATION.contains(bare)
        || Place.EXAMPLE.contains(bare);
  }

  /// Words beside which the name of a public set, in that of a program, says what it is made for.
  private static final Set<String> MADE_FOR =
      Set.of(
          "train",
          "training",
          "prepare",
          "preparation",
          "preprocess",
          "preprocessing",
          "annotation",
          "annotations",
          "convert",
          "converter",
          "dataset",
          "datasets",
          "data",
          "create",
          "make",
          "build",
          "process",
          "extract",
          "loader",
          "dataloader",
          "reader",
          "generate");

  /// Folders of recipes, each called after what it trains on.
  private static final Set<String> RECIPES = Set.of("egs", "recipes", "recipe");

  /// The public set that a program is called after, which it prepares or trains on, or that its
  /// recipe is called after; empty for none.
  private static String ownName(Place place) {
    List<String> name = place.words().subList(place.folders().size(), place.words().size());
    List<String> folders = place.folders();
    if (name.stream().anyMatch(MADE_FOR::contains)) {
      return name.stream().filter(EvaluatedOn::isSet).findFirst().orElse("");
    }
    boolean recipe = !folders.isEmpty() && RECIPES.contains(folders.getFirst());
    return recipe ? folders.stream().filter(EvaluatedOn::isSet).findFirst().orElse("") : "";
  }

  private static void add(TextFile file, int at, String name, Map<String, Passage> named) {
    if (name.length() < 3 || name.length() > 60 || at < 0) {
      return;
    }
    int line = file.lineAt(at);
    named.putIfAbsent(name.toLowerCase(Locale.ROOT), passage(name, file.evidence(line, line)));
  }

  private static Passage passage(String name, Evidence evidence) {
    return new Passage(
        DataSet.Stage.TRAINING,
        DataSet.Form.NAMED,
        Set.of(),
        WEIGHT,
        List.of(new Passage.Source(name, "")),
        List.of(),
        "",
        evidence);
  }

  /// Whether a value may be the name or the place of data, and no template, sentence or pattern.
  private static boolean isAName(String value) {
    return !CommandedData.isOpen(value)
        && value.chars().noneMatch(c -> "{}$%<>*()+=;,|?&#@ ".indexOf(c) >= 0)
        && !value.endsWith(".py")
        && !value.endsWith(".yaml")
        && !value.endsWith(".pth")
        && !value.endsWith(".pt")
        && !value.contains("path/to")
        && !Place.of(value).any(Place.EXAMPLE);
  }

  /// Whether a class is called after a set of data and not after what it does: with an abbreviation
  /// or a number in it, or by the name of a public set.
  static boolean isProper(String name) {
    List<String> words = words(name);
    // An abbreviation and one figure is a version, as networks have them.
    if (words.size() == 2
        && words.getLast().length() == 1
        && Character.isDigit(name.charAt(name.length() - 1))) {
      return false;
    }
    boolean proper = EvaluatedOn.isSet(name.toLowerCase(Locale.ROOT));
    for (String word : words) {
      String lower = word.toLowerCase(Locale.ROOT);
      if (lower.equals("test")
          || lower.equals("val")
          || lower.equals("eval")
          || lower.equals("dummy")
          || lower.equals("abstract")) {
        return false;
      }
      boolean abbreviation =
          word.length() >= 2
              && Character.isUpperCase(word.charAt(0))
              && Character.isUpperCase(word.charAt(1));
      proper |= abbreviation && !FORMS.contains(lower) || EvaluatedOn.isSet(lower);
    }
    return proper;
  }

  /// `NYUDepth` as NYU, Depth; `WIDERFace` as WIDER, Face.
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= name.length(); i++) {
      boolean ends = i == name.length();
      if (!ends) {
        char c = name.charAt(i);
        boolean upper = Character.isUpperCase(c);
        boolean lowerBefore = Character.isLowerCase(name.charAt(i - 1));
        boolean lowerAfter = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        ends =
            upper && (lowerBefore || lowerAfter)
                || Character.isDigit(c) != Character.isDigit(name.charAt(i - 1))
                || c == '_';
      }
      if (ends) {
        words.add(name.substring(from, i).replace("_", ""));
        from = i;
      }
    }
    words.removeIf(String::isEmpty);
    return words;
  }
}
