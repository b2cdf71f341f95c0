package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Records that are given another form for training, told from weights that are given one for
/// running.
final class Recast {
  /// What a program speaks of that converts weights.
  private static final Pattern WEIGHTS =
      Pattern.compile("(?i)(?<![a-z])(models?|checkpoints?|ckpt|state_?dict|gguf|ggml|onnx|caffe)");

  /// Forms in which records come, and weights do not.
  private static final Set<String> RECORDS =
      Set.of(
          "pgn", "sgf", "kifu", "csv", "tsv", "xml", "json", "jsonl", "fasta", "sdf", "smi",
          "conll", "conllu", "html");

  private Recast() {}

  /// Whether a file converts records.
  static boolean is(CodeFile f) {
    return plain(f) || shaped(f) || fromRecords(f);
  }

  /// A program that is named for converting, knows of no library for models and speaks of none.
  private static boolean plain(CodeFile f) {
    CodeFile.Measure m = f.measure();
    List<String> words = Zones.words(f.file().name());
    return words.size() == 2
        && words.getFirst().equals("convert")
        && (m.entry() || m.writesAtTop())
        && m.writes()
        && !m.learns()
        && !m.loads()
        && !WEIGHTS.matcher(f.code()).find();
  }

  /// A module in a folder of data that is named for one thing becoming another, whatever keeps it.
  private static boolean shaped(CodeFile f) {
    CodeFile.Measure m = f.measure();
    List<String> words = Zones.words(f.file().name());
    int to = words.indexOf("to");
    return to > 0
        && to + 2 < words.size()
        && Zones.ofFolder(f.folder()).contains(Zone.DATA)
        && f.shape().classes().isEmpty()
        && !m.learns()
        && !m.loads()
        && words.stream().noneMatch(Recast::ofWeights);
  }

  /// A program of a language without libraries that are known, from one form of records to another.
  private static boolean fromRecords(CodeFile f) {
    List<String> words = Zones.words(f.file().name());
    int to = words.indexOf("to");
    return f.language().braced()
        && f.measure().entry()
        && to > 0
        && to + 2 < words.size()
        && RECORDS.contains(words.get(to - 1))
        && words.stream().noneMatch(Recast::ofWeights);
  }

  private static boolean ofWeights(String word) {
    return Words.SHOWN.contains(word) || Words.WEIGHT_FORMS.contains(word);
  }
}
