package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.model.Issue;
import dev.assay.model.SourceInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A folder of fixtures as a tree; trusting, and so for tests only.
record FolderTree(Path root) implements FileTree {
  @Override
  public SourceInfo info() {
    return new SourceInfo("fixtures", "folder", "fixtures", null, null, 0, 0, List.of());
  }

  @Override
  public List<FileEntry> files() {
    try (var walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile)
          .map(p -> FileEntry.file(root.relativize(p).toString(), p.toFile().length()))
          .sorted(java.util.Comparator.comparing(FileEntry::path))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Issue> issues() {
    return List.of();
  }

  @Override
  public ByteSource open(FileEntry file) {
    return ByteSource.of(root.resolve(file.path()), new ReadMeter());
  }

  @Override
  public void close() {}
}
