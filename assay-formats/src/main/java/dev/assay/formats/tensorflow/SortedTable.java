package dev.assay.formats.tensorflow;

import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import java.util.Arrays;

/// A LevelDB table, which is how TensorFlow keeps the index of a checkpoint: keys in order, each
/// with a value, in blocks that an index block lists (LevelDB, doc/table_format.md).
final class SortedTable {
  private static final long MAGIC = 0xdb4775248b80fb57L;
  private static final int FOOTER = 48;
  private static final int LARGEST_BLOCK = 64 << 20;
  private static final int LONGEST_KEY = 64 * 1024;
  private static final long MOST_UNPACKED = 1L << 30;
  private static final int MOST_ENTRIES = 10_000_000;
  private static final byte PLAIN = 0;
  private static final byte SNAPPY = 1;

  private final ByteSource source;
  private int entries;
  private long unpacked;

  private SortedTable(ByteSource source) {
    this.source = source;
  }

  /// What takes the entries.
  interface Entry {
    /// @param key the whole key
    /// @param in where its value lies: the file, or a block that was unpacked
    /// @param from the first byte of its value
    /// @param to the first byte after it
    void found(byte[] key, ByteSource in, long from, long to);
  }

  /// Whether a file ends as a table does.
  static boolean endsAsTable(ByteSource source) {
    return source.size() >= FOOTER
        && new Cursor(source, source.size() - 8, source.size()).i64() == MAGIC;
  }

  /// Hands out every entry.
  ///
  /// @throws Malformed when it is not a table, or is damaged
  static void read(ByteSource source, Entry entry) {
    if (!endsAsTable(source)) {
      throw new Malformed(
          Math.max(0, source.size() - 8), "no table footer: the file is cut or is no table");
    }
    var table = new SortedTable(source);
    Cursor footer = new Cursor(source, source.size() - FOOTER, source.size());
    footer.varint();
    footer.varint();
    long at = footer.varint();
    long size = footer.varint();
    table.block(
        at,
        size,
        (key, in, from, to) -> {
          Cursor handle = new Cursor(in, from, to);
          table.block(handle.varint(), handle.varint(), entry);
        });
  }

  private void block(long at, long size, Entry entry) {
    source.require(at, size);
    source.require(at, size + 5);
    if (size > LARGEST_BLOCK) {
      throw new Malformed(at, "a block of " + size + " bytes is over the limit");
    }
    switch (source.bytes(at + size, 1)[0]) {
      case PLAIN -> plain(source, at, size, entry);
      case SNAPPY -> {
        byte[] block = Snappy.unpack(source.bytes(at, (int) size), LARGEST_BLOCK, at);
        unpacked += block.length;
        if (unpacked > MOST_UNPACKED) {
          throw new Malformed(at, "packed blocks of more than " + MOST_UNPACKED + " bytes");
        }
        plain(ByteSource.of(block), 0, block.length, entry);
      }
      default -> throw new Malformed(at + size, "a block packed in a way that is not known");
    }
  }

  private void plain(ByteSource source, long at, long size, Entry entry) {
    if (size < 4) {
      throw new Malformed(at, "a block without restart points");
    }
    long restarts = new Cursor(source, at + size - 4, at + size).u32();
    long tail = 4 + 4 * restarts;
    if (tail > size) {
      throw new Malformed(at + size - 4, restarts + " restart points where there is no room");
    }
    Cursor in = new Cursor(source, at, at + size - tail);
    byte[] key = new byte[0];
    while (in.remaining() > 0) {
      long shared = in.varint();
      long unshared = in.varint();
      long length = in.varint();
      if (shared < 0 || shared > key.length || unshared < 0 || unshared > LONGEST_KEY - shared) {
        throw new Malformed(in.position(), "a key is longer than it can be");
      }
      byte[] rest = in.bytes((int) unshared);
      key = Arrays.copyOf(key, (int) (shared + unshared));
      System.arraycopy(rest, 0, key, (int) shared, rest.length);
      long from = in.position();
      in.skip(length);
      if (++entries > MOST_ENTRIES) {
        throw new Malformed(from, "more than " + MOST_ENTRIES + " entries");
      }
      entry.found(key, source, from, in.position());
    }
  }
}
