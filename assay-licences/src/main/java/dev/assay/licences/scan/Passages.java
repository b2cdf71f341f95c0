package dev.assay.licences.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text cut into sentences, list items, table rows and headings, each with the heading it stands
/// under.
final class Passages {
  /// The longest passage, in characters: what is longer is cut, so that looking around a name is
  /// bounded.
  private static final int LONGEST = 1500;

  /// A longer line is prose, whatever stands before or below it.
  private static final int LONGEST_HEADING = 120;

  private Passages() {}

  /// @param from its first character
  /// @param to after its last
  /// @param heading the nearest heading above, in lower case
  /// @param isHeading whether it is a heading itself
  record Passage(int from, int to, String heading, boolean isHeading) {}

  /// @param prose whether lines that begin with `#` may be headings; in code they are comments
  static List<Passage> of(String text, int limit, boolean prose) {
    List<Passage> list = new ArrayList<>();
    String heading = "";
    int from = -1;
    int at = 0;
    int end = Math.min(text.length(), limit);
    boolean fenced = false;
    while (at < end) {
      int eol = at;
      while (eol < end && text.charAt(eol) != '\n' && text.charAt(eol) != '\r') {
        eol++;
      }
      int first = at;
      while (first < eol && " \t".indexOf(text.charAt(first)) >= 0) {
        first++;
      }
      boolean blank = first == eol || decoration(text, first, eol);
      boolean starts = blank || item(text, first, eol);
      if (from >= 0 && (starts || prose && !fenced && headingLine(text, first, eol))) {
        sentences(text, from, at, heading, list);
        from = -1;
      }
      if (text.startsWith("```", first)) {
        fenced = !fenced;
      } else if (prose && !fenced && headingLine(text, first, eol)) {
        heading = text.substring(first, Math.min(eol, first + 200)).toLowerCase(Locale.ROOT);
        list.add(new Passage(first, eol, heading, true));
        from = -1;
      } else if (!blank && from < 0) {
        from = first;
      }
      // Two blanks at the end of a line break it in Markdown.
      if (from >= 0
          && eol - first > 2
          && text.charAt(eol - 1) == ' '
          && text.charAt(eol - 2) == ' ') {
        sentences(text, from, eol, heading, list);
        from = -1;
      }
      at = eol + 1;
      if (at < end && text.charAt(eol) == '\r' && text.charAt(at) == '\n') {
        at++;
      }
    }
    if (from >= 0) {
      sentences(text, from, end, heading, list);
    }
    return list;
  }

  private static boolean headingLine(String text, int from, int to) {
    if (from >= to) {
      return false;
    }
    int marks = 0;
    while (from + marks < to && text.charAt(from + marks) == '#') {
      marks++;
    }
    if (marks > 0 && marks <= 6 && from + marks < to && text.charAt(from + marks) == ' ') {
      return to - from < LONGEST_HEADING && !comment(text, from, to);
    }
    if (text.regionMatches(true, from, "<h", 0, 2)
        && from + 2 < to
        && Character.isDigit(text.charAt(from + 2))) {
      return true;
    }
    // A line of stars or equals signs below, or a line in bold alone.
    int next = to + 1;
    if (next < text.length() && text.charAt(next) == '\n') {
      next++;
    }
    return next + 3 < text.length()
        && to - from < LONGEST_HEADING
        && (text.startsWith("===", next)
            || text.startsWith("---", next) && text.charAt(from) != '|' && text.charAt(from) != '-')
        && (Character.isLetter(text.charAt(from)) || pictured(text, from));
  }

  /// Whether a picture stands there, as before many headings.
  private static boolean pictured(String text, int at) {
    return Character.getType(text.codePointAt(at)) == Character.OTHER_SYMBOL;
  }

  /// Whether a line that begins with `#` is one of a block of comment lines.
  private static boolean comment(String text, int from, int to) {
    int next = to;
    while (next < text.length() && "\r\n".indexOf(text.charAt(next)) >= 0 && next - to < 2) {
      next++;
    }
    if (next < text.length() && text.charAt(next) == '#') {
      return true;
    }
    int before = from - 1;
    while (before > 0 && "\r\n \t".indexOf(text.charAt(before)) >= 0 && from - before < 40) {
      if (text.charAt(before) == '\n' && text.charAt(before - 1) == '\n') {
        return false;
      }
      before--;
    }
    while (before > 0 && text.charAt(before - 1) != '\n' && from - before < 300) {
      before--;
    }
    return before >= 0 && text.charAt(before) == '#';
  }

  private static boolean decoration(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if ("*/#-=_~;|+:<>! \t".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean item(String text, int from, int to) {
    char c = text.charAt(from);
    if (c == '|' || c == '-' || c == '+' || c == '\u2022') {
      return true;
    }
    if (c == '*' && from + 1 < to) {
      // A star before a space begins an item; in a comment every line has one.
      return false;
    }
    int i = from;
    while (i < to && i - from < 3 && Character.isDigit(text.charAt(i))) {
      i++;
    }
    return i > from
        && i < to
        && (text.charAt(i) == '.' || text.charAt(i) == ')')
        && i + 1 < to
        && text.charAt(i + 1) == ' ';
  }

  private static void sentences(String text, int from, int to, String heading, List<Passage> list) {
    int start = from;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean ends = c == '\u3002' || c == '\uFF01' || c == '\uFF1B' || c == Mask.LINE_BREAK;
      if ((c == '.' || c == '!' || c == '?' || c == ';')
          && i + 1 < to
          && " \n\r\t*_)".indexOf(text.charAt(i + 1)) >= 0) {
        ends = endsSentence(text, i, to);
      }
      if (ends || i - start >= LONGEST) {
        list.add(new Passage(start, i + 1, heading, false));
        start = i + 1;
      }
    }
    if (start < to) {
      list.add(new Passage(start, to, heading, false));
    }
  }

  private static boolean endsSentence(String text, int at, int to) {
    int next = at + 1;
    while (next < to && " \n\r\t*_)#/".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    if (next >= to) {
      return true;
    }
    char c = text.charAt(next);
    boolean upper =
        Character.isUpperCase(c) || c == '[' || c == '(' || c == '!' || c == '<' || c > 0x2E80;
    // `v. 2.0`, `Inc. Licensed`, `e.g. X`: a short word with a point does not end a sentence.
    int word = at - 1;
    while (word > 0 && Character.isLetter(text.charAt(word))) {
      word--;
    }
    int length = at - 1 - word;
    return upper && length != 1 && !(length == 2 && c != 'T');
  }
}
