package dev.assay.code.judge;

import java.util.ArrayList;
import java.util.List;

/// The headings that stand above a line of a Markdown document, the outermost first.
final class Headings {
  /// Below every heading that is marked with `#`.
  private static final int LABEL = 7;

  private final List<String> above = new ArrayList<>();

  /// Takes a heading into the chain, and drops those that it ends.
  void take(String line) {
    int level = 0;
    while (level < line.length() && line.charAt(level) == '#') {
      level++;
    }
    level = level == 0 ? LABEL : level;
    while (above.size() >= level) {
      above.removeLast();
    }
    while (above.size() < level - 1) {
      above.add("");
    }
    above.add(line);
  }

  List<String> above() {
    return above;
  }

  /// A line of bold words alone is a heading below all others.
  static boolean label(String line) {
    return line.length() < 80
        && line.startsWith("**")
        && (line.endsWith("**") || line.endsWith("**:") || line.endsWith(":**"));
  }
}
