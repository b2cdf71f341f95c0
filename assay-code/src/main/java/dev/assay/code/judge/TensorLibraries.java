package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import java.util.HashSet;
import java.util.Set;

/// The sources of a library of tensors that came along with a program in C or C++. They define each
/// operation forwards, for whatever network, and are themselves none.
final class TensorLibraries {
  /// How many operations such a library runs forwards at least: what is written for one network by
  /// hand has about ten.
  private static final int MANY = 40;

  private static final String FORWARD = "forward";

  private TensorLibraries() {}

  /// Whether a file is one: it defines so many functions, and so many names say that they run
  /// something forwards. Linear in the length of the file.
  static boolean hold(CodeFile f) {
    return f.language() == Language.C
        && f.measure().definitions() >= MANY
        && forwards(f.code()) >= MANY;
  }

  private static int forwards(String code) {
    Set<String> names = new HashSet<>();
    int at = code.indexOf(FORWARD);
    while (at >= 0 && names.size() < MANY) {
      int from = at;
      while (from > 0 && isNameSign(code.charAt(from - 1))) {
        from--;
      }
      int to = at;
      while (to < code.length() && isNameSign(code.charAt(to))) {
        to++;
      }
      names.add(code.substring(from, to));
      at = code.indexOf(FORWARD, to);
    }
    return names.size();
  }

  private static boolean isNameSign(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }
}
