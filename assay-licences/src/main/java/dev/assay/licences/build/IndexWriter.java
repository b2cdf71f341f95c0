package dev.assay.licences.build;

import dev.assay.licences.data.LicenceData.Section;
import dev.assay.licences.match.Clauses;
import dev.assay.licences.match.LicenceIndex;
import dev.assay.licences.match.WordClass;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Writes the sections that {@link LicenceIndex} reads.
final class IndexWriter {
  /// A text this long is found by one in eight of its three-word runs; a shorter one by all.
  private static final int LONG = 400;

  private static final int MOST_WORDS = 65_535;

  private final List<LicenceIndex.Entry> entries = new ArrayList<>();
  private final List<Text> texts = new ArrayList<>();

  /// One text to be indexed.
  ///
  /// @param entry its licence, by place
  /// @param kind 0 licence, 1 exception, 2 policy
  /// @param hashes its words
  /// @param spelled its words in letters, where they may be shown, or empty strings
  /// @param flags for each word
  record Text(
      int entry,
      int kind,
      long[] hashes,
      String[] spelled,
      byte[] flags,
      List<Clauses.Mark> clauses) {}

  int entry(LicenceIndex.Entry entry) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).id().equals(entry.id())) {
        return i;
      }
    }
    entries.add(entry);
    return entries.size() - 1;
  }

  void text(Text text) {
    texts.add(text);
  }

  void write(DataWriter data) throws IOException {
    TreeSet<Long> distinct = new TreeSet<>();
    Map<Long, String> spelling = new HashMap<>();
    for (Text text : texts) {
      for (int i = 0; i < text.hashes.length; i++) {
        distinct.add(text.hashes[i]);
        if (!text.spelled[i].isEmpty()) {
          spelling.putIfAbsent(text.hashes[i], text.spelled[i]);
        }
      }
    }
    if (distinct.size() >= MOST_WORDS) {
      throw new IllegalStateException(distinct.size() + " words do not fit the index's 16 bits");
    }
    Map<Long, Integer> number = new HashMap<>();
    for (long hash : distinct) {
      number.put(hash, number.size());
    }
    List<int[]> numbers = new ArrayList<>();
    for (Text text : texts) {
      int[] words = new int[text.hashes.length];
      for (int i = 0; i < words.length; i++) {
        words[i] = Objects.requireNonNull(number.get(text.hashes[i]));
      }
      numbers.add(words);
    }
    data.section(Section.ENTRIES, this::entries);
    Map<String, String> places = new LinkedHashMap<>();
    entries.forEach(e -> places.put(e.id(), Integer.toString(places.size())));
    data.table(Section.ENTRY_PLACES, places);
    data.section(Section.VOCABULARY, out -> vocabulary(out, distinct, spelling));
    data.section(Section.OUTLINES, out -> outlines(out, numbers));
    data.section(
        Section.TEXTS,
        out -> {
          for (int[] text : numbers) {
            for (int word : text) {
              out.writeChar(word);
            }
          }
        });
    data.section(Section.RUNS, out -> runs(out, numbers));
  }

  private static void vocabulary(
      DataOutputStream out, TreeSet<Long> distinct, Map<Long, String> spelling) throws IOException {
    out.writeInt(distinct.size());
    for (long hash : distinct) {
      out.writeLong(hash);
    }
    for (long hash : distinct) {
      String word = spelling.get(hash);
      out.writeByte((word == null ? WordClass.NONE : WordClass.of(word)).ordinal());
    }
    int at = 0;
    ByteArrayOutputStream letters = new ByteArrayOutputStream();
    for (long hash : distinct) {
      out.writeInt(at);
      byte[] word = spelling.getOrDefault(hash, "").getBytes(StandardCharsets.UTF_8);
      letters.write(word);
      at += word.length;
    }
    out.writeInt(at);
    out.write(letters.toByteArray());
    ints(out, LicenceIndex.slots(distinct.stream().mapToInt(h -> (int) (long) h).toArray()));
  }

  private static void runs(DataOutputStream out, List<int[]> numbers) throws IOException {
    TreeMap<Integer, TreeSet<Integer>> holders = new TreeMap<>();
    for (int t = 0; t < numbers.size(); t++) {
      int[] words = numbers.get(t);
      for (int i = 0; i + 2 < words.length; i++) {
        if (indexed(words, i)) {
          int key = LicenceIndex.key(words[i], words[i + 1], words[i + 2]);
          holders.computeIfAbsent(key, k -> new TreeSet<>()).add(t);
        }
      }
    }
    out.writeInt(holders.size());
    for (int key : holders.keySet()) {
      out.writeInt(key);
    }
    int at = 0;
    for (TreeSet<Integer> of : holders.values()) {
      out.writeInt(at);
      at += of.size();
    }
    out.writeInt(at);
    for (TreeSet<Integer> of : holders.values()) {
      for (int t : of) {
        out.writeChar(t);
      }
    }
    ints(out, LicenceIndex.slots(holders.keySet().stream().mapToInt(k -> k).toArray()));
  }

  private static void ints(DataOutputStream out, int[] ints) throws IOException {
    out.writeInt(ints.length);
    for (int i : ints) {
      out.writeInt(i);
    }
  }

  private static boolean indexed(int[] words, int i) {
    return words.length < LONG || (LicenceIndex.key(words[i], words[i + 1], words[i + 2]) & 7) == 0;
  }

  private static int needed(Text text, int[] words) {
    Set<Integer> keys = new HashSet<>();
    for (int i = 0; i + 2 < words.length; i++) {
      boolean free = ((text.flags[i] | text.flags[i + 1] | text.flags[i + 2]) & 3) != 0;
      if (!free && indexed(words, i)) {
        keys.add(LicenceIndex.key(words[i], words[i + 1], words[i + 2]));
      }
    }
    return Math.max(2, keys.size());
  }

  private void entries(DataOutputStream out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream records = new DataOutputStream(bytes);
    out.writeInt(entries.size());
    for (LicenceIndex.Entry entry : entries) {
      out.writeInt(4 + 4 * entries.size() + bytes.size());
      text(records, entry.id());
      text(records, entry.name());
      records.writeByte(entry.flags());
      records.writeChar(entry.links().size());
      for (String link : entry.links()) {
        text(records, link);
      }
    }
    bytes.writeTo(out);
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeChar(bytes.length);
    out.write(bytes);
  }

  private void outlines(DataOutputStream out, List<int[]> numbers) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream records = new DataOutputStream(bytes);
    List<Integer> at = new ArrayList<>();
    int start = 0;
    for (Text text : texts) {
      at.add(4 + 8 * texts.size() + bytes.size());
      outline(records, text, start);
      start += text.hashes.length;
    }
    out.writeInt(texts.size());
    for (int t = 0; t < texts.size(); t++) {
      out.writeInt(needed(texts.get(t), numbers.get(t)));
    }
    for (int place : at) {
      out.writeInt(place);
    }
    bytes.writeTo(out);
  }

  private static void outline(DataOutputStream out, Text text, int start) throws IOException {
    out.writeChar(text.entry);
    out.writeByte(text.kind);
    out.writeInt(start);
    out.writeInt(text.hashes.length);
    List<int[]> ranges = new ArrayList<>();
    for (int i = 0; i < text.flags.length; i++) {
      if (text.flags[i] == 0) {
        continue;
      }
      if (!ranges.isEmpty() && ranges.getLast()[1] == i && ranges.getLast()[2] == text.flags[i]) {
        ranges.getLast()[1] = i + 1;
      } else {
        ranges.add(new int[] {i, i + 1, text.flags[i]});
      }
    }
    out.writeChar(ranges.size());
    for (int[] range : ranges) {
      for (int v : range) {
        out.writeInt(v);
      }
    }
    out.writeChar(text.clauses.size());
    for (Clauses.Mark mark : text.clauses) {
      out.writeInt(mark.word());
      text(out, mark.label());
    }
  }
}
