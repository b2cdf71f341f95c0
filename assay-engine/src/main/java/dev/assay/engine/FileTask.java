package dev.assay.engine;

import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;

/// One file to be opened.
///
/// @param asText whether it is wanted as a text, by its name
record FileTask(FileTree tree, FileEntry entry, boolean asText) {
  /// The source that it is in.
  String source() {
    return tree.info().id();
  }
}
