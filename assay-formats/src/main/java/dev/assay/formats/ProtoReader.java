package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import java.nio.charset.StandardCharsets;

/// Walks a protocol-buffers message field by field without building it: what is not asked for is
/// passed over by seeking, so a message of gigabytes costs as much as it has fields.
///
/// ```java
/// while (m.next()) {
///   switch (m.field()) {
///     case 7 -> graph(m.message());
///     case 2 -> producer = m.text(4096);
///   }
/// }
/// ```
public final class ProtoReader {
  private final ByteSource source;
  private final Cursor in;
  private final long end;
  private final int depth;
  private int field;
  private int wire;
  private long number;
  private long from;
  private long to;
  private long tag;

  /// A message that is the bytes from `from` to `to`.
  public ProtoReader(ByteSource source, long from, long to) {
    this(source, new Cursor(source), from, to, 0);
    in.seek(from);
  }

  private ProtoReader(ByteSource source, Cursor in, long from, long to, int depth) {
    if (depth > 4 * Limits.GRAPH_DEPTH) {
      throw new Malformed(
          from, "messages are nested more than " + 4 * Limits.GRAPH_DEPTH + " deep");
    }
    source.require(from, to - from);
    this.source = source;
    this.in = in;
    this.end = to;
    this.to = from;
    this.depth = depth;
  }

  /// Goes to the next field; false at the end of the message.
  public boolean next() {
    // `to` is where the last field ended, whoever has read what inside it.
    if (to >= end) {
      return false;
    }
    in.seek(to);
    tag = to;
    long key = in.varint();
    field = (int) (key >>> 3);
    wire = (int) (key & 7);
    if (field <= 0 || key >>> 3 > 0x1fffffff) {
      throw new Malformed(tag, "a field has the number " + (key >>> 3));
    }
    switch (wire) {
      case 0 -> {
        number = in.varint();
        from = in.position();
        to = from;
      }
      case 1 -> {
        from = in.position();
        number = in.i64();
        to = in.position();
      }
      case 5 -> {
        from = in.position();
        number = in.i32();
        to = in.position();
      }
      case 2 -> {
        long length = in.varint();
        from = in.position();
        if (length < 0 || length > end - from) {
          throw new Malformed(
              tag,
              "field "
                  + field
                  + " declares "
                  + Long.toUnsignedString(length)
                  + " bytes where "
                  + (end - from)
                  + " are left");
        }
        to = from + length;
      }
      default -> throw new Malformed(tag, "field " + field + " has the wire type " + wire);
    }
    if (to > end) {
      throw new Malformed(tag, "field " + field + " goes past the end of its message");
    }
    return true;
  }

  /// The current field's number.
  public int field() {
    return field;
  }

  /// The current field's wire type: 0 number, 1 eight bytes, 2 bytes, 5 four bytes.
  public int wire() {
    return wire;
  }

  /// The current field as a number: of wire type 0, or the bits of types 1 and 5.
  public long number() {
    if (wire == 2) {
      throw new Malformed(tag, "field " + field + " is bytes where a number must be");
    }
    return number;
  }

  /// Where the current field begins, with its tag.
  public long start() {
    return tag;
  }

  /// Where the current field's content begins.
  public long from() {
    return from;
  }

  /// Where the current field ends.
  public long to() {
    return to;
  }

  /// The length of the current field's content in bytes.
  public long length() {
    return to - from;
  }

  private void requireBytes() {
    if (wire != 2) {
      throw new Malformed(tag, "field " + field + " is a number where bytes must be");
    }
  }

  /// The current field as a message; it must be read before this one goes on, or not at all.
  public ProtoReader message() {
    requireBytes();
    return new ProtoReader(source, in, from, to, depth + 1);
  }

  /// The current field as text, of which at most `most` bytes are kept. Bytes that are no UTF-8
  /// become U+FFFD.
  public String text(int most) {
    requireBytes();
    return new String(source.bytes(from, (int) Math.min(most, to - from)), StandardCharsets.UTF_8);
  }

  /// The current field's numbers, whether packed or alone.
  ///
  /// @param most how many are kept; more are refused
  public long[] numbers(int most) {
    if (wire != 2) {
      return new long[] {number};
    }
    var values = new long[(int) Math.min(most, to - from)];
    int n = 0;
    in.seek(from);
    while (in.position() < to) {
      if (n == most) {
        throw new Malformed(tag, "field " + field + " has more than " + most + " numbers");
      }
      values[n++] = in.varint();
    }
    if (in.position() != to) {
      throw new Malformed(tag, "field " + field + " ends in the middle of a number");
    }
    return java.util.Arrays.copyOf(values, n);
  }
}
