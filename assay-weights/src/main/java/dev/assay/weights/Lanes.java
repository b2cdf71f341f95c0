package dev.assay.weights;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Sums over a block of values, each taken in {@value #LANES} lanes: the value at place i goes to
/// lane i modulo {@value #LANES}, and the lanes are added up in a fixed order at the end. The order
/// is part of the result: whichever kernel fills the lanes, the sums come out the same to the last
/// bit.
///
/// The loops stand in one array at constant distances, because that is what lets the JVM's compiler
/// see that they do not overlap and use the processor's wide registers.
final class Lanes {
  static final int LANES = 256;

  /// Values in a group: a whole number of rounds over the lanes.
  static final int GROUP = 8 * LANES;

  /// Values in a block: a whole number of groups.
  static final int BLOCK = 4 * GROUP;

  private static final int SUM = 0;
  private static final int SQUARES = LANES;
  private static final int NORM = 2 * LANES;
  private static final int LARGEST = 3 * LANES;

  /// Where the first side's values stand behind the lanes in an array of doubles.
  static final int A = 4 * LANES;

  /// Where the second side's stand.
  static final int B = 5 * LANES;

  private static final int FOLDED = 4 * LANES;
  private static final int QUARTER = LANES / 4;

  private final double[] l = new double[FOLDED + 4 * QUARTER];
  private double sum;
  private double squares;
  private double norm;
  private double largest;

  /// The sum of absolute differences in the block.
  double sum() {
    return sum;
  }

  /// The sum of squared differences.
  double squares() {
    return squares;
  }

  /// The sum of squares of the first side.
  double norm() {
    return norm;
  }

  /// The largest absolute difference.
  double largest() {
    return largest;
  }

  /// Whether no value was a NaN or an infinity, and no sum overflowed.
  boolean finite() {
    return sum + squares + norm <= Double.MAX_VALUE;
  }

  /// Any values, one by one; a pair with a NaN or an infinity counts in nothing, but for the norm
  /// where the first is finite.
  ///
  /// @param pairwise whether the values at even places of each whole group come before the others
  void plain(double[] a, double[] b, int n, boolean pairwise) {
    begin();
    for (int place = 0; place < n; place++) {
      int i = pairwise && n == BLOCK ? value(place) : place;
      double x = a[i];
      double y = b[i];
      int lane = place % LANES;
      if (ValueType.finite(x)) {
        l[NORM + lane] += x * x;
        if (ValueType.finite(y)) {
          add(lane, Math.abs(x - y));
        }
      }
    }
    end();
  }

  /// Which value comes at a place where those at even places of a group come first.
  static int value(int place) {
    int half = GROUP / 2;
    int at = place % GROUP;
    return place - at + (at < half ? 2 * at : 2 * (at - half) + 1);
  }

  /// The place of a value, the other way round.
  static int place(int value) {
    int at = value % GROUP;
    return value - at + (at % 2 == 0 ? at / 2 : GROUP / 2 + at / 2);
  }

  /// Begins a block that {@link #floats} or {@link #squares} are to be called for.
  void begin() {
    Arrays.fill(l, 0);
  }

  /// The next group of floats of both sides.
  ///
  /// @param both {@link #GROUP} floats of the one side, and behind them those of the other
  void floats(float[] both) {
    for (int at = 0; at < GROUP; at += LANES) {
      round(both, at, l);
    }
  }

  private static void round(float[] f, int at, double[] l) {
    for (int i = 0; i < LANES; i++) {
      double x = f[at + i];
      double d = Math.abs(x - f[GROUP + at + i]);
      l[SUM + i] += d;
      l[SQUARES + i] += d * d;
      l[NORM + i] += x * x;
      l[LARGEST + i] = Math.max(l[LARGEST + i], d);
    }
  }

  /// The next group of floats of the first side, which are the same on the other one or are
  /// corrected by {@link #differs}.
  void squares(float[] first) {
    for (int at = 0; at < GROUP; at += LANES) {
      squares(first, at, l);
    }
  }

  private static void squares(float[] f, int at, double[] l) {
    for (int i = 0; i < LANES; i++) {
      double x = f[at + i];
      l[NORM + i] += x * x;
    }
  }

  /// A whole block of doubles.
  ///
  /// @param w 6 times {@link #LANES} doubles
  /// @param next fills it from {@link #A} and {@link #B} with a round of both sides
  void doubles(double[] w, IntConsumer next) {
    Arrays.fill(w, 0, 4 * LANES, 0);
    for (int round = 0; round < BLOCK / LANES; round++) {
      next.accept(round);
      round(w);
    }
    System.arraycopy(w, 0, l, 0, 4 * LANES);
    end();
  }

  /// A whole block of doubles of the first side.
  ///
  /// @param w 6 times {@link #LANES} doubles
  /// @param next fills it from {@link #A} with a round
  void norms(double[] w, IntConsumer next) {
    Arrays.fill(w, 0, 4 * LANES, 0);
    for (int round = 0; round < BLOCK / LANES; round++) {
      next.accept(round);
      norm(w);
    }
    System.arraycopy(w, 0, l, 0, 4 * LANES);
    end();
  }

  private static void norm(double[] w) {
    for (int i = 0; i < LANES; i++) {
      w[NORM + i] += w[A + i] * w[A + i];
    }
  }

  private static void round(double[] w) {
    for (int i = 0; i < LANES; i++) {
      double x = w[A + i];
      double d = Math.abs(x - w[B + i]);
      w[SUM + i] += d;
      w[SQUARES + i] += d * d;
      w[NORM + i] += x * x;
      w[LARGEST + i] = Math.max(w[LARGEST + i], d);
    }
  }

  /// Begins a block whose norm is known; {@link #differs} may be added.
  void begin(double norm) {
    begin();
    l[NORM] = norm;
  }

  /// Takes the sums of a block that were found elsewhere.
  void take(double sum, double squares, double norm, double largest) {
    this.sum = sum;
    this.squares = squares;
    this.norm = norm;
    this.largest = largest;
  }

  /// Adds one difference to a block whose values were taken to be the same so far; the differences
  /// come in the order of their places, and {@link #end} follows the last.
  ///
  /// @param place the value's place in the block
  /// @param d its absolute difference, finite
  void differs(int place, double d) {
    add(place % LANES, d);
  }

  private void add(int lane, double d) {
    l[SUM + lane] += d;
    l[SQUARES + lane] += d * d;
    l[LARGEST + lane] = Math.max(l[LARGEST + lane], d);
  }

  /// Ends a block: adds up the lanes, first four at a time.
  void end() {
    fold(l, SUM, FOLDED);
    fold(l, SQUARES, FOLDED + QUARTER);
    fold(l, NORM, FOLDED + 2 * QUARTER);
    sum = 0;
    squares = 0;
    norm = 0;
    largest = 0;
    for (int i = FOLDED; i < FOLDED + QUARTER; i++) {
      sum += l[i];
      squares += l[QUARTER + i];
      norm += l[2 * QUARTER + i];
    }
    largest(l);
    for (int i = FOLDED; i < FOLDED + QUARTER; i++) {
      largest = Math.max(largest, l[i]);
    }
  }

  private static void largest(double[] l) {
    for (int i = 0; i < QUARTER; i++) {
      l[FOLDED + i] =
          Math.max(
              Math.max(l[LARGEST + i], l[LARGEST + QUARTER + i]),
              Math.max(l[LARGEST + 2 * QUARTER + i], l[LARGEST + 3 * QUARTER + i]));
    }
  }

  private static void fold(double[] l, int from, int to) {
    for (int i = 0; i < QUARTER; i++) {
      l[to + i] =
          (l[from + i] + l[from + QUARTER + i])
              + (l[from + 2 * QUARTER + i] + l[from + 3 * QUARTER + i]);
    }
  }
}
