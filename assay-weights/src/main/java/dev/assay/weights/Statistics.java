package dev.assay.weights;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
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

  /// After so many blocks in which many values differ it is tried whether it is a few again.
  private static final int AGAIN = 64;

  private final ValueType type;
  private final boolean fast;
  private final boolean pairwise;
  private @Nullable Work work;
  private final long[] ulps = new long[66];
  private boolean started;
  private long differing;
  private long notFinite;
  private double largest;
  private double sum;
  private double squares;
  private double norm;

  /// Whether the kernel holds distances.
  private boolean held;

  Statistics(ValueType type) {
    this(type, true);
  }

  /// @param fast whether to use a kernel where there is one
  Statistics(ValueType type, boolean fast) {
    this.type = type;
    this.fast = fast;
    pairwise = type == ValueType.BF16;
  }

  /// What is only needed once something differs.
  private static final class Work {
    final Kernels counter = new Kernels();
    final Lanes lanes = new Lanes();
    final @Nullable FloatLanes floats;
    final @Nullable BlockKernel kernel;
    final double[] a = new double[BLOCK];
    final double[] b = new double[BLOCK];
    final int[] found = new int[FEW];
    boolean few = true;
    int many;
    final double[] one = new double[1];
    final double[] x = new double[FEW];
    final double[] y = new double[FEW];

    Work(ValueType type, boolean fast) {
      kernel = fast ? BlockKernel.of(type, lanes) : null;
      floats =
          switch (type) {
            case F32, F16, BF16, F8_E4M3, F8_E5M2 -> new FloatLanes(FloatKernel.narrow(type));
            default -> null;
          };
    }
  }

  private Work work() {
    Work w = work;
    if (w == null) {
      w = new Work(type, fast);
      work = w;
    }
    return w;
  }

  /// Whether any difference was seen so far.
  boolean started() {
    return started;
  }

  /// A piece that is the same on both sides; pieces begin at whole blocks.
  void equal(MemorySegment piece) {
    int count = (int) (piece.byteSize() / type.width());
    for (int at = 0; at < count; at += BLOCK) {
      int n = Math.min(BLOCK, count - at);
      equalBlock(piece.asSlice((long) at * type.width(), (long) n * type.width()), n, work());
    }
  }

  private void equalBlock(MemorySegment block, int n, Work w) {
    if (w.kernel == null || n < BLOCK || !w.kernel.norm(block)) {
      type.read(block, w.a, n);
      plain(w.a, w.a, n, w);
    }
    norm += w.lanes.norm();
  }

  /// The sums, value by value.
  private void plain(double[] a, double[] b, int n, Work w) {
    if (w.floats == null || n < BLOCK || !w.floats.plain(a, b, pairwise, w.lanes)) {
      w.lanes.plain(a, b, n, pairwise);
    }
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
      add(sa, sb, n, work());
    }
  }

  private void add(MemorySegment sa, MemorySegment sb, int n, Work w) {
    if (sa.mismatch(sb) < 0) {
      equalBlock(sa, n, w);
      return;
    }
    boolean done = false;
    if (w.kernel != null && n == BLOCK) {
      // Blocks are mostly like the one before; whether that still holds is looked at now and then.
      if (w.few || ++w.many % AGAIN == 0) {
        done = few(sa, sb, w);
        w.few = done;
      }
      done = done || many(sa, sb, w);
    }
    if (!done) {
      slow(sa, sb, n, w);
    }
    sum += w.lanes.sum();
    squares += w.lanes.squares();
    norm += w.lanes.norm();
    largest = Math.max(largest, w.lanes.largest());
  }

  /// A whole block by the kernel.
  ///
  /// @return whether all its values are finite; else nothing was counted
  private boolean many(MemorySegment sa, MemorySegment sb, Work w) {
    if (w.kernel == null || !w.kernel.sums(sa, sb)) {
      return false;
    }
    w.kernel.distances(sa, sb);
    held = true;
    return true;
  }

  /// A whole block in which only a few values differ: its norm, and those one by one.
  ///
  /// @return false, and nothing was counted, where there are more or one of them is not finite
  private boolean few(MemorySegment sa, MemorySegment sb, Work w) {
    int width = type.width();
    int n = 0;
    for (int i = next(sa, sb, 0, width); i >= 0; i = next(sa, sb, i + 1, width)) {
      if (n == FEW) {
        return false;
      }
      w.found[n++] = pairwise ? Lanes.place(i) : i;
    }
    int[] units = new int[n];
    Arrays.sort(w.found, 0, n);
    for (int k = 0; k < n; k++) {
      int i = pairwise ? Lanes.value(w.found[k]) : w.found[k];
      type.read(sa.asSlice((long) i * width), w.one, 1);
      w.x[k] = w.one[0];
      type.read(sb.asSlice((long) i * width), w.one, 1);
      w.y[k] = w.one[0];
      if (!ValueType.finite(w.y[k])) {
        return false;
      }
      units[k] = 64 - Long.numberOfLeadingZeros(type.ulps(w.x[k], w.y[k]));
    }
    if (w.kernel == null || !w.kernel.few(sa, w.found, w.x, w.y, n)) {
      return false;
    }
    for (int unit : units) {
      ulps[unit]++;
    }
    differing += n;
    return true;
  }

  /// The place of the next value that differs, from a place on; -1 where none does.
  private static int next(MemorySegment sa, MemorySegment sb, int from, int width) {
    long at = (long) from * width;
    long end = sa.byteSize();
    long first = at == end ? -1 : MemorySegment.mismatch(sa, at, end, sb, at, end);
    return first < 0 ? -1 : from + (int) (first / width);
  }

  private void slow(MemorySegment sa, MemorySegment sb, int n, Work w) {
    type.read(sa, w.a, n);
    type.read(sb, w.b, n);
    plain(w.a, w.b, n, w);
    differing += w.counter.differing(sa, sb, type.width());
    for (int i = 0; i < n; i++) {
      double x = w.a[i];
      double y = w.b[i];
      // NaN compares unequal to itself: two NaNs of the same bits are found equal here by
      // their bits.
      if (Double.doubleToRawLongBits(x) != Double.doubleToRawLongBits(y)) {
        if (ValueType.finite(x) && ValueType.finite(y)) {
          ulps[64 - Long.numberOfLeadingZeros(type.ulps(x, y))]++;
        } else {
          notFinite++;
        }
      }
    }
  }

  /// Adds what was gathered for the part of the tensor that follows this one.
  void append(Statistics next) {
    flush();
    next.flush();
    for (int i = 0; i < ulps.length; i++) {
      ulps[i] += next.ulps[i];
    }
    started |= next.started;
    differing += next.differing;
    notFinite += next.notFinite;
    largest = Math.max(largest, next.largest);
    sum += next.sum;
    squares += next.squares;
    norm += next.norm;
  }

  /// Takes the histogram out of the kernel, and lets all room to work in go.
  void flush() {
    if (work != null && work.kernel != null && held) {
      differing += work.kernel.take(ulps);
    }
    held = false;
    work = null;
  }

  ValueDiff result(long values) {
    flush();
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
