package dev.assay.weights;

/// Histograms of distances in units of the last place, by the length of the distance in bits. Four
/// counts are kept side by side, so that one value's count does not wait for the last one's.
final class Distances {
  private static final int TABLE = 128;

  private final int[] counts = new int[4 * TABLE];

  /// A whole block of 32-bit floating-point bits.
  ///
  /// @param bits the one side's, and behind them the other's
  void floats(int[] bits, long[] into) {
    floats(bits);
    count(bits, into);
  }

  /// Puts each distance in the place of the first side's bits. Bits of floats, taken as sign and
  /// magnitude, are in the order of their values; a distance of more than 31 bits is right as an
  /// unsigned number.
  private static void floats(int[] w) {
    for (int i = 0; i < Lanes.BLOCK; i++) {
      int p = w[i];
      int q = w[Lanes.BLOCK + i];
      int s = p >> 31;
      int t = q >> 31;
      int x = ((p & Integer.MAX_VALUE) ^ s) - s;
      int y = ((q & Integer.MAX_VALUE) ^ t) - t;
      w[i] = Math.max(x, y) - Math.min(x, y);
    }
  }

  /// A whole block of 16-bit floating-point bits, as whole numbers with their sign.
  ///
  /// @param bits the one side's, and behind them the other's
  void halves(int[] bits, long[] into) {
    halves(bits);
    count(bits, into);
  }

  private static void halves(int[] w) {
    for (int i = 0; i < Lanes.BLOCK; i++) {
      int p = w[i];
      int q = w[Lanes.BLOCK + i];
      int s = p >> 31;
      int t = q >> 31;
      int x = ((p & Short.MAX_VALUE) ^ s) - s;
      int y = ((q & Short.MAX_VALUE) ^ t) - t;
      w[i] = Math.abs(x - y);
    }
  }

  /// A whole block of distances.
  void units(int[] units, long[] into) {
    count(units, into);
  }

  private void count(int[] units, long[] into) {
    count(units, counts);
    for (int bits = 0; bits <= 32; bits++) {
      int zeros = 32 - bits;
      long sum = counts[zeros];
      sum += counts[TABLE + zeros];
      sum += counts[2 * TABLE + zeros];
      sum += counts[3 * TABLE + zeros];
      into[bits] += sum;
    }
    java.util.Arrays.fill(counts, 0);
  }

  private static void count(int[] units, int[] counts) {
    for (int i = 0; i < Lanes.BLOCK; i += 4) {
      counts[Integer.numberOfLeadingZeros(units[i])]++;
      counts[TABLE + Integer.numberOfLeadingZeros(units[i + 1])]++;
      counts[2 * TABLE + Integer.numberOfLeadingZeros(units[i + 2])]++;
      counts[3 * TABLE + Integer.numberOfLeadingZeros(units[i + 3])]++;
    }
  }
}
