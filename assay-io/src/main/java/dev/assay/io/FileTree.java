package dev.assay.io;

import dev.assay.model.Issue;
import dev.assay.model.SourceInfo;
import java.util.List;

/// One source of a release as a tree of files: listed at once, opened as asked. A folder, an
/// archive, a repository, a hub page and a cache all look like this to the engine.
public interface FileTree extends AutoCloseable {

  /// What it is and what it is pinned to.
  SourceInfo info();

  /// Every name, sorted by path, within the limits; what was left out is in {@link #issues()} and
  /// in {@link SourceInfo#partial()}.
  List<FileEntry> files();

  /// What went wrong while listing.
  List<Issue> issues();

  /// What the source says about the release beside its files; most say nothing.
  default List<SourceFact> facts() {
    return List.of();
  }

  /// Opens a {@link FileEntry.Kind#FILE}. May be called from several threads.
  ///
  /// @throws java.io.UncheckedIOException when it cannot be read
  /// @throws Malformed when the container that holds it is damaged there or over a limit
  ByteSource open(FileEntry file);

  @Override
  void close();
}
