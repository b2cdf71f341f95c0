package dev.assay.licences.match;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Characters that stand for others: full-width forms, ligatures, letters of other scripts that
/// look like Latin ones, and characters that cannot be seen.
final class Glyphs {
  private static final String CYRILLIC_AND_GREEK =
      "аеорсухіјѕһԁԛԝѵьᴠοαν" + "АВЕКМНОРСТХУІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
  private static final String LATIN = "aeopcyxijshdqwvbvoav" + "abekmhopctxyijsabezhikmnoptyx";

  private Glyphs() {}

  /// Whether a character cannot be seen and means nothing for the words.
  static boolean invisible(char c) {
    return c == '\u00AD'
        || (c >= '\u200B' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u2069')
        || c == '\uFEFF'
        || c == '\u180E'
        || c == '\u034F';
  }

  /// A character of its own meaning as a word: Han and Kana.
  static boolean ideograph(char c) {
    return (c >= '\u3400' && c <= '\u9FFF')
        || (c >= '\u3041' && c <= '\u30FF')
        || (c >= '\uF900' && c <= '\uFAFF')
        || Character.isHighSurrogate(c);
  }

  /// The plain form of a full-width character.
  static char narrow(char c) {
    return c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
  }

  /// The Latin letter that a letter of another script looks like, in lower case, or 0.
  static char latin(char c) {
    if (c < '\u0370' || c > '\u1D20') {
      return 0;
    }
    int i = CYRILLIC_AND_GREEK.indexOf(c);
    return i < 0 ? 0 : LATIN.charAt(i);
  }

  /// The letters of a ligature, or null.
  static @Nullable String ligature(char c) {
    return switch (c) {
      case '\uFB00' -> "ff";
      case '\uFB01' -> "fi";
      case '\uFB02' -> "fl";
      case '\uFB03' -> "ffi";
      case '\uFB04' -> "ffl";
      default -> null;
    };
  }

  /// What stands from one offset to another in small letters, as it looks: without what cannot be
  /// seen, and with the letters that others pretend to be.
  static String plain(String text, int from, int to) {
    StringBuilder s = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = Glyphs.narrow(text.charAt(i));
      if (!Glyphs.invisible(c)) {
        char latin = Glyphs.latin(c);
        s.append(latin == 0 ? c : latin);
      }
    }
    return s.toString().toLowerCase(Locale.ROOT);
  }
}
