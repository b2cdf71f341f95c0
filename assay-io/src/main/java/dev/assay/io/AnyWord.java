package dev.assay.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Whether a text holds any of some words, in capitals or not: the cheap question before a dear one
/// (a pattern that is tried at every letter), for texts of which most hold none.
///
/// It looks at the last two of every four letters, and where those are of no word goes on by as
/// many as no word can end within: a third to a half of the letters is looked at, however many
/// words there are.
public final class AnyWord {
  /// So many letters of a word are held against a text at once.
  private static final int WINDOW = 4;

  private static final int SHORTEST = 3;
  private static final int PAIRS = 1 << 10;

  /// For each pair of letters, how far a word's first letters that could hold it end from there at
  /// the least: none where they may end with the pair.
  private final byte[] steps = new byte[PAIRS];

  /// For each pair of letters, the words whose first letters end with it.
  private final byte[][][] byPair = new byte[PAIRS][][];

  private AnyWord(String[] words) {
    Arrays.fill(steps, (byte) (WINDOW - 1));
    for (String word : words) {
      add(word.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /// @param words of ASCII, each of three letters at least, none of them a capital
  public static AnyWord of(String... words) {
    for (String word : words) {
      if (word.length() < SHORTEST
          || !word.chars().allMatch(c -> c < 128 && (c < 'A' || c > 'Z'))) {
        throw new IllegalArgumentException("too short, beyond ASCII or with capitals: " + word);
      }
    }
    return new AnyWord(words);
  }

  private void add(byte[] word) {
    int first = Math.min(word.length, WINDOW);
    for (int i = 1; i < first; i++) {
      lower(pair(word[i - 1], word[i]), first - 1 - i);
    }
    for (int before = 0; before < 32 && first < WINDOW; before++) {
      // Before a word of three letters anything may stand.
      lower(pair(before, word[0]), first - 1);
    }
    int end = pair(word[first - 2], word[first - 1]);
    byte[][] known = byPair[end] == null ? new byte[0][] : byPair[end];
    byPair[end] = Arrays.copyOf(known, known.length + 1);
    byPair[end][known.length] = word;
  }

  private void lower(int pair, int step) {
    steps[pair] = (byte) Math.min(steps[pair], step);
  }

  /// Two characters by what is the same in small letters and capitals.
  private static int pair(int a, int b) {
    return (a & 31) << 5 | b & 31;
  }

  /// Whether any of the words is there. Letters beyond ASCII are none of a word's.
  public boolean in(String text) {
    // What is beyond Latin-1 becomes a question mark.
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    int last = SHORTEST - 1;
    while (last < bytes.length) {
      int pair = pair(bytes[last - 1], bytes[last]);
      int step = steps[pair];
      if (step == 0) {
        for (byte[] word : byPair[pair]) {
          if (stands(word, bytes, last + 1 - Math.min(word.length, WINDOW))) {
            return true;
          }
        }
        step = 1;
      }
      last += step;
    }
    return false;
  }

  private static boolean stands(byte[] word, byte[] bytes, int at) {
    if (at < 0 || at + word.length > bytes.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      byte b = bytes[at + i];
      if ((b >= 'A' && b <= 'Z' ? b | 0x20 : b) != word[i]) {
        return false;
      }
    }
    return true;
  }
}
