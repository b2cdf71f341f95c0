package dev.assay.rebuild;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.io.ReadMeter;
import dev.assay.io.archive.ArchiveFormat;
import dev.assay.io.archive.ArchiveTree;
import dev.assay.rebuild.sandbox.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a draft is made from: the files of a folder, one file, or the members of an archive, which
/// are unpacked to a folder of their own for the time.
///
/// @param root the folder that paths are relative to
/// @param files its files
/// @param archive the archive they come from; null for none
/// @param name what to call the model
/// @param unpacked the folder to remove in the end; null for none
record DraftSource(
    Path root, List<Path> files, @Nullable Path archive, String name, @Nullable Path unpacked)
    implements AutoCloseable {
  private static final int MOST_FILES = 20_000;
  private static final long MOST_BYTES = 4L << 30;

  static DraftSource open(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    String name = String.valueOf(absolute.getFileName());
    if (Files.isDirectory(absolute)) {
      return new DraftSource(absolute, files(absolute), null, name, null);
    }
    if (!OpenNlpManifest.named(absolute)) {
      try (ByteSource bytes = ByteSource.of(absolute, new ReadMeter())) {
        ArchiveFormat format = ArchiveFormat.of(bytes);
        if (format != null && holdsFiles(name)) {
          return unpack(absolute, name, format, bytes);
        }
      } catch (Malformed | UncheckedIOException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
    Path parent = absolute.getParent();
    return new DraftSource(
        parent == null ? Path.of("/") : parent, List.of(absolute), null, name, null);
  }

  /// Some weights are themselves zip files (`.pt`, `.npz`): those are not unpacked.
  private static boolean holdsFiles(String name) {
    return Stream.of(".jar", ".zip", ".whl", ".tgz", ".tar", ".gz", ".xz", ".zst", ".bz2")
        .anyMatch(name::endsWith);
  }

  private static DraftSource unpack(
      Path archive, String name, ArchiveFormat format, ByteSource bytes) throws IOException {
    Path folder = Files.createTempDirectory("assay-draft");
    long left = MOST_BYTES;
    try (ArchiveTree tree = ArchiveTree.listAsItIs("archive", name, format, bytes)) {
      for (FileEntry entry : tree.files().stream().limit(MOST_FILES).toList()) {
        Path to = folder.resolve(entry.path()).normalize();
        left -= Math.max(0, entry.size());
        if (entry.kind() != FileEntry.Kind.FILE
            || entry.target() != null
            || left < 0
            || !to.startsWith(folder)) {
          continue;
        }
        Unpacking.write(tree, entry, to);
      }
    }
    return new DraftSource(folder, files(folder), archive, FileNames.escape(name), folder);
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS))
          .filter(p -> !root.relativize(p).startsWith(".git"))
          .limit(MOST_FILES)
          .sorted()
          .toList();
    }
  }

  String relative(Path p) {
    return root.relativize(p.toAbsolutePath()).toString().replace('\\', '/');
  }

  /// For an archive that Maven made: its coordinates, from the `pom.properties` inside; null where
  /// there are none, or several.
  @Nullable String coordinates() throws IOException {
    List<Path> poms =
        files.stream()
            .filter(p -> relative(p).startsWith("META-INF/maven/") && p.endsWith("pom.properties"))
            .toList();
    if (archive == null || poms.size() != 1) {
      return null;
    }
    var pom = new Properties();
    try (InputStream in = Files.newInputStream(poms.getFirst())) {
      pom.load(in);
    } catch (IllegalArgumentException e) {
      return null;
    }
    String group = pom.getProperty("groupId");
    String artifact = pom.getProperty("artifactId");
    String version = pom.getProperty("version");
    return group == null || artifact == null || version == null
        ? null
        : group + ":" + artifact + ":" + version;
  }

  @Override
  public void close() {
    if (unpacked != null) {
      Folders.remove(unpacked);
    }
  }
}
