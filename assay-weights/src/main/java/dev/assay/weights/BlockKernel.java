package dev.assay.weights;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Sums and distances over whole blocks of {@link Lanes#BLOCK} values, fast. What {@link Lanes}
/// hold afterwards is, to the last bit, what {@link Statistics} finds value by value, as long as
/// all values are finite. Keeps arrays to work in; not for several threads.
interface BlockKernel {

  /// The kernel of a type; null where it has none.
  static @Nullable BlockKernel of(ValueType type, Lanes lanes) {
    return switch (type) {
      case F32, F16, BF16, F8_E4M3, F8_E5M2 -> new FloatKernel(type, lanes);
      case F64 -> new DoubleKernel(lanes);
      case I8, U8, BOOL -> new ByteKernel(type == ValueType.I8, lanes);
      default -> null;
    };
  }

  /// Takes all sums over a block.
  ///
  /// @return whether all values are finite; else the sums are worth nothing
  boolean sums(MemorySegment a, MemorySegment b);

  /// Takes all sums over a block that is the same on both sides.
  ///
  /// @return whether all values are finite
  boolean norm(MemorySegment a);

  /// Takes all sums over a block in which only a few values differ.
  ///
  /// @param places their places (see {@link Lanes#place}), in order
  /// @param x those values of the first side, finite
  /// @param y those of the second
  /// @param n how many there are
  /// @return whether the sums are good; if not, {@link #sums} knows
  boolean few(MemorySegment a, int[] places, double[] x, double[] y, int n);

  /// Counts the distances of a block's pairs.
  void distances(MemorySegment a, MemorySegment b);

  /// Takes the histogram of all {@link #distances} since the last call.
  ///
  /// @return pairs among them of which the bits differ
  long take(long[] histogram);
}
