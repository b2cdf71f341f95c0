package dev.assay.formats.flax;

import dev.assay.formats.Limits;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import java.math.BigInteger;

/// MessagePack as a stream of items. What is not asked for is passed over by seeking; a declared
/// length never becomes an allocation. Not for several threads.
final class MsgPack {
  /// What an item is.
  enum Kind {
    NIL,
    BOOLEAN,
    WHOLE,
    FLOAT,
    TEXT,
    BYTES,
    ARRAY,
    MAP,
    EXTENSION
  }

  /// One item: a scalar whole, a container's head.
  ///
  /// @param kind what it is
  /// @param number a whole number or boolean's value; an extension's type
  /// @param length bytes of text, bytes or extension; items of an array; pairs of a map
  /// @param from the first byte of its content
  record Item(Kind kind, long number, long length, long from) {}

  private final Cursor in;

  MsgPack(ByteSource source, long from, long to) {
    this.in = new Cursor(source, from, to).order(java.nio.ByteOrder.BIG_ENDIAN);
  }

  /// Bytes left.
  long remaining() {
    return in.remaining();
  }

  /// The next item; the content of text, bytes and extensions is passed over.
  Item next() {
    int b = in.u8();
    if (b <= 0x7f || b >= 0xe0) {
      return scalar(Kind.WHOLE, (byte) b);
    }
    if (b <= 0x8f) {
      return container(Kind.MAP, b & 0x0f);
    }
    if (b <= 0x9f) {
      return container(Kind.ARRAY, b & 0x0f);
    }
    if (b <= 0xbf) {
      return content(Kind.TEXT, 0, b & 0x1f);
    }
    return switch (b) {
      case 0xc0 -> scalar(Kind.NIL, 0);
      case 0xc2, 0xc3 -> scalar(Kind.BOOLEAN, b & 1);
      case 0xc4 -> content(Kind.BYTES, 0, in.u8());
      case 0xc5 -> content(Kind.BYTES, 0, in.u16());
      case 0xc6 -> content(Kind.BYTES, 0, in.u32());
      case 0xc7 -> extension(in.u8());
      case 0xc8 -> extension(in.u16());
      case 0xc9 -> extension(in.u32());
      case 0xca -> skipped(Kind.FLOAT, 4);
      case 0xcb -> skipped(Kind.FLOAT, 8);
      case 0xcc -> scalar(Kind.WHOLE, in.u8());
      case 0xcd -> scalar(Kind.WHOLE, in.u16());
      case 0xce -> scalar(Kind.WHOLE, in.u32());
      case 0xcf -> {
        long n = in.i64();
        if (n < 0) {
          throw new Malformed(
              in.position() - 8,
              "the number " + new BigInteger(Long.toUnsignedString(n)) + " is too large");
        }
        yield scalar(Kind.WHOLE, n);
      }
      case 0xd0 -> scalar(Kind.WHOLE, in.i8());
      case 0xd1 -> scalar(Kind.WHOLE, (short) in.u16());
      case 0xd2 -> scalar(Kind.WHOLE, in.i32());
      case 0xd3 -> scalar(Kind.WHOLE, in.i64());
      case 0xd4, 0xd5, 0xd6, 0xd7, 0xd8 -> extension(1L << (b - 0xd4));
      case 0xd9 -> content(Kind.TEXT, 0, in.u8());
      case 0xda -> content(Kind.TEXT, 0, in.u16());
      case 0xdb -> content(Kind.TEXT, 0, in.u32());
      case 0xdc -> container(Kind.ARRAY, in.u16());
      case 0xdd -> container(Kind.ARRAY, in.u32());
      case 0xde -> container(Kind.MAP, in.u16());
      case 0xdf -> container(Kind.MAP, in.u32());
      default -> throw new Malformed(in.position() - 1, "the byte 0xc1, which is no MessagePack");
    };
  }

  private Item scalar(Kind kind, long number) {
    return new Item(kind, number, 0, in.position());
  }

  private Item skipped(Kind kind, int bytes) {
    long from = in.position();
    in.skip(bytes);
    return new Item(kind, 0, bytes, from);
  }

  private Item content(Kind kind, long type, long length) {
    long from = in.position();
    in.skip(length);
    return new Item(kind, type, length, from);
  }

  private Item extension(long length) {
    return content(Kind.EXTENSION, in.i8(), length);
  }

  // Each item takes at least a byte, each pair two: a count beyond that is a lie.
  private Item container(Kind kind, long count) {
    in.requireLeft(kind == Kind.MAP ? 2 * count : count);
    return new Item(kind, 0, count, in.position());
  }

  /// The text of the item just read, which must be one.
  String text(Item item) {
    if (item.kind() != Kind.TEXT && item.kind() != Kind.BYTES) {
      throw new Malformed(item.from(), "no text where a name must be");
    }
    if (item.length() > Limits.TEXT) {
      throw new Malformed(item.from(), "a text of " + item.length() + " bytes is over the limit");
    }
    long end = in.position();
    in.seek(item.from());
    String text = in.utf8((int) item.length());
    in.seek(end);
    return text;
  }

  /// Passes over everything inside an item that was just read.
  void skip(Item item) {
    long open = inside(item);
    while (open > 0) {
      open += inside(next()) - 1;
    }
  }

  private static long inside(Item item) {
    return switch (item.kind()) {
      case MAP -> 2 * item.length();
      case ARRAY -> item.length();
      default -> 0;
    };
  }
}
