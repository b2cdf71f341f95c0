package dev.assay.io.folder;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.model.Issue;
import dev.assay.model.SourceInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One file as a source of its own, such as a weights file.
public final class SingleFile implements FileTree {
  private final Path file;
  private final FileEntry entry;
  private final SourceInfo info;
  private final ReadMeter meter;

  /// The file as a tree of one.
  ///
  /// @param id the source's identifier
  /// @param reference what the user named
  /// @param file where it lies; a link is followed, since the user named it
  /// @throws IOException when it cannot be looked at
  public SingleFile(String id, String reference, Path file, ReadMeter meter) throws IOException {
    this.file = file;
    this.meter = meter;
    long size = Files.size(file);
    Path name = file.toAbsolutePath().normalize().getFileName();
    this.entry = FileEntry.file(FileNames.escape(name == null ? id : name.toString()), size);
    this.info = new SourceInfo(id, "file", reference, null, null, 1, size, List.of());
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public List<FileEntry> files() {
    return List.of(entry);
  }

  @Override
  public List<Issue> issues() {
    return List.of();
  }

  @Override
  public ByteSource open(FileEntry wanted) {
    if (!wanted.path().equals(entry.path())) {
      throw new IllegalArgumentException("not in this source: " + wanted.path());
    }
    return ByteSource.of(file, meter);
  }

  @Override
  public void close() {}
}
