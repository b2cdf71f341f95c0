package dev.assay.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// For bytes that are whole numbers, four in a word. All sums over a block are exact, so their
/// order is nothing that matters.
final class ByteKernel implements BlockKernel {
  private static final int WORDS = Lanes.BLOCK / 4;
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final boolean signed;
  private final Lanes lanes;
  private final Distances distances = new Distances(8);
  private final int[] w = new int[2 * WORDS];

  ByteKernel(boolean signed, Lanes lanes) {
    this.signed = signed;
    this.lanes = lanes;
  }

  @Override
  public boolean sums(MemorySegment a, MemorySegment b) {
    MemorySegment.copy(a, INT, 0, w, 0, WORDS);
    MemorySegment.copy(b, INT, 0, w, WORDS, WORDS);
    int mask = signed ? -1 : 0xff;
    long sum = 0;
    long squares = 0;
    int largest = 0;
    for (int left = 24; left >= 0; left -= 8) {
      sum += sum(w, left, mask);
      squares += squares(w, left, mask);
      largest = Math.max(largest, largest(w, left, mask));
    }
    lanes.exact(sum, squares, norm(), largest);
    return true;
  }

  @Override
  public boolean norm(MemorySegment a) {
    MemorySegment.copy(a, INT, 0, w, 0, WORDS);
    lanes.exact(0, 0, norm(), 0);
    return true;
  }

  private long norm() {
    long norm = 0;
    for (int left = 24; left >= 0; left -= 8) {
      norm += norm(w, left, signed ? -1 : 0xff);
    }
    return norm;
  }

  // Each byte is moved to the top of its word, and down again with its sign.

  private static int sum(int[] w, int left, int mask) {
    int sum = 0;
    for (int i = 0; i < WORDS; i++) {
      int x = ((w[i] << left) >> 24) & mask;
      sum += Math.abs(x - (((w[WORDS + i] << left) >> 24) & mask));
    }
    return sum;
  }

  private static int squares(int[] w, int left, int mask) {
    int sum = 0;
    for (int i = 0; i < WORDS; i++) {
      int d = (((w[i] << left) >> 24) & mask) - (((w[WORDS + i] << left) >> 24) & mask);
      sum += d * d;
    }
    return sum;
  }

  private static int largest(int[] w, int left, int mask) {
    int largest = 0;
    for (int i = 0; i < WORDS; i++) {
      int x = ((w[i] << left) >> 24) & mask;
      largest = Math.max(largest, Math.abs(x - (((w[WORDS + i] << left) >> 24) & mask)));
    }
    return largest;
  }

  private static int norm(int[] w, int left, int mask) {
    int sum = 0;
    for (int i = 0; i < WORDS; i++) {
      int x = ((w[i] << left) >> 24) & mask;
      sum += x * x;
    }
    return sum;
  }

  @Override
  public boolean few(MemorySegment a, int[] places, double[] x, double[] y, int n) {
    if (!norm(a)) {
      return false;
    }
    for (int k = 0; k < n; k++) {
      lanes.differs(places[k], Math.abs(x[k] - y[k]));
    }
    lanes.end();
    return lanes.finite();
  }

  @Override
  public void distances(MemorySegment a, MemorySegment b) {
    distances.whole(a, b, signed);
  }

  @Override
  public long take(long[] histogram) {
    return distances.take(histogram);
  }
}
