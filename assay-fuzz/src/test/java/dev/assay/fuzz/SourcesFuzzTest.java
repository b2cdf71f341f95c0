package dev.assay.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.FileTree;
import dev.assay.io.Malformed;
import dev.assay.sources.Contents;
import dev.assay.sources.Lock;
import dev.assay.sources.MappedTree;
import dev.assay.sources.hub.HubListing;
import java.util.ArrayList;

/// One target for each reader of what a source sends: packages, listings, locks.
class SourcesFuzzTest {
  private static final byte[] AR = "!<arch>\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  /// An `ar` archive as Debian packages are: its beginning is given, the rest is not.
  @FuzzTest(maxDuration = "")
  void debianPackage(byte[] data) {
    byte[] bytes = new byte[AR.length + data.length];
    System.arraycopy(AR, 0, bytes, 0, AR.length);
    System.arraycopy(data, 0, bytes, AR.length, data.length);
    contents("x.deb", bytes);
  }

  @FuzzTest(maxDuration = "")
  void packageOfAnyKind(byte[] data) {
    contents("x.bin", data);
  }

  private static void contents(String name, byte[] bytes) {
    var builder = new MappedTree.Builder("fuzz");
    try (ByteSource source = ByteSource.of(bytes)) {
      Contents.add(builder, name, name, source);
    } catch (Malformed e) {
      // Damaged at its beginning: told so.
      return;
    }
    try (FileTree tree = builder.build("file", name, null, null)) {
      for (FileEntry file : tree.files()) {
        if (!FileNames.staysInside(file.path())) {
          throw new AssertionError("a name that leads out: " + file.path());
        }
        if (file.kind() == FileEntry.Kind.FILE) {
          read(tree, file);
        }
      }
    }
  }

  private static void read(FileTree tree, FileEntry file) {
    try (ByteSource member = tree.open(file)) {
      member.head(4096);
    } catch (Malformed e) {
      // One bad file is one finding.
      return;
    }
  }

  @FuzzTest(maxDuration = "")
  void hubListing(byte[] data) {
    var rows = new ArrayList<HubListing.Row>();
    String wrong = HubListing.add(data, rows);
    if (rows.size() > data.length) {
      throw new AssertionError(rows.size() + " files of " + data.length + " bytes; " + wrong);
    }
  }

  @FuzzTest(maxDuration = "")
  void lock(byte[] data) {
    Lock.read(data);
  }
}
