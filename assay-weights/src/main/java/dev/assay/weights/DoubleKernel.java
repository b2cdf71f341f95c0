package dev.assay.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// For doubles.
final class DoubleKernel implements BlockKernel {
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Lanes lanes;
  private final Distances distances = new Distances(64);
  private final double[] work = new double[6 * Lanes.LANES];

  DoubleKernel(Lanes lanes) {
    this.lanes = lanes;
  }

  @Override
  public boolean sums(MemorySegment a, MemorySegment b) {
    lanes.doubles(
        work,
        round -> {
          copy(a, round, Lanes.A);
          copy(b, round, Lanes.B);
        });
    return lanes.finite();
  }

  @Override
  public boolean norm(MemorySegment a) {
    lanes.norms(work, round -> copy(a, round, Lanes.A));
    return lanes.finite();
  }

  private void copy(MemorySegment from, int round, int to) {
    MemorySegment.copy(from, DOUBLE, 8L * round * Lanes.LANES, work, to, Lanes.LANES);
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
    distances.floats(a, b);
  }

  @Override
  public long take(long[] histogram) {
    return distances.take(histogram);
  }
}
