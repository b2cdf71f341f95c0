package dev.assay.licences.match;

import java.util.ArrayList;
import java.util.List;

/// Finds known licences in a text: candidates by shared runs of three words, then a comparison word
/// by word that tells the licence itself from its near twins.
public final class TextMatcher {
  /// Only the first words of a text are compared: no licence stands beyond.
  private static final int MOST_WORDS = 400_000;

  private static final int MOST_CANDIDATES = 48;

  /// A candidate must share this part of its runs with the text.
  private static final double LEAST_SHARE = 0.25;

  /// Below this likeness a text is no version of the licence.
  private static final double LEAST_LIKENESS = 0.30;

  private final LicenceIndex index;
  private final java.util.concurrent.atomic.LongAdder cells =
      new java.util.concurrent.atomic.LongAdder();

  public TextMatcher(LicenceIndex index) {
    this.index = index;
  }

  /// Pairs of words compared so far, for tests of the bound.
  long cells() {
    return cells.sum();
  }

  /// The known licences in a text, in its order, without overlap; those that differ are the nearest
  /// ones.
  public List<TextMatch> match(Words text) {
    return choose(new ArrayList<>(all(text)));
  }

  /// Every alignment with a candidate that is like it, before the best are chosen.
  List<TextMatch> all(Words text) {
    int[] numbers = index.numbers(text);
    int n = Math.min(numbers.length, MOST_WORDS);
    if (n < 3) {
      return List.of();
    }
    int[] keys = new int[n - 2];
    boolean[] known = new boolean[n - 2];
    for (int i = 0; i < keys.length; i++) {
      known[i] = numbers[i] >= 0 && numbers[i + 1] >= 0 && numbers[i + 2] >= 0;
      if (known[i]) {
        keys[i] = LicenceIndex.key(numbers[i], numbers[i + 1], numbers[i + 2]);
      }
    }
    List<TextMatch> found = new ArrayList<>();
    java.util.BitSet settled = new java.util.BitSet(n);
    for (int candidate : candidates(keys, known)) {
      align(text, numbers, n, keys, known, candidate, found, settled);
    }
    return found;
  }

  private List<Integer> candidates(int[] keys, boolean[] known) {
    int[] shared = new int[index.references()];
    java.util.BitSet seen = new java.util.BitSet();
    for (int i = 0; i < keys.length; i++) {
      int place = known[i] ? index.keyPlace(keys[i]) : -1;
      if (place >= 0 && !seen.get(place)) {
        seen.set(place);
        for (int k = index.holders(place) - 1; k >= 0; k--) {
          shared[index.holder(place, k)]++;
        }
      }
    }
    List<Integer> list = new ArrayList<>();
    for (int r = 0; r < shared.length; r++) {
      if (shared[r] >= 2 && shared[r] >= LEAST_SHARE * index.keysOf(r)) {
        list.add(r);
      }
    }
    // Of those that are there whole, the one that explains most first: the others are then parts
    // of it.
    list.sort((a, b) -> {
      int shares = Double.compare(share(shared, b), share(shared, a));
      int counts = shares != 0 ? shares : Integer.compare(shared[b], shared[a]);
      return counts != 0 ? counts : a.compareTo(b);
    });
    return list.size() > MOST_CANDIDATES ? list.subList(0, MOST_CANDIDATES) : list;
  }

  private double share(int[] shared, int licence) {
    return Math.min(1.0, (double) shared[licence] / index.keysOf(licence));
  }

  private void align(
      Words text,
      int[] numbers,
      int n,
      int[] keys,
      boolean[] known,
      int candidate,
      List<TextMatch> found,
      java.util.BitSet settled) {
    Reference reference = index.reference(candidate);
    if (explained(reference, n, found)) {
      return;
    }
    Trigrams trigrams = index.trigrams(candidate);
    int[] file = new int[keys.length];
    int[] ref = new int[keys.length];
    int hits = 0;
    int open = 0;
    for (int i = 0; i < keys.length; i++) {
      int place = known[i] ? trigrams.place(keys[i]) : -1;
      if (place >= 0) {
        file[hits] = i;
        ref[hits++] = place;
        open += settled.get(i) ? 0 : 1;
      }
    }
    // Where every shared run lies in a licence that is there word by word, only a longer one,
    // whole, can
    // be a better answer.
    if (open * 12 < hits
        && (hits * 10 < reference.needed() * 7 || shorter(reference, file, hits, found))) {
      return;
    }
    int least = Math.max(2, Math.min(12, reference.size() / 12));
    int start = 0;
    int highest = -1;
    for (int h = 0; h <= hits; h++) {
      boolean ends =
          h == hits || (h > start && restarts(file, ref, h, hits, highest, reference.size()));
      if (ends) {
        if (h - start >= least) {
          int from = start == 0 ? 0 : file[start - 1] + 3;
          int to = h == hits ? n : file[h];
          Alignment alignment =
              Alignment.of(
                  numbers,
                  Math.max(0, Math.min(from, file[start])),
                  to,
                  reference,
                  java.util.Arrays.copyOfRange(file, start, h),
                  java.util.Arrays.copyOfRange(ref, start, h),
                  h - start);
          cells.add(alignment.cells());
          if (alignment.matched() > 0) {
            TextMatch match = new Weigher(index, text, numbers, reference).weigh(alignment);
            if (match.likeness() >= LEAST_LIKENESS) {
              found.add(match);
              if (match.same()) {
                settled.set(match.first(), match.last() + 1);
              }
            }
          }
        }
        start = h;
        highest = -1;
      }
      if (h < hits && ref[h] > highest && stays(ref, h, hits, highest, reference.size())) {
        highest = ref[h];
      }
    }
  }

  /// Whether the whole text is already one licence word by word that is no shorter than this one.
  private static boolean explained(Reference reference, int n, List<TextMatch> found) {
    for (TextMatch match : found) {
      if (match.same()
          && match.notes().isEmpty()
          && match.matched() >= reference.size()
          && match.first() == 0
          && match.last() >= n - 1) {
        return true;
      }
    }
    return false;
  }

  /// Whether a licence found here word by word, and longer than this one, holds all that it could
  /// match.
  private static boolean shorter(Reference reference, int[] file, int hits, List<TextMatch> found) {
    for (TextMatch match : found) {
      if (match.same()
          && match.notes().isEmpty()
          && match.matched() >= reference.size()
          && hits > 0
          && match.first() <= file[0]
          && match.last() >= file[hits - 1]) {
        return true;
      }
    }
    return false;
  }

  /// Whether a text that goes far ahead in the licence at a hit stays there: a sentence that the
  /// licence has elsewhere is no reason to look for its beginning behind it.
  private static boolean stays(int[] ref, int h, int hits, int highest, int size) {
    if (highest < 0 && ref[h] < size / 4 || highest >= 0 && ref[h] <= highest + size / 4) {
      return true;
    }
    int end = Math.min(hits, h + 32);
    int high = 0;
    for (int k = h; k < end; k++) {
      high += ref[k] >= ref[h] ? 1 : 0;
    }
    return high * 2 >= end - h;
  }

  /// Whether another copy of the licence begins at a hit: the words go back to its beginning and
  /// stay there, or nothing of it stood here for long.
  private static boolean restarts(int[] file, int[] ref, int h, int hits, int highest, int size) {
    if (file[h] - file[h - 1] > 400) {
      return true;
    }
    int back = highest - Math.max(20, size / 4);
    if (ref[h] >= back) {
      return false;
    }
    int low = 0;
    int seen = 0;
    for (int k = h; k < Math.min(hits, h + 8); k++) {
      seen++;
      if (ref[k] < back) {
        low++;
      }
    }
    return low * 3 >= seen * 2;
  }

  /// The best match for each place. A text that is a licence word by word wins over one that is
  /// nearly another; of two that both are, the longer one, since it has more of what stands there.
  private static List<TextMatch> choose(List<TextMatch> found) {
    found.sort(TextMatcher::better);
    List<TextMatch> chosen = new ArrayList<>();
    for (TextMatch match : found) {
      if (match.same() && partOfLonger(match, found)) {
        continue;
      }
      boolean free = true;
      for (TextMatch other : chosen) {
        if (match.overlaps(other)) {
          int shared =
              Math.min(match.last(), other.last()) - Math.max(match.first(), other.first()) + 1;
          if (shared * 10 > Math.min(match.length(), other.length())) {
            free = false;
          }
        }
      }
      if (free) {
        chosen.add(match);
      }
    }
    chosen.sort((a, b) -> Integer.compare(a.first(), b.first()));
    return chosen;
  }

  /// The order of matches, the best first.
  private static int better(TextMatch a, TextMatch b) {
    return a.same() == b.same() ? Double.compare(worse(a), worse(b)) : a.same() ? -1 : 1;
  }

  private static double worse(TextMatch m) {
    return m.same()
        ? -m.matched() + 5.0 * m.notes().size() + old(m)
        : -m.likeness() * Math.sqrt(m.matched());
  }

  /// Of two names for the same words the one that is still used is better.
  private static int old(TextMatch match) {
    return match.entry().is(LicenceIndex.Entry.DEPRECATED) ? 1 : 0;
  }

  /// Whether a short licence's words only stand inside a much longer licence that is nearly there.
  private static boolean partOfLonger(TextMatch match, List<TextMatch> found) {
    for (TextMatch other : found) {
      if (!other.same()
          && other.likeness() >= 0.8
          && other.matched() > 2 * match.matched()
          && other.first() <= match.first()
          && other.last() >= match.last()
          && !taken(other, match, found)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the place of a match that is only nearly a licence belongs, but for a third one's part
  /// of it, to a licence that is there word by word.
  private static boolean taken(TextMatch near, TextMatch except, List<TextMatch> found) {
    for (TextMatch other : found) {
      if (other != except
          && other.same()
          && other.overlaps(near)
          && !other.overlaps(except)
          && other.matched() * 10 >= near.matched() * 9) {
        return true;
      }
    }
    return false;
  }
}
