package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.List;

/// What the name of a file says that it makes: a verb, and of what, or one thing from another.
final class DataNames {
  private DataNames() {}

  /// Named for one form of records that becomes another: `xml_to_lines`.
  static boolean turns(CodeFile f) {
    List<String> words = Zones.words(f.file().name());
    int to = words.indexOf("to");
    return to > 0
        && f.measure().entry()
        && words.subList(to, words.size()).stream().noneMatch(Words.SHOWN::contains);
  }

  /// Whether a word of the file's name makes something.
  static boolean verb(CodeFile f) {
    return Zones.words(f.file().name()).stream()
        .anyMatch(w -> Words.DATA_VERBS.contains(w) || Words.MAKING.contains(w));
  }

  /// A name of a verb and what it makes: `generate_instruction`, `make_data`, `create_tfrecords`.
  static boolean makes(CodeFile f) {
    List<String> words = Zones.words(f.file().name());
    boolean alone = words.size() == 2 && words.getFirst().equals("prepare") && f.in(Zone.DATA);
    return alone
        || into(words)
        || (Words.MAKING.contains(words.getFirst())
            && words.stream().anyMatch(Words.MADE::contains));
  }

  /// A class of a library that is named for making a corpus.
  static boolean builds(CodeFile f) {
    List<String> words = Zones.words(f.file().name());
    int last = words.size() - 2;
    return f.language().braced()
        && last > 0
        && (words.get(last).equals("builder") || words.get(last).equals("generator"))
        && (words.contains("corpus") || words.contains("dataset"));
  }

  /// What is made of what: `csv_to_dataset`, `text2jsonl` is one word and is not told.
  private static boolean into(List<String> words) {
    int to = words.indexOf("to");
    return to > 0
        && to + 1 < words.size()
        && Words.MADE.contains(words.get(to + 1))
        && !words.get(to + 1).equals("text");
  }

  /// A program named by the verb alone, such as `shuffle.py`.
  static boolean alone(CodeFile f) {
    List<String> words = Zones.words(f.file().name());
    return words.size() == 2 && Words.ALONE.contains(words.getFirst());
  }
}
