package dev.assay.engine;

import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.Locale;
import java.util.Set;

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

  private static final int FEW = 4;

  private SetAside() {}

  /// Why an artefact is not counted; empty when it is.
  static String reason(Weights w) {
    String folder = folder(w.path(), NOT_OWN);
    if (!folder.isEmpty()) {
      return "it lies in " + folder + "/";
    }
    if (ARRAYS.contains(w.format()) && w.tensors() <= FEW && !named(w)) {
      return "a few arrays whose names are not those of a network's layers";
    }
    return "";
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
