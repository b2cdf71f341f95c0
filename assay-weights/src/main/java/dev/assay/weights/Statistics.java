package dev.assay.weights;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Gathers how the values of one tensor differ, piece by piece, in the order of the pieces.
final class Statistics {
  private static final int BLOCK = 1024;

  private final ValueType type;
  private final double[] a = new double[BLOCK];
  private final double[] b = new double[BLOCK];
  private final long[] ulps = new long[66];
  private boolean started;
  private long differing;
  private long notFinite;
  private double largest;
  private double sum;
  private double squares;
  private double norm;
  private boolean onlyRounded = true;

  Statistics(ValueType type) {
    this.type = type;
  }

  /// Whether any difference was seen so far.
  boolean started() {
    return started;
  }

  /// For two types: whether each value of the wider type rounds to that of the narrower.
  boolean onlyRounded() {
    return onlyRounded;
  }

  /// A piece that is the same on both sides.
  void equal(MemorySegment piece) {
    int count = (int) (piece.byteSize() / type.width());
    for (int at = 0; at < count; at += BLOCK) {
      int n = Math.min(BLOCK, count - at);
      type.read(piece.asSlice((long) at * type.width()), a, n);
      for (int i = 0; i < n; i++) {
        norm += finite(a[i]) ? a[i] * a[i] : 0;
      }
    }
  }

  /// A piece that differs.
  ///
  /// @param count how many values differ in their bits
  void add(MemorySegment pa, MemorySegment pb, long count) {
    started = true;
    differing += count;
    int values = (int) (pa.byteSize() / type.width());
    for (int at = 0; at < values; at += BLOCK) {
      int n = Math.min(BLOCK, values - at);
      long offset = (long) at * type.width();
      long length = (long) n * type.width();
      MemorySegment sa = pa.asSlice(offset, length);
      MemorySegment sb = pb.asSlice(offset, length);
      type.read(sa, a, n);
      type.read(sb, b, n);
      gather(n);
    }
  }

  private void gather(int n) {
    for (int i = 0; i < n; i++) {
      double x = a[i];
      double y = b[i];
      // NaN compares unequal to itself: two NaNs of the same bits are found equal here by their
      // bits.
      if (Double.doubleToRawLongBits(x) != Double.doubleToRawLongBits(y)) {
        if (finite(x) && finite(y)) {
          double d = Math.abs(x - y);
          largest = Math.max(largest, d);
          sum += d;
          squares += d * d;
          ulps[64 - Long.numberOfLeadingZeros(type.ulps(x, y))]++;
        } else {
          notFinite++;
        }
      }
      norm += finite(x) ? x * x : 0;
    }
  }

  /// A piece of two types: only values are compared, and 0.0 is -0.0.
  void addOfTwoTypes(MemorySegment pa, ValueType from, MemorySegment pb, ValueType to, int count) {
    started = true;
    for (int at = 0; at < count; at += BLOCK) {
      int n = Math.min(BLOCK, count - at);
      from.read(pa.asSlice((long) at * from.width()), a, n);
      to.read(pb.asSlice((long) at * to.width()), b, n);
      for (int i = 0; i < n; i++) {
        double x = a[i];
        double y = b[i];
        norm += finite(x) ? x * x : 0;
        if (x == y || (Double.isNaN(x) && Double.isNaN(y))) {
          continue;
        }
        differing++;
        double wide = from == type ? y : x;
        double narrow = from == type ? x : y;
        onlyRounded &= type.round(wide) == narrow;
        if (finite(x) && finite(y)) {
          double d = Math.abs(x - y);
          largest = Math.max(largest, d);
          sum += d;
          squares += d * d;
        } else {
          notFinite++;
        }
      }
    }
  }

  private static boolean finite(double value) {
    return Math.abs(value) <= Double.MAX_VALUE;
  }

  ValueDiff result(long values) {
    int last = ulps.length;
    while (last > 0 && ulps[last - 1] == 0) {
      last--;
    }
    List<Long> histogram = new ArrayList<>();
    for (int i = 0; i < last; i++) {
      histogram.add(ulps[i]);
    }
    double relative = squares == 0 ? 0 : Math.sqrt(squares) / Math.sqrt(norm);
    return new ValueDiff(
        values, differing, notFinite, largest, values == 0 ? 0 : sum / values, relative, histogram);
  }
}
