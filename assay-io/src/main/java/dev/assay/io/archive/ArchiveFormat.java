package dev.assay.io.archive;

import com.github.luben.zstd.ZstdInputStream;
import dev.assay.io.ByteSource;
import dev.assay.io.SourceStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// What kind of archive some bytes are, told by the bytes and never by the name.
public enum ArchiveFormat {
  /// A zip file, which a jar and a wheel also are.
  ZIP("zip"),
  /// A tar file, not compressed.
  TAR("tar"),
  /// A tar file inside gzip.
  TAR_GZ("tar.gz"),
  /// A tar file inside xz.
  TAR_XZ("tar.xz"),
  /// A tar file inside Zstandard.
  TAR_ZST("tar.zst"),
  /// A tar file inside bzip2.
  TAR_BZ2("tar.bz2");

  private static final int XZ_MEMORY_KIB = 100 * 1024;

  private final String label;

  ArchiveFormat(String label) {
    this.label = label;
  }

  /// Its usual name.
  public String label() {
    return label;
  }

  /// What these bytes are, or null where they are no archive. A compressed file is one only when a
  /// tar file is inside: its first block is inflated to see.
  public static @Nullable ArchiveFormat of(ByteSource bytes) {
    byte[] head = bytes.head(TarHeader.BLOCK);
    if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
      return ZIP;
    }
    if (TarHeader.isHeader(head)) {
      return TAR;
    }
    ArchiveFormat packed = null;
    if (startsWith(head, 0x1f, 0x8b, 8)) {
      packed = TAR_GZ;
    } else if (startsWith(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      packed = TAR_XZ;
    } else if (startsWith(head, 0x28, 0xb5, 0x2f, 0xfd)) {
      packed = TAR_ZST;
    } else if (startsWith(head, 'B', 'Z', 'h')) {
      packed = TAR_BZ2;
    }
    return packed != null && holdsTar(packed, bytes) ? packed : null;
  }

  private static boolean holdsTar(ArchiveFormat format, ByteSource bytes) {
    try (InputStream in = format.inflate(new SourceStream(bytes))) {
      return TarHeader.isHeader(in.readNBytes(TarHeader.BLOCK));
    } catch (IOException e) {
      return false;
    }
  }

  /// The tar file inside, as it comes out.
  ///
  /// @throws IOException when the bytes are not what they should be
  InputStream inflate(InputStream in) throws IOException {
    return switch (this) {
      case TAR_GZ -> new GZIPInputStream(in, 64 * 1024);
      case TAR_XZ -> new XZInputStream(in, XZ_MEMORY_KIB);
      case TAR_ZST -> new ZstdInputStream(in);
      case TAR_BZ2 -> new BZip2CompressorInputStream(in, true);
      case TAR, ZIP -> in;
    };
  }

  private static boolean startsWith(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
