package dev.assay.bench.forms;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The same files laid otherwise: in a folder more, in another order, at another time.
///
/// @param writing how they are laid
record Laying(String name, String does, Writing writing) implements Rewriting {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("1999-12-31T00:00:00Z"));

  /// Lays a release's files in an empty folder.
  interface Writing {
    Path write(String release, Draft files, Path folder) throws IOException;
  }

  static Rewriting wrapped() {
    return new Laying(
        "in-a-folder",
        "everything in one folder more",
        (name, files, folder) -> {
          Path outer = folder.resolve(name);
          files.write(outer.resolve("release-1.0"));
          return outer;
        });
  }

  static Rewriting reversed() {
    return new Laying(
        "order-reversed",
        "files made in the reverse order",
        (name, files, folder) -> files.reversed().write(folder.resolve(name)));
  }

  /// Changed times would be those of the source too where files share their bytes, so these are
  /// copies.
  static Rewriting times() {
    return new Laying(
        "times-changed",
        "files that were changed long ago",
        (name, files, folder) -> {
          Path root = files.write(folder.resolve(name));
          Files.walkFileTree(
              root,
              new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes a)
                    throws IOException {
                  if (!a.isSymbolicLink()) {
                    Path copy = folder.resolve("copy");
                    Files.copy(file, copy, LinkOption.NOFOLLOW_LINKS);
                    Files.delete(file);
                    Files.move(copy, file);
                    Files.setLastModifiedTime(file, LONG_AGO);
                  }
                  return FileVisitResult.CONTINUE;
                }
              });
          return root;
        });
  }

  @Override
  public boolean changes(String path) {
    return false;
  }

  @Override
  public Optional<Draft> rewrite(Draft release) {
    return Optional.of(release);
  }

  @Override
  public List<Path> write(String release, Draft form, Path folder) throws IOException {
    return List.of(writing.write(release, form, folder));
  }
}
