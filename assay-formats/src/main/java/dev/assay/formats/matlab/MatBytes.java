package dev.assay.formats.matlab;

import dev.assay.formats.Limits;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import dev.assay.io.SourceStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// One variable of a MAT file, read forward: as it lies there, where passing over its numbers costs
/// nothing, or unpacked on the way and thrown away, for as many bytes as the file is still allowed.
final class MatBytes implements AutoCloseable {
  /// What passes over packed numbers takes this many at a time.
  private static final int CHUNK = 32 * 1024;

  private final @Nullable Cursor plain;
  private final @Nullable InputStream packed;
  private final @Nullable Inflater inflater;
  private final ByteOrder order;
  private final Allowance allowance;
  private final long begin;
  private long at;

  /// How many bytes all packed variables of a file may still grow to.
  static final class Allowance {
    private long left = Limits.UNPACKED;
    private boolean spent;

    /// Whether more was asked for than there was.
    boolean spent() {
      return spent;
    }

    private void take(long bytes, long at) {
      if (bytes > left) {
        spent = true;
        throw new Malformed(at, "packed variables of more than " + Limits.UNPACKED + " bytes");
      }
      left -= bytes;
    }
  }

  private MatBytes(
      @Nullable Cursor plain,
      @Nullable InputStream packed,
      @Nullable Inflater inflater,
      ByteOrder order,
      Allowance allowance,
      long begin) {
    this.plain = plain;
    this.packed = packed;
    this.inflater = inflater;
    this.order = order;
    this.allowance = allowance;
    this.begin = begin;
  }

  static MatBytes plain(ByteSource source, long from, long to, ByteOrder order) {
    Cursor cursor = new Cursor(source, from, to).order(order);
    return new MatBytes(cursor, null, null, order, new Allowance(), from);
  }

  static MatBytes packed(
      ByteSource source, long from, long to, ByteOrder order, Allowance allowance) {
    var inflater = new Inflater();
    var stream = new InflaterInputStream(new SourceStream(source, from, to), inflater);
    return new MatBytes(null, stream, inflater, order, allowance, from);
  }

  /// How many bytes were read or passed over.
  long at() {
    return plain == null ? at : plain.position() - begin;
  }

  /// Where the next byte lies in the file; -1 where it was packed.
  long offset() {
    return plain == null ? -1 : plain.position();
  }

  long u32() {
    return ByteBuffer.wrap(bytes(4)).order(order).getInt() & 0xffffffffL;
  }

  /// Bytes; the caller has bounded the length.
  byte[] bytes(int length) {
    if (plain != null) {
      return plain.bytes(length);
    }
    allowance.take(length, begin);
    byte[] out = new byte[length];
    int filled = 0;
    while (filled < length) {
      filled += more(out, filled, length - filled);
    }
    at += length;
    return out;
  }

  void skip(long length) {
    if (plain != null) {
      plain.skip(length);
      return;
    }
    if (length < 0) {
      throw new Malformed(begin, "a length is negative");
    }
    allowance.take(length, begin);
    byte[] chunk = new byte[(int) Math.min(CHUNK, Math.max(1, length))];
    for (long left = length; left > 0; ) {
      left -= more(chunk, 0, (int) Math.min(chunk.length, left));
    }
    at += length;
  }

  private int more(byte[] into, int from, int length) {
    try {
      int n = packed == null ? -1 : packed.read(into, from, length);
      if (n <= 0) {
        throw new Malformed(begin, "a packed variable is cut short");
      }
      return n;
    } catch (IOException e) {
      throw new Malformed(begin, "a packed variable cannot be unpacked");
    }
  }

  @Override
  public void close() {
    if (inflater != null) {
      inflater.end();
    }
  }
}
