package dev.assay.weights;

import dev.assay.io.ByteSource;
import java.util.Arrays;

/// Whether two files hold the same bytes.
public final class SameBytes {
  private static final int PIECE = 1 << 20;

  private SameBytes() {}

  /// Compares up to the first difference; memory does not grow with the files.
  ///
  /// @throws dev.assay.io.Malformed when one becomes shorter meanwhile
  /// @throws java.io.UncheckedIOException when one cannot be read
  public static boolean of(ByteSource a, ByteSource b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (long at = 0; at < a.size(); at += PIECE) {
      int n = (int) Math.min(PIECE, a.size() - at);
      if (!Arrays.equals(a.bytes(at, n), b.bytes(at, n))) {
        return false;
      }
    }
    return true;
  }
}
