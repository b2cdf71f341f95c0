package dev.assay.sources;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.io.archive.ArchiveFormat;
import dev.assay.io.archive.ArchiveTree;
import dev.assay.model.Issue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// A Debian package: an `ar` file of `debian-binary`, `control.tar` and `data.tar`, the two packed
/// in whatever way. The files that would be installed are the tree; what tells the package manager
/// of them lies in `DEBIAN/`, as `dpkg-deb` puts it. Rule: deb(5).
final class DebPackage {
  private static final byte[] MAGIC = "!<arch>\n".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = 60;
  private static final int MOST_MEMBERS = 64;
  private static final int MOST_CONTROL = 1 << 20;

  private DebPackage() {}

  private record Member(String name, long from, long size) {}

  /// Whether these bytes are one, by its first member.
  static boolean isOne(ByteSource bytes) {
    byte[] head = bytes.head(MAGIC.length + HEADER);
    return head.length == MAGIC.length + HEADER
        && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
        && new String(head, MAGIC.length, 13, StandardCharsets.ISO_8859_1).equals("debian-binary");
  }

  /// Adds what is in a package.
  ///
  /// @return its version and architecture, or an empty text where it does not say
  /// @throws Malformed when it is damaged so that no file of it can be listed
  static String add(MappedTree.Builder builder, ByteSource bytes) {
    boolean data = false;
    String about = "";
    long at = MAGIC.length;
    for (int n = 0; n < MOST_MEMBERS && at + HEADER <= bytes.size(); n++) {
      Member member = member(bytes, at);
      at = member.from() + member.size() + member.size() % 2;
      if (member.name().startsWith("control.tar")) {
        about = control(builder, bytes.slice(member.from(), member.size()));
      } else if (member.name().startsWith("data.tar")) {
        data(builder, member.name(), bytes.slice(member.from(), member.size()));
        data = true;
      }
    }
    if (!data) {
      throw new Malformed(at, "a Debian package without data.tar");
    }
    return about;
  }

  private static Member member(ByteSource bytes, long at) {
    String header = new String(bytes.bytes(at, HEADER), StandardCharsets.ISO_8859_1);
    String size = header.substring(48, 58).strip();
    boolean number = !size.isEmpty() && size.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || !header.endsWith("`\n")) {
      throw new Malformed(at, "not the header of a member");
    }
    long length = Long.parseLong(size);
    bytes.require(at + HEADER, length);
    String name = header.substring(0, 16).strip();
    return new Member(
        name.endsWith("/") ? name.substring(0, name.length() - 1) : name, at + HEADER, length);
  }

  private static void data(MappedTree.Builder builder, String name, ByteSource bytes) {
    ArchiveTree tree = tree(builder, name, bytes);
    for (FileEntry file : tree.files()) {
      builder.add(file, file.kind() == FileEntry.Kind.FILE ? () -> tree.open(file) : null);
    }
    for (Issue issue : tree.issues()) {
      // Links of a package lead into others: that is how they are made.
      if (issue.severity() != Issue.Severity.NOTE && !issue.message().startsWith("a link")) {
        builder.issue(issue.severity(), issue.path(), issue.message(), issue.next());
      }
    }
    tree.info().partial().forEach(builder::partial);
  }

  private static String control(MappedTree.Builder builder, ByteSource bytes) {
    String about = "";
    try {
      ArchiveTree tree = tree(builder, "control.tar", bytes);
      for (FileEntry file : tree.files()) {
        if (file.kind() != FileEntry.Kind.FILE) {
          continue;
        }
        if (file.path().equals("control")) {
          about = about(tree, file);
        }
        var inside =
            new FileEntry("DEBIAN/" + file.path(), file.size(), FileEntry.Kind.FILE, null, null);
        builder.add(inside, () -> tree.open(file));
      }
    } catch (Malformed e) {
      builder.issue(
          Issue.Severity.WARNING, "DEBIAN/control", "cannot be read: " + e.describe(), "");
    }
    return about;
  }

  private static ArchiveTree tree(MappedTree.Builder builder, String name, ByteSource bytes) {
    ArchiveFormat format = ArchiveFormat.of(bytes);
    if (format == null) {
      throw new Malformed(-1, name + " is no tar file in a way of packing that is known");
    }
    ArchiveTree tree = ArchiveTree.listAsItIs(builder.id(), name, format, bytes);
    builder.hold(tree);
    return tree;
  }

  private static String about(ArchiveTree tree, FileEntry file) {
    try (ByteSource bytes = tree.open(file)) {
      String text = new String(bytes.head(MOST_CONTROL), StandardCharsets.UTF_8);
      String version = field(text, "Version").orElse("");
      String architecture = field(text, "Architecture").orElse("");
      return FileNames.escape((version + " " + architecture).strip());
    }
  }

  private static Optional<String> field(String control, String name) {
    return control
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .filter(value -> value.length() <= 200)
        .findFirst();
  }
}
