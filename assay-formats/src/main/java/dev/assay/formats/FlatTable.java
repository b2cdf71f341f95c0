package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A table of a FlatBuffers file. Every offset, virtual table and vector is checked against the
/// bytes that are there before it is used; the Java library of the format checks none.
///
/// @param source the file
/// @param at where the table begins
/// @param vtable where its virtual table begins
/// @param vtableBytes how long that is
public record FlatTable(ByteSource source, long at, long vtable, int vtableBytes) {

  /// The root table.
  public static FlatTable root(ByteSource source) {
    return at(source, u32(source, 0));
  }

  private static FlatTable at(ByteSource source, long at) {
    long vtable = at - i32(source, at);
    if (vtable < 0) {
      throw new Malformed(at, "a virtual table lies outside the file");
    }
    int bytes = u16(source, vtable);
    if (bytes < 4 || bytes % 2 != 0) {
      throw new Malformed(vtable, "a virtual table of " + bytes + " bytes");
    }
    source.require(vtable, bytes);
    int tableBytes = u16(source, vtable + 2);
    if (tableBytes < 4) {
      throw new Malformed(vtable, "a table of " + tableBytes + " bytes");
    }
    source.require(at, tableBytes);
    return new FlatTable(source, at, vtable, bytes);
  }

  private static ByteBuffer little(ByteSource source, long at, int bytes) {
    return ByteBuffer.wrap(source.bytes(at, bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int u16(ByteSource source, long at) {
    return little(source, at, 2).getShort() & 0xffff;
  }

  private static int i32(ByteSource source, long at) {
    return little(source, at, 4).getInt();
  }

  private static long u32(ByteSource source, long at) {
    return i32(source, at) & 0xffffffffL;
  }

  /// Where a field's value is, or -1 where the field is not set.
  private long field(int index) {
    int slot = 4 + 2 * index;
    if (slot + 2 > vtableBytes) {
      return -1;
    }
    int offset = u16(source, vtable + slot);
    return offset == 0 ? -1 : at + offset;
  }

  /// A whole number of four bytes.
  public long number(int index, long otherwise) {
    long f = field(index);
    return f < 0 ? otherwise : u32(source, f);
  }

  /// A whole number of eight bytes.
  public long longNumber(int index, long otherwise) {
    long f = field(index);
    return f < 0 ? otherwise : little(source, f, 8).getLong();
  }

  /// A signed byte.
  public int small(int index, int otherwise) {
    long f = field(index);
    return f < 0 ? otherwise : source.bytes(f, 1)[0];
  }

  /// A text, or an empty one.
  public String text(int index) {
    Vector v = vector(index, 1);
    int kept = (int) Math.min(v.length(), 64 * 1024);
    return new String(source.bytes(v.at(), kept), StandardCharsets.UTF_8);
  }

  /// Whether a field is set.
  public boolean has(int index) {
    return field(index) >= 0;
  }

  /// A vector whose elements have `width` bytes; an empty one where the field is not set.
  public Vector vector(int index, int width) {
    long f = field(index);
    if (f < 0) {
      return new Vector(this, 0, 0, width);
    }
    long at = f + u32(source, f);
    long length = u32(source, at);
    source.require(at + 4, length * width);
    return new Vector(this, at + 4, length, width);
  }

  /// A vector, or a text, of a table.
  ///
  /// @param table the table
  /// @param at where its first element is
  /// @param length how many elements
  /// @param width bytes of each
  public record Vector(FlatTable table, long at, long length, int width) {

    /// An element as a signed whole number of four bytes.
    public int signed(long i) {
      return i32(table.source, at + i * width);
    }

    /// The table that an element points to.
    public FlatTable table(long i) {
      long place = at + i * width;
      return FlatTable.at(table.source, place + u32(table.source, place));
    }

    /// The text that an element points to.
    public String text(long i) {
      long place = at + i * width;
      long text = place + u32(table.source, place);
      int kept = (int) Math.min(u32(table.source, text), 64 * 1024);
      return new String(table.source.bytes(text + 4, kept), StandardCharsets.UTF_8);
    }

    /// The first byte after it.
    public long end() {
      return at + length * width;
    }
  }

  /// The table that a field points to.
  ///
  /// @throws Malformed when the field is not set
  public FlatTable table(int index) {
    long f = field(index);
    if (f < 0) {
      throw new Malformed(at, "a table lacks a field that it must have");
    }
    return at(source, f + u32(source, f));
  }
}
