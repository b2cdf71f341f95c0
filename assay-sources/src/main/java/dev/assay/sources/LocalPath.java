package dev.assay.sources;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A reference that may be a path of this machine.
public final class LocalPath {
  private LocalPath() {}

  /// The path that a reference writes, whether or not something is there; null where it is empty or
  /// where no path of this system can be written so.
  public static @Nullable Path of(String reference) {
    try {
      return reference.isEmpty() ? null : Path.of(reference);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /// A short name for a source: the last name of its path, or `otherwise` for the root.
  public static String name(Path path, String otherwise) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? otherwise : name.toString();
  }
}
