package dev.assay.formats.safetensors;

import dev.assay.io.Malformed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The byte ranges of a file's tensors: they must follow each other without a gap or an overlap.
/// Most files have them in order, each beginning where the last ended, and the ends are all that is
/// kept of them; ten million cost 80 MB so, and twice that where the order is another.
final class Layout {
  private long[] to = new long[64];
  private long @Nullable [] from;
  private int size;

  void add(long begin, long end) {
    if (size == to.length) {
      to = Arrays.copyOf(to, size * 2);
      from = from == null ? null : Arrays.copyOf(from, size * 2);
    }
    if (from == null && begin != (size == 0 ? 0 : to[size - 1])) {
      from = new long[to.length];
      System.arraycopy(to, 0, from, 1, Math.max(0, size - 1));
    }
    if (from != null) {
      from[size] = begin;
    }
    to[size++] = end;
  }

  /// Refuses gaps and overlaps.
  ///
  /// @param base where the data begins in the file, for the complaint's place
  /// @return where the last tensor ends
  long check(long base) {
    if (from == null) {
      return size == 0 ? 0 : to[size - 1];
    }
    sort(from);
    return check(from, base);
  }

  private long check(long[] from, long base) {
    long at = 0;
    for (int i = 0; i < size; i++) {
      if (from[i] > at) {
        throw new Malformed(base + at, (from[i] - at) + " bytes between tensors belong to none");
      }
      if (from[i] < at) {
        throw new Malformed(base + from[i], "two tensors share bytes");
      }
      at = to[i];
    }
    return at;
  }

  private void sort(long[] from) {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> from[a] != from[b] ? Long.compare(from[a], from[b]) : Long.compare(to[a], to[b]));
    long[] f = new long[size];
    long[] t = new long[size];
    for (int i = 0; i < size; i++) {
      f[i] = from[order[i]];
      t[i] = to[order[i]];
    }
    System.arraycopy(f, 0, from, 0, size);
    to = t;
  }

  /// Whether a tensor begins or ends just there; asked after {@link #check}.
  boolean boundary(long at) {
    return at == 0 || Arrays.binarySearch(to, 0, size, at) >= 0;
  }
}
