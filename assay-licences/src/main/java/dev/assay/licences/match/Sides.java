package dev.assay.licences.match;

import org.jspecify.annotations.Nullable;

/// The two sides of a comparison: the words of a text, and those of the licence that it is held
/// against.
///
/// @param numbers the words of the text, by their numbers in the index
record Sides(LicenceIndex index, Words text, int[] numbers, Reference reference) {
  /// A word of the text as it looks: without signs that cannot be seen or that pretend.
  String word(int f) {
    String word = text.word(f);
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 128) {
        return Glyphs.plain(word, 0, word.length());
      }
    }
    return word;
  }

  /// A word of the licence in letters, or null where only its hash is known. Of a hashed text the
  /// words that are facts are shown, and no others.
  @Nullable String letters(int r) {
    int word = reference.words()[r];
    if (!reference.spelled() && index.classOf(word) == WordClass.NONE) {
      return null;
    }
    return index.spelled(word);
  }

  /// Whether a sentence ends behind a word.
  boolean sentenceEnds(int f) {
    String between = text.span(f, f + 1);
    int after = text.end(f) - text.start(f);
    return after < between.length() && ".!?".indexOf(between.charAt(after)) >= 0;
  }
}
