package dev.assay.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Text from a release, made safe for a terminal and measured in its columns. A release may hold
/// escape sequences that move the cursor, change the title or write to the clipboard, characters
/// that turn the reading direction round, and letters that cannot be seen; none of them reaches the
/// screen. What is taken out is shown in place by its number in braces, so that nothing disappears
/// in silence.
public final class SafeText {
  /// Marks on one letter after which further ones are cut; real scripts stay below.
  private static final int MOST_MARKS = 4;

  private SafeText() {}

  /// One line of safe text: white space of any kind becomes one space, and every character that is
  /// not plainly visible becomes its number.
  public static String line(String raw) {
    var s = new StringBuilder(raw.length());
    int marks = 0;
    boolean space = false;
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      if (blank(c)) {
        space = !s.isEmpty();
        marks = 0;
        continue;
      }
      if (space) {
        s.append(' ');
        space = false;
      }
      if (mark(c)) {
        marks++;
        if (marks > MOST_MARKS) {
          if (marks == MOST_MARKS + 1) {
            s.append('…');
          }
          continue;
        }
      } else {
        marks = 0;
      }
      if (hidden(c)) {
        s.append("\\u{").append(Integer.toHexString(c).toLowerCase(Locale.ROOT)).append('}');
      } else {
        s.appendCodePoint(c);
      }
    }
    return s.toString();
  }

  /// How many columns of a terminal the text takes.
  public static int width(String text) {
    int columns = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      columns += columns(c);
    }
    return columns;
  }

  /// The text, cut at its end to at most so many columns; `…` stands for what is cut.
  public static String cut(String text, int most) {
    if (width(text) <= most) {
      return text;
    }
    int columns = 0;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (columns + columns(c) > most - 1) {
        break;
      }
      columns += columns(c);
      i += Character.charCount(c);
    }
    return most < 1 ? "" : text.substring(0, i).stripTrailing() + "…";
  }

  /// The text, cut at its start to at most so many columns: of a path, the end tells more.
  public static String cutStart(String text, int most) {
    if (width(text) <= most) {
      return text;
    }
    int columns = 0;
    int i = text.length();
    while (i > 0) {
      int c = text.codePointBefore(i);
      if (columns + columns(c) > most - 1) {
        break;
      }
      columns += columns(c);
      i -= Character.charCount(c);
    }
    return most < 1 ? "" : "…" + text.substring(i);
  }

  /// The text, broken at spaces into lines of at most so many columns; a longer word is broken
  /// where the line ends.
  public static List<String> wrap(String text, int most) {
    int limit = Math.max(most, 8);
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ", -1)) {
      String left = word;
      int wide = width(left);
      if (used > 0 && used + 1 + wide > limit) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      while (wide > limit) {
        int end = fits(left, limit);
        lines.add(left.substring(0, end));
        left = left.substring(end);
        wide = width(left);
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      line.append(left);
      used += wide;
    }
    if (!line.isEmpty() || lines.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  private static int fits(String text, int most) {
    int columns = 0;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (columns + columns(c) > most) {
        break;
      }
      columns += columns(c);
      i += Character.charCount(c);
    }
    return Math.max(i, 1);
  }

  private static boolean blank(int c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == 0x85
        || c == 0x2028
        || c == 0x2029
        || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static boolean mark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /// Whether a character cannot be seen, or changes how others are seen: controls, directions,
  /// joiners, tags, fillers, halves of pairs, and what no standard has named yet.
  static boolean hidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default ->
          c == 0x34f || c == 0x115f || c == 0x1160 || c == 0x2800 || c == 0x3164 || c == 0xffa0;
    };
  }

  private static int columns(int c) {
    if (mark(c)) {
      return 0;
    }
    return c >= 0x1100 && wide(c) ? 2 : 1;
  }

  /// Unicode Standard Annex 11: the blocks of wide and full-width characters.
  private static boolean wide(int c) {
    return c <= 0x115f
        || (c >= 0x2e80 && c <= 0x303e)
        || (c >= 0x3041 && c <= 0x4dbf)
        || (c >= 0x4e00 && c <= 0xa4cf)
        || (c >= 0xa960 && c <= 0xa97f)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6)
        || (c >= 0x17000 && c <= 0x18cff)
        || (c >= 0x1f300 && c <= 0x1f64f)
        || (c >= 0x1f680 && c <= 0x1f6ff)
        || (c >= 0x1f900 && c <= 0x1f9ff)
        || (c >= 0x1fa70 && c <= 0x1faff)
        || (c >= 0x20000 && c <= 0x3fffd);
  }
}
