package dev.assay.licences.match;

import dev.assay.licences.data.LicenceData;
import dev.assay.licences.data.LicenceData.Section;
import dev.assay.licences.data.Table;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The known licences as the build made them from maintained data and from the fingerprints in this
/// module: vocabulary, texts as word numbers, and which texts hold which three words in a row.
/// Opening it copies arrays; entries and texts are read when first asked for.
public final class LicenceIndex {
  /// A word that no known licence has.
  static final int UNKNOWN = -1;

  private final ByteBuffer entryBytes;
  private final Table places;
  private final AtomicReferenceArray<@Nullable Entry> entries;
  private final long[] hashes;
  private final byte[] classes;
  private final byte[] spelling;
  private final int[] spellingAt;
  private final int[] slots;
  private final ByteBuffer outlines;
  private final int[] needed;
  private final ByteBuffer words;
  private final AtomicReferenceArray<@Nullable Reference> references;
  private final AtomicReferenceArray<@Nullable Trigrams> trigrams;
  private final int[] keys;
  private final int[] postingAt;
  private final char[] postings;
  private final int[] keySlots;

  private LicenceIndex(LicenceData data) {
    entryBytes = data.section(Section.ENTRIES);
    entries = new AtomicReferenceArray<>(entryBytes.getInt(0));
    places = data.table(Section.ENTRY_PLACES);
    ByteBuffer in = data.section(Section.VOCABULARY);
    int vocabulary = in.getInt();
    hashes = new long[vocabulary];
    in.asLongBuffer().get(hashes);
    in.position(in.position() + vocabulary * 8);
    classes = new byte[vocabulary];
    in.get(classes);
    spellingAt = ints(in, vocabulary + 1);
    spelling = new byte[spellingAt[vocabulary]];
    in.get(spelling);
    slots = ints(in, in.getInt());
    outlines = data.section(Section.OUTLINES);
    needed = ints(outlines.duplicate().position(4), outlines.getInt(0));
    words = data.section(Section.TEXTS);
    in = data.section(Section.RUNS);
    int keyCount = in.getInt();
    keys = ints(in, keyCount);
    postingAt = ints(in, keyCount + 1);
    postings = new char[postingAt[keyCount]];
    in.asCharBuffer().get(postings);
    in.position(in.position() + postings.length * 2);
    keySlots = ints(in, in.getInt());
    references = new AtomicReferenceArray<>(needed.length);
    trigrams = new AtomicReferenceArray<>(needed.length);
  }

  /// The index in the data that the build made.
  public static LicenceIndex of(LicenceData data) {
    return new LicenceIndex(data);
  }

  private static int[] ints(ByteBuffer in, int n) {
    int[] ints = new int[n];
    in.asIntBuffer().get(ints);
    in.position(in.position() + n * 4);
    return ints;
  }

  private static String text(ByteBuffer in) {
    byte[] text = new byte[in.getChar()];
    in.get(text);
    return new String(text, StandardCharsets.UTF_8);
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
    return IntStream.range(0, entries.length()).mapToObj(this::entry).toList();
  }

  /// What is known under an identifier, or null.
  public @Nullable Entry entry(String id) {
    String place = places.get(id);
    return place == null ? null : entry(Integer.parseInt(place));
  }

  private Entry entry(int number) {
    Entry known = entries.get(number);
    if (known != null) {
      return known;
    }
    ByteBuffer in = entryBytes.duplicate();
    in.position(entryBytes.getInt(4 + 4 * number));
    String id = text(in);
    String name = text(in);
    int flags = in.get();
    List<String> links = new ArrayList<>();
    for (int k = in.getChar(); k > 0; k--) {
      links.add(text(in));
    }
    Entry made = new Entry(id, name, flags, List.copyOf(links));
    entries.set(number, made);
    return made;
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
  private static final Reference.Kind[] KINDS = Reference.Kind.values();

  /// The key of three words in a row.
  public static int key(int a, int b, int c) {
    int h = a * 0x9E3779B1 + b;
    h = (h ^ (h >>> 16)) * 0x85EBCA6B + c;
    h = (h ^ (h >>> 13)) * 0xC2B2AE35;
    return h ^ (h >>> 16);
  }

  int references() {
    return needed.length;
  }

  /// How many keys of the candidate index stand for the parts of a text that may not be left out.
  int keysOf(int reference) {
    return needed[reference];
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
    ByteBuffer in = outlines.duplicate();
    in.position(outlines.getInt(4 + 4 * needed.length + 4 * number));
    Entry entry = entry(in.getChar());
    Reference.Kind kind = KINDS[in.get()];
    int start = in.getInt();
    char[] text = new char[in.getInt()];
    words.slice(start * 2, text.length * 2).asCharBuffer().get(text);
    byte[] flags = new byte[text.length];
    for (int k = in.getChar(); k > 0; k--) {
      Arrays.fill(flags, in.getInt(), in.getInt(), (byte) in.getInt());
    }
    List<Reference.Clause> clauses = new ArrayList<>();
    for (int k = in.getChar(); k > 0; k--) {
      clauses.add(new Reference.Clause(in.getInt(), text(in)));
    }
    Reference made = new Reference(number, entry, kind, text, flags, List.copyOf(clauses));
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
