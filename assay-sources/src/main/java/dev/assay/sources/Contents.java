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

/// What is in a file: the members of an archive or of a package, or the file itself.
public final class Contents {
  private Contents() {}

  /// What was added.
  ///
  /// @param kind `archive`, `deb package` or `file`
  /// @param revision what it says of its own revision: the commit that an archive was made of, a
  ///   package's version; null where nothing
  public record Added(String kind, @Nullable String revision) {}

  /// Whether these bytes are those of a package that has to be read from front to end.
  public static boolean isPackage(ByteSource bytes) {
    return DebPackage.isOne(bytes);
  }

  /// Adds what is in `bytes` to a tree, which closes them.
  ///
  /// @param name the file's own name, by which it is added where it is no archive
  /// @throws dev.assay.io.Malformed when it is damaged at its beginning
  public static Added add(
      MappedTree.Builder builder, String reference, String name, ByteSource bytes) {
    builder.hold(bytes);
    if (DebPackage.isOne(bytes)) {
      String about = DebPackage.add(builder, bytes);
      return new Added("deb package", about.isEmpty() ? null : about);
    }
    ArchiveFormat format = ArchiveFormat.of(bytes);
    if (format != null) {
      ArchiveTree archive = ArchiveTree.list(builder.id(), reference, format, bytes);
      builder.hold(archive);
      if (!ModelContainer.isOne(archive.files())) {
        addAll(builder, archive);
        return new Added("archive", archive.info().revision());
      }
    }
    String safe = FileNames.escape(name);
    String path = FileNames.staysInside(safe) ? safe : "file";
    builder.add(FileEntry.file(path, bytes.size()), () -> bytes.slice(0, bytes.size()));
    return new Added("file", null);
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
