package dev.assay.bench.forms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// A release's files by path, most of them as they lie in its folder; a change makes another draft.
final class Draft {
  /// Longer texts are no texts of a person, and stay as they are.
  private static final long LONGEST = 1_000_000;

  /// Where a file's content is.
  sealed interface Content {}

  /// As it lies on the disk.
  record OnDisk(Path file) implements Content {}

  /// Written anew.
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Written(byte[] bytes) implements Content {}

  /// A symbolic link.
  record Link(Path target) implements Content {}

  private final SequencedMap<String, Content> files;

  private Draft(SequencedMap<String, Content> files) {
    this.files = files;
  }

  /// The files of a folder, without what Git keeps there.
  static Draft of(Path root) throws IOException {
    var files = new TreeMap<String, Content>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a) {
            return folder.endsWith(".git")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            String path = root.relativize(file).toString().replace('\\', '/');
            if (a.isSymbolicLink()) {
              files.put(path, new Link(Files.readSymbolicLink(file)));
            } else if (a.isRegularFile()) {
              files.put(path, new OnDisk(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return new Draft(files);
  }

  /// A draft of texts, for tests.
  static Draft ofTexts(Map<String, String> texts) {
    var files = new TreeMap<String, Content>();
    texts.forEach((path, text) -> files.put(path, new Written(text.getBytes(UTF_8))));
    return new Draft(files);
  }

  /// Every path, in the order in which they will be written.
  List<String> paths() {
    return List.copyOf(files.sequencedKeySet());
  }

  /// The paths of what is no link.
  List<String> regular() {
    return paths().stream().filter(p -> !(files.get(p) instanceof Link)).toList();
  }

  boolean has(String path) {
    return files.containsKey(path);
  }

  /// The text of a file; empty where there is none, or it is long, no UTF-8 or a link.
  String text(String path) {
    byte[] bytes = bytes(path, LONGEST);
    try {
      String text =
          UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.indexOf('\0') >= 0 ? "" : text;
    } catch (CharacterCodingException e) {
      return "";
    }
  }

  private byte[] bytes(String path, long most) {
    try {
      return switch (files.get(path)) {
        case Written w -> w.bytes();
        case OnDisk d when Files.size(d.file()) <= most -> Files.readAllBytes(d.file());
        case null, default -> new byte[0];
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The bytes of a file; none for a link.
  byte[] bytes(String path) {
    return bytes(path, Long.MAX_VALUE);
  }

  Draft with(String path, String text) {
    return with(path, text.getBytes(UTF_8));
  }

  Draft with(String path, byte[] bytes) {
    var other = new LinkedHashMap<>(files);
    other.put(path, new Written(bytes));
    return new Draft(other);
  }

  Draft renamed(String from, String to) {
    var other = new LinkedHashMap<>(files);
    Content content = other.remove(from);
    if (content == null || other.containsKey(to)) {
      throw new IllegalArgumentException(from + " cannot be renamed to " + to);
    }
    other.put(to, content);
    return new Draft(other);
  }

  Draft reversed() {
    return new Draft(new LinkedHashMap<>(files.reversed()));
  }

  /// Writes the files into a folder, in their order: those that did not change as second names of
  /// the same bytes where the disk allows it.
  Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var file : files.sequencedEntrySet()) {
      Path to = folder.resolve(file.getKey());
      Files.createDirectories(to.getParent());
      switch (file.getValue()) {
        case Written w -> Files.write(to, w.bytes());
        case Link l -> Files.createSymbolicLink(to, l.target());
        case OnDisk d -> share(d.file(), to);
      }
    }
    return folder;
  }

  private static void share(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(from, to);
    }
  }
}
