package dev.assay.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// A forward reader over a {@link ByteSource} with a window, for headers. Every length is checked
/// against what is left before anything is allocated; skipping costs nothing. Not for several
/// threads.
public final class Cursor {
  private static final int WINDOW = 64 * 1024;
  // After a jump little is read, and more each time while reading goes straight on: headers that
  // jump over tensors cost what they hold.
  private static final int FIRST = 2048;

  private final ByteSource source;
  private final long end;
  private final ByteBuffer window;
  private long windowStart;
  private long position;
  private int ahead = FIRST;

  /// A cursor over all of `source`, little-endian.
  public Cursor(ByteSource source) {
    this(source, 0, source.size());
  }

  /// A cursor over the bytes from `start` (included) to `end` (excluded), little-endian.
  public Cursor(ByteSource source, long start, long end) {
    source.require(start, end - start);
    this.source = source;
    this.end = end;
    this.position = start;
    this.windowStart = start;
    this.window =
        ByteBuffer.allocate((int) Math.min(WINDOW, Math.max(1, end - start)))
            .order(ByteOrder.LITTLE_ENDIAN)
            .limit(0);
  }

  /// Sets the byte order for what is read from here on.
  public Cursor order(ByteOrder order) {
    window.order(order);
    return this;
  }

  /// Where the next byte is read, from the source's start.
  public long position() {
    return position;
  }

  /// Goes to a place.
  ///
  /// @throws Malformed when that is outside
  public void seek(long to) {
    if (to < 0 || to > end) {
      throw new Malformed(position, "points to byte " + to + " outside its " + end);
    }
    position = to;
  }

  /// Bytes left before the end.
  public long remaining() {
    return end - position;
  }

  /// Passes over bytes without reading them.
  ///
  /// @param length as an unsigned number: a negative long is beyond any file
  public void skip(long length) {
    if (length < 0 || length > remaining()) {
      throw tooLong(length);
    }
    position += length;
  }

  /// Passes over runs of bytes, each with its length before it: a vocabulary is a few hundred
  /// thousand of them.
  ///
  /// @param runs how many
  /// @param width the bytes of each length, 4 or 8
  public void skipRuns(long runs, int width) {
    long left = runs;
    while (left > 0) {
      left -= runsInWindow(left, width);
      if (left > 0) {
        skip(width == Integer.BYTES ? u32() : i64());
        left--;
      }
    }
  }

  // As many as lie in the window with their lengths, without asking for each whether it does.
  private long runsInWindow(long runs, int width) {
    long start = position - windowStart;
    int limit = window.limit() - width;
    if (start < 0 || start > limit) {
      return 0;
    }
    long longest = end - windowStart - width;
    long at = start;
    long done = 0;
    while (done < runs && at <= limit) {
      long length =
          width == Integer.BYTES ? window.getInt((int) at) & 0xffffffffL : window.getLong((int) at);
      if (length < 0 || length > longest - at) {
        break;
      }
      at += width + length;
      done++;
    }
    position = windowStart + at;
    return done;
  }

  /// Refuses a declared length that is more than what is left.
  public void requireLeft(long length) {
    if (length < 0 || length > remaining()) {
      throw tooLong(length);
    }
  }

  private Malformed tooLong(long length) {
    return new Malformed(
        position,
        "declares " + Long.toUnsignedString(length) + " bytes where " + remaining() + " are left");
  }

  // What lies across the end of the window was passed over, not jumped to.
  private boolean straightOn() {
    long windowEnd = windowStart + window.limit();
    return position >= windowStart && position <= windowEnd + FIRST;
  }

  private int at(int length) {
    if (length > remaining()) {
      throw tooLong(length);
    }
    long from = position - windowStart;
    if (from < 0 || from + length > window.limit()) {
      ahead = straightOn() ? Math.min(WINDOW, ahead * 2) : FIRST;
      windowStart = position;
      int wanted = Math.max(length, ahead);
      window.clear().limit((int) Math.min(Math.min(window.capacity(), wanted), remaining()));
      source.read(position, window);
      window.flip();
      from = 0;
    }
    position += length;
    return (int) from;
  }

  /// An unsigned byte.
  public int u8() {
    return window.get(at(1)) & 0xff;
  }

  /// A signed byte.
  public byte i8() {
    return window.get(at(1));
  }

  /// An unsigned 16-bit number.
  public int u16() {
    return window.getShort(at(2)) & 0xffff;
  }

  /// An unsigned 32-bit number.
  public long u32() {
    return window.getInt(at(4)) & 0xffffffffL;
  }

  /// A signed 32-bit number.
  public int i32() {
    return window.getInt(at(4));
  }

  /// A 64-bit number; an unsigned one above the largest long comes out negative.
  public long i64() {
    return window.getLong(at(8));
  }

  /// A 32-bit floating-point number.
  public float f32() {
    return window.getFloat(at(4));
  }

  /// A 64-bit floating-point number.
  public double f64() {
    return window.getDouble(at(8));
  }

  /// A protobuf-style variable-length number of at most ten bytes.
  public long varint() {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      int b = u8();
      value |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        return value;
      }
    }
    throw new Malformed(position, "a variable-length number is longer than ten bytes");
  }

  /// Bytes; the caller has bounded `length` by a limit of its own.
  public byte[] bytes(int length) {
    requireLeft(length);
    byte[] b = new byte[length];
    source.read(position, ByteBuffer.wrap(b));
    position += length;
    return b;
  }

  /// Text in UTF-8.
  ///
  /// @throws Malformed when it is not UTF-8
  public String utf8(int length) {
    long from = position;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes(length)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new Malformed(from, "text is not UTF-8");
    }
  }
}
