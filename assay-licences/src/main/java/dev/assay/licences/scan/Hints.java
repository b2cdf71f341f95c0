package dev.assay.licences.scan;

import dev.assay.io.AnyWord;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Whether a text can speak of licences at all: most files of a release do not, and telling so
/// takes one look at each character. Every pattern of the scanners needs one of these words or a
/// letter outside Latin (another language, or a letter that only looks like a Latin one).
final class Hints {
  /// The first letter that is not Latin; above it the scanners themselves decide.
  private static final char FIRST_OTHER = '\u0370';

  static final String[] WORDS = {
    "licen",
    "lizen",
    "copyright",
    "copyleft",
    "commercial",
    "creative",
    "creativecommons",
    "permi",
    "public domain",
    "proprietary",
    "warrant",
    "redistribut",
    "released",
    "research",
    "academic ",
    "personal use",
    "same terms",
    "under ",
    "unter ",
    "gpl",
    "gnu ",
    "mozilla public",
    "(c)",
    "spdx",
    "comercial",
    "kommerz",
    "recherche",
    "forschung",
    "investigaci",
    "pesquisa",
    "ricerca"
  };

  /// For each small letter, the words that begin with it.
  private static final String[][] BY_LETTER = byLetter();

  /// For each small letter, a bit for each second letter of those words, by its last five bits:
  /// most places of a text are told by two letters.
  private static final int[] SECONDS =
      Arrays.stream(BY_LETTER)
          .mapToInt(words ->
              Arrays.stream(words).mapToInt(w -> 1 << w.charAt(1)).reduce(0, (a, b) -> a | b))
          .toArray();

  private static final AnyWord ANY = AnyWord.of(WORDS);

  private Hints() {}

  /// Whether any hint is there.
  ///
  /// @param ascii whether nothing in the text is beyond ASCII
  static boolean in(String text, boolean ascii) {
    return ascii ? ANY.in(text) : inAny(text);
  }

  private static boolean inAny(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (c >= FIRST_OTHER || c == '\u00A9') {
        return true;
      }
      int slot = slot(c);
      if (slot >= 0 && slot < SECONDS.length && SECONDS[slot] != 0 && i + 1 < chars.length) {
        char next = chars[i + 1];
        // Letters that only look like Latin ones may be equal to them when case is ignored.
        if (next < 128 && (SECONDS[slot] & 1 << next) == 0) {
          continue;
        }
        for (String word : BY_LETTER[slot]) {
          if (text.regionMatches(true, i, word, 0, word.length())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static String[][] byLetter() {
    return IntStream.range(0, 27)
        .mapToObj(n -> Arrays.stream(WORDS).filter(w -> slot(w.charAt(0)) == n))
        .map(words -> words.toArray(String[]::new))
        .toArray(String[][]::new);
  }

  private static int slot(char first) {
    return first == '(' ? 26 : (first | 0x20) - 'a';
  }
}
