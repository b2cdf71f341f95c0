package dev.assay.licences.match;

import java.util.Locale;
import java.util.Set;

/// Whether a difference only names another product, person, address or date: a licence that was
/// written for one model and is given to another. On both sides stand none of the words that must
/// match, and a number stands for a day or a year alone: a threshold is a term.
final class Renames {
  /// A longer name is a sentence.
  private static final int LONGEST = 12;

  /// So many words of the licence may a name stand in place of.
  private static final int MOST = 6;

  private static final Set<String> MONTHS =
      Set.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private final Sides sides;

  Renames(Sides sides) {
    this.sides = sides;
  }

  /// Whether a difference is another name and nothing more.
  boolean is(Difference d) {
    int words = 0;
    for (int f = d.fileFrom(); f < d.fileTo(); f++) {
      boolean address = sides.text().inAddress(f);
      if (!address && !isName(sides.word(f))) {
        return false;
      }
      words += address ? 0 : 1;
    }
    boolean named = d.fileFrom() < d.fileTo() && words <= LONGEST;
    if (!named || d.refTo() - d.refFrom() > MOST) {
      return false;
    }
    for (int r = d.refFrom(); r < d.refTo(); r++) {
      String word = sides.letters(r);
      WordClass kind = sides.index().classOf(sides.reference().words()[r]);
      boolean date = word != null && isDate(word);
      if (kind != WordClass.NONE && !date) {
        return false;
      }
    }
    return true;
  }

  /// Whether a word can be a part of a name or a date: it has a capital and is none of those that
  /// must match, or has digits among letters, `7B`.
  private static boolean isName(String word) {
    boolean letters = word.chars().anyMatch(Character::isLetter);
    boolean digits = word.chars().anyMatch(Character::isDigit);
    boolean capital = word.chars().anyMatch(Character::isUpperCase);
    return isDate(word) || letters && digits || capital && WordClass.of(word) == WordClass.NONE;
  }

  private static boolean isDate(String word) {
    if (MONTHS.contains(word.toLowerCase(Locale.ROOT))) {
      return true;
    }
    if (word.isEmpty() || word.length() > 4 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int number = Integer.parseInt(word);
    return word.length() <= 2 ? number >= 1 && number <= 31 : number >= 1990 && number < 2100;
  }
}
