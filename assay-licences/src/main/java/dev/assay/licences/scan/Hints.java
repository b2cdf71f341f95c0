package dev.assay.licences.scan;

import java.nio.charset.StandardCharsets;
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

  /// So many letters of a hint are held against a text at once.
  private static final int WINDOW = 4;

  private static final int SHORTEST = 3;

  /// For each pair of letters, how far a hint's first letters that could hold it end from there at
  /// the least: none where they may end with the pair.
  private static final byte[] STEPS = new byte[1 << 10];

  /// For each pair of letters, the words whose first letters end with it.
  private static final String[][] BY_PAIR = new String[1 << 10][];

  static {
    Arrays.fill(STEPS, (byte) (WINDOW - 1));
    for (String word : WORDS) {
      int first = Math.min(word.length(), WINDOW);
      for (int i = 1; i < first; i++) {
        int pair = pair(word.charAt(i - 1), word.charAt(i));
        STEPS[pair] = (byte) Math.min(STEPS[pair], first - 1 - i);
      }
      for (int before = 0; before < 32 && first < WINDOW; before++) {
        // Before a word of three letters anything may stand.
        int pair = pair(before, word.charAt(0));
        STEPS[pair] = (byte) Math.min(STEPS[pair], first - 1);
      }
      int end = pair(word.charAt(first - 2), word.charAt(first - 1));
      String[] known = BY_PAIR[end] == null ? new String[0] : BY_PAIR[end];
      BY_PAIR[end] = Arrays.copyOf(known, known.length + 1);
      BY_PAIR[end][known.length] = word;
    }
  }

  private Hints() {}

  /// Two characters by what is the same in small letters and capitals.
  private static int pair(int a, int b) {
    return (a & 31) << 5 | b & 31;
  }

  /// Whether any hint is there.
  ///
  /// @param ascii whether nothing in the text is beyond ASCII
  static boolean in(String text, boolean ascii) {
    return ascii ? inAscii(text) : inAny(text);
  }

  /// Looks at the last two of every four letters, and where those are of no hint goes on by as many
  /// as no hint can end within: a third to a half of the letters is looked at.
  private static boolean inAscii(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    int last = SHORTEST - 1;
    while (last < bytes.length) {
      int pair = pair(bytes[last - 1], bytes[last]);
      int step = STEPS[pair];
      if (step == 0) {
        for (String word : BY_PAIR[pair]) {
          int start = last + 1 - Math.min(word.length(), WINDOW);
          if (start >= 0
              && slot((char) bytes[start]) == slot(word.charAt(0))
              && text.regionMatches(true, start, word, 0, word.length())) {
            return true;
          }
        }
        step = 1;
      }
      last += step;
    }
    return false;
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
