package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What the name of a file says that it makes: a verb, and of what, or one thing from another.
final class DataNames {
  private DataNames() {}

  /// Named for one form of records that becomes another: `xml_to_lines`, `xml2lines`. What makes
  /// pictures or sounds of something else is a model.
  static boolean turns(CodeFile f) {
    List<String> words = words(f);
    int to = words.indexOf("to");
    return to > 0
        && to + 1 < words.size()
        && f.measure().entry()
        && (!Words.MEDIA.contains(words.get(to + 1)) || Words.MEDIA.contains(words.get(to - 1)))
        && words.subList(to, words.size()).stream()
            .noneMatch(w -> Words.SHOWN.contains(w) || Words.WEIGHT_FORMS.contains(w));
  }

  /// The words of a file's name; what stands on both sides of a 2 is two words with a "to" between.
  private static List<String> words(CodeFile f) {
    List<String> words = Zones.words(TO.matcher(f.file().name()).replaceAll("_to_"));
    return words.size() == 2 ? apart(words) : words;
  }

  /// A verb and what it makes may be written as one word: `generatepatches`.
  private static List<String> apart(List<String> words) {
    String name = words.getFirst();
    for (int at = SHORTEST; at <= name.length() - SHORTEST; at++) {
      if (Words.MAKING.contains(name.substring(0, at)) && Words.MADE.contains(name.substring(at))) {
        return List.of(name.substring(0, at), name.substring(at), words.getLast());
      }
    }
    return words;
  }

  private static final int SHORTEST = 4;

  private static final Pattern TO = Pattern.compile("(?<=[a-z]{2})2(?=[a-z]{2})");

  /// Whether a word of the file's name makes something.
  static boolean verb(CodeFile f) {
    return Zones.words(f.file().name()).stream()
        .anyMatch(w -> Words.DATA_VERBS.contains(w) || Words.MAKING.contains(w));
  }

  /// Words that say that data are prepared, wherever in a name they stand.
  private static final Set<String> PREPARES =
      Set.of(
          "preprocess",
          "preprocessing",
          "preproc",
          "prepro",
          "prepo",
          "prepare",
          "preparation",
          "processing",
          "cleaning",
          "curation",
          "dataprep",
          "datagen");

  /// Whether the name itself says that data are prepared: `corpus_preparation`.
  static boolean prepares(CodeFile f) {
    return Zones.words(f.file().name()).stream().anyMatch(PREPARES::contains);
  }

  /// A name of a verb and what it makes: `generate_instruction`, `make_data`, `create_tfrecords`,
  /// also behind the name of what it belongs to, and of what is worked out before training:
  /// `pre_encode`, `precompute_latents`.
  static boolean makes(CodeFile f) {
    List<String> words = words(f);
    boolean alone = words.size() == 2 && words.getFirst().equals("prepare") && f.in(Zone.DATA);
    return words.stream().noneMatch(Words.WEIGHT_FORMS::contains)
            && (alone || into(words) || before(words) || ofVerb(words))
        || f.measure().writes() && ofTraining(words);
  }

  /// A verb, and behind it what it makes. In the middle of a name a text is what a model makes.
  private static boolean ofVerb(List<String> words) {
    int verb = 0;
    while (verb < words.size() && !Words.MAKING.contains(words.get(verb))) {
      verb++;
    }
    int from = verb;
    return IntStream.range(verb + 1, Math.max(verb + 1, words.size()))
        .mapToObj(words::get)
        .anyMatch(w -> Words.MADE.contains(w) && (from == 0 || !w.equals("text")));
  }

  /// What is done once before training, so that training need not do it again.
  private static boolean before(List<String> words) {
    String first = words.getFirst();
    boolean pre = first.equals("pre") && words.size() > 2 && Words.AHEAD.contains(words.get(1));
    return pre || first.startsWith("pre") && Words.AHEAD.contains(first.substring(3));
  }

  /// Whether training is named as what the data is for, and not as what is done:
  /// `pre_train_process`, `make_training_database`.
  static boolean forTraining(CodeFile f) {
    List<String> words = Zones.words(f.file().name());
    String last = words.get(Math.max(0, words.size() - 2));
    return words.stream().noneMatch(OF_RUNS::contains)
        && (PREPARES.contains(last) || last.equals("process") || ofTraining(words));
  }

  /// A verb, and behind it that it is for training. What a run leaves behind or begins with, and
  /// what a loop is made of, is no data.
  private static boolean ofTraining(List<String> words) {
    return Words.MAKING.contains(words.getFirst())
        && words.stream().skip(1).anyMatch(TRAINING::contains)
        && words.stream().noneMatch(OF_RUNS::contains);
  }

  private static final Set<String> TRAINING =
      Set.of("train", "training", "pretrain", "pretraining");

  private static final Set<String> OF_RUNS =
      Set.of(
          "log",
          "logs",
          "loss",
          "losses",
          "curve",
          "curves",
          "history",
          "state",
          "states",
          "script",
          "scripts",
          "config",
          "configs",
          "args",
          "arguments",
          "options",
          "step",
          "op",
          "loop",
          "loader",
          "loaders",
          "dataloader",
          "dataloaders",
          "env",
          "job",
          "jobs",
          "model",
          "models",
          "checkpoint",
          "checkpoints",
          "stats",
          "metrics",
          "report",
          "plan");

  /// Whether a word speaks of data sets, and of no text or picture alone.
  static boolean records(String word) {
    return word.startsWith("data") || word.startsWith("annotation") || word.startsWith("corp");
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

  /// What is made of what: `csv_to_dataset`, `text2jsonl`.
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
