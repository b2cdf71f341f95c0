package dev.assay.licences.scan;

import java.util.Arrays;
import java.util.List;

/// Blanks out what is not prose, keeping every offset: web addresses, link targets, attributes of
/// tags.
final class Mask {
  /// What stands for a tag that breaks a line: the separator of lines, a blank to all who read on.
  static final char LINE_BREAK = '\u2028';

  private static final int LONGEST_TAG = 2000;

  private static final String IDENTIFIER = "SPDX-License-Identifier";

  private Mask() {}

  static String of(String text, int limit) {
    int n = Math.min(text.length(), limit);
    char[] out = text.substring(0, n).toCharArray();
    int i = 0;
    boolean unclosed = false;
    while (i < n) {
      char c = out[i];
      if (c == '<' && i + 1 < n && (Character.isLetter(out[i + 1]) || out[i + 1] == '/')) {
        int code = unclosed ? -1 : code(text, i, n);
        unclosed |= code == UNCLOSED;
        if (code > 0) {
          Arrays.fill(out, i, code, '\t');
          i = code;
          continue;
        }
        int close = find(out, '>', i, Math.min(n, i + LONGEST_TAG));
        boolean address = text.startsWith("http", i + 1);
        if (close > 0 && (address || html(text, i, close))) {
          // Tabs: two blanks at a line's end would end the line's sentence, as a tag does that
          // breaks the line.
          Arrays.fill(out, i, close + 1, '\t');
          if (close - i > 2 && text.regionMatches(true, i, "<br", 0, 3)) {
            out[i] = LINE_BREAK;
          }
          i = close + 1;
          continue;
        }
      } else if (c == '!' && i + 1 < n && out[i + 1] == '[') {
        int close = picture(out, i, n);
        if (close > 0) {
          // What stands for a picture is no sentence; what a badge shows is read from its address.
          blank(out, i, close);
          i = close;
          continue;
        }
      } else if (c == ']' && i + 1 < n && out[i + 1] == '(') {
        int close = find(out, ')', i, Math.min(n, i + LONGEST_TAG));
        int line = find(out, '\n', i, Math.min(n, i + LONGEST_TAG));
        if (close > 0 && (line < 0 || close < line)) {
          blank(out, i + 1, close + 1);
          i = close + 1;
          continue;
        }
      } else if ((c == 'h' || c == 'H')
          && (text.startsWith("http://", i) || text.startsWith("https://", i))) {
        int end = i;
        while (end < n && " \t\r\n<>\"')]|`".indexOf(out[end]) < 0) {
          end++;
        }
        blank(out, i, end);
        i = end;
        continue;
      } else if ((c == 'S' || c == 's') && text.regionMatches(true, i, IDENTIFIER, 0, 23)) {
        // An expression, read as one elsewhere, and no prose.
        int end = i;
        while (end < n && out[end] != '\n' && out[end] != '\r') {
          end++;
        }
        blank(out, i, end);
        i = end;
        continue;
      } else if (c == '0' && (i == 0 || out[i - 1] <= ' ')) {
        // The number of a line in a listing.
        int end = i;
        while (end < n && out[end] >= '0' && out[end] <= '9') {
          end++;
        }
        if (end - i >= 4 && (end == n || out[end] <= ' ' || out[end] == '<')) {
          blank(out, i, end);
        }
        i = end;
        continue;
      }
      i++;
    }
    return new String(out);
  }

  /// The end of a script or a style sheet that begins here, or -1: what stands in it is no prose.
  private static int code(String text, int at, int n) {
    for (String tag : CODE) {
      if (text.regionMatches(true, at + 1, tag, 0, tag.length())
          && at + 1 + tag.length() < n
          && !Character.isLetterOrDigit(text.charAt(at + 1 + tag.length()))) {
        for (int i = at; i < Math.min(n, at + LONGEST_CODE); i++) {
          if (text.charAt(i) == '<'
              && i + 1 < n
              && text.charAt(i + 1) == '/'
              && text.regionMatches(true, i + 2, tag, 0, tag.length())) {
            return i;
          }
        }
        return UNCLOSED;
      }
    }
    return -1;
  }

  private static final List<String> CODE = List.of("script", "style");

  private static final int LONGEST_CODE = 100_000;

  /// After one that does not end no other is looked for: many of them would cost a square.
  private static final int UNCLOSED = -2;

  /// Where the words of a picture end that begins here, `![words](address)`, or -1.
  private static int picture(char[] out, int at, int n) {
    int close = find(out, ']', at, Math.min(n, at + LONGEST_WORDS));
    int line = find(out, '\n', at, Math.min(n, at + LONGEST_WORDS));
    boolean whole = close > 0 && close + 1 < n && out[close + 1] == '(';
    return whole && (line < 0 || close < line) ? close : -1;
  }

  /// The words of a picture are short.
  private static final int LONGEST_WORDS = 300;

  private static boolean html(String text, int open, int close) {
    for (int i = open; i < close; i++) {
      if (text.charAt(i) == '=') {
        return true;
      }
    }
    return close - open < 14;
  }

  private static void blank(char[] out, int from, int to) {
    Arrays.fill(out, from, to, ' ');
  }

  private static int find(char[] out, char c, int from, int to) {
    for (int i = from; i < to; i++) {
      if (out[i] == c) {
        return i;
      }
    }
    return -1;
  }
}
