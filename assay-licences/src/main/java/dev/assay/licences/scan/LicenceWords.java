package dev.assay.licences.scan;

import dev.assay.licences.names.Tokens;

/// The words for licence in the languages that cards are written in, and where they stand.
final class LicenceWords {
  private LicenceWords() {}

  /// Whether a heading speaks of a licence.
  static boolean spoken(String heading) {
    return heading.contains("licen")
        || heading.contains("lizenz")
        || heading.contains("ライセンス")
        || heading.contains("라이선스")
        || heading.contains("라이센스")
        || heading.contains("лиценз")
        || heading.contains("\u534F\u8BAE")
        || heading.contains("\u8BB8\u53EF")
        || heading.contains("copyright");
  }

  /// Whether a word is one for licence, or begins with it.
  static boolean licenceWord(String word) {
    return word.startsWith("licen")
        || word.startsWith("sublicen")
        || word.startsWith("lizenz")
        || word.startsWith("лиценз");
  }

  /// Whether the word for licence stands here in a language that is written sign by sign.
  static boolean licenceSigns(Tokens t, int i) {
    return switch (t.at(i)) {
      case "\u534F", "\u8BB8", "\u6388" -> true;
      case "ラ" -> t.signs(i, "ライセンス");
      case "許" -> t.signs(i, "許諾");
      case "허" -> t.signs(i, "허가서");
      case "라" -> t.signs(i, "라이선스") || t.signs(i, "라이센스");
      default -> false;
    };
  }

  /// Whether a word stands between two places.
  static boolean within(Tokens t, int from, int to, String word) {
    for (int i = Math.max(0, from); i < Math.min(to, t.size()); i++) {
      if (t.at(i).equals(word)) {
        return true;
      }
    }
    return false;
  }
}
