package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import java.util.Locale;

/// The sources of a library of tensors that came along with a program in C or C++. They define each
/// operation forwards and backwards, for whatever network, and are themselves none.
final class TensorLibraries {
  /// How many functions a library of operations has at least: what is written for one network has
  /// fewer.
  private static final int MANY = 100;

  private TensorLibraries() {}

  /// Whether a file is one: it is named for tensors, in the ways in which such libraries are named,
  /// and holds operations by the hundred.
  static boolean hold(CodeFile f) {
    if (f.language() != Language.C || f.measure().definitions() < MANY) {
      return false;
    }
    String name = f.file().name().toLowerCase(Locale.ROOT);
    return name.startsWith("ggml") || name.startsWith("tensor") || name.startsWith("ops.");
  }
}
