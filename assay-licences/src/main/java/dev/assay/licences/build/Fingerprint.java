package dev.assay.licences.build;

import dev.assay.licences.match.Clauses;
import dev.assay.licences.match.LicenceIndex;
import dev.assay.licences.match.WordClass;
import dev.assay.licences.match.Words;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a word-by-word comparison needs of a licence text that may not be shipped: the hash of each
/// word in order, where clauses begin, and in letters only the words that are facts (numbers,
/// negations, places, what is commercial, what becomes of outputs).
///
/// @param id the identifier
/// @param name its name
/// @param flags as in {@link LicenceIndex.Entry}
/// @param links addresses where its steward gives it
/// @param hashes the words, in order
/// @param free for each word, 1 where a copyright notice is that may be left out
/// @param facts the words that may be shown, by hash
/// @param clauses where clauses begin
record Fingerprint(
    String id,
    String name,
    int flags,
    List<String> links,
    long[] hashes,
    byte[] free,
    Map<Long, String> facts,
    List<Clauses.Mark> clauses) {

  /// Takes the fingerprint of a text.
  static Fingerprint of(String id, String name, int flags, List<String> links, String text) {
    Words words = Words.of(text);
    long[] hashes = new long[words.size()];
    Map<Long, String> facts = new LinkedHashMap<>();
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = words.hash(i);
      String word = words.word(i);
      if (WordClass.of(word) != WordClass.NONE) {
        facts.putIfAbsent(hashes[i], BuildIndex.plain(word));
      }
    }
    return new Fingerprint(
        id, name, flags, links, hashes, BuildIndex.notices(words), facts, Clauses.of(text, words));
  }

  /// The file's text: keys and values, then the hashes in base 64, 76 characters a line.
  String write() {
    StringBuilder s = new StringBuilder();
    s.append("id: ").append(id).append('\n');
    s.append("name: ").append(name).append('\n');
    s.append("flags: ").append(flags).append('\n');
    for (String link : links) {
      s.append("link: ").append(link).append('\n');
    }
    StringBuilder marks = new StringBuilder();
    for (Clauses.Mark mark : clauses) {
      marks.append(' ').append(mark.word()).append('=').append(mark.label());
    }
    s.append("clauses:").append(marks).append('\n');
    s.append("notices:");
    for (int i = 0; i < free.length; i++) {
      int end = i;
      while (end < free.length && free[end] != 0) {
        end++;
      }
      if (end > i) {
        s.append(' ').append(i).append('-').append(end);
        i = end;
      }
    }
    s.append('\n');
    s.append("facts: ").append(String.join(" ", facts.values())).append('\n');
    s.append("words: ").append(hashes.length).append('\n');
    // Distinct hashes in order of first use, then each word as the number of its hash: smaller than
    // eight bytes a word.
    Map<Long, Integer> number = new LinkedHashMap<>();
    for (long hash : hashes) {
      number.putIfAbsent(hash, number.size());
    }
    ByteBuffer bytes = ByteBuffer.allocate(4 + number.size() * 8 + hashes.length * 2);
    bytes.putInt(number.size());
    number.keySet().forEach(bytes::putLong);
    for (long hash : hashes) {
      bytes.putChar((char) Objects.requireNonNull(number.get(hash)).intValue());
    }
    s.append(Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes.array()));
    return s.append('\n').toString();
  }

  /// Reads what {@link #write} wrote.
  static Fingerprint read(String file) {
    String id = "";
    String name = "";
    int flags = 0;
    List<String> links = new ArrayList<>();
    List<Clauses.Mark> clauses = new ArrayList<>();
    Map<Long, String> facts = new LinkedHashMap<>();
    List<int[]> notices = new ArrayList<>();
    int words = 0;
    int at = 0;
    while (words == 0) {
      int end = file.indexOf('\n', at);
      String line = file.substring(at, end);
      at = end + 1;
      int colon = line.indexOf(':');
      String value = line.substring(colon + 1).strip();
      switch (line.substring(0, colon)) {
        case "id" -> id = value;
        case "name" -> name = value;
        case "flags" -> flags = Integer.parseInt(value);
        case "link" -> links.add(value);
        case "notices" -> {
          for (String range : value.isEmpty() ? new String[0] : value.split(" ")) {
            int dash = range.indexOf('-');
            notices.add(
                new int[] {
                  Integer.parseInt(range.substring(0, dash)),
                  Integer.parseInt(range.substring(dash + 1))
                });
          }
        }
        case "facts" -> {
          for (String word : value.split(" ")) {
            facts.put(Words.hashOf(word), word);
          }
        }
        case "clauses" -> {
          for (String mark : value.isEmpty() ? new String[0] : value.split(" ")) {
            int equals = mark.indexOf('=');
            clauses.add(
                new Clauses.Mark(
                    Integer.parseInt(mark.substring(0, equals)), mark.substring(equals + 1)));
          }
        }
        case "words" -> words = Integer.parseInt(value);
        default -> throw new IllegalArgumentException("a fingerprint has no " + line);
      }
    }
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getMimeDecoder().decode(file.substring(at)));
    long[] distinct = new long[bytes.getInt()];
    for (int i = 0; i < distinct.length; i++) {
      distinct[i] = bytes.getLong();
    }
    long[] hashes = new long[words];
    for (int i = 0; i < words; i++) {
      hashes[i] = distinct[bytes.getChar()];
    }
    byte[] free = new byte[words];
    for (int[] range : notices) {
      java.util.Arrays.fill(free, range[0], range[1], (byte) 1);
    }
    return new Fingerprint(
        id, name, flags, List.copyOf(links), hashes, free, facts, List.copyOf(clauses));
  }

  IndexWriter.Text text(int entry) {
    String[] spelled = new String[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      spelled[i] = facts.getOrDefault(hashes[i], "");
    }
    int kind = (flags & LicenceIndex.Entry.POLICY) != 0 ? 2 : 0;
    return new IndexWriter.Text(entry, kind, hashes, spelled, free, clauses);
  }
}
