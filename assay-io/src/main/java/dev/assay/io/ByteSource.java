package dev.assay.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Random access to untrusted bytes of a known size. A request beyond the end is {@link Malformed},
/// never a short answer and never an allocation: lengths are checked against what is there before
/// anything is allocated. Failures of the device are {@link UncheckedIOException}.
///
/// Sources may be read from several threads at once.
public interface ByteSource extends AutoCloseable {

  /// The size in bytes.
  long size();

  /// Fills `into` from `offset` on, all of it.
  ///
  /// @throws Malformed when that reaches beyond the end
  /// @throws UncheckedIOException when the device fails
  void read(long offset, ByteBuffer into);

  /// The bytes from `offset` on.
  ///
  /// @throws Malformed when that reaches beyond the end
  default byte[] bytes(long offset, int length) {
    require(offset, length);
    byte[] b = new byte[length];
    read(offset, ByteBuffer.wrap(b));
    return b;
  }

  /// The first `most` bytes, or all where there are fewer.
  default byte[] head(int most) {
    return bytes(0, (int) Math.min(most, size()));
  }

  /// Refuses a range that is not inside.
  default void require(long offset, long length) {
    if (offset < 0 || length < 0 || offset > size() || length > size() - offset) {
      throw new Malformed(
          Math.max(offset, -1),
          "needs "
              + length
              + " bytes where "
              + Math.max(0, size() - Math.max(0, offset))
              + " are left");
    }
  }

  /// A part of this source, as a source of its own. Closing it leaves this one open.
  default ByteSource slice(long offset, long length) {
    require(offset, length);
    ByteSource whole = this;
    return new ByteSource() {
      @Override
      public long size() {
        return length;
      }

      @Override
      public void read(long at, ByteBuffer into) {
        require(at, into.remaining());
        whole.read(offset + at, into);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  void close();

  /// Bytes in memory.
  static ByteSource of(byte[] bytes) {
    return new ByteSource() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public void read(long offset, ByteBuffer into) {
        require(offset, into.remaining());
        into.put(bytes, (int) offset, into.remaining());
      }

      @Override
      public void close() {}
    };
  }

  /// A small file on this machine, opened now and read as asked; each read is counted.
  ///
  /// @param name its path, in characters that every encoding of names has
  /// @throws UncheckedIOException when it cannot be opened
  static ByteSource small(String name, ReadMeter meter) {
    try {
      return new SmallFile(name, meter);
    } catch (IOException e) {
      // What is wrong with it is said in the words of a channel.
      return of(Path.of(name), meter);
    }
  }

  /// A file on this machine, opened now and read as asked; each read is counted.
  ///
  /// @throws UncheckedIOException when it cannot be opened
  static ByteSource of(Path file, ReadMeter meter) {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      long size = channel.size();
      return new ByteSource() {
        @Override
        public long size() {
          return size;
        }

        @Override
        public void read(long offset, ByteBuffer into) {
          require(offset, into.remaining());
          int wanted = into.remaining();
          long at = offset;
          try {
            while (into.hasRemaining()) {
              int n = channel.read(into, at);
              if (n < 0) {
                throw new Malformed(at, "the file became shorter while it was read");
              }
              at += n;
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          meter.bytes(wanted);
        }

        @Override
        public void close() {
          try {
            channel.close();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
