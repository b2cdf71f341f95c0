package dev.assay.io;

import java.io.InputStream;
import java.nio.ByteBuffer;

/// A part of a {@link ByteSource} as a stream, for libraries that want one: read forward through
/// one window of at most 64 kB, and counted.
public final class SourceStream extends InputStream {
  private static final int WINDOW = 64 * 1024;

  private final ByteSource source;
  private final long begin;
  private final long end;
  private final byte[] window;
  private long position;
  private int at;
  private int filled;

  /// All of the bytes.
  public SourceStream(ByteSource source) {
    this(source, 0, source.size());
  }

  /// The bytes from `from` (included) to `to` (excluded).
  public SourceStream(ByteSource source, long from, long to) {
    source.require(from, to - from);
    this.source = source;
    this.begin = from;
    this.position = from;
    this.end = to;
    this.window = new byte[(int) Math.min(WINDOW, Math.max(1, to - from))];
  }

  /// How many bytes were taken out so far.
  public long taken() {
    return position - (filled - at) - begin;
  }

  private boolean fill() {
    if (at < filled) {
      return true;
    }
    int n = (int) Math.min(window.length, end - position);
    if (n <= 0) {
      return false;
    }
    source.read(position, ByteBuffer.wrap(window, 0, n));
    position += n;
    at = 0;
    filled = n;
    return true;
  }

  @Override
  public int read() {
    return fill() ? window[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int n = Math.min(length, filled - at);
    System.arraycopy(window, at, into, offset, n);
    at += n;
    return n;
  }

  @Override
  public int available() {
    // Gzip of several members asks whether more follows.
    return (int) Math.min(Integer.MAX_VALUE, filled - at + (end - position));
  }
}
