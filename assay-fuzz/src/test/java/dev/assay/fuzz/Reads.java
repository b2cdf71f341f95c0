package dev.assay.fuzz;

import dev.assay.formats.Formats;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Evidence;
import dev.assay.model.Span;
import dev.assay.model.Weights;

/// What must hold of every reader for any bytes at all: it ends in a value, it reads no more than a
/// small multiple of the file, and its evidence lies inside the file.
final class Reads {
  private Reads() {}

  /// Reads bytes as one format.
  static void survive(WeightsFormat format, String name, byte[] data) {
    FileEntry entry = FileEntry.file(name, data.length);
    check(Formats.read(format, "fuzz", entry, ByteSource.of(data)), name, data.length);
  }

  /// Reads bytes as whatever they are recognised as.
  static void survive(String name, byte[] data) {
    ByteSource bytes = ByteSource.of(data);
    FileEntry entry = FileEntry.file(name, data.length);
    Formats.recognise(entry, bytes.head(Formats.HEAD), bytes)
        .ifPresent(f -> check(Formats.read(f, "fuzz", entry, bytes), name, data.length));
  }

  private static void check(Weights w, String name, long size) {
    inside(w.evidence(), name, size);
    w.metadata().forEach(f -> inside(f.evidence(), name, size));
    w.dangers().forEach(d -> d.evidence().forEach(e -> inside(e, name, size)));
    if (w.status() != Weights.Status.OK && w.reason().isEmpty()) {
      throw new AssertionError(w.status() + " without a reason");
    }
    if (w.headerBytes() > 64 * size + (4 << 20)) {
      throw new AssertionError(w.headerBytes() + " bytes read of " + size);
    }
  }

  private static void inside(Evidence evidence, String name, long size) {
    if (evidence.path().equals(name)
        && evidence.span() instanceof Span.Bytes(long from, long to)
        && (from < 0 || to > size || from >= to)) {
      throw new AssertionError("evidence at " + from + " to " + to + " of " + size);
    }
  }
}
