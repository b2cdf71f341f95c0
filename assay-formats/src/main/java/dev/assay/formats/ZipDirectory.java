package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/// A zip by its central directory, with what the JDK's reader hides: where a stored entry's bytes
/// lie in the file, and where the central directory and the entries' own headers say different
/// things. Readers of zips follow the one or the other, so a difference means that two programs see
/// two files.
///
/// Nothing is written anywhere; stored entries are slices, packed ones are unpacked within {@link
/// Limits}.
public final class ZipDirectory {
  private static final int LOCAL = 0x04034b50;
  private static final int PATCHED = 0x20;
  private static final int STRONG = 0x40;

  private final ByteSource source;
  private final CentralDirectory directory;
  private final Set<String> oddities = Collections.synchronizedSet(new TreeSet<>());

  private ZipDirectory(ByteSource source, CentralDirectory directory) {
    this.source = source;
    this.directory = directory;
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

    /// What it is called in messages.
    String shown() {
      return "zip entry \"" + ZipDirectory.shown(name) + "\"";
    }

    /// That it cannot be read.
    ///
    /// @param why what follows its name in a sentence without a full stop
    Malformed malformed(String why) {
      return new Malformed(header, shown() + " " + why);
    }
  }

  /// Whether a file's first bytes are those of a zip's first entry.
  public static boolean begins(byte[] head) {
    return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  /// Reads the central directory.
  ///
  /// @throws Malformed when there is none, or it is damaged or over a limit
  public static ZipDirectory of(ByteSource source) {
    CentralDirectory directory = CentralDirectory.of(source);
    var zip = new ZipDirectory(source, directory);
    directory
        .doubled()
        .forEach(n -> zip.oddities.add("the name \"" + shown(n) + "\" stands twice in the zip"));
    zip.checkNames();
    return zip;
  }

  private void checkNames() {
    for (String name : directory.entries().keySet()) {
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

  private static ByteBuffer little(ByteSource source, long at, int length) {
    return ByteBuffer.wrap(source.bytes(at, length)).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// The entries in the order of the directory; of two with one name, the first.
  public Map<String, Entry> entries() {
    return directory.entries();
  }

  /// An entry by its name.
  public Optional<Entry> entry(String name) {
    return Optional.ofNullable(directory.entries().get(name));
  }

  /// How many bytes stand before the zip, such as a program's.
  public long prefix() {
    return directory.prefix();
  }

  /// Where the central directory begins.
  public long directoryStart() {
    return directory.start();
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
    for (Entry e : directory.entries().values()) {
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
    String which = entry.shown() + ": its own header ";
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
          entry.shown()
              + " has flags (patch data, strong encryption) for which some readers refuse it and"
              + " others do not look");
    }
    // What is encrypted has twelve bytes more than its content.
    if (entry.encrypted() && entry.stored() && entry.packed() == entry.size()) {
      oddities.add(
          entry.shown()
              + " is marked as encrypted and is not: some readers"
              + " refuse it, others do not look");
    } else if (entry.encrypted()) {
      throw entry.malformed("is encrypted");
    }
    source.require(start, entry.packed());
    return switch (entry.method()) {
      case 0 -> {
        if (entry.packed() != entry.size()) {
          throw entry.malformed("is stored with two different sizes");
        }
        yield source.slice(start, entry.size());
      }
      case 8 -> ByteSource.of(ZipInflating.all(source, start, entry));
      default ->
          throw entry.malformed("is packed by method " + entry.method() + ", which is not read");
    };
  }

  /// All bytes of a small entry, with its checksum compared; a wrong one is an oddity, because some
  /// readers refuse the file for it and others do not look.
  ///
  /// @throws Malformed as {@link #open}, or when it is larger than `most`
  public byte[] content(Entry entry, int most) {
    if (entry.size() > most) {
      throw entry.malformed("of " + entry.size() + " bytes is over the limit");
    }
    ByteSource bytes = open(entry);
    byte[] content = bytes.bytes(0, (int) bytes.size());
    var crc = new CRC32();
    crc.update(content);
    if (crc.getValue() != entry.crc()) {
      oddities.add(entry.shown() + ": the checksum (CRC) in the directory is not its content's");
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
    return ZipInflating.beginning(source, start, entry, length);
  }
}
