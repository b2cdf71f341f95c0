package dev.assay.bench.forms;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Releases packed in one file, with a folder around them as hosts pack them.
final class Packing {
  private static final int BLOCK = 512;
  private static final int NAME = 100;

  private Packing() {}

  static Rewriting zip() {
    return new Laying(
        "zip",
        "packed as a zip",
        (name, files, folder) -> {
          Path archive = folder.resolve(name + ".zip");
          try (OutputStream out = Files.newOutputStream(archive);
              var zip = new ZipOutputStream(out)) {
            for (String path : files.regular()) {
              zip.putNextEntry(new ZipEntry(name + "/" + path));
              zip.write(files.bytes(path));
              zip.closeEntry();
            }
          }
          return archive;
        });
  }

  static Rewriting tarGz() {
    return new Laying(
        "tar-gz",
        "packed as a tar.gz",
        (name, files, folder) -> {
          Path archive = folder.resolve(name + ".tar.gz");
          try (OutputStream out = Files.newOutputStream(archive);
              var tar = new BufferedOutputStream(new GZIPOutputStream(out))) {
            for (String path : files.regular()) {
              member(tar, name + "/" + path, files.bytes(path));
            }
            tar.write(new byte[2 * BLOCK]);
          }
          return archive;
        });
  }

  /// A file in a tar; a name that is too long for its head stands in a member of its own before it,
  /// as GNU tar writes it.
  private static void member(OutputStream tar, String path, byte[] bytes) throws IOException {
    byte[] name = path.getBytes(UTF_8);
    if (name.length > NAME) {
      tar.write(head("././@LongLink".getBytes(UTF_8), name.length, 'L'));
      body(tar, name);
    }
    tar.write(head(Arrays.copyOf(name, Math.min(NAME, name.length)), bytes.length, '0'));
    body(tar, bytes);
  }

  private static void body(OutputStream tar, byte[] bytes) throws IOException {
    tar.write(bytes);
    tar.write(new byte[(BLOCK - bytes.length % BLOCK) % BLOCK]);
  }

  private static byte[] head(byte[] name, int size, char type) {
    var head = new byte[BLOCK];
    put(head, 0, name);
    put(head, 100, "0000644".getBytes(US_ASCII));
    put(head, 108, "0000000".getBytes(US_ASCII));
    put(head, 116, "0000000".getBytes(US_ASCII));
    put(head, 124, "%011o".formatted(size).getBytes(US_ASCII));
    put(head, 136, "00000000000".getBytes(US_ASCII));
    // The sum is that of a head whose own sum is blank.
    put(head, 148, "        ".getBytes(US_ASCII));
    head[156] = (byte) type;
    put(head, 257, "ustar  ".getBytes(US_ASCII));
    int sum = 0;
    for (byte b : head) {
      sum += b & 0xff;
    }
    put(head, 148, "%06o\0 ".formatted(sum).getBytes(US_ASCII));
    return head;
  }

  private static void put(byte[] head, int at, byte[] bytes) {
    System.arraycopy(bytes, 0, head, at, bytes.length);
  }
}
