package dev.assay.formats.sources;

import java.util.Locale;

/// What the numbers of a plain text are like: how many there are, how many are negative or not in
/// order, and how many words stand between them.
///
/// @param numbers the numbers
/// @param negative those below nothing
/// @param falls how often one is smaller than the one before it
/// @param words what is no number
record ListedNumbers(int numbers, int negative, int falls, int words) {
  /// So many numbers no settings have.
  private static final int MANY = 800;

  private static final int LONGEST = 40;

  /// Whether words between the first numbers name both things that the layers of a network have.
  static boolean namesWeights(String head) {
    String lower = head.toLowerCase(Locale.ROOT);
    return lower.contains("weights") && lower.contains("bias");
  }

  /// Reads a text, which may be cut off anywhere. One step a character.
  static ListedNumbers in(String text) {
    int numbers = 0;
    int negative = 0;
    int falls = 0;
    int words = 0;
    double last = Double.NEGATIVE_INFINITY;
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && !separates(text.charAt(end))) {
        end++;
      }
      // What is cut off at the end is none.
      if (end > i && end < text.length()) {
        double value = value(text.substring(i, Math.min(end, i + LONGEST)));
        if (Double.isNaN(value)) {
          words++;
        } else {
          numbers++;
          negative += value < 0 ? 1 : 0;
          falls += value < last ? 1 : 0;
          last = value;
        }
      }
      i = end + 1;
    }
    return new ListedNumbers(numbers, negative, falls, words);
  }

  private static boolean separates(char c) {
    return c <= ' ' || c == ',' || c == ';';
  }

  private static double value(String word) {
    char first = word.charAt(0);
    if (first != '-' && first != '+' && first != '.' && (first < '0' || first > '9')) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /// Whether they are such as are learnt: of both signs and in no order, with few words. They may
  /// be whole numbers; places, times and counts are seldom below nothing.
  boolean areLearnt() {
    return numbers >= MANY
        && 100 * words <= 2 * numbers
        && 100 * negative >= 20 * numbers
        && 100 * negative <= 80 * numbers
        && 100 * falls >= 30 * numbers
        && 100 * falls <= 70 * numbers;
  }
}
