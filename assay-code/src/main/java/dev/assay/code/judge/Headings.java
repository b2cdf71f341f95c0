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

  /// A line that is a heading by the line below it, which underlines it, with marks before it as
  /// the others have; else the line itself.
  ///
  /// @param above the line above, which would be part of the heading's paragraph
  static String marked(String above, String line, String below) {
    // Few lines are underlined, and each line of each document is asked: so that goes first.
    int level = line.isBlank() ? 0 : underline(below);
    level = level > 0 && (above.isBlank() || underline(above) > 0) ? level : 0;
    return level == 0 || "#|>-+=<`".indexOf(line.strip().charAt(0)) >= 0
        ? line
        : "#".repeat(level) + " " + line.strip();
  }

  /// The level that a line of signs gives the line above it; 0 where it is no such line.
  private static int underline(String line) {
    String signs = line.strip();
    char sign = signs.length() < 2 ? ' ' : signs.charAt(0);
    if (sign != '=' && sign != '-') {
      return 0;
    }
    for (int i = 1; i < signs.length(); i++) {
      if (signs.charAt(i) != sign) {
        return 0;
      }
    }
    return sign == '=' ? 1 : 2;
  }
}
