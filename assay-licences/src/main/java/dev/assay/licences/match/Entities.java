package dev.assay.licences.match;

import java.util.Map;

/// Character references of HTML that stand in or beside words: numbers, and the names of quotation
/// marks and of letters with accents.
final class Entities {
  /// The longest that is looked for, in characters.
  private static final int LONGEST = 12;

  private static final Map<String, Character> NAMED =
      Map.ofEntries(
          Map.entry("apos", '\''),
          Map.entry("rsquo", '\u2019'),
          Map.entry("agrave", '\u00E0'),
          Map.entry("acirc", '\u00E2'),
          Map.entry("auml", '\u00E4'),
          Map.entry("ccedil", '\u00E7'),
          Map.entry("egrave", '\u00E8'),
          Map.entry("eacute", '\u00E9'),
          Map.entry("ecirc", '\u00EA'),
          Map.entry("icirc", '\u00EE'),
          Map.entry("ocirc", '\u00F4'),
          Map.entry("ouml", '\u00F6'),
          Map.entry("oacute", '\u00F3'),
          Map.entry("ugrave", '\u00F9'),
          Map.entry("uuml", '\u00FC'),
          Map.entry("szlig", '\u00DF'),
          Map.entry("ntilde", '\u00F1'),
          Map.entry("shy", '\u00AD'));

  private Entities() {}

  /// The offset after the reference that begins with the `&` at an offset, or -1 where none does.
  static int end(String text, int at) {
    int most = Math.min(text.length(), at + LONGEST);
    for (int i = at + 1; i < most; i++) {
      char c = text.charAt(i);
      if (c == ';') {
        return i > at + 1 ? i + 1 : -1;
      }
      if (c >= 128 || !Character.isLetterOrDigit(c) && c != '#') {
        return -1;
      }
    }
    return -1;
  }

  /// The character that a reference means, or a blank for those that are no part of a word.
  static char meant(String text, int at, int end) {
    String name = text.substring(at + 1, end - 1);
    if (name.charAt(0) != '#') {
      return NAMED.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), ' ');
    }
    boolean hex = name.length() > 1 && (name.charAt(1) | 0x20) == 'x';
    String digits = name.substring(hex ? 2 : 1);
    if (digits.isEmpty() || digits.length() > 6) {
      return ' ';
    }
    int code = 0;
    for (int i = 0; i < digits.length(); i++) {
      int d = Character.digit(digits.charAt(i), hex ? 16 : 10);
      if (d < 0) {
        return ' ';
      }
      code = code * (hex ? 16 : 10) + d;
    }
    return code > 0xFFFF || code < ' ' ? ' ' : (char) code;
  }
}
