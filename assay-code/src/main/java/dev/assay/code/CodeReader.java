package dev.assay.code;

import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import java.util.Optional;

/// Reads one source, notebook, script or configuration file.
public final class CodeReader {
  private CodeReader() {}

  /// Whether a file is worth reading as text for this module, by its name.
  public static boolean wants(FileEntry entry) {
    return false;
  }

  /// What the file shows; empty when it is no source, script, notebook or configuration. Safe to call from
  /// several threads.
  public static Optional<CodeFile> read(TextFile file) {
    return Optional.empty();
  }
}
