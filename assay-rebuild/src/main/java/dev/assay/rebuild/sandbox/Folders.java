package dev.assay.rebuild.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is done with whole folders. Links are never followed.
public final class Folders {
  static final int MOST_FILES = 100_000;

  /// The size of a folder of more files than that.
  static final long TOO_MANY = Long.MAX_VALUE / 4;

  private Folders() {}

  /// The bytes of all its files; {@link #TOO_MANY} when there are more than {@value #MOST_FILES}.
  static long size(Path folder) {
    long[] sum = new long[2];
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              sum[0] += attributes.size();
              return ++sum[1] > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE; // Gone meanwhile, or made unreadable by the job.
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sum[1] > MOST_FILES ? TOO_MANY : sum[0];
  }

  /// A new folder below `parent` that other users may pass through, so that a job that runs as
  /// another user finds its own.
  public static Path temporary(Path parent, String prefix) throws IOException {
    Path folder = Files.createTempDirectory(parent, prefix);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    return folder;
  }

  /// Removes it with all that is in it, also where a job took away the right to look into a folder.
  public static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) && !Files.isReadable(file)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
                remove(file);
                return FileVisitResult.CONTINUE;
              }
              throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path f, @Nullable IOException e)
                throws IOException {
              Files.delete(f);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Lets every user read all that is in it, because a job may run as another user.
  public static void openToRead(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path p : all.toList()) {
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(p);
        rights.addAll(PosixFilePermissions.fromString("r--r--r--"));
        if (Files.isDirectory(p) || rights.contains(PosixFilePermission.OWNER_EXECUTE)) {
          rights.addAll(PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        Files.setPosixFilePermissions(p, rights);
      }
    }
  }

  /// Copies a file, or a folder with all that is in it; links are copied as what they point to only
  /// when that is a file inside the same folder, and otherwise left out.
  public static void copy(Path from, Path to) throws IOException {
    if (Files.isRegularFile(from)) {
      Files.createDirectories(to.getParent());
      Files.copy(from, to);
      return;
    }
    Path root = from.toRealPath();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(root.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = to.resolve(root.relativize(file).toString());
            if (attributes.isRegularFile()) {
              Files.copy(file, target);
            } else if (attributes.isSymbolicLink() && Files.isRegularFile(file)) {
              Path real = file.toRealPath();
              if (real.startsWith(root)) {
                Files.copy(real, target);
              }
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
