package dev.assay.io;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One name in the listing of a source.
///
/// @param source the identifier of the source that lists it; empty where the tree that it is asked
///   of is the only one
/// @param path with `/`, relative to the source's root, never with `.` or `..` parts
/// @param size in bytes, as listed; -1 where the listing does not say
/// @param kind what it is
/// @param target for a link: where it points, as written; otherwise null
/// @param sha256 the content's hash where the listing states one (a hub's tree, a manifest);
///   otherwise null
public record FileEntry(
    String source,
    String path,
    long size,
    Kind kind,
    @Nullable String target,
    @Nullable String sha256) {

  /// In the order of their paths.
  public static final Comparator<FileEntry> BY_PATH = (a, b) -> a.path.compareTo(b.path);

  /// A name in the listing of the only source that is spoken of.
  public FileEntry(
      String path, long size, Kind kind, @Nullable String target, @Nullable String sha256) {
    this("", path, size, kind, target, sha256);
  }

  // Written out: a record's own is put together at run time, which a short run pays for each time.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FileEntry e
        && path.equals(e.path)
        && source.equals(e.source)
        && size == e.size
        && kind == e.kind
        && Objects.equals(target, e.target)
        && Objects.equals(sha256, e.sha256);
  }

  @Override
  public int hashCode() {
    return 31 * path.hashCode() + source.hashCode();
  }

  /// A plain file of a known size.
  public static FileEntry file(String path, long size) {
    return new FileEntry(path, size, Kind.FILE, null, null);
  }

  /// The same name as one of the source with this identifier.
  public FileEntry in(String source) {
    return this.source.equals(source)
        ? this
        : new FileEntry(source, path, size, kind, target, sha256);
  }

  /// The last part of the path.
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// The path of the folder it lies in; empty for the root.
  public String folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /// What a name in a listing is.
  public enum Kind {
    /// A file whose bytes can be read.
    FILE,
    /// Listed, and its bytes are not here: not downloaded, not stored, behind a gate.
    LISTED,
    /// A link that was not followed because it leaves the root, loops or dangles.
    LINK,
    /// A Git submodule.
    SUBMODULE,
    /// Not a regular file: a device, a socket, a pipe.
    SPECIAL
  }
}
