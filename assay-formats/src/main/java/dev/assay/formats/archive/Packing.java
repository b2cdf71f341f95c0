package dev.assay.formats.archive;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import dev.assay.io.SourceStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZInputStream;

/// The packings that a whole file is wrapped in, by joblib or by a program for packing, told by
/// their first bytes.
public enum Packing {
  ZLIB("zlib"),
  GZIP("gzip"),
  BZIP2("bzip2"),
  XZ("xz"),
  LZMA("lzma"),
  LZ4("lz4"),
  /// As joblib before version 0.10 writes it: two letters, the unpacked length in 19 characters of
  /// hexadecimal, then zlib's.
  ZFILE("zlib, as joblib before 0.10");

  /// How much of a joblib file is unpacked: there are some of many gigabytes, and their imports
  /// stand near the front.
  public static final int MOST = 24 * 1024 * 1024;

  private static final int ZFILE_HEADER = 21;
  // `xz -9` asks for 64 MiB.
  private static final int DICTIONARY_KIB = 100 * 1024;

  private final String title;

  Packing(String title) {
    this.title = title;
  }

  /// Its usual name.
  public String title() {
    return title;
  }

  /// The packing that a file's first bytes show; null where none.
  public static @Nullable Packing of(byte[] head) {
    if (starts(head, 0x1f, 0x8b, 8)) {
      return GZIP;
    }
    if (starts(head, 'B', 'Z', 'h') && head.length > 3 && head[3] >= '1' && head[3] <= '9') {
      return BZIP2;
    }
    if (starts(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    if (starts(head, 0x5d, 0, 0)) {
      return LZMA;
    }
    if (starts(head, 4, 0x22, 0x4d, 0x18)) {
      return LZ4;
    }
    if (starts(head, 'Z', 'F', '0', 'x')) {
      return ZFILE;
    }
    // A zlib header as zlib itself writes it: the largest window, and two bytes that divide by 31.
    boolean zlib =
        head.length > 2
            && head[0] == 0x78
            && (((head[0] & 0xff) << 8) | (head[1] & 0xff)) % 31 == 0
            && (head[1] & 0x20) == 0;
    return zlib ? ZLIB : null;
  }

  private static boolean starts(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /// The beginning of what is packed, at most `most` bytes.
  ///
  /// @throws Malformed when nothing can be unpacked
  public Unpacked unpack(ByteSource source, int most) {
    var out = new ByteArrayOutputStream();
    String damage = "";
    try (InputStream in = open(new SourceStream(source))) {
      byte[] chunk = new byte[16 * 1024];
      while (out.size() < most) {
        int n = in.read(chunk, 0, Math.min(chunk.length, most - out.size()));
        if (n < 0) {
          return new Unpacked(out.toByteArray(), true, "");
        }
        out.write(chunk, 0, n);
      }
    } catch (IOException | RuntimeException e) {
      // The libraries signal damage by exceptions of several kinds; which one says nothing to
      // a reader.
      if (out.size() == 0) {
        throw new Malformed(0, "what is packed as " + title + " cannot be unpacked");
      }
      damage = "what is packed as " + title + " is damaged after " + out.size() + " unpacked bytes";
    }
    return new Unpacked(out.toByteArray(), false, damage);
  }

  /// The beginning of what was packed.
  ///
  /// @param bytes what was unpacked
  /// @param whole whether that is all
  /// @param damage why not, when the file is damaged; otherwise empty
  public record Unpacked(byte[] bytes, boolean whole, String damage) {}

  private InputStream open(InputStream in) throws IOException {
    return switch (this) {
      case ZLIB -> new InflaterInputStream(in);
      case GZIP -> new GZIPInputStream(in);
      case BZIP2 -> new BZip2CompressorInputStream(in, true);
      case XZ -> new XZInputStream(in, DICTIONARY_KIB);
      case LZMA -> new LZMAInputStream(in, DICTIONARY_KIB);
      case ZFILE -> {
        in.skipNBytes(ZFILE_HEADER);
        yield new InflaterInputStream(in);
      }
      case LZ4 -> new FramedLZ4CompressorInputStream(in);
    };
  }
}
