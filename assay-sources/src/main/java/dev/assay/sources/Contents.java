package dev.assay.sources;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.NestedArchives;
import dev.assay.io.archive.ArchiveFormat;
import dev.assay.io.archive.ArchiveTree;
import dev.assay.model.Issue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is in a file that was fetched: an archive's members, or the file itself.
public final class Contents {
  private Contents() {}

  /// What was added.
  ///
  /// @param archive whether its members were
  /// @param commit the commit that the archive says it was made of, or null
  public record Added(boolean archive, @Nullable String commit) {}

  /// Adds what is in `bytes` to a tree, which closes them.
  ///
  /// @param name the file's own name, by which it is added where it is no archive
  /// @throws dev.assay.io.Malformed when it is damaged at its beginning
  public static Added add(
      MappedTree.Builder builder, String reference, String name, ByteSource bytes) {
    builder.hold(bytes);
    ArchiveFormat format = ArchiveFormat.of(bytes);
    if (format != null) {
      ArchiveTree archive = ArchiveTree.list(builder.id(), reference, format, bytes);
      builder.hold(archive);
      if (!ModelContainer.isOne(archive.files())) {
        addAll(builder, archive);
        return new Added(true, archive.info().revision());
      }
    }
    String safe = FileNames.escape(name);
    String path = FileNames.staysInside(safe) ? safe : "file";
    builder.add(FileEntry.file(path, bytes.size()), () -> bytes.slice(0, bytes.size()));
    return new Added(false, null);
  }

  private static void addAll(MappedTree.Builder builder, ArchiveTree archive) {
    for (FileEntry file : archive.files()) {
      builder.add(file, file.kind() == FileEntry.Kind.FILE ? () -> archive.open(file) : null);
    }
    // The builder notes archives inside by itself.
    Optional<Issue> nested = NestedArchives.note(builder.id(), archive.files());
    for (Issue issue : archive.issues()) {
      if (nested.isPresent() && nested.get().equals(issue)) {
        continue;
      }
      builder.issue(issue.severity(), issue.path(), issue.message(), issue.next());
    }
    archive.info().partial().forEach(builder::partial);
  }
}
