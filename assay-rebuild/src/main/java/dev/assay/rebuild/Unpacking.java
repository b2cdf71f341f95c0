package dev.assay.rebuild;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.io.ReadMeter;
import dev.assay.io.archive.ArchiveFormat;
import dev.assay.io.archive.ArchiveTree;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Takes one file or folder out of an archive: a zip (a jar is one), a tar file however it is
/// packed (an npm package is one), or a Debian package.
final class Unpacking {
  private static final int PIECE = 1 << 16;
  private static final byte[] AR = "!<arch>\n".getBytes(StandardCharsets.US_ASCII);
  private static final int AR_HEADER = 60;

  private Unpacking() {}

  /// @param member the path of a file or folder inside
  /// @param to where to put it; nothing is there yet
  /// @return whether it is such an archive and has that member
  /// @throws IOException when it has, and it cannot be read or written
  static boolean take(Path archive, String member, Path to) throws IOException {
    try (ByteSource file = ByteSource.of(archive, new ReadMeter())) {
      ByteSource bytes = debianData(file);
      ArchiveFormat format = ArchiveFormat.of(bytes);
      if (format == null) {
        return false;
      }
      try (ArchiveTree tree =
          ArchiveTree.listAsItIs("archive", archive.toString(), format, bytes)) {
        return take(tree, member, to);
      }
    } catch (UncheckedIOException | Malformed e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static boolean take(ArchiveTree tree, String member, Path to) throws IOException {
    boolean any = false;
    String below = member + "/";
    for (FileEntry entry : tree.files()) {
      if (entry.kind() != FileEntry.Kind.FILE || entry.target() != null) {
        continue;
      }
      if (entry.path().equals(member)) {
        write(tree, entry, to);
        return true;
      }
      // The tree has refused paths that climb out of it.
      if (entry.path().startsWith(below)) {
        Path inside = to.resolve(entry.path().substring(below.length())).normalize();
        if (inside.startsWith(to)) {
          write(tree, entry, inside);
          any = true;
        }
      }
    }
    return any;
  }

  static void write(ArchiveTree tree, FileEntry entry, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (ByteSource bytes = tree.open(entry);
        OutputStream out = Files.newOutputStream(to)) {
      if (bytes.size() != entry.size()) {
        throw new IOException(entry.path() + " is larger than what is unpacked of an archive");
      }
      for (long at = 0; at < bytes.size(); at += PIECE) {
        out.write(bytes.bytes(at, (int) Math.min(PIECE, bytes.size() - at)));
      }
    }
  }

  /// Of a Debian package, the tar file with its files: an `ar` archive whose members have a header
  /// of 60 bytes with the name in front and the length, in decimal digits, at byte 48, and begin at
  /// even places. Anything else is given back as it is.
  private static ByteSource debianData(ByteSource file) {
    if (!java.util.Arrays.equals(file.head(AR.length), AR)) {
      return file;
    }
    for (long at = AR.length; at + AR_HEADER <= file.size(); ) {
      String header = new String(file.bytes(at, AR_HEADER), StandardCharsets.US_ASCII);
      Long length = number(header.substring(48, 58).strip());
      if (length == null || length > file.size() - at - AR_HEADER) {
        return file;
      }
      if (header.startsWith("data.tar")) {
        return file.slice(at + AR_HEADER, length);
      }
      at += AR_HEADER + length + length % 2;
    }
    return file;
  }

  private static @Nullable Long number(String digits) {
    return !digits.isEmpty()
            && digits.length() < 13
            && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Long.valueOf(digits)
        : null;
  }
}
