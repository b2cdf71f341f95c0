package dev.assay.weights;

import java.util.Arrays;

/// Counts, over many words, how often each bit is set, without looking at one bit at a time. Counts
/// are kept upright: plane k holds, for each bit of each place, the digit of weight 2^k. Two words
/// and a plane's digit add up to a new digit and a carry in five operations (a full adder), for all
/// bits at once; a chunk of carries waits until there is another for the plane above.
final class BitCounts {
  /// Words in a chunk.
  static final int CHUNK = 256;

  /// Enough for 2^31 chunks.
  private static final int PLANES = 32;

  private static final int WAITING = CHUNK;
  private static final int INCOMING = 2 * CHUNK;

  private final int width;

  /// For each plane: its digits, a chunk that waits, and one that comes in.
  private final long[][] planes = new long[PLANES][];

  private final boolean[] waits = new boolean[PLANES];

  /// @param width bits in a lane: 8, 16, 32 or 64
  BitCounts(int width) {
    this.width = width;
  }

  /// Adds a chunk.
  void add(long[] words, int from) {
    System.arraycopy(words, from, plane(0), waits[0] ? INCOMING : WAITING, CHUNK);
    for (int level = 0; ; level++) {
      if (!waits[level]) {
        waits[level] = true;
        return;
      }
      waits[level] = false;
      long[] plane = plane(level);
      fullAdder(plane);
      System.arraycopy(
          plane, INCOMING, plane(level + 1), waits[level + 1] ? INCOMING : WAITING, CHUNK);
    }
  }

  private long[] plane(int level) {
    long[] plane = planes[level];
    if (plane == null) {
      plane = new long[3 * CHUNK];
      planes[level] = plane;
    }
    return plane;
  }

  private static void fullAdder(long[] w) {
    for (int i = 0; i < CHUNK; i++) {
      long p = w[i];
      long a = w[WAITING + i];
      long b = w[INCOMING + i];
      long u = a ^ b;
      w[i] = u ^ p;
      w[INCOMING + i] = (a & b) | (u & p);
    }
  }

  /// How many lanes had each bit set, from the lowest; the counts begin anew.
  ///
  /// @param power chunks were added for 2^power times what they hold
  long[] take(int power) {
    long[] sums = new long[width];
    for (int level = 0; level < PLANES && planes[level] != null; level++) {
      count(planes[level], 0, width, level + power, sums);
      if (waits[level]) {
        count(planes[level], WAITING, width, level + power, sums);
        waits[level] = false;
      }
      Arrays.fill(planes[level], 0, CHUNK, 0);
    }
    return sums;
  }

  /// Adds how many lanes of a chunk have each bit set.
  ///
  /// @param width bits in a lane
  /// @param power each counts for 2^power
  static void count(long[] words, int from, int width, int power, long[] into) {
    long lowest = 0;
    for (int lane = 0; lane < Long.SIZE; lane += width) {
      lowest |= 1L << lane;
    }
    for (int bit = 0; bit < width; bit++) {
      into[bit] += ones(words, from, lowest << bit) << power;
    }
  }

  private static long ones(long[] words, int from, long mask) {
    long sum = 0;
    for (int i = 0; i < CHUNK; i++) {
      sum += Long.bitCount(words[from + i] & mask);
    }
    return sum;
  }
}
