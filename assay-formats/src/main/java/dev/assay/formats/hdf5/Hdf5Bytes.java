package dev.assay.formats.hdf5;

import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import java.nio.charset.StandardCharsets;

/// The bytes of one HDF5 file as its superblock lays them out: how wide addresses and lengths are,
/// where address 0 is, where the file says that it ends.
///
/// @param source the file
/// @param base the byte that addresses count from
/// @param offsetSize bytes in an address: 2, 4 or 8
/// @param lengthSize bytes in a length: 2, 4 or 8
/// @param end the first byte after the file, as the superblock says, from the file's start
/// @param root the address of the root group's object header
/// @param budget how much work the file may still cost
record Hdf5Bytes(
    ByteSource source,
    long base,
    int offsetSize,
    int lengthSize,
    long end,
    long root,
    Budget budget) {

  /// What one file may cost: objects can overlap, so the file's size does not bound the work.
  static final class Budget {
    private long left = 64L << 20;

    /// Takes work off: bytes of text kept, or steps taken.
    ///
    /// @throws Malformed when nothing is left
    void spend(long work) {
      left -= work;
      if (left < 0) {
        throw new Malformed(-1, "its blocks overlap or repeat beyond the limit");
      }
    }
  }

  /// An address that points nowhere.
  static final long UNDEFINED = -1;

  private static final byte[] MAGIC = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  /// Where the superblock can begin: a user block of 0, 512, 1024, ... bytes comes before it.
  private static final long LAST_PLACE = 1 << 20;

  /// Whether a superblock begins at `offset` of these bytes.
  static boolean magicAt(byte[] bytes, int offset) {
    if (bytes.length - offset < MAGIC.length) {
      return false;
    }
    for (int i = 0; i < MAGIC.length; i++) {
      if (bytes[offset + i] != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  /// Reads the superblock (format specification 3.0, section II.A).
  static Hdf5Bytes open(ByteSource source) {
    for (long at = 0; at + MAGIC.length <= source.size() && at <= LAST_PLACE; at = next(at)) {
      if (magicAt(source.bytes(at, MAGIC.length), 0)) {
        return superblock(source, at);
      }
    }
    throw new Malformed(0, "no HDF5 superblock");
  }

  private static long next(long at) {
    return at == 0 ? 512 : at * 2;
  }

  private static Hdf5Bytes superblock(ByteSource source, long at) {
    Cursor in = new Cursor(source, at, Math.min(source.size(), at + 128));
    in.skip(8);
    int version = in.u8();
    return switch (version) {
      case 0, 1 -> {
        in.skip(4);
        int offsets = width(in);
        int lengths = width(in);
        in.skip(version == 0 ? 9 : 13);
        long base = number(in, offsets);
        in.skip(offsets);
        long end = number(in, offsets);
        in.skip(2L * offsets);
        yield new Hdf5Bytes(source, base, offsets, lengths, end, number(in, offsets), new Budget());
      }
      case 2, 3 -> {
        int offsets = width(in);
        int lengths = width(in);
        in.skip(1);
        long base = number(in, offsets);
        in.skip(offsets);
        long end = number(in, offsets);
        yield new Hdf5Bytes(source, base, offsets, lengths, end, number(in, offsets), new Budget());
      }
      default -> throw new Malformed(at + 8, "superblock version " + version + " is not known");
    };
  }

  private static int width(Cursor in) {
    int width = in.u8();
    if (width != 2 && width != 4 && width != 8) {
      throw new Malformed(in.position() - 1, "addresses of " + width + " bytes");
    }
    return width;
  }

  /// A number of `width` bytes; all ones is {@link #UNDEFINED}.
  static long number(Cursor in, int width) {
    return switch (width) {
      case 1 -> in.u8();
      case 2 -> {
        int n = in.u16();
        yield n == 0xffff ? UNDEFINED : n;
      }
      case 4 -> {
        long n = in.u32();
        yield n == 0xffffffffL ? UNDEFINED : n;
      }
      default -> in.i64();
    };
  }

  /// The next address.
  long address(Cursor in) {
    return number(in, offsetSize);
  }

  /// The next length.
  long length(Cursor in) {
    return number(in, lengthSize);
  }

  /// A cursor over `length` bytes at an address.
  ///
  /// @throws Malformed when that is not inside the file
  Cursor at(long address, long length) {
    return new Cursor(
        source, place(address), Math.addExact(place(address), checked(address, length)));
  }

  /// A cursor over at most `length` bytes at an address.
  Cursor atMost(long address, long length) {
    long from = place(address);
    return new Cursor(source, from, from + Math.min(length, source.size() - from));
  }

  /// Where in the file an address is.
  long place(long address) {
    if (address < 0 || base < 0 || address > source.size() - base) {
      throw new Malformed(address, "an address points outside the file");
    }
    return base + address;
  }

  private long checked(long address, long length) {
    if (length < 0 || length > source.size() - place(address)) {
      throw new Malformed(
          place(address), "declares " + length + " bytes beyond the end of the file");
    }
    return length;
  }

  /// Refuses a block that does not begin with its signature.
  static void signature(Cursor in, String expected) {
    long at = in.position();
    String found = new String(in.bytes(4), StandardCharsets.ISO_8859_1);
    if (!found.equals(expected)) {
      throw new Malformed(at, "no " + expected + " block");
    }
  }
}
