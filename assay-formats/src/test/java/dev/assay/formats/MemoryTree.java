package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.model.Issue;
import dev.assay.model.SourceInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/// A release in memory.
public final class MemoryTree implements FileTree {
  private final TreeMap<String, byte[]> files = new TreeMap<>();

  /// Adds a file.
  public MemoryTree with(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  /// Adds a text.
  public MemoryTree with(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /// What the catalogue makes of it.
  public WeightsAssembly.Result assembled() {
    return WeightsCatalogue.read(this).assembly();
  }

  @Override
  public SourceInfo info() {
    return new SourceInfo("memory", "folder", "memory", null, null, files.size(), 0, List.of());
  }

  @Override
  public List<FileEntry> files() {
    return files.entrySet().stream()
        .map(e -> FileEntry.file(e.getKey(), e.getValue().length))
        .toList();
  }

  @Override
  public List<Issue> issues() {
    return List.of();
  }

  @Override
  public ByteSource open(FileEntry file) {
    return ByteSource.of(Objects.requireNonNull(files.get(file.path())));
  }

  @Override
  public void close() {}
}
