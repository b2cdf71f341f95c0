package dev.assay.io.archive;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes that came out of a decompressor, kept so that they can be read in any order: in memory
/// while they are few, then in a temporary file that the system removes when it is closed or the
/// process dies.
final class Spool implements ByteSource {
  private final int memory;
  private byte[] kept = new byte[8 * 1024];
  private @Nullable FileChannel file;
  private long size;

  Spool(int memory) {
    this.memory = memory;
  }

  @Override
  public synchronized long size() {
    return size;
  }

  /// Appends bytes.
  synchronized void append(byte[] bytes, int offset, int length) {
    if (length == 0) {
      return;
    }
    if (file == null && size + length <= memory) {
      if (size + length > kept.length) {
        kept =
            Arrays.copyOf(kept, (int) Math.min(memory, Math.max(size + length, kept.length * 2L)));
      }
      System.arraycopy(bytes, offset, kept, (int) size, length);
    } else {
      try {
        if (file == null) {
          file = temporary();
          write(file, ByteBuffer.wrap(kept, 0, (int) size), 0);
          kept = new byte[0];
        }
        write(file, ByteBuffer.wrap(bytes, offset, length), size);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    size += length;
  }

  private static FileChannel temporary() throws IOException {
    Path path = Files.createTempFile("assay-", ".tmp");
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private static void write(FileChannel to, ByteBuffer bytes, long at) throws IOException {
    long offset = at;
    while (bytes.hasRemaining()) {
      offset += to.write(bytes, offset);
    }
  }

  @Override
  public synchronized void read(long offset, ByteBuffer into) {
    require(offset, into.remaining());
    if (file == null) {
      into.put(kept, (int) offset, into.remaining());
      return;
    }
    try {
      long at = offset;
      while (into.hasRemaining()) {
        int n = file.read(into, at);
        if (n < 0) {
          throw new Malformed(at, "the temporary file became shorter");
        }
        at += n;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      if (file != null) {
        file.close();
      }
      kept = new byte[0];
      size = 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
