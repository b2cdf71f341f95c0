package dev.assay.licences.scan;

import java.util.Arrays;

/// Blanks out what is not prose, keeping every offset: web addresses, link targets, attributes of
/// tags.
final class Mask {
  private static final int LONGEST_TAG = 2000;

  private static final String IDENTIFIER = "SPDX-License-Identifier";

  private Mask() {}

  static String of(String text, int limit) {
    int n = Math.min(text.length(), limit);
    char[] out = text.substring(0, n).toCharArray();
    int i = 0;
    while (i < n) {
      char c = out[i];
      if (c == '<' && i + 1 < n && (Character.isLetter(out[i + 1]) || out[i + 1] == '/')) {
        int close = find(out, '>', i, Math.min(n, i + LONGEST_TAG));
        boolean address = text.startsWith("http", i + 1);
        if (close > 0 && (address || html(text, i, close))) {
          // Tabs: two blanks at a line's end would end the line's sentence.
          Arrays.fill(out, i, close + 1, '\t');
          i = close + 1;
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
