package dev.assay.io;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/// A small file of this machine. A release holds many, each is opened once and read once or twice,
/// and a channel does more for that than the reading itself is. One read at a time: what is large
/// and read from several threads at once is a channel ({@link ByteSource#of}).
final class SmallFile implements ByteSource {
  private final RandomAccessFile file;
  private final long size;
  private final ReadMeter meter;

  /// Where the next read begins by itself.
  private long next;

  /// @throws IOException when it cannot be opened; a channel says why
  SmallFile(String name, ReadMeter meter) throws IOException {
    this.file = new RandomAccessFile(name, "r");
    this.size = file.length();
    this.meter = meter;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public synchronized void read(long offset, ByteBuffer into) {
    require(offset, into.remaining());
    int wanted = into.remaining();
    byte[] bytes = into.hasArray() ? into.array() : new byte[wanted];
    int from = into.hasArray() ? into.arrayOffset() + into.position() : 0;
    try {
      if (offset != next) {
        file.seek(offset);
      }
      next = -1;
      int done = 0;
      while (done < wanted) {
        int n = file.read(bytes, from + done, wanted - done);
        if (n < 0) {
          throw new Malformed(offset + done, "the file became shorter while it was read");
        }
        done += n;
      }
      next = offset + wanted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (into.hasArray()) {
      into.position(into.position() + wanted);
    } else {
      into.put(bytes);
    }
    meter.bytes(wanted);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
