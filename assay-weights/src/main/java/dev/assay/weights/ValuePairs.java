package dev.assay.weights;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// Gathers how far values lie apart that are stored in two ways: as two types, or in blocks. Only
/// values are compared, and 0.0 is -0.0.
final class ValuePairs {
  /// Values looked at in one go: whole blocks of every type.
  static final int STEP = 8192;

  private final ValueReader from;
  private final ValueReader to;
  private double[] a = {};
  private double[] b = {};
  private long differing;
  private long notFinite;
  private double largest;
  private double sum;
  private double squares;
  private double norm;
  private boolean onlyRounded;

  ValuePairs(ValueReader from, ValueReader to) {
    this.from = from;
    this.to = to;
    onlyRounded = from instanceof ValueType && to instanceof ValueType;
  }

  /// For two plain types: whether each value of the wider one rounds to that of the narrower.
  boolean onlyRounded() {
    return onlyRounded;
  }

  /// Adds a part of the tensor.
  ///
  /// @param count values in both, at most {@link #STEP}
  void add(MemorySegment first, MemorySegment second, int count) {
    if (a.length < count) {
      a = new double[count];
      b = new double[count];
    }
    from.read(first, a, count);
    to.read(second, b, count);
    for (int i = 0; i < count; i++) {
      double x = a[i];
      double y = b[i];
      norm += ValueType.finite(x) ? x * x : 0;
      if (x == y || (Double.isNaN(x) && Double.isNaN(y))) {
        continue;
      }
      differing++;
      onlyRounded = onlyRounded && rounded(x, y);
      if (ValueType.finite(x) && ValueType.finite(y)) {
        double d = Math.abs(x - y);
        largest = Math.max(largest, d);
        sum += d;
        squares += d * d;
      } else {
        notFinite++;
      }
    }
  }

  private boolean rounded(double x, double y) {
    return from instanceof ValueType f
        && to instanceof ValueType t
        && (f.precision() < t.precision() ? f.round(y) == x : t.round(x) == y);
  }

  /// How many values differ so far.
  long differing() {
    return differing;
  }

  /// Lets the room to work in go.
  void flush() {
    a = new double[0];
    b = new double[0];
  }

  /// Adds what was gathered for the part of the tensor that follows this one.
  void append(ValuePairs next) {
    differing += next.differing;
    notFinite += next.notFinite;
    largest = Math.max(largest, next.largest);
    sum += next.sum;
    squares += next.squares;
    norm += next.norm;
    onlyRounded &= next.onlyRounded;
  }

  ValueDiff result(long values) {
    return new ValueDiff(
        values,
        differing,
        notFinite,
        largest,
        values == 0 ? 0 : sum / values,
        squares == 0 ? 0 : Math.sqrt(squares) / Math.sqrt(norm),
        List.of());
  }
}
