package dev.assay.weights;

import java.util.Arrays;

/// Sums over a block of values, each taken in {@value #LANES} lanes: the value at place i goes to
/// lane i modulo {@value #LANES}, and the lanes are added up in their order at the end. The order
/// is part of the result: whichever kernel fills the lanes, the sums come out the same to the last
/// bit.
///
/// The loops stand in one array at constant distances, because that is what lets the JVM's compiler
/// see that they do not overlap and use the processor's wide registers.
final class Lanes {
  static final int LANES = 512;

  /// Values in a block: a whole number of rounds over the lanes.
  static final int BLOCK = 16 * LANES;

  private static final int SUM = 0;
  private static final int SQUARES = LANES;
  private static final int NORM = 2 * LANES;
  private static final int LARGEST = 3 * LANES;

  private final double[] l = new double[4 * LANES];
  private final int[] whole = new int[6 * LANES];
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
  void plain(double[] a, double[] b, int n) {
    Arrays.fill(l, 0);
    for (int i = 0; i < n; i++) {
      double x = a[i];
      double y = b[i];
      int lane = i % LANES;
      if (ValueType.finite(x)) {
        l[NORM + lane] += x * x;
        if (ValueType.finite(y)) {
          double d = Math.abs(x - y);
          l[SUM + lane] += d;
          l[SQUARES + lane] += d * d;
          l[LARGEST + lane] = Math.max(l[LARGEST + lane], d);
        }
      }
    }
    reduce();
  }

  /// A whole block of floats.
  void floats(float[] a, float[] b) {
    Arrays.fill(l, 0);
    for (int at = 0; at < BLOCK; at += LANES) {
      round(a, b, at, l);
    }
    reduce();
  }

  private static void round(float[] a, float[] b, int at, double[] l) {
    for (int i = 0; i < LANES; i++) {
      double x = a[at + i];
      double d = Math.abs(x - b[at + i]);
      l[SUM + i] += d;
      l[SQUARES + i] += d * d;
      l[NORM + i] += x * x;
      l[LARGEST + i] = Math.max(l[LARGEST + i], d);
    }
  }

  /// A whole block of floats that are the same on both sides.
  void floats(float[] a) {
    Arrays.fill(l, 0);
    for (int at = 0; at < BLOCK; at += LANES) {
      norms(a, at, l);
    }
    reduce();
  }

  private static void norms(float[] a, int at, double[] l) {
    for (int i = 0; i < LANES; i++) {
      double x = a[at + i];
      l[NORM + i] += x * x;
    }
  }

  /// A whole block of doubles: `both` holds one round of each side behind the lanes.
  ///
  /// @param rounds gives the next round of both sides into the array, from {@link #A} and {@link
  ///   #B}
  void doubles(Rounds rounds) {
    double[] w = rounds.work();
    Arrays.fill(w, 0, 4 * LANES, 0);
    for (int round = 0; round < BLOCK / LANES; round++) {
      rounds.next(round);
      round(w);
    }
    System.arraycopy(w, 0, l, 0, 4 * LANES);
    reduce();
  }

  /// Where the first side's values stand in the array of {@link Rounds}.
  static final int A = 4 * LANES;

  /// Where the second side's stand.
  static final int B = 5 * LANES;

  /// Gives rounds of doubles.
  interface Rounds {
    /// The array of 6 times {@link #LANES} doubles.
    double[] work();

    /// Fills it from {@link #A} and {@link #B} with this round.
    void next(int round);
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

  /// A whole block of bytes, whose sums are exact.
  ///
  /// @param mask 0xff for bytes without a sign, else -1
  /// @param differences where to put the absolute differences
  void bytes(byte[] a, byte[] b, int mask, int[] differences) {
    Arrays.fill(whole, 0);
    for (int at = 0; at < BLOCK; at += LANES) {
      widen(a, at, whole, A, mask);
      widen(b, at, whole, B, mask);
      round(whole);
      System.arraycopy(whole, A, differences, at, LANES);
    }
    fromWhole();
  }

  private static void widen(byte[] from, int at, int[] into, int to, int mask) {
    for (int i = 0; i < LANES; i++) {
      into[to + i] = from[at + i];
    }
    for (int i = 0; i < LANES; i++) {
      into[to + i] &= mask;
    }
  }

  private static void round(int[] w) {
    for (int i = 0; i < LANES; i++) {
      int x = w[A + i];
      int d = Math.abs(x - w[B + i]);
      w[SUM + i] += d;
      w[SQUARES + i] += d * d;
      w[NORM + i] += x * x;
      w[LARGEST + i] = Math.max(w[LARGEST + i], d);
      w[A + i] = d;
    }
  }

  /// A whole block of bytes that are the same on both sides.
  void bytes(byte[] a, int mask) {
    Arrays.fill(whole, 0);
    for (int at = 0; at < BLOCK; at += LANES) {
      widen(a, at, whole, A, mask);
      norms(whole);
    }
    fromWhole();
  }

  private static void norms(int[] w) {
    for (int i = 0; i < LANES; i++) {
      w[NORM + i] += w[A + i] * w[A + i];
    }
  }

  /// Adds one difference to a block whose values were taken to be the same so far; the differences
  /// come in their order, and {@link #again} follows the last.
  ///
  /// @param i the value's place in the block
  /// @param d its absolute difference, finite
  void differs(int i, double d) {
    int lane = i % LANES;
    l[SUM + lane] += d;
    l[SQUARES + lane] += d * d;
    l[LARGEST + lane] = Math.max(l[LARGEST + lane], d);
  }

  /// Adds up the lanes once more.
  void again() {
    reduce();
  }

  private void fromWhole() {
    for (int i = 0; i < l.length; i++) {
      l[i] = whole[i];
    }
    reduce();
  }

  private void reduce() {
    double s = 0;
    double q = 0;
    double n = 0;
    double m = 0;
    for (int i = 0; i < LANES; i++) {
      s += l[SUM + i];
      q += l[SQUARES + i];
      n += l[NORM + i];
      m = Math.max(m, l[LARGEST + i]);
    }
    sum = s;
    squares = q;
    norm = n;
    largest = m;
  }
}
