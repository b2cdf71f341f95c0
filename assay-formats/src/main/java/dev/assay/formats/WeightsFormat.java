package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Weights;
import java.util.List;

/// A weights format: how it is recognised by content, and what its header says. One class for each
/// format, named in {@link Formats#all()}; nothing else has to know it.
public interface WeightsFormat {

  /// The stable identifier: `safetensors`, `gguf`, ...
  String id();

  /// The name that reports print.
  String title();

  /// The bytes that a file of this format may begin with, each as the character of its value; empty
  /// where it may begin with any. A format is asked about no file that begins otherwise: nearly
  /// every file of a release is of none.
  default String begins() {
    return "";
  }

  /// Whether the file is of this format, by its content; the name may only break ties.
  ///
  /// @param entry its name and size
  /// @param head its first bytes, at most {@link Formats#HEAD}
  boolean recognises(FileEntry entry, byte[] head);

  /// For formats that their first bytes do not tell from others, such as those that are a zip: a
  /// second look, asked only when {@link #recognises} said yes. May throw {@link
  /// dev.assay.io.Malformed}, which means no.
  default boolean confirms(FileEntry entry, ByteSource bytes) {
    return true;
  }

  /// What a name ends in that says alone that the file must be of this format, in small letters and
  /// with a dot. Looked at only when no format recognises the content, so that a damaged file is
  /// reported as damaged and not passed over.
  default List<String> endings() {
    return List.of();
  }

  /// What a file of this format is taken for when its header cannot be read.
  default Weights.Kind kind() {
    return Weights.Kind.MODEL;
  }

  /// Reads the header. Never throws for what is in the file: a wrong header is a {@link
  /// Weights.Status#MALFORMED} with its reason. ({@link Formats#read} catches {@link
  /// dev.assay.io.Malformed} and makes that value, so that a reader may throw it.)
  ///
  /// @param source the source's identifier, for evidence
  /// @param entry its name and size
  /// @param bytes its bytes
  Weights read(String source, FileEntry entry, ByteSource bytes);
}
