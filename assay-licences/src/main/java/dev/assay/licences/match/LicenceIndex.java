package dev.assay.licences.match;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The known licences as the build made them from maintained data and from the fingerprints in this
/// module: vocabulary, texts as word numbers, and which texts hold which three words in a row.
/// Loading copies arrays and parses nothing but names.
public final class LicenceIndex {
  /// What the file begins with; the builder writes the same.
  public static final int MAGIC = 0x41534C32;

  /// The name of the resource.
  public static final String RESOURCE = "licences.bin";

  /// A word that no known licence has.
  static final int UNKNOWN = -1;

  private final List<Entry> entries;
  private final long[] hashes;
  private final byte[] classes;
  private final byte[] spelling;
  private final int[] spellingAt;
  private final int[] slots;
  private final ByteBuffer words;
  private final List<Outline> outlines;
  private final AtomicReferenceArray<@Nullable Reference> references;
  private final AtomicReferenceArray<@Nullable Trigrams> trigrams;
  private final int[] keys;
  private final int[] postingAt;
  private final char[] postings;
  private final int[] keySlots;

  private LicenceIndex(ByteBuffer in) {
    if (in.getInt() != MAGIC) {
      throw new IllegalStateException("the licence index was made by another version");
    }
    entries = readEntries(block(in));
    int vocabulary = in.getInt();
    hashes = new long[vocabulary];
    in.asLongBuffer().get(hashes);
    in.position(in.position() + vocabulary * 8);
    classes = new byte[vocabulary];
    in.get(classes);
    spellingAt = new int[vocabulary + 1];
    in.asIntBuffer().get(spellingAt);
    in.position(in.position() + (vocabulary + 1) * 4);
    spelling = new byte[spellingAt[vocabulary]];
    in.get(spelling);
    slots = ints(in);
    outlines = readOutlines(block(in), entries);
    int total = in.getInt();
    words = in.slice(in.position(), total * 2);
    in.position(in.position() + total * 2);
    int keyCount = in.getInt();
    keys = new int[keyCount];
    in.asIntBuffer().get(keys);
    in.position(in.position() + keyCount * 4);
    postingAt = new int[keyCount + 1];
    in.asIntBuffer().get(postingAt);
    in.position(in.position() + (keyCount + 1) * 4);
    postings = new char[postingAt[keyCount]];
    in.asCharBuffer().get(postings);
    in.position(in.position() + postings.length * 2);
    keySlots = ints(in);
    references = new AtomicReferenceArray<>(outlines.size());
    trigrams = new AtomicReferenceArray<>(outlines.size());
  }

  /// Loads the index that was built into this module.
  ///
  /// @throws IllegalStateException when the build left it out
  public static LicenceIndex load() {
    try (InputStream in = LicenceIndex.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the licence index is not in this build");
      }
      return new LicenceIndex(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteBuffer block(ByteBuffer in) {
    int size = in.getInt();
    ByteBuffer block = in.slice(in.position(), size);
    in.position(in.position() + size);
    return block;
  }

  private static DataInputStream stream(ByteBuffer block) {
    return new DataInputStream(
        new ByteArrayInputStream(block.array(), block.arrayOffset(), block.remaining()));
  }

  private static List<Entry> readEntries(ByteBuffer block) {
    try (DataInputStream in = stream(block)) {
      int n = in.readInt();
      List<Entry> entries = new ArrayList<>(n);
      for (int i = 0; i < n; i++) {
        String id = in.readUTF();
        String name = in.readUTF();
        int flags = in.readByte();
        int links = in.readShort();
        List<String> addresses = new ArrayList<>(links);
        for (int k = 0; k < links; k++) {
          addresses.add(in.readUTF());
        }
        entries.add(new Entry(id, name, flags, List.copyOf(addresses)));
      }
      return List.copyOf(entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Outline> readOutlines(ByteBuffer block, List<Entry> entries) {
    try (DataInputStream in = stream(block)) {
      int n = in.readInt();
      List<Outline> outlines = new ArrayList<>(n);
      int start = 0;
      for (int i = 0; i < n; i++) {
        Entry entry = entries.get(in.readShort());
        Reference.Kind kind = Reference.Kind.values()[in.readByte()];
        int length = in.readInt();
        int keys = in.readInt();
        int[] ranges = new int[3 * in.readShort()];
        for (int k = 0; k < ranges.length; k++) {
          ranges[k] = in.readInt();
        }
        int marks = in.readShort();
        List<Reference.Clause> clauses = new ArrayList<>(marks);
        for (int k = 0; k < marks; k++) {
          clauses.add(new Reference.Clause(in.readInt(), in.readUTF()));
        }
        outlines.add(new Outline(entry, kind, start, length, keys, ranges, List.copyOf(clauses)));
        start += length;
      }
      return List.copyOf(outlines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] ints(ByteBuffer in) {
    int[] ints = new int[in.getInt()];
    in.asIntBuffer().get(ints);
    in.position(in.position() + ints.length * 4);
    return ints;
  }

  /// A hash table with open addressing over keys, as the index file holds it: for each slot the
  /// number of a key, or -1.
  public static int[] slots(int[] keys) {
    int[] slots = new int[Integer.highestOneBit(Math.max(16, keys.length * 2)) * 2];
    Arrays.fill(slots, -1);
    for (int i = 0; i < keys.length; i++) {
      int slot = spread(keys[i]) & (slots.length - 1);
      while (slots[slot] >= 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i;
    }
    return slots;
  }

  private static int spread(int key) {
    int h = key * 0x9E3779B9;
    return h ^ (h >>> 15);
  }

  /// Every licence, exception and policy known.
  public List<Entry> entries() {
    return entries;
  }

  /// The words of a text as numbers of the vocabulary; {@value #UNKNOWN} for a word of no licence.
  int[] numbers(Words text) {
    int[] numbers = new int[text.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(text.hash(i));
    }
    return numbers;
  }

  private int number(long hash) {
    int slot = spread((int) hash) & (slots.length - 1);
    while (slots[slot] >= 0) {
      if (hashes[slots[slot]] == hash) {
        return slots[slot];
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return UNKNOWN;
  }

  /// A word of the vocabulary in letters, or null where only its hash is known.
  @Nullable String spelled(int number) {
    int from = spellingAt[number];
    int to = spellingAt[number + 1];
    return from == to ? null : new String(spelling, from, to - from, StandardCharsets.UTF_8);
  }

  /// The class of a word of the vocabulary.
  WordClass classOf(int number) {
    return CLASSES[classes[number]];
  }

  private static final WordClass[] CLASSES = WordClass.values();

  /// The key of three words in a row.
  public static int key(int a, int b, int c) {
    int h = a * 0x9E3779B1 + b;
    h = (h ^ (h >>> 16)) * 0x85EBCA6B + c;
    h = (h ^ (h >>> 13)) * 0xC2B2AE35;
    return h ^ (h >>> 16);
  }

  int references() {
    return outlines.size();
  }

  /// How many keys of the candidate index stand for the parts of a text that may not be left out.
  int keysOf(int reference) {
    return outlines.get(reference).keys;
  }

  /// The place of a key in the candidate index, or -1.
  int keyPlace(int key) {
    int slot = spread(key) & (keySlots.length - 1);
    while (keySlots[slot] >= 0) {
      if (keys[keySlots[slot]] == key) {
        return keySlots[slot];
      }
      slot = (slot + 1) & (keySlots.length - 1);
    }
    return -1;
  }

  /// How many texts hold the key at a place.
  int holders(int place) {
    return postingAt[place + 1] - postingAt[place];
  }

  /// A text that holds the key at a place.
  int holder(int place, int i) {
    return postings[postingAt[place] + i];
  }

  /// A known text, made when first asked for.
  Reference reference(int number) {
    Reference known = references.get(number);
    if (known != null) {
      return known;
    }
    Outline outline = outlines.get(number);
    char[] text = new char[outline.length];
    words.slice(outline.start * 2, outline.length * 2).asCharBuffer().get(text);
    byte[] flags = new byte[outline.length];
    for (int i = 0; i < outline.ranges.length; i += 3) {
      Arrays.fill(flags, outline.ranges[i], outline.ranges[i + 1], (byte) outline.ranges[i + 2]);
    }
    Reference made =
        new Reference(number, outline.entry, outline.kind, text, flags, outline.clauses);
    references.set(number, made);
    return made;
  }

  /// Where the three-word runs of a known text stand in it, made when first asked for.
  Trigrams trigrams(int number) {
    Trigrams known = trigrams.get(number);
    if (known == null) {
      known = Trigrams.of(reference(number).words());
      trigrams.set(number, known);
    }
    return known;
  }

  private record Outline(
      Entry entry,
      Reference.Kind kind,
      int start,
      int length,
      int keys,
      int[] ranges,
      List<Reference.Clause> clauses) {}

  /// A licence, exception or policy.
  ///
  /// @param id its SPDX identifier, or `LicenseRef-...`
  /// @param name its name
  /// @param flags {@link #OSI}, {@link #FSF}, {@link #DEPRECATED}, {@link #EXCEPTION}
  /// @param links web addresses without scheme, under which its steward gives it
  public record Entry(String id, String name, int flags, List<String> links) {
    /// Approved by the Open Source Initiative.
    public static final int OSI = 1;

    /// A free licence by the Free Software Foundation's list.
    public static final int FSF = 2;

    /// An identifier that SPDX no longer recommends.
    public static final int DEPRECATED = 4;

    /// An exception to be used with a licence.
    public static final int EXCEPTION = 8;

    /// A use policy, not a licence.
    public static final int POLICY = 16;

    /// Its words are known as hashes only.
    public static final int HASHED = 32;

    /// Whether a flag is set.
    public boolean is(int flag) {
      return (flags & flag) != 0;
    }
  }
}
