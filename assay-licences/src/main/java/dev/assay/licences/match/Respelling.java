package dev.assay.licences.match;

import java.util.Locale;

/// Whether a difference is only in how the same words are written.
record Respelling(Sides sides) {
  boolean is(Difference d) {
    return hasSameLetters(d) || isSlip(d);
  }

  /// Whether the words are cut in other places, and have the same letters.
  private boolean hasSameLetters(Difference d) {
    if (d.refTo() - d.refFrom() > 6 || d.fileTo() - d.fileFrom() > 6) {
      return false;
    }
    StringBuilder theirs = new StringBuilder();
    for (int r = d.refFrom(); r < d.refTo(); r++) {
      String word = sides.index().spelled(sides.reference().words()[r]);
      if (word == null) {
        return false;
      }
      theirs.append(word);
    }
    StringBuilder ours = new StringBuilder();
    for (int f = d.fileFrom(); f < d.fileTo(); f++) {
      String word = sides.text().word(f);
      String plain = Glyphs.plain(word, 0, word.length());
      for (int i = 0; i < plain.length(); i++) {
        if (Character.isLetterOrDigit(plain.charAt(i))) {
          ours.append(plain.charAt(i));
        }
      }
    }
    return theirs.toString().equals(ours.toString());
  }

  /// Word for word the same but for slips of the pen: a letter in a word that no licence has, where
  /// the licence's word is none of those that must match; or strange letters from a damaged
  /// encoding.
  private boolean isSlip(Difference d) {
    int n = d.refTo() - d.refFrom();
    if (n > 6 || n != d.fileTo() - d.fileFrom()) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      int f = d.fileFrom() + i;
      String theirs = sides.index().spelled(sides.reference().words()[d.refFrom() + i]);
      if (theirs == null || sides.numbers()[f] != LicenceIndex.UNKNOWN) {
        return false;
      }
      String ours = sides.word(f).toLowerCase(Locale.ROOT);
      boolean slip =
          WordClass.of(theirs) == WordClass.NONE
              && WordClass.of(ours) == WordClass.NONE
              && distance(ours, theirs) <= (theirs.length() >= 9 ? 2 : 1);
      if (!slip && !theirs.equals(ours.replaceAll("[^a-z0-9.+]", ""))) {
        return false;
      }
    }
    return true;
  }

  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 2) {
      return 3;
    }
    int[] row = new int[b.length() + 1];
    for (int k = 0; k <= b.length(); k++) {
      row[k] = k;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int k = 1; k <= b.length(); k++) {
        int up = row[k];
        row[k] =
            Math.min(
                Math.min(row[k], row[k - 1]) + 1,
                diagonal + (a.charAt(i - 1) == b.charAt(k - 1) ? 0 : 1));
        diagonal = up;
      }
    }
    return row[b.length()];
  }
}
