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
  private static final int DISTANCE = 0;
  private static final int OTHER = WORDS;
  private static final int CHUNK = BitCounts.CHUNK;

  /// The lowest three digits of the counts, and fours that wait to be added.
  private static final int ONES = 2 * WORDS;

  private static final int TWOS = ONES + CHUNK;
  private static final int FOURS = TWOS + CHUNK;
  private static final int WAITING = FOURS + CHUNK;

  private static final MemorySegment NONE = MemorySegment.NULL;

  private final int width;
  private final long top;
  private final Step spreading;
  private final long[] spread = new long[6];
  private final BitCounts counts;
  private final long[] w = new long[WAITING + CHUNK];
  private final MemorySegment bits = MemorySegment.ofArray(w);
  private boolean waits;

  /// Pairs of a zero and a zero of the other sign.
  private long zeros;

  /// @param width bits of a value: 8, 16, 32 or 64
  Distances(int width) {
    this.width = width;
    long lowest = lanes(1);
    top = lowest << (width - 1);
    for (int k = 0; 1 << k < width; k++) {
      spread[k] = lanes((1L << (width - (1 << k))) - 1);
    }
    spreading = width == 8 ? Step.SPREAD_NEAR : width == 16 ? Step.SPREAD : Step.SPREAD_FAR;
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
  void floats(MemorySegment a, MemorySegment b) {
    for (long at = 0; at < a.byteSize(); at += WORDS * 8L) {
      boolean doubles = width == Long.SIZE;
      long unlike = step(doubles ? Step.DOUBLES : Step.MAGNITUDES, a, b, at);
      if ((unlike & top) != 0) {
        if (!doubles) {
          step(Step.OTHER_SIGNS, a, b, at);
          step(Step.SUMS, a, b, at);
        }
        zeros += step(Step.ZEROS, a, b, at);
      }
      add();
    }
  }

  /// Adds {@link #WORDS} words of whole numbers.
  ///
  /// @param at where they begin
  /// @param signed whether they are two's complements
  /// @param into receives the distances, two ints to a word
  /// @return all bits that are set in any of the distances
  int whole(MemorySegment a, MemorySegment b, long at, boolean signed, int[] into) {
    step(signed ? Step.LESS_SIGNED : Step.LESS, a, b, at);
    long any = step(Step.TURN, a, b, at);
    MemorySegment.copy(bits, 8L * DISTANCE, MemorySegment.ofArray(into), 0, 8L * WORDS);
    for (int half = Long.SIZE / 2; half >= width; half /= 2) {
      any |= any >>> half;
    }
    add();
    return (int) (any & ((1L << width) - 1));
  }

  private void add() {
    step(spreading, NONE, NONE, 0);
    step(Step.ADD, NONE, NONE, 0);
    if (waits) {
      step(Step.ADD_FOURS, NONE, NONE, 0);
      counts.add(w, DISTANCE);
    } else {
      System.arraycopy(w, DISTANCE, w, WAITING, CHUNK);
    }
    waits = !waits;
  }

  private long step(Step step, MemorySegment p, MemorySegment q, long at) {
    return Step.STEPS[step.ordinal()].run(p, q, at, w, top, width - 1, spread);
  }

  /// Loops, each in a method of its own that is only called through {@link #STEPS}: the JVM cannot
  /// tell then which it is and leaves it alone. As a part of its callers, C2 makes a loop wide or
  /// not, depending on what it compiled before.
  private enum Step {
    DOUBLES {
      @Override
      long run(
          MemorySegment p, MemorySegment q, long at, long[] w, long top, int shift, long[] masks) {
        long any = 0;
        for (int i = 0; i < WORDS; i++) {
          long a = p.get(LONG, at + 8L * i);
          long b = q.get(LONG, at + 8L * i);
          long x = a & Long.MAX_VALUE;
          long y = b & Long.MAX_VALUE;
          long unlike = a ^ b;
          long other = unlike >> 63;
          w[DISTANCE + i] = (Math.abs(x - y) & ~other) | ((x + y) & other);
          any |= unlike;
        }
        return any;
      }
    },
    /// Distances that are right where signs are the same, and the bits in which any two words are
    /// unlike.
    MAGNITUDES {
      @Override
      long run(
          MemorySegment p, MemorySegment q, long at, long[] w, long top, int shift, long[] masks) {
        long low = ~top;
        long any = 0;
        for (int i = 0; i < WORDS; i++) {
          long a = p.get(LONG, at + 8L * i);
          long b = q.get(LONG, at + 8L * i);
          // 2^shift + x - y in each lane: the top bit stays where x >= y, and no lane borrows.
          long t = ((a & low) | top) - (b & low);
          long less = ~t & top;
          long one = less >>> shift;
          w[DISTANCE + i] = ((t ^ (less - one)) & low) + one;
          any |= a ^ b;
        }
        return any;
      }
    },
    OTHER_SIGNS {
      @Override
      long run(
          MemorySegment p, MemorySegment q, long at, long[] w, long top, int shift, long[] masks) {
        // All bits of the lanes in which the signs are not the same.
        for (int i = 0; i < WORDS; i++) {
          long signs = (p.get(LONG, at + 8L * i) ^ q.get(LONG, at + 8L * i)) & top;
          w[OTHER + i] = (signs - (signs >>> shift)) | signs;
        }
        return 0;
      }
    },
    SUMS {
      @Override
      long run(
          MemorySegment p, MemorySegment q, long at, long[] w, long top, int shift, long[] masks) {
        long low = ~top;
        for (int i = 0; i < WORDS; i++) {
          long d = w[DISTANCE + i];
          long sum = (p.get(LONG, at + 8L * i) & low) + (q.get(LONG, at + 8L * i) & low);
          w[DISTANCE + i] = d ^ ((d ^ sum) & w[OTHER + i]);
        }
        return 0;
      }
    },
    ZEROS {
      @Override
      long run(
          MemorySegment p, MemorySegment q, long at, long[] w, long top, int shift, long[] masks) {
        long low = ~top;
        int count = 0;
        for (int i = 0; i < WORDS; i++) {
          long a = p.get(LONG, at + 8L * i);
          long b = q.get(LONG, at + 8L * i);
          // Adding all ones but the top carries into the top where any bit of a magnitude is set.
          count += Long.bitCount((a ^ b) & ~(((a | b) & low) + low) & top);
        }
        return count;
      }
    },
    /// 2^shift and the difference of the lanes' lower bits; and the top bits of the lanes in which
    /// the second is greater.
    LESS {
      @Override
      long run(
          MemorySegment p, MemorySegment q, long at, long[] w, long top, int shift, long[] masks) {
        long low = ~top;
        for (int i = 0; i < WORDS; i++) {
          long a = p.get(LONG, at + 8L * i);
          long b = q.get(LONG, at + 8L * i);
          long d = ((a & low) | top) - (b & low);
          long t = ~d;
          w[DISTANCE + i] = d;
          w[OTHER + i] = (t ^ ((t ^ b) & (a ^ b))) & top;
        }
        return 0;
      }
    },
    /// The same of two's complements: a set top bit makes them less.
    LESS_SIGNED {
      @Override
      long run(
          MemorySegment p, MemorySegment q, long at, long[] w, long top, int shift, long[] masks) {
        long low = ~top;
        for (int i = 0; i < WORDS; i++) {
          long a = p.get(LONG, at + 8L * i);
          long b = q.get(LONG, at + 8L * i);
          long d = ((a & low) | top) - (b & low);
          long t = ~d;
          w[DISTANCE + i] = d;
          w[OTHER + i] = (t ^ ((t ^ a) & (a ^ b))) & top;
        }
        return 0;
      }
    },
    /// The distances, and all bits that are set in any.
    TURN {
      @Override
      long run(
          MemorySegment p, MemorySegment q, long at, long[] w, long top, int shift, long[] masks) {
        long low = ~top;
        long any = 0;
        // The distance is 2^shift - t or its like where the second is the greater one.
        for (int i = 0; i < WORDS; i++) {
          long less = w[OTHER + i];
          long one = less >>> shift;
          long turned = (less - one) | less;
          long unlike = low | (p.get(LONG, at + 8L * i) ^ q.get(LONG, at + 8L * i));
          long d = ((w[DISTANCE + i] ^ turned) & unlike) + one;
          w[DISTANCE + i] = d;
          any |= d;
        }
        return any;
      }
    },
    /// Of lanes of 8 bits.
    SPREAD_NEAR {
      @Override
      long run(
          MemorySegment p, MemorySegment q, long at, long[] w, long top, int shift, long[] masks) {
        long a = masks[0];
        long b = masks[1];
        long c = masks[2];
        for (int i = 0; i < WORDS; i++) {
          long x = w[DISTANCE + i];
          x |= (x >>> 1) & a;
          x |= (x >>> 2) & b;
          x |= (x >>> 4) & c;
          w[DISTANCE + i] = x;
        }
        return 0;
      }
    },
    /// Of lanes of 16 bits.
    SPREAD {
      @Override
      long run(
          MemorySegment p, MemorySegment q, long at, long[] w, long top, int shift, long[] masks) {
        long a = masks[0];
        long b = masks[1];
        long c = masks[2];
        long d = masks[3];
        for (int i = 0; i < WORDS; i++) {
          long x = w[DISTANCE + i];
          x |= (x >>> 1) & a;
          x |= (x >>> 2) & b;
          x |= (x >>> 4) & c;
          x |= (x >>> 8) & d;
          w[DISTANCE + i] = x;
        }
        return 0;
      }
    },
    /// Of wider ones.
    SPREAD_FAR {
      @Override
      long run(
          MemorySegment p, MemorySegment q, long at, long[] w, long top, int shift, long[] masks) {
        long a = masks[0];
        long b = masks[1];
        long c = masks[2];
        long d = masks[3];
        long e = masks[4];
        long f = masks[5];
        for (int i = 0; i < WORDS; i++) {
          long x = w[DISTANCE + i];
          x |= (x >>> 1) & a;
          x |= (x >>> 2) & b;
          x |= (x >>> 4) & c;
          x |= (x >>> 8) & d;
          x |= (x >>> 16) & e;
          x |= (x >>> 32) & f;
          w[DISTANCE + i] = x;
        }
        return 0;
      }
    },
    ADD {
      @Override
      long run(
          MemorySegment p, MemorySegment q, long at, long[] w, long top, int shift, long[] masks) {
        // The four chunks are added up here to one of four times the weight, and two of these to
        // one of eight times.
        for (int i = 0; i < CHUNK; i++) {
          long ones = w[ONES + i];
          long a = w[DISTANCE + i];
          long b = w[DISTANCE + CHUNK + i];
          long u = a ^ b;
          long first = (a & b) | (u & ones);
          ones ^= u;
          a = w[DISTANCE + 2 * CHUNK + i];
          b = w[DISTANCE + 3 * CHUNK + i];
          u = a ^ b;
          long second = (a & b) | (u & ones);
          w[ONES + i] = ones ^ u;
          u = first ^ second;
          long twos = w[TWOS + i];
          w[DISTANCE + i] = (first & second) | (u & twos);
          w[TWOS + i] = twos ^ u;
        }
        return 0;
      }
    },
    ADD_FOURS {
      @Override
      long run(
          MemorySegment p, MemorySegment q, long at, long[] w, long top, int shift, long[] masks) {
        for (int i = 0; i < CHUNK; i++) {
          long a = w[WAITING + i];
          long b = w[DISTANCE + i];
          long u = a ^ b;
          long fours = w[FOURS + i];
          w[DISTANCE + i] = (a & b) | (u & fours);
          w[FOURS + i] = fours ^ u;
        }
        return 0;
      }
    };

    private static final Step[] STEPS = values();

    abstract long run(
        MemorySegment p, MemorySegment q, long at, long[] w, long top, int shift, long[] masks);
  }

  /// Takes the histogram out.
  ///
  /// @param into index 0 counts zeros of different signs, index k pairs with a distance of k bits
  /// @return how many pairs differ in any bit
  long take(long[] into) {
    long[] least = counts.take(3);
    BitCounts.count(w, ONES, width, 0, least);
    BitCounts.count(w, TWOS, width, 1, least);
    BitCounts.count(w, FOURS, width, 2, least);
    if (waits) {
      BitCounts.count(w, WAITING, width, 2, least);
      waits = false;
    }
    Arrays.fill(w, ONES, w.length, 0);
    into[0] += zeros;
    for (int k = 0; k < width; k++) {
      into[k + 1] += least[k] - (k + 1 < width ? least[k + 1] : 0);
    }
    long different = least[0] + zeros;
    zeros = 0;
    return different;
  }
}
