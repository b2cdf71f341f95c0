package dev.assay.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Counts values that differ, eight bytes a step and without a branch, in plain Java: two lanes of
/// 32 bits, four of 16 or eight of 8 are looked at in one 64-bit word. A lane is counted when any
/// of its bits differ: adding all ones but the top to a lane's low bits carries into the top
/// exactly when one of them is set.
final class Kernels {
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
  private static final long TOP_8 = 0x8080808080808080L;
  private static final long TOP_16 = 0x8000800080008000L;
  private static final long TOP_32 = 0x8000000080000000L;

  private Kernels() {}

  /// How many values of `width` bytes differ in at least one bit.
  ///
  /// @param a a whole number of values, of at most 2^30 bytes
  /// @param b as long as `a`
  /// @param width 1, 2, 4 or 8; for another width the values are compared one by one
  static long differing(MemorySegment a, MemorySegment b, int width) {
    if (a.byteSize() != b.byteSize() || a.byteSize() % width != 0) {
      throw new IllegalArgumentException("segments of unequal or broken length");
    }
    return switch (width) {
      case 1 -> lanes(a, b, TOP_8, 1);
      case 2 -> lanes(a, b, TOP_16, 2);
      case 4 -> lanes(a, b, TOP_32, 4);
      case 8 -> words(a, b);
      default -> oneByOne(a, b, 0, width);
    };
  }

  private static long lanes(MemorySegment a, MemorySegment b, long top, int width) {
    int words = (int) (a.byteSize() >>> 3);
    long low = ~top;
    long count = 0;
    for (int i = 0; i < words; i++) {
      long x = a.get(LONG, (long) i << 3) ^ b.get(LONG, (long) i << 3);
      count += Long.bitCount((((x & low) + low) | x) & top);
    }
    return count + oneByOne(a, b, (long) words << 3, width);
  }

  private static long words(MemorySegment a, MemorySegment b) {
    int words = (int) (a.byteSize() >>> 3);
    long count = 0;
    for (int i = 0; i < words; i++) {
      long x = a.get(LONG, (long) i << 3) ^ b.get(LONG, (long) i << 3);
      count += (x | -x) >>> 63;
    }
    return count;
  }

  private static long oneByOne(MemorySegment a, MemorySegment b, long from, int width) {
    long count = 0;
    for (long at = from; at < a.byteSize(); at += width) {
      for (int i = 0; i < width; i++) {
        if (a.get(BYTE, at + i) != b.get(BYTE, at + i)) {
          count++;
          break;
        }
      }
    }
    return count;
  }
}
