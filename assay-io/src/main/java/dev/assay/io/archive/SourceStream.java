package dev.assay.io.archive;

import dev.assay.io.ByteSource;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// A byte source read forward, for decompressors. It counts what went through.
final class SourceStream extends InputStream {
  private final ByteSource source;
  private final byte[] window = new byte[64 * 1024];
  private long windowStart;
  private int windowLength;
  private long position;

  SourceStream(ByteSource source) {
    this.source = source;
  }

  /// How many bytes were taken.
  long taken() {
    return position;
  }

  private boolean fill() {
    if (position >= windowStart + windowLength) {
      windowStart = position;
      windowLength = (int) Math.min(window.length, source.size() - position);
      if (windowLength <= 0) {
        windowLength = 0;
        return false;
      }
      source.read(position, ByteBuffer.wrap(window, 0, windowLength));
    }
    return true;
  }

  @Override
  public int read() {
    return fill() ? window[(int) (position++ - windowStart)] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int from = (int) (position - windowStart);
    int n = Math.min(length, windowLength - from);
    System.arraycopy(window, from, into, offset, n);
    position += n;
    return n;
  }

  @Override
  public int available() {
    // Multi-member gzip asks whether more follows.
    return (int) Math.min(Integer.MAX_VALUE, source.size() - position);
  }
}
