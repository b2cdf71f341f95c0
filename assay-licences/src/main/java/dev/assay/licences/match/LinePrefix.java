package dev.assay.licences.match;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A word that begins the lines of a text and is none of it: the comment sign of a language that
/// writes it in letters (`REM`, `dnl`, `C`), and the numbers of a listing.
final class LinePrefix {
  /// So many lines are looked at.
  private static final int LINES = 400;

  private static final int LONGEST = 12;

  private static final String BEFORE = " \t#*/%;!-";

  /// Comment signs in letters; other words need more lines to count as one.
  private static final Set<String> SIGNS = Set.of("REM", "rem", "Rem", "dnl", "C", "c");

  private LinePrefix() {}

  /// The word that most lines begin with, or the empty string.
  static String of(String text) {
    Map<String, Integer> counts = new HashMap<>();
    int lines = 0;
    int most = 0;
    int at = 0;
    // Where so many lines begin otherwise, no word begins four of five.
    while (at < text.length() && lines < LINES && lines - most <= LINES / 5) {
      int i = at;
      while (i < text.length() && BEFORE.indexOf(text.charAt(i)) >= 0) {
        i++;
      }
      int end = letters(text, i);
      if (i < text.length() && text.charAt(i) > ' ') {
        lines++;
        if (end > i && end - i <= LONGEST && ends(text, end)) {
          most = Math.max(most, counts.merge(text.substring(i, end), 1, Integer::sum));
        }
      }
      int next = text.indexOf('\n', at);
      at = next < 0 ? text.length() : next + 1;
    }
    for (Map.Entry<String, Integer> e : counts.entrySet()) {
      int least = SIGNS.contains(e.getKey()) ? 2 : 4;
      if (e.getValue() >= least && e.getValue() * 5 >= lines * 4) {
        return e.getKey();
      }
    }
    return "";
  }

  private static boolean ends(String text, int at) {
    return at >= text.length() || text.charAt(at) <= ' ' || text.charAt(at) == ':';
  }

  private static int letters(String text, int from) {
    int i = from;
    while (i < text.length() && i - from <= LONGEST && ascii(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean ascii(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /// The offset after what begins a line and is none of its words, or the offset itself.
  static int end(String text, int at, String prefix) {
    if (!prefix.isEmpty() && text.startsWith(prefix, at) && ends(text, at + prefix.length())) {
      return at + prefix.length();
    }
    int i = at;
    while (i < text.length() && i - at < 8 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    // `00017`: a listing's number has leading noughts, a date or an amount has none.
    return i - at >= 4 && text.charAt(at) == '0' && i < text.length() && text.charAt(i) <= ' '
        ? i
        : at;
  }
}
