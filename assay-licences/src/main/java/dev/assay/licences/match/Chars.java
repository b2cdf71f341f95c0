package dev.assay.licences.match;

/// Kinds of characters, as the reading of a text by its words tells them apart.
final class Chars {
  /// Signs that stand before a comment's words, or set a text apart.
  private static final String SIGNS = "#*/>-_%;!~|\\\"\u2022";

  private Chars() {}

  /// Whether a character belongs to words, in whatever script.
  static boolean word(char c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c) || Character.isHighSurrogate(c);
  }

  /// A digit of ASCII.
  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  /// What sets words apart, the ends of lines too.
  static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u00A0';
  }

  /// A comment's sign, or one that sets a text apart.
  static boolean sign(char c) {
    return SIGNS.indexOf(c) >= 0;
  }
}
