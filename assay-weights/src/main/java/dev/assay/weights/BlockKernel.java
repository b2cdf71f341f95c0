package dev.assay.weights;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Sums and distances over whole blocks of {@link Lanes#BLOCK} values, fast. What {@link Lanes}
/// hold afterwards is, to the last bit, what {@link Lanes#plain} would have left there, as long as
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

  /// Takes the norm over a block of the first side; what differs can be added to the lanes.
  ///
  /// @return whether all values are finite
  boolean norm(MemorySegment a);

  /// Counts the distances of a block's pairs.
  ///
  /// @return how many pairs differ in any bit
  long distances(MemorySegment a, MemorySegment b);

  /// Takes the histogram of all {@link #distances} so far.
  ///
  /// @param pairs pairs among them of which the bits differ
  void take(long pairs, long[] histogram);
}
