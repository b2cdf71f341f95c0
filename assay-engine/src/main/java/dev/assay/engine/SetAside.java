package dev.assay.engine;

import dev.assay.model.Component;
import dev.assay.model.Note;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Files in a weights format that are not the release's weights: what tests and vendored trees
/// bring along, and tables of constants that a program needs.
final class SetAside {
  private static final Set<String> NOT_OWN =
      Set.of(
          "test",
          "tests",
          "testing",
          "testdata",
          "test_data",
          "test-data",
          "unittest",
          "unittests",
          "unit_test",
          "unit_tests",
          "fixture",
          "fixtures",
          "mock",
          "mocks",
          "third_party",
          "third-party",
          "thirdparty",
          "3rdparty",
          "vendor",
          "vendored",
          "node_modules");

  /// Formats that hold arrays of any kind.
  private static final Set<String> ARRAYS = Set.of("npy", "npz");

  private static final String VARIABLES = "matlab";

  /// Folders that hold what goes through a model.
  private static final Set<String> PASSED =
      Set.of("inputs", "input", "outputs", "output", "examples", "example", "samples", "sample");

  private static final Set<String> DATA =
      Set.of("data", "dataset", "datasets", "results", "predictions");

  /// What the name of a folder ends in that holds one of several data sets.
  private static final Set<String> OF_ONE_SET = Set.of("data", "dataset", "datasets");

  /// Formats that hold objects of any kind.
  private static final Set<String> OBJECTS =
      Set.of("pickle", "joblib", "pytorch-zip", "pytorch-legacy");

  /// Words by which a file of arrays among the data says that it is a network.
  private static final List<String> LEARNT = List.of("model", "weight", "net", "param", "ckpt");

  /// How models are called that are made up for tests.
  private static final List<String> MADE_UP =
      List.of("dummy", "tiny-random", "tiny_random", "fixture");

  private static final int FEW = 4;

  /// A network that is kept as a plain list has tens or hundreds of tensors; records have more.
  private static final int MANY = 1_000;

  private SetAside() {}

  /// Why an artefact is not counted; empty when it is.
  static String reason(Weights w) {
    String folder = folder(w.path(), NOT_OWN);
    if (!folder.isEmpty()) {
      return "it lies in " + folder + "/";
    }
    String part = madeUp(w.path());
    if (!part.isEmpty()) {
      return "it is called " + part;
    }
    if (OBJECTS.contains(w.format())) {
      String data = passed(w.path());
      if (data.isEmpty() || named(w) || saysClass(w)) {
        return "";
      }
      return w.tensors() <= FEW
          ? "a few tensors without names in " + data + "/"
          : w.tensors() > MANY ? "thousands of tensors without names in " + data + "/" : "";
    }
    if (!ARRAYS.contains(w.format()) && !w.format().equals(VARIABLES)) {
      return "";
    }
    String passed = passed(w.path());
    if (!passed.isEmpty()) {
      return "arrays in " + passed + "/";
    }
    // The reader of variables has asked for their names.
    return w.tensors() <= FEW && !named(w) && ARRAYS.contains(w.format()) && !isObject(w)
        ? "a few arrays whose names are not those of a network's layers"
        : "";
  }

  /// Whether what is saved as one array is an object of any kind, in which a whole network can be.
  private static boolean isObject(Weights w) {
    return w.listing().stream().anyMatch(t -> t.type().name().equals("OBJECT"));
  }

  /// Whether the header names what was learnt: a class of a library, an architecture.
  private static boolean saysClass(Weights w) {
    return w.metadata().stream().anyMatch(f -> f.topic() == Weights.Topic.ARCHITECTURE);
  }

  /// The part of a path that is called as models for tests are; empty for none.
  private static String madeUp(String path) {
    for (String part : path.split("/")) {
      String lower = part.toLowerCase(Locale.ROOT);
      if (MADE_UP.stream().anyMatch(lower::startsWith)) {
        return part;
      }
    }
    return "";
  }

  /// The folder that says of arrays that they are data; empty for none.
  private static String passed(String path) {
    String folder = folder(path, PASSED);
    String file = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return folder.isEmpty() && LEARNT.stream().noneMatch(file::contains) ? ofData(path) : folder;
  }

  /// The first folder of a path that is called data, or the data of something: `harbour_data`.
  private static String ofData(String path) {
    String[] parts = path.split("/");
    for (int i = 0; i + 1 < parts.length; i++) {
      String lower = parts[i].toLowerCase(Locale.ROOT);
      int last = Math.max(lower.lastIndexOf('_'), lower.lastIndexOf('-'));
      if (DATA.contains(lower) || OF_ONE_SET.contains(lower.substring(last + 1))) {
        return parts[i];
      }
    }
    return "";
  }

  /// What was found of weights by comparing them, without what only files say that do not count.
  static Map<Component, List<Note>> without(
      Map<Component, List<Note>> notes, List<Weights> artefacts) {
    Set<String> aside =
        artefacts.stream()
            .filter(w -> !reason(w).isEmpty())
            .map(Weights::path)
            .collect(Collectors.toSet());
    var kept = new EnumMap<Component, List<Note>>(Component.class);
    notes.forEach((component, of) ->
        kept.put(
            component,
            of.stream()
                .filter(n -> n.evidence().stream().noneMatch(e -> aside.contains(e.path())))
                .toList()));
    return kept;
  }

  /// Whether a path lies outside tests and vendored trees.
  static boolean own(String path) {
    return folder(path, NOT_OWN).isEmpty();
  }

  /// The first folder of a path that is called by one of the names, as it is written; empty for
  /// none.
  static String folder(String path, Set<String> names) {
    String[] parts = path.split("/");
    for (int i = 0; i + 1 < parts.length; i++) {
      if (names.contains(parts[i].toLowerCase(Locale.ROOT))) {
        return parts[i];
      }
    }
    return "";
  }

  /// Whether tensors are named as frameworks name parameters: by a path.
  static boolean named(Weights w) {
    return w.listing().stream()
        .map(Tensor::name)
        .anyMatch(n -> {
          String name = n.endsWith(".npy") ? n.substring(0, n.length() - 4) : n;
          return name.contains("/")
              || name.contains(".")
              || name.contains("weight")
              || name.contains("kernel")
              || name.contains("bias");
        });
  }
}
