package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Evidence;
import dev.assay.model.Span;
import dev.assay.model.Weights;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The list of formats, in the order in which they are asked.
public final class Formats {
  /// How many of a file's first bytes recognition may look at.
  public static final int HEAD = 4096;

  private Formats() {}

  /// Every format that Assay reads. A new one is one line here.
  public static List<WeightsFormat> all() {
    return List.of();
  }

  /// The format of a file, by content.
  ///
  /// @param entry its name and size
  /// @param head its first bytes, at most {@link #HEAD}
  public static Optional<WeightsFormat> recognise(FileEntry entry, byte[] head) {
    return all().stream().filter(f -> f.recognises(entry, head)).findFirst();
  }

  /// Reads a header; whatever is wrong with it is in the result.
  public static Weights read(
      WeightsFormat format, String source, FileEntry entry, ByteSource bytes) {
    try {
      return format.read(source, entry, bytes);
    } catch (Malformed e) {
      return new Weights(
          entry.path(),
          List.of(entry.path()),
          format.id(),
          Weights.Status.MALFORMED,
          e.describe(),
          Weights.Kind.OTHER,
          0,
          null,
          Map.of(),
          null,
          null,
          List.of(),
          List.of(),
          0,
          new Evidence(source, entry.path(), new Span.Listing(), "", null),
          List.of());
    }
  }
}
