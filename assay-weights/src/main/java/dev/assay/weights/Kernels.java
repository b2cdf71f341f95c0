package dev.assay.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Counts values that differ, eight bytes a step and without a branch, in plain Java: two lanes of
/// 32 bits, four of 16 or eight of 8 are looked at in one 64-bit word. A lane counts when any of
/// its bits differ: adding all ones but the top to a lane's low bits carries into the top exactly
/// when one of them is set. The counts stand in the same lanes until they could overflow. Words are
/// first copied into arrays, because loops over arrays are those that the JVM's compiler makes
/// wide; blocks, whose words are not in step with it, are looked at where they stand.
final class Kernels {
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
  private static final long TOP_8 = 0x8080808080808080L;
  private static final long TOP_16 = 0x8000800080008000L;
  private static final long TOP_32 = 0x8000000080000000L;

  /// Words in one step: a multiple of what a lane of eight bits can count.
  private static final int WORDS = 2040;

  /// Words after which lanes of eight bits are full.
  private static final int FULL = 255;

  private final long[] a = new long[WORDS];
  private final long[] b = new long[WORDS];

  /// How many values of `width` bytes differ in at least one bit.
  ///
  /// @param first a whole number of values, of at most 2^30 bytes
  /// @param second as long as `first`
  /// @param width 1, 2, 4 or 8, or the length of a block
  long differing(MemorySegment first, MemorySegment second, int width) {
    long size = first.byteSize();
    if (size != second.byteSize() || size % width != 0) {
      throw new IllegalArgumentException("segments of unequal or broken length");
    }
    if (first.mismatch(second) < 0) {
      return 0;
    }
    if (width > 8) {
      return blocks(first, second, width);
    }
    if (Long.bitCount(width) != 1) {
      return oneByOne(first, second, 0, width);
    }
    int words = (int) (size >>> 3);
    long count = 0;
    for (int at = 0; at < words; at += WORDS) {
      int n = Math.min(WORDS, words - at);
      MemorySegment.copy(first, LONG, (long) at << 3, a, 0, n);
      MemorySegment.copy(second, LONG, (long) at << 3, b, 0, n);
      for (int from = 0; from < n; from += FULL) {
        int to = Math.min(n, from + FULL);
        count +=
            switch (width) {
              case 1 -> sum8(lanes(a, b, from, to, TOP_8, 7));
              case 2 -> sum16(lanes(a, b, from, to, TOP_16, 15));
              case 4 -> sum32(lanes(a, b, from, to, TOP_32, 31));
              default -> words(a, b, from, to);
            };
      }
    }
    return count + oneByOne(first, second, (long) words << 3, width);
  }

  private static long lanes(long[] a, long[] b, int from, int to, long top, int shift) {
    long low = ~top;
    long counts = 0;
    for (int i = from; i < to; i++) {
      long x = a[i] ^ b[i];
      counts += ((((x & low) + low) | x) & top) >>> shift;
    }
    return counts;
  }

  private static long words(long[] a, long[] b, int from, int to) {
    long count = 0;
    for (int i = from; i < to; i++) {
      long x = a[i] ^ b[i];
      count += (x | -x) >>> 63;
    }
    return count;
  }

  private static long sum8(long lanes) {
    return sum16((lanes & 0x00ff00ff00ff00ffL) + ((lanes >>> 8) & 0x00ff00ff00ff00ffL));
  }

  private static long sum16(long lanes) {
    return sum32((lanes & 0x0000ffff0000ffffL) + ((lanes >>> 16) & 0x0000ffff0000ffffL));
  }

  private static long sum32(long lanes) {
    return (lanes & 0xffffffffL) + (lanes >>> 32);
  }

  /// Blocks of more than eight bytes: whole words, and one that ends with the block.
  private static long blocks(MemorySegment first, MemorySegment second, int width) {
    return switch (width) {
      case 18 -> blocksOf18(first, second);
      case 34 -> blocksOf34(first, second);
      default -> wide(first, second, width);
    };
  }

  private static long xor(MemorySegment x, MemorySegment y, long at) {
    return x.get(LONG, at) ^ y.get(LONG, at);
  }

  private static long one(long bits) {
    return (bits | -bits) >>> 63;
  }

  /// The commonest lengths, each as one expression: ggml's blocks of 32 values of four and of eight
  /// bits.
  private static long blocksOf18(MemorySegment x, MemorySegment y) {
    long count = 0;
    for (long at = 0; at < x.byteSize(); at += 18) {
      count += one(xor(x, y, at) | xor(x, y, at + 8) | xor(x, y, at + 10));
    }
    return count;
  }

  private static long blocksOf34(MemorySegment x, MemorySegment y) {
    long count = 0;
    for (long at = 0; at < x.byteSize(); at += 34) {
      count +=
          one(
              xor(x, y, at)
                  | xor(x, y, at + 8)
                  | xor(x, y, at + 16)
                  | xor(x, y, at + 24)
                  | xor(x, y, at + 26));
    }
    return count;
  }

  /// Other blocks differ in a word near their beginning, mostly, or not at all.
  private static long wide(MemorySegment x, MemorySegment y, int width) {
    int last = width - 8;
    long count = 0;
    for (long at = 0; at < x.byteSize(); at += width) {
      long bits = xor(x, y, at + last);
      for (int i = 0; bits == 0 && i < last; i += 8) {
        bits = xor(x, y, at + i);
      }
      count += one(bits);
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
