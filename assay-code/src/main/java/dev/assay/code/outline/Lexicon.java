package dev.assay.code.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The words of one source, each copied out of it once and known by a number. The sources of a
/// release share their words, so those of one serve the next on the same thread, up to a bound.
/// However the words were chosen, each is found in a bounded number of steps.
final class Lexicon {
  /// What is no word of a lexicon.
  static final int NONE = -1;

  /// More words than these are not kept; it is more than all single letters and what an outline
  /// keeps of one source.
  private static final int MOST = 1 << 17;

  /// What is handed on to the next source at most.
  private static final int MOST_HANDED_ON = 1 << 13;

  private static final int MOST_CHARACTERS = 1 << 18;

  /// So many places are looked at before a word counts as one of a crowd.
  private static final int STEPS = 16;

  /// The words that every lexicon begins with, under the same numbers.
  private final List<String> first;

  /// The words by their numbers, and their letters one after the other.
  private String[] words = new String[1 << 9];

  private char[] letters = new char[1 << 12];

  /// Where the letters of each word begin, and behind them those of the next.
  private int[] begins = new int[(1 << 9) + 1];

  private final Map<String, Integer> crowd = new HashMap<>();
  private int[] hashes = new int[1 << 9];

  /// The source that a word was last seen in, by the word's number.
  private int[] seenIn = new int[1 << 9];

  /// Numbers of words, one above, by where their hashes put them; 0 where there is none.
  private int[] places = new int[1 << 11];

  private int count;
  private int source;
  private List<String> seen = new ArrayList<>();

  Lexicon(List<String> first) {
    this.first = first;
    begin();
  }

  /// Begins a source.
  void next() {
    source++;
    seen = new ArrayList<>();
    if (count > MOST_HANDED_ON || begins[count] > MOST_CHARACTERS) {
      begin();
    }
  }

  private void begin() {
    count = 0;
    crowd.clear();
    Arrays.fill(places, 0);
    Arrays.fill(seenIn, 0);
    source = 1;
    for (String word : first) {
      find(word.toCharArray(), 0, word.length(), word.hashCode());
    }
    source++;
    seen.clear();
  }

  /// The words of more than one letter that the source has had so far, the first {@link
  /// Outline#MOST} of them.
  List<String> seen() {
    return seen;
  }

  String word(int number) {
    return words[number];
  }

  /// The number of a word, which is new or was seen before, or {@link #NONE} when there are too
  /// many.
  ///
  /// @param hash the hash of these characters, as of a text
  int find(char[] text, int from, int to, int hash) {
    int place = hash ^ hash >>> 16;
    for (int step = 0; step < STEPS; step++) {
      place &= places.length - 1;
      int number = places[place] - 1;
      if (number < 0) {
        return count < MOST ? see(add(new String(text, from, to - from), place)) : NONE;
      }
      if (hashes[number] == hash && is(number, text, from, to)) {
        return see(number);
      }
      place++;
    }
    String word = new String(text, from, to - from);
    Integer number = crowd.get(word);
    if (number == null && count < MOST) {
      number = add(word, -1);
      crowd.put(word, number);
    }
    return number == null ? NONE : see(number);
  }

  private boolean is(int number, char[] text, int from, int to) {
    int at = begins[number];
    if (begins[number + 1] - at != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (letters[at++] != text[i]) {
        return false;
      }
    }
    return true;
  }

  private int see(int number) {
    if (seenIn[number] != source) {
      seenIn[number] = source;
      String word = words[number];
      if (word.length() > 1 && seen.size() < Outline.MOST) {
        seen.add(word);
      }
    }
    return number;
  }

  /// Keeps a word, at a place unless that is -1.
  private int add(String word, int place) {
    int number = count++;
    if (number == words.length) {
      words = Arrays.copyOf(words, 2 * number);
      begins = Arrays.copyOf(begins, 2 * number + 1);
      hashes = Arrays.copyOf(hashes, 2 * number);
      seenIn = Arrays.copyOf(seenIn, 2 * number);
    }
    int from = begins[number];
    int end = from + word.length();
    if (end > letters.length) {
      letters = Arrays.copyOf(letters, Math.max(end, 2 * letters.length));
    }
    word.getChars(0, word.length(), letters, from);
    begins[number + 1] = end;
    words[number] = word;
    hashes[number] = word.hashCode();
    if (place >= 0) {
      places[place] = number + 1;
    }
    if (4 * count > places.length) {
      spread();
    }
    return number;
  }

  /// Twice the places. What finds none near enough joins the crowd.
  private void spread() {
    places = new int[2 * places.length];
    for (int number = 0; number < count; number++) {
      int place = hashes[number] ^ hashes[number] >>> 16;
      int steps = 0;
      while (steps < STEPS && places[place & places.length - 1] != 0) {
        place++;
        steps++;
      }
      if (steps < STEPS) {
        places[place & places.length - 1] = number + 1;
      } else {
        crowd.put(words[number], number);
      }
    }
  }
}
