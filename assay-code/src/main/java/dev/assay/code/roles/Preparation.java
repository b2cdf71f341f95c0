package dev.assay.code.roles;

import dev.assay.code.outline.Outline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a preparation of data is made of, whatever it is called: records are read, records are
/// written, and the names between speak of data sets: of their parts, their forms, of what is done
/// to them. Each line of `data-kinds` in `words.yaml` is one kind of such names.
public final class Preparation {
  /// A longer string is text and no name of a file.
  private static final int LONGEST_NAME = 80;

  private static final Map<String, Integer> KINDS = kinds();

  private Preparation() {}

  /// How many kinds of things of data sets a file speaks of that reads and writes records; else -1.
  public static int kinds(Outline outline, Vocabulary vocabulary) {
    boolean reads = false;
    boolean writes = false;
    for (Outline.Call c : outline.calls()) {
      reads |= Words.READERS.contains(c.last());
      writes |= !c.last().equals("copy") && Words.WRITERS.contains(c.last());
    }
    if (!reads || !writes) {
      return -1;
    }
    int kinds = vocabulary.dataKinds();
    for (Outline.Call c : outline.calls()) {
      if (!c.text().isEmpty() && c.text().length() <= LONGEST_NAME) {
        kinds |= kinds(Zones.words(c.text()));
      }
    }
    return Integer.bitCount(kinds);
  }

  /// The kinds that words speak of, a bit for each.
  static int kinds(List<String> words) {
    int kinds = 0;
    for (String word : words) {
      kinds |= KINDS.getOrDefault(word, 0);
    }
    return kinds;
  }

  private static Map<String, Integer> kinds() {
    Map<String, Integer> kinds = new HashMap<>();
    int bit = 1;
    for (String line : Words.lines("data-kinds")) {
      for (String word : line.split(" ")) {
        kinds.put(word, bit);
      }
      bit <<= 1;
    }
    return kinds;
  }
}
