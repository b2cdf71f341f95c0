package dev.assay.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// For bytes that are whole numbers, four in a word. All sums over a block are exact, so their
/// order is nothing that matters.
final class ByteKernel implements BlockKernel {
  /// Words of four bytes that are looked at in one go.
  private static final int WORDS = 2 * Distances.WORDS;

  private static final int FIRST = WORDS;
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final boolean signed;
  private final Lanes lanes;
  private final Distances distances = new Distances(8);

  /// Distances, and behind them room.
  private final int[] w = new int[2 * WORDS];

  private int largest;

  ByteKernel(boolean signed, Lanes lanes) {
    this.signed = signed;
    this.lanes = lanes;
  }

  private int step(Step step, MemorySegment a, long at) {
    return Step.STEPS[step.ordinal()].run(a, at, w, signed ? -1 : 0xff);
  }

  /// Loops, each in a method of its own that is only called through {@link #STEPS}: the JVM cannot
  /// tell then which it is and leaves it alone. As a part of its callers, C2 makes a loop wide or
  /// not, depending on what it compiled before.
  private enum Step {
    SUM {
      @Override
      int run(MemorySegment a, long at, int[] w, int mask) {
        int sum = 0;
        for (int i = 0; i < WORDS; i++) {
          int d = w[i];
          int two = (d & 0x00ff00ff) + ((d >>> 8) & 0x00ff00ff);
          sum += (two & 0xffff) + (two >>> 16);
        }
        return sum;
      }
    },
    SQUARES {
      @Override
      int run(MemorySegment a, long at, int[] w, int mask) {
        int sum = 0;
        // Two loops, because C2 does not widen long ones.
        for (int i = 0; i < WORDS; i++) {
          int p = w[i] & 0xff;
          int q = (w[i] >>> 8) & 0xff;
          sum += p * p + q * q;
        }
        for (int i = 0; i < WORDS; i++) {
          int p = (w[i] >>> 16) & 0xff;
          int q = w[i] >>> 24;
          sum += p * p + q * q;
        }
        return sum;
      }
    },
    NORM {
      @Override
      int run(MemorySegment a, long at, int[] w, int mask) {
        int sum = 0;
        // Each byte is moved to the top of its word, and down again with its sign.
        for (int i = 0; i < WORDS; i++) {
          int four = a.get(INT, at + 4L * i);
          int p = ((four << 24) >> 24) & mask;
          int q = ((four << 16) >> 24) & mask;
          sum += p * p + q * q;
        }
        for (int i = 0; i < WORDS; i++) {
          int four = a.get(INT, at + 4L * i);
          int p = ((four << 8) >> 24) & mask;
          int q = (four >> 24) & mask;
          sum += p * p + q * q;
        }
        return sum;
      }
    },
    LARGEST {
      @Override
      int run(MemorySegment a, long at, int[] w, int mask) {
        for (int i = 0; i < WORDS; i++) {
          int d = w[i];
          int p = Math.max(d & 0xff, (d >>> 8) & 0xff);
          int q = Math.max((d >>> 16) & 0xff, d >>> 24);
          w[FIRST + i] = Math.max(p, q);
        }
        for (int half = WORDS / 2; half > 0; half /= 2) {
          for (int i = FIRST; i < FIRST + half; i++) {
            w[i] = Math.max(w[i], w[i + half]);
          }
        }
        return w[FIRST];
      }
    };

    private static final Step[] STEPS = values();

    abstract int run(MemorySegment a, long at, int[] w, int mask);
  }

  /// Counts the distances too.
  @Override
  public boolean sums(MemorySegment a, MemorySegment b) {
    long sum = 0;
    long squares = 0;
    long norm = 0;
    for (int at = 0; at < Lanes.BLOCK; at += 4 * WORDS) {
      int any = distances.whole(a, b, at, signed, w);
      sum += step(Step.SUM, a, at);
      squares += step(Step.SQUARES, a, at);
      norm += step(Step.NORM, a, at);
      if (any > largest) {
        largest = Math.max(largest, step(Step.LARGEST, a, at));
      }
    }
    // The largest of all so far does as well as that of this block.
    lanes.take(sum, squares, norm, largest);
    return true;
  }

  @Override
  public boolean norm(MemorySegment a) {
    lanes.take(0, 0, normOf(a), 0);
    return true;
  }

  private long normOf(MemorySegment a) {
    long norm = 0;
    for (int at = 0; at < Lanes.BLOCK; at += 4 * WORDS) {
      norm += step(Step.NORM, a, at);
    }
    return norm;
  }

  @Override
  public boolean few(MemorySegment a, int[] places, double[] x, double[] y, int n) {
    lanes.begin(normOf(a));
    for (int k = 0; k < n; k++) {
      lanes.differs(places[k], Math.abs(x[k] - y[k]));
    }
    lanes.end();
    return true;
  }

  @Override
  public void distances(MemorySegment a, MemorySegment b) {
    // They came with the sums.
  }

  @Override
  public long take(long[] histogram) {
    return distances.take(histogram);
  }
}
