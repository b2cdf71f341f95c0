package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The list at the end of a zip of what it holds, by the format's description (APPNOTE 4.3 to 4.5).
///
/// @param entries by their names, in the order of the list; of two with one name, the first
/// @param doubled names that stand there again, once for each time
/// @param prefix how many bytes stand before the zip
/// @param start where the list begins in the source
record CentralDirectory(
    Map<String, ZipDirectory.Entry> entries, List<String> doubled, long prefix, long start) {
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END64 = 0x06064b50;
  private static final int LOCATOR64 = 0x07064b50;
  private static final int END_SIZE = 22;

  CentralDirectory {
    entries = Collections.unmodifiableMap(entries);
    doubled = List.copyOf(doubled);
  }

  /// Finds and reads it.
  ///
  /// @throws Malformed when there is none, or it is damaged or over a limit
  static CentralDirectory of(ByteSource source) {
    long end = end(source);
    if (end < 0) {
      throw new Malformed(source.size(), "no zip directory at the end: cut short, or no zip");
    }
    ByteBuffer e = little(source, end, END_SIZE);
    long count = e.getShort(10) & 0xffff;
    long size = e.getInt(12) & 0xffffffffL;
    long start = e.getInt(16) & 0xffffffffL;
    long directoryEnd = end;
    boolean large = count == 0xffff || size == 0xffffffffL || start == 0xffffffffL;
    // Some writers put the zip64 records in whether they are needed or not.
    if (end >= 76) {
      ByteBuffer l = little(source, end - 20, 20);
      if (l.getInt(0) == LOCATOR64) {
        // Where the record lies is told by the locator, or, when something stands before the zip,
        // by its usual place just before the locator.
        long at = l.getLong(8);
        if (at < 0 || at > end - 76 || little(source, at, 4).getInt(0) != END64) {
          at = end - 20 - 56;
        }
        ByteBuffer r = little(source, at, 56);
        if (r.getInt(0) != END64) {
          throw new Malformed(at, "the zip64 directory record is not where it must be");
        }
        if (large) {
          count = r.getLong(32);
          size = r.getLong(40);
          start = r.getLong(48);
        }
        directoryEnd = at;
      }
    }
    if (count < 0 || count > Limits.ZIP_ENTRIES) {
      throw new Malformed(
          end, "a zip of " + Long.toUnsignedString(count) + " entries is over the limit");
    }
    if (size < 0 || start < 0 || size > directoryEnd) {
      throw new Malformed(end, "the zip directory's place is outside the file");
    }
    long actual = directoryEnd - size;
    long prefix = actual - start;
    if (prefix < 0) {
      throw new Malformed(end, "the zip directory is cut short");
    }
    if (size > Limits.UNPACKED) {
      throw new Malformed(end, "a zip directory of " + size + " bytes is over the limit");
    }
    return read(source, actual, (int) size, (int) count, prefix);
  }

  private static CentralDirectory read(
      ByteSource source, long start, int size, int count, long prefix) {
    ByteBuffer b = little(source, start, size);
    var entries = new LinkedHashMap<String, ZipDirectory.Entry>();
    var doubled = new ArrayList<String>();
    int at = 0;
    for (int i = 0; i < count; i++) {
      if (size - at < 46 || b.getInt(at) != CENTRAL) {
        throw new Malformed(
            start + at, "zip directory entry " + i + " of " + count + " is damaged");
      }
      int nameLength = b.getShort(at + 28) & 0xffff;
      int extraLength = b.getShort(at + 30) & 0xffff;
      int commentLength = b.getShort(at + 32) & 0xffff;
      int next = at + 46 + nameLength + extraLength + commentLength;
      if (next > size) {
        throw new Malformed(start + at, "zip directory entry " + i + " goes past the directory");
      }
      byte[] raw = new byte[nameLength];
      b.get(at + 46, raw);
      ZipDirectory.Entry entry =
          entry(b, at, new String(raw, StandardCharsets.UTF_8), extraLength, prefix);
      if (entry.header() < 0 || entry.header() > source.size() - 30) {
        throw new Malformed(start + at, "zip entry \"" + entry.name() + "\" lies outside the file");
      }
      if (entries.putIfAbsent(entry.name(), entry) != null) {
        doubled.add(entry.name());
      }
      at = next;
    }
    return new CentralDirectory(entries, doubled, prefix, start);
  }

  private static ZipDirectory.Entry entry(
      ByteBuffer b, int at, String name, int extraLength, long prefix) {
    long packed = b.getInt(at + 20) & 0xffffffffL;
    long size = b.getInt(at + 24) & 0xffffffffL;
    long header = b.getInt(at + 42) & 0xffffffffL;
    int nameLength = b.getShort(at + 28) & 0xffff;
    int x = at + 46 + nameLength;
    int end = x + extraLength;
    while (end - x >= 4) {
      int id = b.getShort(x) & 0xffff;
      int n = b.getShort(x + 2) & 0xffff;
      int v = x + 4;
      if (n > end - v) {
        break;
      }
      if (id == 1) {
        int stop = v + n;
        if (size == 0xffffffffL && stop - v >= 8) {
          size = b.getLong(v);
          v += 8;
        }
        if (packed == 0xffffffffL && stop - v >= 8) {
          packed = b.getLong(v);
          v += 8;
        }
        if (header == 0xffffffffL && stop - v >= 8) {
          header = b.getLong(v);
        }
      }
      x += 4 + n;
    }
    if (size < 0 || packed < 0 || header < 0 || header > Long.MAX_VALUE - prefix) {
      throw new Malformed(header, "zip entry \"" + name + "\" states an impossible size");
    }
    return new ZipDirectory.Entry(
        name,
        b.getShort(at + 10) & 0xffff,
        b.getShort(at + 8) & 0xffff,
        b.getInt(at + 16) & 0xffffffffL,
        packed,
        size,
        header + prefix);
  }

  /// Where the record lies with which a zip ends; -1 where there is none.
  static long end(ByteSource source) {
    long size = source.size();
    if (size < END_SIZE) {
      return -1;
    }
    int tail = (int) Math.min(size, END_SIZE + 0xffff);
    // Most zips have no comment: look at the very end before reading 64 KB.
    long last = size - END_SIZE;
    if (little(source, last, 4).getInt(0) == END) {
      return last;
    }
    ByteBuffer b = little(source, size - tail, tail);
    for (int i = tail - END_SIZE; i >= 0; i--) {
      if (b.getInt(i) == END && (b.getShort(i + 20) & 0xffff) == tail - END_SIZE - i) {
        return size - tail + i;
      }
    }
    return -1;
  }

  private static ByteBuffer little(ByteSource source, long at, int length) {
    return ByteBuffer.wrap(source.bytes(at, length)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
