package dev.assay.licences.data;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.security.CodeSource;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// All that is known of licences, as the build made it: one file in sections. Opening it reads the
/// bytes and parses nothing; what a release does not ask for is never looked at.
public final class LicenceData {
  /// What the file begins with; a change of its form changes this.
  public static final int MAGIC = 0x41534C33;

  /// The name of the resource.
  public static final String RESOURCE = "licences.bin";

  private static final int PIECE = 8192;

  private final ByteBuffer[] sections;

  /// A part of the file, in the file's order.
  public enum Section {
    /// Every licence, exception and policy: identifier, name, flags, addresses.
    ENTRIES,
    /// A table from an identifier to its place among the entries.
    ENTRY_PLACES,
    /// The words of all texts.
    VOCABULARY,
    /// What is known of each text but its words.
    OUTLINES,
    /// The words of each text, as numbers of the vocabulary.
    TEXTS,
    /// Which texts hold which three words in a row.
    RUNS,
    /// A table from an identifier in small letters to its spelling and the licence's name.
    IDENTIFIERS,
    /// A table from a plain web address to an identifier.
    ADDRESSES,
    /// A table from the first word of a name to all names that begin with it.
    NAMES,
    /// A table from an identifier to the licence's facts.
    FACTS,
    /// A table from an identifier to the lists that hold it.
    LISTS
  }

  private LicenceData(ByteBuffer[] sections) {
    this.sections = sections;
  }

  /// Opens a file's bytes.
  ///
  /// @throws IllegalStateException when they were made by another version
  public static LicenceData of(ByteBuffer bytes) {
    if (bytes.getInt(0) != MAGIC) {
      throw new IllegalStateException("the licence data were made by another version");
    }
    ByteBuffer[] sections = new ByteBuffer[Section.values().length];
    int at = 4 + 4 * sections.length;
    for (int i = 0; i < sections.length; i++) {
      int size = bytes.getInt(4 + 4 * i);
      sections[i] = bytes.slice(at, size);
      at += size;
    }
    return new LicenceData(sections);
  }

  /// Opens the file that was built into this module.
  ///
  /// @throws IllegalStateException when the build left it out
  public static LicenceData load() {
    try {
      byte[] bytes = beside();
      if (bytes == null) {
        try (InputStream in = LicenceData.class.getResourceAsStream(RESOURCE)) {
          bytes = in == null ? null : in.readAllBytes();
        }
      }
      if (bytes == null) {
        throw new IllegalStateException("the licence data are not in this build");
      }
      return of(ByteBuffer.wrap(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The file out of the folder or the jar that this class lies in, or null where neither is to be
  /// had. Asking a class loader for it searches the whole JDK first, which takes longer than the
  /// reading.
  private static byte @Nullable [] beside() throws IOException {
    CodeSource code = LicenceData.class.getProtectionDomain().getCodeSource();
    if (code == null || !code.getLocation().getProtocol().equals("file")) {
      return null;
    }
    File place;
    try {
      place = new File(code.getLocation().toURI());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
    String path = LicenceData.class.getPackageName().replace('.', '/').concat("/").concat(RESOURCE);
    if (place.isDirectory()) {
      File file = new File(place, path);
      if (!file.isFile()) {
        return null;
      }
      try (InputStream in = new FileInputStream(file)) {
        return all(in, file.length());
      }
    }
    try (ZipFile jar = new ZipFile(place)) {
      ZipEntry entry = jar.getEntry(path);
      if (entry == null) {
        return null;
      }
      try (InputStream in = jar.getInputStream(entry)) {
        return all(in, entry.getSize());
      }
    }
  }

  /// Reads in small pieces: for a large one the JDK takes as much memory once more, whose pages
  /// cost more than the bytes in them.
  private static byte @Nullable [] all(InputStream in, long size) throws IOException {
    byte[] bytes = new byte[Math.toIntExact(size)];
    int at = 0;
    while (at < bytes.length) {
      int n = in.read(bytes, at, Math.min(PIECE, bytes.length - at));
      if (n < 0) {
        return null;
      }
      at += n;
    }
    return bytes;
  }

  /// A section's bytes, with a position of their own.
  public ByteBuffer section(Section section) {
    return sections[section.ordinal()].duplicate();
  }

  /// A section that is a table.
  public Table table(Section section) {
    return new Table(section(section));
  }
}
