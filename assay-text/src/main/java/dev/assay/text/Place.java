package dev.assay.text;

import dev.assay.io.FileNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the path of a file says, by the words in it.
///
/// @param path as listed
/// @param words the words of its folders and name, lower case, without the extension
/// @param folders the words of its folders
/// @param extension what follows the last dot of its name, without an ending for compression; empty
///   for none
record Place(String path, List<String> words, List<String> folders, String extension) {
  private static final Set<String> VENDORED =
      Set.of(
          "third_party",
          "thirdparty",
          "3rdparty",
          "third-party",
          "vendor",
          "vendors",
          "vendored",
          "node_modules",
          "site-packages",
          "external",
          "externals",
          "deps",
          "dependencies",
          "submodules",
          ".git",
          ".github",
          ".venv",
          "venv");
  private static final Set<String> TESTS =
      Set.of("test", "tests", "testing", "testdata", "fixtures", "unittest", "unittests");
  private static final Set<String> COMPRESSED = Set.of("gz", "zst", "xz", "bz2", "lz4", "zip");
  static final Set<String> DATA =
      Set.of(
          "data",
          "dataset",
          "datasets",
          "corpus",
          "corpora",
          "mixes",
          "mix",
          "mixture",
          "mixtures");
  static final Set<String> TRAIN =
      Set.of(
          "train",
          "training",
          "pretrain",
          "pretraining",
          "trainset",
          "sft",
          "instruct",
          "instruction",
          "instructions",
          "dpo",
          "preference",
          "preferences");
  static final Set<String> EVALUATION =
      Set.of(
          "eval",
          "evals",
          "evaluation",
          "evaluate",
          "test",
          "testset",
          "val",
          "valid",
          "validation",
          "benchmark",
          "benchmarks",
          "bench",
          "leaderboard",
          "heldout");

  /// What is only shown or tried.
  static final Set<String> EXAMPLE =
      Set.of(
          "example",
          "examples",
          "sample",
          "samples",
          "demo",
          "demos",
          "tutorial",
          "tutorials",
          "toy",
          "dummy",
          "mock",
          "fixture",
          "fixtures");

  static final Set<String> ASIDE =
      Set.of(
          "example",
          "examples",
          "sample",
          "samples",
          "demo",
          "demos",
          "toy",
          "dummy",
          "mock",
          "fixture",
          "assets",
          "docs",
          "doc",
          "static",
          "public",
          "web",
          "prompt",
          "prompts",
          "template",
          "templates",
          "config",
          "configs",
          "vocab",
          "vocabulary",
          "tokenizer",
          "tokenizers",
          "merges",
          "requirements",
          "package",
          "schema",
          "schemas",
          "results",
          "outputs",
          "output",
          "log",
          "logs",
          "notebooks",
          "calibration",
          "calib",
          "imatrix",
          "quant",
          "quantization",
          "gptq",
          "awq",
          "inference",
          "infer",
          "serve",
          "serving",
          "deploy",
          "media",
          "figures",
          "figs",
          "licenses",
          "license",
          "scores",
          "metrics",
          "seed",
          "stopwords",
          "languages",
          "playground",
          "small",
          "mini",
          "debug",
          "ratio",
          "ratios",
          "stats",
          "statistics",
          "counts",
          "info",
          "infos",
          "meta",
          "metadata",
          "mapping",
          "mappings",
          "split",
          "splits",
          "names",
          "cookbook",
          "cookbooks",
          "ui",
          "app",
          "manifest");

  static Place of(String path) {
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "" : path.substring(0, slash);
    String name = path.substring(slash + 1).toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    String extension = dot <= 0 ? "" : name.substring(dot + 1);
    String stem = dot <= 0 ? name : name.substring(0, dot);
    if (COMPRESSED.contains(extension)) {
      int inner = stem.lastIndexOf('.');
      if (inner > 0) {
        extension = stem.substring(inner + 1);
        stem = stem.substring(0, inner);
      }
    }
    List<String> folders = split(folder.toLowerCase(Locale.ROOT));
    List<String> words = new ArrayList<>(folders);
    words.addAll(split(stem));
    return new Place(path, List.copyOf(words), folders, extension);
  }

  private static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
        if (i > from) {
          words.add(text.substring(from, i));
        }
        from = i + 1;
      }
    }
    return words;
  }

  boolean any(Set<String> of) {
    for (String word : words) {
      if (of.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the name itself has one of the words.
  boolean nameHas(Set<String> of) {
    for (String word : words.subList(folders.size(), words.size())) {
      if (of.contains(word)) {
        return true;
      }
    }
    return false;
  }

  boolean inFolder(Set<String> of) {
    for (String word : folders) {
      if (of.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// Whether it lies in a copy of somebody else's work.
  boolean vendored() {
    String lower = path.toLowerCase(Locale.ROOT);
    // A forge shows this file to whoever contributes, as it shows one at the root.
    if (lower.startsWith(".github/contributing.")) {
      return false;
    }
    for (String part : lower.split("/")) {
      if (VENDORED.contains(part)) {
        return true;
      }
    }
    return false;
  }

  boolean inTests() {
    int slash = path.lastIndexOf('/');
    if (slash < 0) {
      return false;
    }
    for (String part : path.substring(0, slash).toLowerCase(Locale.ROOT).split("/")) {
      if (TESTS.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /// The last part of the path.
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// How many folders deep it lies.
  int depth() {
    return FileNames.depth(path);
  }

  /// What a heading begins with that is not a heading but a place.
  static final String FOLDER = "/ ";

  /// The folders and the name without "readme", as words: what the place says above the first
  /// heading.
  String asHeading() {
    StringBuilder heading = new StringBuilder();
    for (String word : words) {
      if (!word.equals("readme")
          && !word.equals("docs")
          && !word.equals("doc")
          && !word.equals("index")
          && !word.equals("src")) {
        heading.append(heading.isEmpty() ? "" : " ").append(word);
      }
    }
    return heading.isEmpty() ? "" : FOLDER + heading;
  }
}
