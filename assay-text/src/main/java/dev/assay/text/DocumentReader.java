package dev.assay.text;

import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import java.util.Optional;

/// Reads one document: README, model card, data card, changelog, manifest, metadata.
public final class DocumentReader {
  private DocumentReader() {}

  /// Whether a file is worth reading as text for this module, by its name.
  public static boolean wants(FileEntry entry) {
    return false;
  }

  /// What the document says; empty when it is none that this module knows. Safe to call from several
  /// threads.
  public static Optional<Document> read(TextFile file) {
    return Optional.empty();
  }
}
