package dev.assay.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The sums of {@link Lanes} over a block of floats, taken in 32-bit arithmetic, which is twice as
/// fast: {@value #LANES} lanes of {@value #ROUNDS} values each, and the lanes added up as doubles.
/// A sum of {@value #ROUNDS} positive floats is right to a millionth. What 32 bits cannot hold is
/// told afterwards by {@link #end}: the block's sums are then to be taken by {@link Lanes}.
///
/// As there, the order of all operations is part of the result.
final class FloatLanes {
  /// Four rounds: what is added in one go.
  static final int GROUP = Lanes.GROUP;

  static final int LANES = GROUP / 4;
  static final int ROUNDS = Lanes.BLOCK / LANES;

  /// Where the first side's group stands in {@link #f}.
  static final int A = 0;

  /// Where the second side's stands.
  static final int B = GROUP;

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final int SUM = 2 * GROUP;
  private static final int SQUARES = SUM + LANES;
  private static final int NORM = SQUARES + LANES;
  private static final int LARGEST = NORM + LANES;

  /// Squares below 2^-126 lose digits, and those below 2^-149 are gone: beside one of this many
  /// times that, they are too little to be seen.
  private static final double SMALLEST = 0x1p-100;

  private static final int HALF = GROUP / 2;
  private static final int QUARTER = LANES / 4;
  private static final int FEW = QUARTER / 4;

  /// The group that comes next, and behind it the lanes.
  final float[] f = new float[LARGEST + LANES];

  private final double[] folded = new double[4 * QUARTER];
  private final boolean narrow;

  /// @param narrow whether the type's least square is far above the least float
  FloatLanes(boolean narrow) {
    this.narrow = narrow;
  }

  void begin() {
    step(Step.BEGIN);
  }

  /// How a group is put into {@link #f}, and what is done with it.
  void step(Step step) {
    step(step, MemorySegment.NULL, MemorySegment.NULL, 0);
  }

  /// The same of a group that begins at a byte of both sides; a step of one side takes the first.
  void step(Step step, MemorySegment a, MemorySegment b, long at) {
    Step.STEPS[step.ordinal()].run(a, b, at, f, folded);
  }

  /// Loops, each in a method of its own that is only called through {@link #STEPS}: the JVM cannot
  /// tell then which it is and leaves it alone. As a part of its callers, C2 makes a loop wide or
  /// not, depending on what it compiled before.
  enum Step {
    /// Reads 16-bit floats of the first side.
    HALVES_OF_ONE {
      @Override
      void run(MemorySegment p, MemorySegment q, long at, float[] f, double[] d) {
        for (int i = 0; i < GROUP; i++) {
          f[i] = Float.float16ToFloat(p.get(SHORT, at + 2L * i));
        }
      }
    },
    /// Reads those of the second side.
    HALVES_OF_OTHER {
      @Override
      void run(MemorySegment p, MemorySegment q, long at, float[] f, double[] d) {
        for (int i = 0; i < GROUP; i++) {
          f[B + i] = Float.float16ToFloat(q.get(SHORT, at + 2L * i));
        }
      }
    },
    /// Reads words that hold two upper halves of floats of the first side each, the first of them
    /// in its lower half. They are taken apart, those at even places first and then those at odd
    /// ones.
    UPPER_A {
      @Override
      void run(MemorySegment p, MemorySegment q, long at, float[] f, double[] d) {
        MemorySegment into = MemorySegment.ofArray(f);
        for (int i = 0; i < HALF; i++) {
          int two = p.get(INT, at + 4L * i);
          into.set(INT, 4L * i, two << 16);
          into.set(INT, 4L * (HALF + i), two & 0xffff0000);
        }
      }
    },
    /// The same of both sides, the second behind the first.
    UPPER_BOTH {
      @Override
      void run(MemorySegment p, MemorySegment q, long at, float[] f, double[] d) {
        // Bits of floats are written as ints: C2 has no wide form of Float.intBitsToFloat.
        MemorySegment into = MemorySegment.ofArray(f);
        for (int i = 0; i < HALF; i++) {
          int two = p.get(INT, at + 4L * i);
          into.set(INT, 4L * i, two << 16);
          into.set(INT, 4L * (HALF + i), two & 0xffff0000);
          two = q.get(INT, at + 4L * i);
          into.set(INT, 4L * (GROUP + i), two << 16);
          into.set(INT, 4L * (GROUP + HALF + i), two & 0xffff0000);
        }
      }
    },
    /// Adds a group of both sides of 16-bit floats where it stands.
    HALVES {
      @Override
      void run(MemorySegment p, MemorySegment q, long at, float[] f, double[] d) {
        // Two loops, because C2 does not widen long ones.
        for (int i = 0; i < LANES; i++) {
          float x = Float.float16ToFloat(p.get(SHORT, at + 2L * i));
          float e = Math.abs(x - Float.float16ToFloat(q.get(SHORT, at + 2L * i)));
          float s = f[SUM + i] + e;
          float z = f[SQUARES + i] + e * e;
          float n = f[NORM + i] + x * x;
          float m = Math.max(f[LARGEST + i], e);
          x = Float.float16ToFloat(p.get(SHORT, at + 2L * (LANES + i)));
          e = Math.abs(x - Float.float16ToFloat(q.get(SHORT, at + 2L * (LANES + i))));
          f[SUM + i] = s + e;
          f[SQUARES + i] = z + e * e;
          f[NORM + i] = n + x * x;
          f[LARGEST + i] = Math.max(m, e);
        }
        for (int i = 0; i < LANES; i++) {
          float x = Float.float16ToFloat(p.get(SHORT, at + 2L * (2 * LANES + i)));
          float e = Math.abs(x - Float.float16ToFloat(q.get(SHORT, at + 2L * (2 * LANES + i))));
          float s = f[SUM + i] + e;
          float z = f[SQUARES + i] + e * e;
          float n = f[NORM + i] + x * x;
          float m = Math.max(f[LARGEST + i], e);
          x = Float.float16ToFloat(p.get(SHORT, at + 2L * (3 * LANES + i)));
          e = Math.abs(x - Float.float16ToFloat(q.get(SHORT, at + 2L * (3 * LANES + i))));
          f[SUM + i] = s + e;
          f[SQUARES + i] = z + e * e;
          f[NORM + i] = n + x * x;
          f[LARGEST + i] = Math.max(m, e);
        }
      }
    },
    /// Adds the group of both sides.
    PAIRS {
      @Override
      void run(MemorySegment p, MemorySegment q, long at, float[] f, double[] d) {
        // Two loops, because C2 does not widen long ones.
        for (int i = 0; i < LANES; i++) {
          float x = f[i];
          float e = Math.abs(x - f[B + i]);
          float s = f[SUM + i] + e;
          float z = f[SQUARES + i] + e * e;
          float n = f[NORM + i] + x * x;
          float m = Math.max(f[LARGEST + i], e);
          x = f[LANES + i];
          e = Math.abs(x - f[B + LANES + i]);
          f[SUM + i] = s + e;
          f[SQUARES + i] = z + e * e;
          f[NORM + i] = n + x * x;
          f[LARGEST + i] = Math.max(m, e);
        }
        for (int i = 0; i < LANES; i++) {
          float x = f[2 * LANES + i];
          float e = Math.abs(x - f[B + 2 * LANES + i]);
          float s = f[SUM + i] + e;
          float z = f[SQUARES + i] + e * e;
          float n = f[NORM + i] + x * x;
          float m = Math.max(f[LARGEST + i], e);
          x = f[3 * LANES + i];
          e = Math.abs(x - f[B + 3 * LANES + i]);
          f[SUM + i] = s + e;
          f[SQUARES + i] = z + e * e;
          f[NORM + i] = n + x * x;
          f[LARGEST + i] = Math.max(m, e);
        }
      }
    },
    /// Adds the group of the first side, which is the same on the other one or is corrected by
    /// {@link #differs}.
    SINGLES {
      @Override
      void run(MemorySegment p, MemorySegment q, long at, float[] f, double[] d) {
        // Two loops, because C2 does not widen long ones.
        for (int i = 0; i < LANES; i++) {
          float x = f[i];
          float n = f[NORM + i] + x * x;
          x = f[LANES + i];
          f[NORM + i] = n + x * x;
        }
        for (int i = 0; i < LANES; i++) {
          float x = f[2 * LANES + i];
          float n = f[NORM + i] + x * x;
          x = f[3 * LANES + i];
          f[NORM + i] = n + x * x;
        }
      }
    },
    BEGIN {
      @Override
      void run(MemorySegment p, MemorySegment q, long at, float[] f, double[] d) {
        Arrays.fill(f, SUM, f.length, 0f);
      }
    },
    FOLD {
      @Override
      void run(MemorySegment p, MemorySegment q, long at, float[] f, double[] d) {
        // SUM, SQUARES and NORM follow each other, a quarter of their lanes apart.
        for (int i = 0; i < QUARTER; i++) {
          d[i] =
              ((double) f[SUM + i] + f[SUM + QUARTER + i])
                  + ((double) f[SUM + 2 * QUARTER + i] + f[SUM + 3 * QUARTER + i]);
        }
        for (int i = 0; i < QUARTER; i++) {
          d[QUARTER + i] =
              ((double) f[SQUARES + i] + f[SQUARES + QUARTER + i])
                  + ((double) f[SQUARES + 2 * QUARTER + i] + f[SQUARES + 3 * QUARTER + i]);
        }
        for (int i = 0; i < QUARTER; i++) {
          d[2 * QUARTER + i] =
              ((double) f[NORM + i] + f[NORM + QUARTER + i])
                  + ((double) f[NORM + 2 * QUARTER + i] + f[NORM + 3 * QUARTER + i]);
        }
        for (int i = 0; i < QUARTER; i++) {
          d[3 * QUARTER + i] =
              Math.max(
                  Math.max(f[LARGEST + i], f[LARGEST + QUARTER + i]),
                  Math.max(f[LARGEST + 2 * QUARTER + i], f[LARGEST + 3 * QUARTER + i]));
        }
        for (int i = 0; i < 3 * QUARTER; i += QUARTER) {
          for (int k = i; k < i + FEW; k++) {
            d[k] = (d[k] + d[FEW + k]) + (d[2 * FEW + k] + d[3 * FEW + k]);
          }
        }
        for (int k = 3 * QUARTER; k < 3 * QUARTER + FEW; k++) {
          d[k] = Math.max(Math.max(d[k], d[FEW + k]), Math.max(d[2 * FEW + k], d[3 * FEW + k]));
        }
      }
    };

    private static final Step[] STEPS = values();

    abstract void run(MemorySegment p, MemorySegment q, long at, float[] f, double[] d);
  }

  /// Adds one difference to a block whose values were taken to be the same; the differences come in
  /// the order of their places.
  void differs(int place, float x, float y) {
    int lane = place % LANES;
    float d = Math.abs(x - y);
    f[SUM + lane] += d;
    f[SQUARES + lane] += d * d;
    f[LARGEST + lane] = Math.max(f[LARGEST + lane], d);
  }

  /// A whole block, value by value.
  ///
  /// @param a values that are floats
  /// @param pairwise see {@link Lanes#plain}
  boolean plain(double[] a, double[] b, boolean pairwise, Lanes into) {
    begin();
    for (int place = 0; place < Lanes.BLOCK; place++) {
      int i = pairwise ? Lanes.value(place) : place;
      float x = (float) a[i];
      f[NORM + place % LANES] += x * x;
      differs(place, x, (float) b[i]);
    }
    return end(into);
  }

  /// Adds up the lanes.
  ///
  /// @return whether the sums are good; nothing was handed over otherwise
  boolean end(Lanes into) {
    step(Step.FOLD);
    double sum = 0;
    double squares = 0;
    double norm = 0;
    double largest = 0;
    for (int i = 0; i < FEW; i++) {
      sum += folded[i];
      squares += folded[QUARTER + i];
      norm += folded[2 * QUARTER + i];
      largest = Math.max(largest, folded[3 * QUARTER + i]);
    }
    boolean fine = narrow || (norm >= SMALLEST && (largest == 0 || largest * largest >= SMALLEST));
    // Not so where one is a NaN.
    if (!fine || !(sum + squares + norm <= Double.MAX_VALUE)) {
      return false;
    }
    into.take(sum, squares, norm, largest);
    return true;
  }
}
