package dev.assay.io.folder;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.NestedArchives;
import dev.assay.io.ReadMeter;
import dev.assay.model.Issue;
import dev.assay.model.SourceInfo;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A folder of this machine. It is walked once, one look at each name; nothing outside it is
/// opened.
///
/// - Links to files inside it are files whose {@link FileEntry#target()} says where they point.
///   Links to folders inside it are links: what lies there is listed at its own place, so that no
///   weights count twice. Links that leave it, loop or dangle are links with an issue.
/// - Git's own folder is passed over; the commit that is checked out becomes the revision. Files
///   that were changed since then are read as they stand.
/// - At {@value #MOST_ENTRIES} names the listing stops and says so.
public final class FolderTree implements FileTree {
  /// The most names that are listed.
  public static final int MOST_ENTRIES = 1_000_000;

  /// Larger files may be read by several threads at once.
  private static final long SMALL = 1 << 20;

  private final Path root;

  /// What stands before the names of small files; null where the root's own name may not come
  /// through as text, or lies in no file system of this machine.
  private final @Nullable String small;

  private final SourceInfo info;
  private final List<FileEntry> files;
  private final List<Issue> issues;
  private final Map<String, Path> oddPaths;
  private final ReadMeter meter;

  private FolderTree(
      Path root, SourceInfo info, FolderWalk walk, List<Issue> issues, ReadMeter meter) {
    this.root = root;
    boolean plain =
        root.getFileSystem() == FileSystems.getDefault() && FolderWalk.ascii(root.toString());
    this.small = plain ? root + File.separator : null;
    this.info = info;
    this.files = walk.entries();
    this.issues = issues;
    this.oddPaths = walk.oddPaths();
    this.meter = meter;
  }

  /// Lists a folder.
  ///
  /// @param id the source's identifier
  /// @param reference what the user named
  /// @throws IOException when the folder itself cannot be read
  public static FolderTree list(String id, String reference, Path folder, ReadMeter meter)
      throws IOException {
    return list(id, reference, folder, folder, meter, MOST_ENTRIES);
  }

  /// Lists a folder that a user named: where everything in it lies in one folder, paths are given
  /// from that one, as they are for an archive, and a note says so.
  ///
  /// @throws IOException when the folder itself cannot be read
  public static FolderTree listUnwrapped(String id, String reference, Path folder, ReadMeter meter)
      throws IOException {
    Wrapped wrapped = Wrapped.in(folder.toRealPath());
    return list(id, reference, wrapped, folder, meter, MOST_ENTRIES);
  }

  /// Lists a folder whose links may lead to another place that belongs to it, as a cache's
  /// snapshots do to its blobs.
  ///
  /// @param boundary the folder that links may not leave
  /// @throws IOException when the folder itself cannot be read
  public static FolderTree list(
      String id, String reference, Path folder, Path boundary, ReadMeter meter) throws IOException {
    return list(id, reference, folder, boundary, meter, MOST_ENTRIES);
  }

  static FolderTree list(
      String id, String reference, Path folder, Path boundary, ReadMeter meter, int most)
      throws IOException {
    return list(id, reference, Wrapped.not(folder), boundary, meter, most);
  }

  private static FolderTree list(
      String id, String reference, Wrapped folder, Path boundary, ReadMeter meter, int most)
      throws IOException {
    Path root = folder.inner().toRealPath();
    FolderWalk walk = new FolderWalk(id, root, boundary.toRealPath(), most);
    walk.run(folder.beside());
    List<FileEntry> entries = walk.entries();
    String revision = walk.git() == null ? null : GitHead.commit(walk.git());
    long bytes = 0;
    long count = 0;
    for (FileEntry entry : entries) {
      count += entry.kind() == FileEntry.Kind.FILE ? 1 : 0;
      bytes += entry.kind() == FileEntry.Kind.FILE && entry.target() == null ? entry.size() : 0;
    }
    var issues = new ArrayList<>(folder.notes(id));
    issues.addAll(walk.issues());
    NestedArchives.note(id, entries).ifPresent(issues::add);
    FoldersSideBySide.note(id, reference, entries).ifPresent(issues::add);
    var info =
        new SourceInfo(
            id,
            revision == null ? "folder" : "git checkout",
            reference,
            revision,
            null,
            count,
            bytes,
            walk.partial());
    return new FolderTree(root, info, walk, List.copyOf(issues), meter);
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public List<FileEntry> files() {
    return files;
  }

  @Override
  public List<Issue> issues() {
    return issues;
  }

  @Override
  public ByteSource open(FileEntry file) {
    if (file.kind() != FileEntry.Kind.FILE) {
      throw new IllegalArgumentException("not a file: " + file.path());
    }
    @Nullable Path odd = oddPaths.get(file.path());
    if (odd == null && small != null && file.size() <= SMALL) {
      return ByteSource.small(small + file.path(), meter);
    }
    return ByteSource.of(odd != null ? odd : root.resolve(file.path()), meter);
  }

  @Override
  public void close() {}
}
