package dev.assay.formats.trees;

import dev.assay.formats.Limits;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Universal Binary JSON (draft 12) as a walk: scalars with their path, typed arrays of numbers
/// passed over by seeking.
final class Ubjson {
  private final Cursor in;
  private final Outline outline;

  private Ubjson(ByteSource source, Outline outline) {
    this.in = new Cursor(source).order(ByteOrder.BIG_ENDIAN);
    this.outline = outline;
  }

  /// Walks the document.
  ///
  /// @throws Malformed when it is not UBJSON or something stands after it
  static void read(ByteSource source, Outline outline) {
    var u = new Ubjson(source, outline);
    u.value(u.marker(), "", 0, true);
    if (u.in.remaining() > 0) {
      throw new Malformed(u.in.position(), u.in.remaining() + " bytes after the end");
    }
  }

  private int marker() {
    int m = in.u8();
    while (m == 'N') {
      m = in.u8();
    }
    return m;
  }

  private long whole(int marker) {
    return switch (marker) {
      case 'i' -> in.i8();
      case 'U' -> in.u8();
      case 'I' -> (short) in.u16();
      case 'l' -> in.i32();
      case 'L' -> in.i64();
      default -> throw new Malformed(in.position() - 1, "no length where one must be");
    };
  }

  private long length() {
    long n = whole(in.u8());
    if (n < 0) {
      throw new Malformed(in.position(), "a length below zero");
    }
    return n;
  }

  private String text(long length) {
    in.requireLeft(length);
    if (length > Limits.UNPACKED) {
      throw new Malformed(in.position(), "a text of " + length + " bytes is over the limit");
    }
    return new String(in.bytes((int) length), StandardCharsets.UTF_8);
  }

  private static int width(int marker) {
    return switch (marker) {
      case 'i', 'U', 'C' -> 1;
      case 'I' -> 2;
      case 'l', 'd' -> 4;
      case 'L', 'D' -> 8;
      case 'Z', 'T', 'F' -> 0;
      default -> -1;
    };
  }

  private void value(int marker, String path, int depth, boolean wanted) {
    if (depth > Limits.DEPTH) {
      throw new Malformed(in.position(), "nested deeper than " + Limits.DEPTH);
    }
    long from = in.position();
    switch (marker) {
      case '{' -> object(path, depth, wanted);
      case '[' -> array(path, depth, wanted);
      case 'S', 'H' -> {
        long length = length();
        if (wanted) {
          scalar(path, text(length), from);
        } else {
          in.skip(length);
        }
      }
      case 'i', 'U', 'I', 'l', 'L' -> {
        long n = whole(marker);
        if (wanted) {
          scalar(path, Long.toString(n), from);
        }
      }
      case 'd' -> {
        float f = in.f32();
        if (wanted) {
          scalar(path, Float.toString(f), from);
        }
      }
      case 'D' -> {
        double d = in.f64();
        if (wanted) {
          scalar(path, Double.toString(d), from);
        }
      }
      case 'C' -> in.skip(1);
      case 'Z', 'T', 'F' -> {}
      default -> throw new Malformed(in.position() - 1, "the marker " + marker + " is not known");
    }
  }

  private void scalar(String path, String text, long from) {
    outline.scalar(path, text, from, in.position());
  }

  private void object(String path, int depth, boolean wanted) {
    Head head = head();
    for (long n = 0; head.count() < 0 || n < head.count(); n++) {
      int m = marker();
      if (head.count() < 0 && m == '}') {
        return;
      }
      long length = whole(m);
      if (length < 0) {
        throw new Malformed(in.position(), "a length below zero");
      }
      if (length > Limits.TEXT) {
        throw new Malformed(in.position(), "a name of " + length + " bytes is over the limit");
      }
      String name = text(length);
      String inner = Outline.inner(path, name);
      boolean inside = wanted && outline.enters(inner);
      value(head.type() < 0 ? marker() : head.type(), inner, depth + 1, inside);
    }
  }

  private void array(String path, int depth, boolean wanted) {
    Head head = head();
    String inner = path + "[]";
    boolean inside = wanted && outline.enters(inner);
    if (head.type() >= 0 && width(head.type()) >= 0) {
      int width = width(head.type());
      if (head.count() > in.remaining() && width > 0) {
        throw new Malformed(
            in.position(), "an array of " + head.count() + " items where there is no room");
      }
      in.skip(Math.multiplyExact(head.count(), (long) width));
      outline.items(path, head.count());
      return;
    }
    long n = 0;
    for (; head.count() < 0 || n < head.count(); n++) {
      int m = head.type() < 0 ? marker() : head.type();
      if (head.count() < 0 && m == ']') {
        break;
      }
      value(m, inner, depth + 1, inside);
    }
    outline.items(path, n);
  }

  /// What stands before a container's items.
  ///
  /// @param type the marker of all its items, or -1
  /// @param count how many, or -1
  private record Head(int type, long count) {}

  private Head head() {
    long at = in.position();
    int m = in.remaining() == 0 ? -1 : in.u8();
    int type = -1;
    if (m == '$') {
      type = in.u8();
      m = in.u8();
      if (m != '#') {
        throw new Malformed(in.position() - 1, "a typed container without a count");
      }
    }
    if (m != '#') {
      in.seek(at);
      return new Head(-1, -1);
    }
    long count = length();
    // Items without bytes of their own would make a count cost nothing.
    if (count > in.remaining() && width(type) != 0) {
      throw new Malformed(
          in.position(), count + " items where " + in.remaining() + " bytes are left");
    }
    return new Head(type, count);
  }
}
