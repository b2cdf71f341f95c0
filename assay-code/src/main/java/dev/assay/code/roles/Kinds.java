package dev.assay.code.roles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Kinds of things that names speak of, a bit for each. Each line of a list in `words.yaml` holds
/// the words of one kind.
final class Kinds {
  private final Map<String, Integer> bits = new HashMap<>();

  /// The kinds of a list.
  Kinds(String list) {
    int bit = 1;
    for (String line : Words.lines(list)) {
      for (String word : line.split(" ")) {
        bits.put(word, bit);
      }
      bit <<= 1;
    }
  }

  /// The kind of a word, or 0.
  int of(String word) {
    return bits.getOrDefault(word, 0);
  }

  /// The kinds that words speak of.
  int of(List<String> words) {
    int kinds = 0;
    for (String word : words) {
      kinds |= of(word);
    }
    return kinds;
  }
}
