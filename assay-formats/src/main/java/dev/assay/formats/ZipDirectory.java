package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// A zip by its central directory, with what the JDK's reader hides: where a stored entry's bytes
/// lie in the file, and where the central directory and the entries' own headers say different
/// things. Readers of zips follow the one or the other, so a difference means that two programs see
/// two files.
///
/// Nothing is written anywhere; stored entries are slices, packed ones are unpacked within {@link
/// Limits}.
public final class ZipDirectory {
  private static final int CENTRAL = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int END = 0x06054b50;
  private static final int END64 = 0x06064b50;
  private static final int LOCATOR64 = 0x07064b50;
  private static final int END_SIZE = 22;
  private static final int PATCHED = 0x20;
  private static final int STRONG = 0x40;

  private final ByteSource source;
  private final Map<String, Entry> entries;
  private final long prefix;
  private final long directoryStart;
  private final Set<String> oddities = Collections.synchronizedSet(new TreeSet<>());

  private ZipDirectory(
      ByteSource source, Map<String, Entry> entries, long prefix, long directoryStart) {
    this.source = source;
    this.entries = entries;
    this.prefix = prefix;
    this.directoryStart = directoryStart;
  }

  /// One entry as the central directory describes it.
  ///
  /// @param name as it stands there
  /// @param method 0 stored, 8 deflated, others are not read
  /// @param flags the general-purpose bits
  /// @param crc the CRC-32 of its content
  /// @param packed its size in the file
  /// @param size its size unpacked
  /// @param header where its own header begins in the source
  public record Entry(
      String name, int method, int flags, long crc, long packed, long size, long header) {
    /// Whether its bytes are in the file as they are.
    public boolean stored() {
      return method == 0;
    }

    /// Whether it is a folder.
    public boolean folder() {
      return name.endsWith("/");
    }

    boolean encrypted() {
      return (flags & 1) != 0;
    }
  }

  /// Whether a file's first bytes are those of a zip's first entry.
  public static boolean begins(byte[] head) {
    return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  /// Whether the bytes end as a zip does: for recognition.
  public static boolean isZip(ByteSource source) {
    return findEnd(source) >= 0;
  }

  /// Reads the central directory.
  ///
  /// @throws Malformed when there is none, or it is damaged or over a limit
  public static ZipDirectory of(ByteSource source) {
    long end = findEnd(source);
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
        // by
        // its usual place just before the locator.
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

  private static ZipDirectory read(
      ByteSource source, long start, int size, int count, long prefix) {
    ByteBuffer b = little(source, start, size);
    var entries = new LinkedHashMap<String, Entry>();
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
      Entry entry = entry(b, at, new String(raw, StandardCharsets.UTF_8), extraLength, prefix);
      if (entry.header() < 0 || entry.header() > source.size() - 30) {
        throw new Malformed(start + at, "zip entry \"" + entry.name() + "\" lies outside the file");
      }
      if (entries.putIfAbsent(entry.name(), entry) != null) {
        doubled.add(entry.name());
      }
      at = next;
    }
    var zip = new ZipDirectory(source, entries, prefix, start);
    doubled.forEach(n -> zip.oddities.add("the name \"" + shown(n) + "\" stands twice in the zip"));
    zip.checkNames();
    return zip;
  }

  private static Entry entry(ByteBuffer b, int at, String name, int extraLength, long prefix) {
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
    return new Entry(
        name,
        b.getShort(at + 10) & 0xffff,
        b.getShort(at + 8) & 0xffff,
        b.getInt(at + 16) & 0xffffffffL,
        packed,
        size,
        header + prefix);
  }

  private void checkNames() {
    for (String name : entries.keySet()) {
      if (leaves(name)) {
        oddities.add(
            "the entry \"" + shown(name) + "\" would be unpacked outside its folder (zip slip)");
      }
    }
  }

  /// Whether a name, joined to a folder, leads out of it or is no plain name: absolute, with a
  /// drive, with `..`, a backslash or a control character.
  public static boolean leaves(String name) {
    if (name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
      return true;
    }
    if (name.length() > 1 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0))) {
      return true;
    }
    for (String part : name.split("/", -1)) {
      if (part.equals("..")) {
        return true;
      }
    }
    return false;
  }

  private static String shown(String name) {
    return name.length() > 120 ? name.substring(0, 120) + "…" : name;
  }

  private static long findEnd(ByteSource source) {
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

  /// The entries in the order of the directory; of two with one name, the first.
  public Map<String, Entry> entries() {
    return Collections.unmodifiableMap(entries);
  }

  /// An entry by its name.
  public Optional<Entry> entry(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /// The first entry whose name is `name` or ends in `/name`.
  public Optional<Entry> ending(String name) {
    return entries.values().stream()
        .filter(e -> e.name().equals(name) || e.name().endsWith("/" + name))
        .findFirst();
  }

  /// How many bytes stand before the zip, such as a program's.
  public long prefix() {
    return prefix;
  }

  /// Where the central directory begins.
  public long directoryStart() {
    return directoryStart;
  }

  /// What two readers of this zip would see differently, in sentences without a full stop: found
  /// while listing, and by {@link #verify} and {@link #open} since. Sorted.
  public List<String> oddities() {
    synchronized (oddities) {
      return List.copyOf(oddities);
    }
  }

  /// Compares the headers of up to `most` entries with the directory, for {@link #oddities()}.
  public void verify(int most) {
    var starts = new HashSet<Long>();
    int n = 0;
    for (Entry e : entries.values()) {
      if (n++ == most) {
        return;
      }
      if (!starts.add(e.header())) {
        oddities.add("the entry \"" + shown(e.name()) + "\" shares its bytes with another");
      }
      dataStart(e);
    }
  }

  /// Where an entry's bytes begin in the source.
  ///
  /// @throws Malformed when its own header is no header
  public long dataStart(Entry entry) {
    source.require(entry.header(), 30);
    ByteBuffer h = little(source, entry.header(), 30);
    if (h.getInt(0) != LOCAL) {
      throw new Malformed(
          entry.header(), "no header where zip entry \"" + shown(entry.name()) + "\" begins");
    }
    int nameLength = h.getShort(26) & 0xffff;
    int extraLength = h.getShort(28) & 0xffff;
    String name = new String(source.bytes(entry.header() + 30, nameLength), StandardCharsets.UTF_8);
    String which = "zip entry \"" + shown(entry.name()) + "\": its own header ";
    if (!name.equals(entry.name())) {
      oddities.add(which + "calls it \"" + shown(name) + "\"");
    }
    if ((h.getShort(8) & 0xffff) != entry.method()) {
      oddities.add(which + "and the directory name different packing methods");
    }
    if ((h.getShort(6) & 1) != (entry.flags() & 1)) {
      oddities.add(which + "and the directory disagree whether it is encrypted");
    }
    boolean later = (h.getShort(6) & 8) != 0;
    long packed = h.getInt(18) & 0xffffffffL;
    long size = h.getInt(22) & 0xffffffffL;
    if (!later
        && packed != 0xffffffffL
        && size != 0xffffffffL
        && (packed != entry.packed() || size != entry.size())) {
      oddities.add(which + "and the directory state different sizes");
    }
    if (!later && (h.getInt(14) & 0xffffffffL) != entry.crc()) {
      oddities.add(which + "and the directory state different checksums (CRC)");
    }
    return entry.header() + 30 + nameLength + extraLength;
  }

  /// An entry's bytes: a slice when stored, unpacked into memory when deflated.
  ///
  /// @throws Malformed when it is damaged, encrypted, packed by another method or over a limit
  public ByteSource open(Entry entry) {
    long start = dataStart(entry);
    if ((entry.flags() & (PATCHED | STRONG)) != 0) {
      oddities.add(
          "zip entry \""
              + shown(entry.name())
              + "\" has flags (patch data, strong encryption) for which some readers refuse it and"
              + " others do not look");
    }
    // What is encrypted has twelve bytes more than its content.
    if (entry.encrypted() && entry.stored() && entry.packed() == entry.size()) {
      oddities.add(
          "zip entry \""
              + shown(entry.name())
              + "\" is marked as encrypted and is not: some readers"
              + " refuse it, others do not look");
    } else if (entry.encrypted()) {
      throw new Malformed(entry.header(), "zip entry \"" + shown(entry.name()) + "\" is encrypted");
    }
    source.require(start, entry.packed());
    return switch (entry.method()) {
      case 0 -> {
        if (entry.packed() != entry.size()) {
          throw new Malformed(
              entry.header(),
              "zip entry \"" + shown(entry.name()) + "\" is stored with two different sizes");
        }
        yield source.slice(start, entry.size());
      }
      case 8 -> ByteSource.of(inflate(entry, start));
      default ->
          throw new Malformed(
              entry.header(),
              "zip entry \""
                  + shown(entry.name())
                  + "\" is packed by method "
                  + entry.method()
                  + ", which is not read");
    };
  }

  /// All bytes of a small entry, with its checksum compared; a wrong one is an oddity, because some
  /// readers refuse the file for it and others do not look.
  ///
  /// @throws Malformed as {@link #open}, or when it is larger than `most`
  public byte[] content(Entry entry, int most) {
    if (entry.size() > most) {
      throw new Malformed(
          entry.header(),
          "zip entry \""
              + shown(entry.name())
              + "\" of "
              + entry.size()
              + " bytes is over the limit");
    }
    ByteSource bytes = open(entry);
    byte[] content = bytes.bytes(0, (int) bytes.size());
    var crc = new CRC32();
    crc.update(content);
    if (crc.getValue() != entry.crc()) {
      oddities.add(
          "zip entry \""
              + shown(entry.name())
              + "\": the checksum (CRC) in the directory is not its content's");
    }
    return content;
  }

  /// The first bytes of an entry, at most `most`, without unpacking the rest of it; fewer where it
  /// is damaged, and none where it is encrypted or packed by a method that is not read.
  public byte[] beginning(Entry entry, int most) {
    int length = (int) Math.min(most, entry.size());
    long start = dataStart(entry);
    if (entry.encrypted() || (entry.method() != 0 && entry.method() != 8)) {
      return new byte[0];
    }
    source.require(start, entry.packed());
    if (entry.stored()) {
      return source.bytes(start, (int) Math.min(length, entry.packed()));
    }
    byte[] out = new byte[length];
    int filled = 0;
    try (var in =
        new InflaterInputStream(
            new SourceStream(source, start, start + entry.packed()), new Inflater(true))) {
      for (int n = 0; n >= 0 && filled < length; ) {
        filled += n;
        n = in.read(out, filled, length - filled);
      }
    } catch (java.io.IOException e) {
      return Arrays.copyOf(out, filled);
    }
    return Arrays.copyOf(out, filled);
  }

  private byte[] inflate(Entry entry, long start) {
    if (entry.size() > Limits.UNPACKED) {
      throw new Malformed(
          entry.header(),
          "zip entry \""
              + shown(entry.name())
              + "\" of "
              + entry.size()
              + " bytes is over the limit");
    }
    // A deflate stream packs at most 1032 to 1; what claims more, or more than our ratio, is a
    // bomb.
    if (entry.size() > Limits.RATIO_FROM && entry.size() / Limits.RATIO > entry.packed()) {
      throw new Malformed(
          entry.header(),
          "zip entry \""
              + shown(entry.name())
              + "\" grows from "
              + entry.packed()
              + " to "
              + entry.size()
              + " bytes: a zip bomb");
    }
    if (entry.size() > 1032L * entry.packed() + 64) {
      throw new Malformed(
          entry.header(),
          "zip entry \"" + shown(entry.name()) + "\" cannot be as large as it says");
    }
    byte[] out = new byte[(int) entry.size()];
    Inflater inflater = new Inflater(true);
    try (var in = new SourceStream(source, start, start + entry.packed())) {
      byte[] chunk = new byte[32 * 1024];
      int filled = 0;
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          int n = in.read(chunk, 0, chunk.length);
          if (n < 0) {
            break;
          }
          inflater.setInput(chunk, 0, n);
        }
        if (filled == out.length) {
          if (inflater.inflate(new byte[1]) > 0) {
            throw new Malformed(
                entry.header(),
                "zip entry \"" + shown(entry.name()) + "\" is longer than the directory says");
          }
          if (inflater.needsDictionary()) {
            break;
          }
        } else {
          filled += inflater.inflate(out, filled, out.length - filled);
          if (inflater.needsDictionary()) {
            break;
          }
        }
      }
      if (filled != out.length || !inflater.finished()) {
        throw new Malformed(
            entry.header(), "zip entry \"" + shown(entry.name()) + "\" is damaged or cut short");
      }
      return out;
    } catch (DataFormatException | java.io.IOException e) {
      throw new Malformed(
          entry.header(), "zip entry \"" + shown(entry.name()) + "\" cannot be unpacked");
    } finally {
      inflater.end();
    }
  }
}
