package dev.assay.licences.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/// All that is known of licences, as the build made it: one file in sections. Opening it reads the
/// bytes and parses nothing; what a release does not ask for is never looked at.
public final class LicenceData {
  /// What the file begins with; a change of its form changes this.
  public static final int MAGIC = 0x41534C33;

  /// The name of the resource.
  public static final String RESOURCE = "licences.bin";

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
    try (InputStream in = LicenceData.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the licence data are not in this build");
      }
      return of(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
