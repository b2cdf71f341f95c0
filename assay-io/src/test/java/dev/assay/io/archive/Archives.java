package dev.assay.io.archive;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Archives made in memory by other people's writers, for the tests of our readers.
final class Archives {
  private Archives() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] zip(Map<String, byte[]> files, boolean stored) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        var entry = new ZipEntry(file.getKey());
        if (stored) {
          var crc = new CRC32();
          crc.update(file.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(file.getValue().length);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  interface TarMaker {
    void write(TarArchiveOutputStream tar) throws IOException;
  }

  static byte[] tar(TarMaker maker) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      maker.write(tar);
    }
    return bytes.toByteArray();
  }

  static byte[] tar(Map<String, byte[]> files) throws IOException {
    return tar(tar -> {
      for (var file : files.entrySet()) {
        put(tar, new TarArchiveEntry(file.getKey(), true), file.getValue());
      }
    });
  }

  static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content)
      throws IOException {
    if (content.length > 0) {
      entry.setSize(content.length);
    }
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  static byte[] pack(ArchiveFormat format, byte[] tar) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        switch (format) {
          case TAR_GZ -> new GZIPOutputStream(bytes);
          case TAR_XZ -> new XZOutputStream(bytes, new LZMA2Options(0));
          case TAR_ZST -> new ZstdOutputStream(bytes);
          case TAR_BZ2 -> new BZip2CompressorOutputStream(bytes);
          case TAR, ZIP -> bytes;
        }) {
      out.write(tar);
    }
    return bytes.toByteArray();
  }
}
