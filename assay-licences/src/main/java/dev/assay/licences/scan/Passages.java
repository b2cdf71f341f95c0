package dev.assay.licences.scan;

import dev.assay.io.Fence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A text cut into sentences, list items, table rows and headings, each with the heading it stands
/// under.
final class Passages {
  /// The longest passage, in characters: what is longer is cut, so that looking around a name is
  /// bounded.
  private static final int LONGEST = 1500;

  /// A row is one passage, and often filled up with blanks.
  private static final int LONGEST_ROW = 8000;

  /// A longer line is prose, whatever stands before or below it.
  private static final int LONGEST_HEADING = 120;

  private Passages() {}

  /// @param from its first character
  /// @param to after its last
  /// @param heading the nearest heading above, in lower case
  /// @param isHeading whether it is a heading itself
  /// @param columns the first row of the table that it is a row of, where one of its columns is of
  ///   licences, else empty
  record Passage(int from, int to, String heading, boolean isHeading, String columns) {
    Passage(int from, int to, String heading, boolean isHeading) {
      this(from, to, heading, isHeading, "");
    }
  }

  /// @param prose whether lines that begin with `#` may be headings; in code they are comments
  static List<Passage> of(String text, int limit, boolean prose) {
    List<Passage> list = new ArrayList<>();
    String heading = "";
    int from = -1;
    int at = 0;
    int end = Math.min(text.length(), limit);
    @Nullable Fence fence = null;
    int above = 0;
    String columns = "";
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
      if (rule(text, first, eol)) {
        columns = columns(text.substring(above, at));
      } else if (first == eol || text.indexOf('|', first, eol) < 0) {
        columns = "";
      } else if (!columns.isEmpty()) {
        list.add(new Passage(first, Math.min(eol, first + LONGEST_ROW), heading, false, columns));
        blank = true;
      }
      above = at;
      boolean starts = blank || item(text, first, eol);
      if (from >= 0 && (starts || prose && fence == null && headingLine(text, first, eol))) {
        sentences(text, from, at, heading, list);
        from = -1;
      }
      Fence edge = edge(fence, text, first, eol);
      if (edge != null) {
        fence = fence == null ? edge : null;
      } else if (prose && fence == null && headingLine(text, first, eol)) {
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

  /// Whether a blank line stands between two passages that follow each other.
  static boolean parted(String text, Passage before, Passage p) {
    for (int i = Math.max(0, before.to() - 1); i + 1 <= p.from() && i + 1 < text.length(); i++) {
      if (text.charAt(i) == '\n' && text.charAt(i + 1) == '\n') {
        return true;
      }
    }
    return false;
  }

  /// The fence that a line opens, or, where one is open, that it closes; else null.
  private static @Nullable Fence edge(@Nullable Fence open, String text, int from, int to) {
    if (from >= to || "`~<".indexOf(text.charAt(from)) < 0) {
      return null;
    }
    String line = shown(text, from, to);
    return open == null ? Fence.opening(line) : open.isClosedBy(line) ? open : null;
  }

  /// A line without the sign that comments it out, as a block of code can be: `<!-- ```bibtex`.
  private static String shown(String text, int from, int to) {
    String line = text.substring(from, Math.min(to, from + LONGEST)).strip();
    String inner = line.startsWith("<!--") ? line.substring(4).strip() : line;
    return inner.endsWith("-->") ? inner.substring(0, inner.length() - 3).strip() : inner;
  }

  /// `| --- | :-: |`, the line below the first row of a table.
  private static boolean rule(String text, int from, int to) {
    boolean bar = false;
    boolean line = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ("|-:+ \t".indexOf(c) < 0) {
        return false;
      }
      bar |= c == '|';
      line |= c == '-';
    }
    return bar && line;
  }

  private static String columns(String row) {
    return row.length() <= LONGEST_ROW && row.contains("|") && LicenceTable.headed(row) ? row : "";
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
    // Right below: a rule after a blank line parts what is above from what follows.
    int next = to + 1;
    if (next < text.length() && text.charAt(to) == '\r' && text.charAt(next) == '\n') {
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

  /// Whether a line that begins with `#` is one of a block of comment lines: the line above or
  /// below begins with as many.
  private static boolean comment(String text, int from, int to) {
    int marks = marks(text, from);
    int next = to;
    while (next < text.length() && "\r\n".indexOf(text.charAt(next)) >= 0 && next - to < 2) {
      next++;
    }
    if (marks(text, next) == marks) {
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
    return before >= 0 && marks(text, before) == marks;
  }

  private static int marks(String text, int at) {
    int n = 0;
    while (at + n < text.length() && text.charAt(at + n) == '#') {
      n++;
    }
    return n;
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
