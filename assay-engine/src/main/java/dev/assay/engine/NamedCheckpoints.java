package dev.assay.engine;

import dev.assay.io.FileEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Checkpoints of TensorFlow of which only the small files are here: the list called `checkpoint`,
/// and beside it the graphs `NAME.meta`. The numbers lie in `NAME.data-00000-of-00001` or, as the
/// first versions wrote them, in `NAME` itself, and are the first that a repository leaves out.
final class NamedCheckpoints {
  private static final String LIST = "checkpoint";
  private static final String GRAPH = ".meta";

  private NamedCheckpoints() {}

  /// The graphs that lie beside a list of checkpoints, outside tests and vendored trees.
  static List<FileEntry> graphs(List<FileEntry> listing) {
    Set<String> folders = new HashSet<>();
    for (FileEntry e : listing) {
      if (e.kind() == FileEntry.Kind.FILE && e.name().equals(LIST) && SetAside.own(e.path())) {
        folders.add(e.source() + "\n" + folder(e.path()));
      }
    }
    return listing.stream()
        .filter(e -> e.kind() == FileEntry.Kind.FILE && e.name().endsWith(GRAPH))
        .filter(e -> folders.contains(e.source() + "\n" + folder(e.path())))
        .toList();
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
