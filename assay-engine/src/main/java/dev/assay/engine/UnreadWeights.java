package dev.assay.engine;

import dev.assay.io.FileEntry;
import dev.assay.model.Order;
import dev.assay.model.Weights;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Files that by name and place are weights, in a format of the release's own that no reader knows:
/// `model/weights.gob`, `net_model_v1.dat.bz2`. They are here, and what is in them was not read.
final class UnreadWeights {
  /// Endings that hold bytes of any kind, and are no text, picture, sound or program.
  private static final Set<String> BYTES =
      Set.of(
          "gob", "dat", "bin", "nn", "nnue", "fst", "ser", "mdl", "rda", "rds", "rdata", "model",
          "models", "params", "weights", "net", "bz2", "gz", "xz", "zst", "lm", "crf", "jld2",
          "bson", "pkl", "joblib", "msgpack");

  private static final Set<String> OF_R = Set.of("rda", "rds", "rdata");

  private static final Set<String> PACKED = Set.of("bz2", "gz", "xz", "zst");

  /// Words that say "learnt" in a file's own name.
  private static final Set<String> NAMES =
      Set.of(
          "model",
          "models",
          "weight",
          "weights",
          "params",
          "checkpoint",
          "net",
          "network",
          "nnue",
          "tagger",
          "classifier",
          "detector");

  /// Words that say it of a folder.
  private static final Set<String> FOLDERS =
      Set.of(
          "model",
          "models",
          "weights",
          "checkpoint",
          "checkpoints",
          "pretrained",
          "nets",
          "cascade",
          "cascades");

  /// Words of what lies beside weights, or is something else.
  private static final Set<String> OTHER =
      Set.of(
          "vocab",
          "vocabulary",
          "tokenizer",
          "dictionary",
          "dict",
          "lexicon",
          "config",
          "index",
          "test",
          "tests",
          "testdata",
          "data",
          "dataset",
          "datasets",
          "corpus",
          "mapping",
          "labels",
          "classes",
          "example",
          "examples",
          "sample",
          "samples",
          "src",
          "docs",
          "fixtures",
          "log",
          "logs",
          "results",
          "output",
          "cache",
          "obj",
          "mesh",
          "meshes",
          "assets");

  private static final long LEAST = 1_000;

  /// A file whose name has no ending is a text or a small program, where it is not larger.
  private static final long LEAST_WITHOUT_ENDING = 20_000;

  /// Texts without an ending, of any size.
  private static final Set<String> TEXTS =
      Set.of(
          "license",
          "licence",
          "copying",
          "notice",
          "readme",
          "makefile",
          "dockerfile",
          "changelog",
          "authors",
          "contributing");

  private UnreadWeights() {}

  /// The largest of them, those that some reader read left out.
  static List<FileEntry> in(List<FileEntry> listing, List<Weights> read) {
    Set<String> known = read.stream().map(Weights::path).collect(Collectors.toSet());
    return listing.stream()
        .filter(e -> e.kind() == FileEntry.Kind.FILE && e.size() >= LEAST)
        .filter(e -> e.name().indexOf('.') >= 0 || e.size() >= LEAST_WITHOUT_ENDING)
        .filter(e -> isOne(e.path()) && !known.contains(e.path()) && SetAside.own(e.path()))
        .sorted(Order.down(FileEntry::size))
        .limit(Evidences.MOST)
        .toList();
  }

  static boolean isOne(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    int slash = lower.lastIndexOf('/');
    String name = lower.substring(slash + 1);
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      return !TEXTS.contains(name)
          && isPlaced(words(name), slash < 0 ? "" : lower.substring(0, slash));
    }
    if (dot == 0) {
      return false;
    }
    String ending = name.substring(dot + 1);
    if (!BYTES.contains(ending)) {
      return false;
    }
    String stem = name.substring(0, dot);
    int inner = stem.lastIndexOf('.');
    // What is packed is told by the ending inside.
    if (PACKED.contains(ending) && (inner <= 0 || !BYTES.contains(stem.substring(inner + 1)))) {
      return false;
    }
    List<String> words = words(stem);
    List<String> folders = words(slash < 0 ? "" : lower.substring(0, slash));
    boolean other =
        words.stream().anyMatch(OTHER::contains)
            // A package in R keeps its model among its data.
            || folders.stream()
                .anyMatch(f -> OTHER.contains(f) && !(f.equals("data") && OF_R.contains(ending)));
    return !other
        && (words.stream().anyMatch(NAMES::contains)
            || folders.stream().anyMatch(FOLDERS::contains));
  }

  /// Whether a name that says nothing lies in a folder that does.
  private static boolean isPlaced(List<String> words, String folder) {
    List<String> folders = words(folder);
    return Stream.concat(words.stream(), folders.stream()).noneMatch(OTHER::contains)
        && folders.stream().anyMatch(FOLDERS::contains);
  }

  private static List<String> words(String text) {
    return List.of(text.split("[^a-z0-9]+"));
  }
}
