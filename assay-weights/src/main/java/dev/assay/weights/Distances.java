package dev.assay.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A histogram of distances in units of the last place, by the length of the distance in bits. A
/// 64-bit word holds one distance of 64 bits, two of 32, four of 16 or eight of 8 in its lanes; the
/// same operations find all of them.
///
/// Bits of floating-point values are a sign and a magnitude, and magnitudes are in the order of the
/// values: two of one sign are as far apart as their magnitudes, two of different signs as the sum
/// of them. Either fits, because a magnitude has one bit less than its lane. To know how many
/// distances have at least k bits, each bit is spread to all below it, and set bits are counted.
///
/// The loops are short and stand in one array at constant distances: that is what the JVM's
/// compiler makes wide (until JDK 26, it cannot prove that two arrays are apart).
final class Distances {
  /// Words in one go: the bytes of this many are the least that can be added.
  static final int WORDS = 4 * BitCounts.CHUNK;

  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int SECOND = WORDS;
  private static final int DISTANCE = 2 * WORDS;
  private static final int CHUNK = BitCounts.CHUNK;

  /// The lowest two digits of the counts.
  private static final int ONES = 3 * WORDS;

  private static final int TWOS = ONES + CHUNK;

  private final int width;
  private final long top;
  private final long[] spread = new long[6];
  private final BitCounts counts;
  private final long[] w = new long[TWOS + CHUNK];

  /// @param width bits of a value: 8, 16, 32 or 64
  Distances(int width) {
    this.width = width;
    long lowest = lanes(1);
    top = lowest << (width - 1);
    for (int k = 0; 1 << k < width; k++) {
      spread[k] = lanes((1L << (width - (1 << k))) - 1);
    }
    counts = new BitCounts(width);
  }

  /// The same bits in every lane.
  private long lanes(long bits) {
    long all = 0;
    for (int at = 0; at < Long.SIZE; at += width) {
      all |= bits << at;
    }
    return all;
  }

  /// Adds floating-point values.
  ///
  /// @param a a whole number of times {@link #WORDS} words
  /// @param b as long as `a`
  /// @return how many pairs differ in any bit
  long floats(MemorySegment a, MemorySegment b) {
    long different = 0;
    for (long at = 0; at < a.byteSize(); at += WORDS * 8L) {
      load(a, b, at);
      different += different(w, top);
      magnitudes(w, top, width - 1);
      add();
    }
    return different;
  }

  /// Adds whole numbers.
  ///
  /// @param signed whether they are two's complements
  /// @return how many pairs differ
  long whole(MemorySegment a, MemorySegment b, boolean signed) {
    long different = 0;
    for (long at = 0; at < a.byteSize(); at += WORDS * 8L) {
      load(a, b, at);
      different += different(w, top);
      numbers(w, top, signed ? top : 0, width - 1);
      add();
    }
    return different;
  }

  private void load(MemorySegment a, MemorySegment b, long at) {
    MemorySegment.copy(a, LONG, at, w, 0, WORDS);
    MemorySegment.copy(b, LONG, at, w, SECOND, WORDS);
  }

  private void add() {
    spread(w, spread[0], spread[1], spread[2]);
    if (width > 8) {
      spreadOn(w, spread[3], spread[4], spread[5]);
    }
    // The four chunks are added up here to one of four times the weight.
    firstPair(w);
    secondPair(w);
    carries(w);
    counts.add(w, DISTANCE);
  }

  private static void firstPair(long[] w) {
    for (int i = 0; i < CHUNK; i++) {
      long a = w[DISTANCE + i];
      long b = w[DISTANCE + CHUNK + i];
      long p = w[ONES + i];
      long u = a ^ b;
      w[ONES + i] = u ^ p;
      w[DISTANCE + i] = (a & b) | (u & p);
    }
  }

  private static void secondPair(long[] w) {
    for (int i = 0; i < CHUNK; i++) {
      long a = w[DISTANCE + 2 * CHUNK + i];
      long b = w[DISTANCE + 3 * CHUNK + i];
      long p = w[ONES + i];
      long u = a ^ b;
      w[ONES + i] = u ^ p;
      w[DISTANCE + CHUNK + i] = (a & b) | (u & p);
    }
  }

  private static void carries(long[] w) {
    for (int i = 0; i < CHUNK; i++) {
      long a = w[DISTANCE + i];
      long b = w[DISTANCE + CHUNK + i];
      long p = w[TWOS + i];
      long u = a ^ b;
      w[TWOS + i] = u ^ p;
      w[DISTANCE + i] = (a & b) | (u & p);
    }
  }

  /// A lane counts when any of its bits differ: adding all ones but the top to a lane's low bits
  /// carries into the top exactly when one of them is set.
  private static long different(long[] w, long top) {
    long low = ~top;
    long count = 0;
    for (int i = 0; i < WORDS; i++) {
      long x = w[i] ^ w[SECOND + i];
      count += Long.bitCount((((x & low) + low) | x) & top);
    }
    return count;
  }

  private static void magnitudes(long[] w, long top, int shift) {
    long low = ~top;
    for (int i = 0; i < WORDS; i++) {
      long a = w[i];
      long b = w[SECOND + i];
      long x = a & low;
      long y = b & low;
      // 2^shift + x - y in each lane: the top bit stays where x >= y, and no lane borrows.
      long t = (x | top) - y;
      long less = ~t & top;
      long difference = ((t ^ (less - (less >>> shift))) & low) + (less >>> shift);
      long signs = (a ^ b) & top;
      long other = (signs - (signs >>> shift)) | signs;
      w[DISTANCE + i] = (difference & ~other) | ((x + y) & other);
    }
  }

  private static void numbers(long[] w, long top, long flip, int shift) {
    long low = ~top;
    for (int i = 0; i < WORDS; i++) {
      long a = w[i] ^ flip;
      long b = w[SECOND + i] ^ flip;
      long t = ((a & low) | top) - (b & low);
      long tops = (a ^ b) & top;
      // The distance is 2^shift - t or its like where b is the greater one.
      long less = (~t & top & ~tops) | (b & tops);
      long turned = (less - (less >>> shift)) | less;
      w[DISTANCE + i] = ((t ^ turned) & (low | tops)) + (less >>> shift);
    }
  }

  private static void spread(long[] w, long a, long b, long c) {
    for (int i = 0; i < WORDS; i++) {
      long x = w[DISTANCE + i];
      x |= (x >>> 1) & a;
      x |= (x >>> 2) & b;
      x |= (x >>> 4) & c;
      w[DISTANCE + i] = x;
    }
  }

  private static void spreadOn(long[] w, long a, long b, long c) {
    for (int i = 0; i < WORDS; i++) {
      long x = w[DISTANCE + i];
      x |= (x >>> 8) & a;
      x |= (x >>> 16) & b;
      x |= (x >>> 32) & c;
      w[DISTANCE + i] = x;
    }
  }

  /// Takes the histogram out.
  ///
  /// @param pairs pairs added of which the bits differ
  /// @param into index 0 counts those with no distance, index k those of k bits
  void take(long pairs, long[] into) {
    long[] least = counts.take(2);
    BitCounts.count(w, ONES, width, 0, least);
    BitCounts.count(w, TWOS, width, 1, least);
    Arrays.fill(w, ONES, w.length, 0);
    into[0] += pairs - least[0];
    for (int k = 0; k < width; k++) {
      into[k + 1] += least[k] - (k + 1 < width ? least[k + 1] : 0);
    }
  }
}
