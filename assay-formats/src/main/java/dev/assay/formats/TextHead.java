package dev.assay.formats;

import java.nio.charset.StandardCharsets;

/// The first bytes of a file as far as they tell, without making a text of them, that a text format
/// is not there: nearly every file of a release is asked by every format.
public final class TextHead {
  private TextHead() {}

  /// Whether the text may begin with a character of ASCII, after white space. False is certain; a
  /// byte beyond ASCII, such as a mark of the encoding, leaves it open.
  public static boolean mayBegin(byte[] head, char first) {
    for (byte b : head) {
      if (b < 0 || !Character.isWhitespace(b)) {
        return b < 0 || b == first;
      }
    }
    return false;
  }

  /// Whether the text begins with a character of ASCII, after white space of any kind.
  public static boolean begins(byte[] head, char first) {
    for (byte b : head) {
      if (b < 0) {
        // White space of another script, or a character that is none.
        return new String(head, StandardCharsets.UTF_8).strip().startsWith(String.valueOf(first));
      }
      if (!Character.isWhitespace(b)) {
        return b == first;
      }
    }
    return false;
  }

  /// Whether one of some texts of ASCII stands in it; all of them begin with the same character.
  public static boolean contains(byte[] head, String... texts) {
    char first = texts[0].charAt(0);
    for (int i = 0; i < head.length; i++) {
      if (head[i] == first) {
        for (String text : texts) {
          if (stands(head, i, text)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean stands(byte[] head, int at, String text) {
    int n = text.length();
    if (n > head.length - at) {
      return false;
    }
    int i = 1;
    while (i < n && head[at + i] == text.charAt(i)) {
      i++;
    }
    return i == n;
  }
}
