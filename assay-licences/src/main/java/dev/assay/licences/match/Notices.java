package dev.assay.licences.match;

import java.util.List;

/// Lines that say whose a work is and nothing else: every copy of a licence has its own.
final class Notices {
  /// The longest that is looked at, in characters: keeps the reading linear whatever the text.
  private static final int LONGEST = 300;

  /// Words that no notice has: a line with one of them says more than whose the work is.
  private static final List<String> MORE =
      List.of(
          "licen",
          "permi",
          "notice",
          "grant",
          "subject to",
          " must ",
          " shall ",
          " may not ",
          "prohibit",
          "forbidden",
          "(except ",
          " except by ");

  private Notices() {}

  /// The end of a line that is a copyright notice and nothing else, or `at`.
  static int end(String text, int at) {
    int first = text.charAt(at) | 0x20;
    if (first < 128
        && !(first == 'c' && may(text, at, "copyright"))
        && !(first == 'p' && may(text, at, "portions"))) {
      return at;
    }
    int end = at;
    while (end < text.length()
        && end - at <= LONGEST
        && text.charAt(end) != '\n'
        && text.charAt(end) != '\r') {
      end++;
    }
    if (end - at > LONGEST) {
      return at;
    }
    String line = Glyphs.plain(text, at, end);
    return speaksOfCopyright(line) && dated(line) && !saysMore(line) ? end : at;
  }

  /// Whether a line may begin with a word; a letter beyond ASCII, which may look like another,
  /// leaves it open.
  private static boolean may(String text, int at, String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = at + i < text.length() ? text.charAt(at + i) : ' ';
      if (c >= 128) {
        return true;
      }
      if ((c | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean speaksOfCopyright(String line) {
    if (line.startsWith("\u00A9") || line.startsWith("\u7248\u6743\u6240\u6709")) {
      return true;
    }
    int c = line.indexOf("copyright");
    return c == 0 || (c > 0 && c <= 12 && line.startsWith("portions"));
  }

  /// Whether a line has a year, a sign that stands beside one, or a place for one to be filled in.
  private static boolean dated(String line) {
    for (int i = 0; i + 3 < line.length(); i++) {
      if ((line.charAt(i) == '1' || line.charAt(i) == '2')
          && Chars.digit(line.charAt(i + 1))
          && Chars.digit(line.charAt(i + 2))
          && Chars.digit(line.charAt(i + 3))) {
        return true;
      }
    }
    return line.indexOf('\u00A9') >= 0
        || line.contains("(c)")
        || line.contains("&copy;")
        || line.indexOf('<') >= 0
        || line.indexOf('[') >= 0
        || line.indexOf('{') >= 0;
  }

  private static boolean saysMore(String line) {
    return MORE.stream().anyMatch(line::contains);
  }
}
