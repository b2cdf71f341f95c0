package dev.assay.licences.match;

import java.util.Arrays;

/// Where each run of three words stands in one text, for the runs that stand there once.
final class Trigrams {
  private static final int TWICE = -2;

  private final int[] keys;
  private final int[] places;

  private Trigrams(int[] keys, int[] places) {
    this.keys = keys;
    this.places = places;
  }

  static Trigrams of(char[] words) {
    int size = Integer.highestOneBit(Math.max(16, words.length * 2)) * 2;
    int[] keys = new int[size];
    int[] places = new int[size];
    Arrays.fill(places, -1);
    for (int i = 0; i + 2 < words.length; i++) {
      int key = LicenceIndex.key(words[i], words[i + 1], words[i + 2]);
      int slot = key & (size - 1);
      while (places[slot] != -1 && keys[slot] != key) {
        slot = (slot + 1) & (size - 1);
      }
      places[slot] = places[slot] == -1 ? i : TWICE;
      keys[slot] = key;
    }
    return new Trigrams(keys, places);
  }

  /// Where the run stands, or a negative number when nowhere or more than once.
  int place(int key) {
    int slot = key & (keys.length - 1);
    while (places[slot] != -1) {
      if (keys[slot] == key) {
        return places[slot];
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return -1;
  }
}
