package dev.assay.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers how the values of one tensor differ, block by block, in their order. The types that
/// weights are mostly stored in have kernels of their own; everything else, the last block of a
/// tensor, and blocks with a NaN or an infinity are gone through value by value. Both give the same
/// result to the last bit.
final class Statistics {
  private static final int BLOCK = Lanes.BLOCK;

  /// Up to so many values of a block are gone through one by one where they alone differ.
  private static final int FEW = 64;

  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

  private final ValueType type;
  private final @Nullable Scratch scratch;
  private final Kernels counter = new Kernels();
  private final Lanes lanes = new Lanes();
  private final Distances distances = new Distances();
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
    this(type, true);
  }

  /// @param kernels whether to use the kernels where there are some
  Statistics(ValueType type, boolean kernels) {
    this.type = type;
    scratch =
        kernels
            ? switch (type) {
              case F32, F16, BF16, F64, I8, U8, BOOL -> new Scratch();
              default -> null;
            }
            : null;
  }

  /// Arrays that the kernels work in; they stay in a core's cache.
  private static final class Scratch {
    final float[] fa = new float[BLOCK];
    final float[] fb = new float[BLOCK];
    final int[] bits = new int[2 * BLOCK];
    final short[] shorts = new short[BLOCK];
    final int[] upper = new int[BLOCK];
    final byte[] ba = new byte[BLOCK];
    final byte[] bb = new byte[BLOCK];
    final double[] one = new double[1];
    final double[] two = new double[1];
    final int[] units = new int[FEW];
    final double[] work = new double[6 * Lanes.LANES];
  }

  /// Whether any difference was seen so far.
  boolean started() {
    return started;
  }

  /// For two types: whether each value of the wider type rounds to that of the narrower.
  boolean onlyRounded() {
    return onlyRounded;
  }

  /// A piece that is the same on both sides; pieces begin at whole blocks.
  void equal(MemorySegment piece) {
    int count = (int) (piece.byteSize() / type.width());
    for (int at = 0; at < count; at += BLOCK) {
      int n = Math.min(BLOCK, count - at);
      equalBlock(piece.asSlice((long) at * type.width(), (long) n * type.width()), n);
    }
  }

  private void equalBlock(MemorySegment block, int n) {
    if (scratch == null || n < BLOCK || !normOf(block, scratch)) {
      type.read(block, a, n);
      lanes.plain(a, a, n);
    }
    norm += lanes.norm();
  }

  /// @return whether all values are finite
  private boolean normOf(MemorySegment block, Scratch s) {
    if (floatsOf(block, s, s.fa, 0)) {
      lanes.floats(s.fa);
    } else if (type == ValueType.F64) {
      lanes.doubles(new DoubleRounds(s.work, block, block));
    } else {
      MemorySegment.copy(block, BYTE, 0, s.ba, 0, BLOCK);
      lanes.bytes(s.ba, type == ValueType.I8 ? -1 : 0xff);
    }
    return lanes.finite();
  }

  /// A piece in which something differs; pieces begin at whole blocks.
  void add(MemorySegment pa, MemorySegment pb) {
    started = true;
    int width = type.width();
    int values = (int) (pa.byteSize() / width);
    for (int at = 0; at < values; at += BLOCK) {
      int n = Math.min(BLOCK, values - at);
      MemorySegment sa = pa.asSlice((long) at * width, (long) n * width);
      MemorySegment sb = pb.asSlice((long) at * width, (long) n * width);
      long different = counter.differing(sa, sb, width);
      if (different == 0) {
        equalBlock(sa, n);
      } else {
        differing += different;
        boolean done =
            scratch != null
                && n == BLOCK
                && (different <= FEW ? few(sa, sb, scratch) : fast(sa, sb, different, scratch));
        if (!done) {
          slow(sa, sb, n);
        }
        sum += lanes.sum();
        squares += lanes.squares();
        norm += lanes.norm();
        largest = Math.max(largest, lanes.largest());
      }
    }
  }

  /// A whole block in which only a few values differ: its norm, and those one by one.
  ///
  /// @return whether all values that count are finite; else nothing was counted
  private boolean few(MemorySegment sa, MemorySegment sb, Scratch s) {
    if (!normOf(sa, s)) {
      return false;
    }
    int width = type.width();
    int found = 0;
    for (int i = next(sa, sb, 0, width); i >= 0; i = next(sa, sb, i + 1, width)) {
      type.read(sa.asSlice((long) i * width), s.one, 1);
      type.read(sb.asSlice((long) i * width), s.two, 1);
      if (!ValueType.finite(s.two[0])) {
        return false;
      }
      lanes.differs(i, Math.abs(s.one[0] - s.two[0]));
      s.units[found++] = 64 - Long.numberOfLeadingZeros(type.ulps(s.one[0], s.two[0]));
    }
    for (int i = 0; i < found; i++) {
      ulps[s.units[i]]++;
    }
    lanes.again();
    return true;
  }

  /// The place of the next value that differs, from a place on; -1 where none does.
  private static int next(MemorySegment sa, MemorySegment sb, int from, int width) {
    long at = (long) from * width;
    long end = sa.byteSize();
    long first = at == end ? -1 : MemorySegment.mismatch(sa, at, end, sb, at, end);
    return first < 0 ? -1 : from + (int) (first / width);
  }

  private void slow(MemorySegment sa, MemorySegment sb, int n) {
    type.read(sa, a, n);
    type.read(sb, b, n);
    lanes.plain(a, b, n);
    for (int i = 0; i < n; i++) {
      double x = a[i];
      double y = b[i];
      // NaN compares unequal to itself: two NaNs of the same bits are found equal here by their
      // bits.
      if (Double.doubleToRawLongBits(x) != Double.doubleToRawLongBits(y)) {
        if (ValueType.finite(x) && ValueType.finite(y)) {
          ulps[64 - Long.numberOfLeadingZeros(type.ulps(x, y))]++;
        } else {
          notFinite++;
        }
      }
    }
  }

  /// A whole block by the type's kernel.
  ///
  /// @return whether all its values are finite; else nothing was counted
  private boolean fast(MemorySegment sa, MemorySegment sb, long different, Scratch s) {
    switch (type) {
      case F32, F16, BF16 -> {
        floatsOf(sb, s, s.fb, BLOCK);
        floatsOf(sa, s, s.fa, 0);
        lanes.floats(s.fa, s.fb);
        if (!lanes.finite()) {
          return false;
        }
        if (type == ValueType.F32) {
          MemorySegment.copy(sa, INT, 0, s.bits, 0, BLOCK);
          MemorySegment.copy(sb, INT, 0, s.bits, BLOCK, BLOCK);
          distances.floats(s.bits, ulps);
        } else {
          distances.halves(s.bits, ulps);
        }
      }
      case F64 -> {
        lanes.doubles(new DoubleRounds(s.work, sa, sb));
        if (!lanes.finite()) {
          return false;
        }
        type.read(sa, a, BLOCK);
        type.read(sb, b, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
          ulps[64 - Long.numberOfLeadingZeros(type.ulps(a[i], b[i]))]++;
        }
      }
      default -> {
        MemorySegment.copy(sa, BYTE, 0, s.ba, 0, BLOCK);
        MemorySegment.copy(sb, BYTE, 0, s.bb, 0, BLOCK);
        lanes.bytes(s.ba, s.bb, type == ValueType.I8 ? -1 : 0xff, s.bits);
        distances.units(s.bits, ulps);
      }
    }
    // The kernels counted every pair; those of equal bits are no distance of zero.
    ulps[0] -= BLOCK - different;
    return true;
  }

  private record DoubleRounds(double[] work, MemorySegment sa, MemorySegment sb)
      implements Lanes.Rounds {
    @Override
    public void next(int round) {
      long offset = 8L * round * Lanes.LANES;
      MemorySegment.copy(sa, DOUBLE, offset, work, Lanes.A, Lanes.LANES);
      MemorySegment.copy(sb, DOUBLE, offset, work, Lanes.B, Lanes.LANES);
    }
  }

  /// A whole block as floats, where every value of the type is one.
  ///
  /// @param at where in `s.bits` the bits of 16-bit types go
  private boolean floatsOf(MemorySegment block, Scratch s, float[] into, int at) {
    switch (type) {
      case F32 -> MemorySegment.copy(block, FLOAT, 0, into, 0, BLOCK);
      case F16 -> {
        MemorySegment.copy(block, SHORT, 0, s.shorts, 0, BLOCK);
        halves(s.shorts, into);
        widen(s.shorts, s.bits, at);
      }
      case BF16 -> {
        MemorySegment.copy(block, SHORT, 0, s.shorts, 0, BLOCK);
        widen(s.shorts, s.bits, at);
        upper(s.bits, at, s.upper);
        MemorySegment.copy(
            MemorySegment.ofArray(s.upper), 0, MemorySegment.ofArray(into), 0, 4L * BLOCK);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void halves(short[] from, float[] into) {
    for (int i = 0; i < BLOCK; i++) {
      into[i] = Float.float16ToFloat(from[i]);
    }
  }

  private static void widen(short[] from, int[] into, int at) {
    for (int i = 0; i < BLOCK; i++) {
      into[at + i] = from[i];
    }
  }

  private static void upper(int[] from, int at, int[] into) {
    System.arraycopy(from, at, into, 0, BLOCK);
    for (int i = 0; i < BLOCK; i++) {
      into[i] <<= 16;
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
        norm += ValueType.finite(x) ? x * x : 0;
        if (x == y || (Double.isNaN(x) && Double.isNaN(y))) {
          continue;
        }
        differing++;
        double wide = from == type ? y : x;
        double narrow = from == type ? x : y;
        onlyRounded &= type.round(wide) == narrow;
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
