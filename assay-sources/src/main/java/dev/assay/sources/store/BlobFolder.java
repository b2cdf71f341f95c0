package dev.assay.sources.store;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import dev.assay.io.ReadMeter;
import dev.assay.io.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Blobs named by their content: `sha256-<hex>` in Ollama's store, `sha256/<hex>` in an image
/// layout.
final class BlobFolder implements Blobs {
  private static final long MOST_TEXT = 16L << 20;

  /// What is checked when it is opened: texts and configurations, not weights.
  private static final long MOST_CHECKED = 1L << 20;

  private final Path folder;
  private final String separator;
  private final ReadMeter meter;

  BlobFolder(Path folder, String separator, ReadMeter meter) {
    this.folder = folder;
    this.separator = separator;
    this.meter = meter;
  }

  private @Nullable Path file(String digest) {
    String hex = Blobs.sha256(digest);
    return hex == null ? null : folder.resolve("sha256" + separator + hex);
  }

  @Override
  public long size(String digest) {
    Path file = file(digest);
    try {
      return file != null && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? Files.size(file)
          : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  @Override
  public ByteSource open(String digest, long size) {
    Path file = file(digest);
    if (file == null) {
      throw new Malformed(-1, "not a digest");
    }
    return ByteSource.of(file, meter);
  }

  @Override
  public ByteSource checked(String digest, long size) {
    ByteSource bytes = open(digest, size);
    if (size <= MOST_CHECKED
        && !TextFile.sha256(bytes.head((int) size)).equals(Blobs.sha256(digest))) {
      bytes.close();
      throw new Malformed(-1, "the content is not what its digest says");
    }
    return bytes;
  }

  @Override
  public byte[] text(String digest) throws IOException {
    Path file = file(digest);
    if (file == null) {
      throw new Malformed(-1, "names a blob by something that is no SHA-256");
    }
    return text(file);
  }

  static byte[] text(Path file) throws IOException {
    if (Files.size(file) > MOST_TEXT) {
      throw new Malformed(-1, "longer than " + MOST_TEXT + " bytes");
    }
    return Files.readAllBytes(file);
  }
}
