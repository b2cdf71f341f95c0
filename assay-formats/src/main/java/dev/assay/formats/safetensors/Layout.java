package dev.assay.formats.safetensors;

import dev.assay.io.Malformed;
import java.util.Arrays;

/// The byte ranges of a file's tensors: they must follow each other without a gap or an overlap.
/// Ten million of them cost 160 MB as records and half of that as two arrays of longs, so arrays it
/// is.
final class Layout {
  private long[] from = new long[64];
  private long[] to = new long[64];
  private int size;
  private boolean ordered = true;

  void add(long begin, long end) {
    if (size == from.length) {
      from = Arrays.copyOf(from, size * 2);
      to = Arrays.copyOf(to, size * 2);
    }
    ordered &= size == 0 || (begin >= from[size - 1] && end >= to[size - 1]);
    from[size] = begin;
    to[size++] = end;
  }

  /// Refuses gaps and overlaps.
  ///
  /// @param base where the data begins in the file, for the complaint's place
  /// @return where the last tensor ends
  long check(long base) {
    if (!ordered) {
      sort();
    }
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

  private void sort() {
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
    from = f;
    to = t;
  }

  /// Whether a tensor begins or ends just there; asked after {@link #check}.
  boolean boundary(long at) {
    return at == 0 || Arrays.binarySearch(to, 0, size, at) >= 0;
  }
}
