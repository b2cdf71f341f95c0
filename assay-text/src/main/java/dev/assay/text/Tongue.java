package dev.assay.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;

/// Languages in Latin letters that share words with English, told by the small words that every
/// sentence needs. A phrase of such a language counts only in a text of that language: what is one
/// word of many in German may be an everyday word in English.
enum Tongue {
  /// English and what has a script of its own: its phrases count in every text.
  ANY(Set.of()),
  DE(
      Set.of(
          "der", "das", "und", "ist", "ein", "eine", "mit", "von", "für", "auf", "nicht", "wurde",
          "wurden", "werden", "dem", "den", "des", "auch", "aus", "bei", "zum", "zur", "sind",
          "wir", "die", "im", "einem", "einer", "sich", "als", "wird", "keine")),
  FR(
      Set.of(
          "le", "la", "les", "des", "du", "et", "est", "une", "un", "dans", "pour", "avec", "sur",
          "par", "au", "aux", "que", "qui", "sont", "nous", "été", "cette", "ce", "de", "en", "pas",
          "ne", "ses", "leur", "à")),
  ES(
      Set.of(
          "el", "la", "los", "las", "del", "y", "es", "una", "un", "en", "para", "con", "por",
          "que", "se", "fue", "han", "sobre", "como", "este", "esta", "de", "ha", "sus", "no",
          "son", "al")),
  IT(
      Set.of(
          "il", "lo", "gli", "le", "della", "di", "è", "una", "un", "per", "con", "che", "sono",
          "nel", "dei", "delle", "dal", "alla", "stato", "su", "da", "e", "non", "la", "i", "del",
          "questo", "ha", "in")),
  PT(
      Set.of(
          "o", "os", "as", "do", "da", "dos", "das", "e", "é", "uma", "um", "em", "para", "com",
          "por", "que", "não", "foi", "são", "nos", "na", "no", "de", "ao", "se", "sobre", "este",
          "foram"));

  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "to", "is", "for", "with", "on", "that", "we", "are", "this", "from",
          "by", "was", "were", "it", "our", "be", "as", "an", "a", "in", "or", "at", "not", "can",
          "you", "your", "has", "have");

  private static final Map<String, Tongue> BY_LIST =
      Map.of("de", DE, "fr", FR, "es", ES, "it", IT, "pt", PT);

  /// A heading or a label has no small words, and may be of any language.
  private static final int SHORT = 8;

  private final Set<String> small;

  Tongue(Set<String> small) {
    this.small = small;
  }

  /// The language of a word list, by the list's name.
  static Tongue ofList(String list) {
    return BY_LIST.getOrDefault(list, ANY);
  }

  /// Whether a text is surely in one of these languages and not in English: it has more of that
  /// one's small words. Linear in the text's length.
  static boolean isAnother(String text) {
    var counts = new int[values().length];
    return count(text, counts) >= SHORT && max(counts) > counts[ANY.ordinal()];
  }

  /// Whether a text has more of the small words of a language than of English.
  static boolean isOf(String text, Tongue tongue) {
    var counts = new int[values().length];
    count(text, counts);
    return counts[tongue.ordinal()] > counts[ANY.ordinal()];
  }

  private static int max(int[] counts) {
    int most = 0;
    for (Tongue tongue : values()) {
      most = tongue == ANY ? most : Math.max(most, counts[tongue.ordinal()]);
    }
    return most;
  }

  /// Counts the small words of each language, with those of English at {@link #ANY}.
  ///
  /// @return how many words the text has
  private static int count(String text, int[] counts) {
    int words = 0;
    var tokens =
        new StringTokenizer(text.toLowerCase(Locale.ROOT), " \t\n\r,.;:!?()[]{}<>\"'’`*_/|-");
    while (tokens.hasMoreTokens()) {
      String word = tokens.nextToken();
      words++;
      counts[ANY.ordinal()] += ENGLISH.contains(word) ? 1 : 0;
      for (Tongue tongue : values()) {
        counts[tongue.ordinal()] += tongue.small.contains(word) ? 1 : 0;
      }
    }
    return words;
  }

  /// The languages that a text may be of, as bits by ordinal. Linear in the text's length.
  static int of(String text) {
    var counts = new int[values().length];
    int words = count(text, counts);
    int english = counts[ANY.ordinal()];
    int spoken = 1;
    for (Tongue tongue : values()) {
      int count = tongue == ANY ? 0 : counts[tongue.ordinal()];
      if (words < SHORT || count > 0 && count >= english) {
        spoken |= 1 << tongue.ordinal();
      }
    }
    return spoken;
  }
}
