package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Weights;

/// A weights format: how it is recognised by content, and what its header says. One class for each
/// format, named in {@link Formats#all()}; nothing else has to know it.
public interface WeightsFormat {

  /// The stable identifier: `safetensors`, `gguf`, ...
  String id();

  /// The name that reports print.
  String title();

  /// Whether the file is of this format, by its content; the name may only break ties.
  ///
  /// @param entry its name and size
  /// @param head its first bytes, at most {@link Formats#HEAD}
  boolean recognises(FileEntry entry, byte[] head);

  /// Reads the header. Never throws for what is in the file: a wrong header is a {@link
  /// Weights.Status#MALFORMED} with its reason. ({@link Formats#read} catches {@link
  /// dev.assay.io.Malformed} and makes that value, so that a reader may throw it.)
  ///
  /// @param source the source's identifier, for evidence
  /// @param entry its name and size
  /// @param bytes its bytes
  Weights read(String source, FileEntry entry, ByteSource bytes);
}
