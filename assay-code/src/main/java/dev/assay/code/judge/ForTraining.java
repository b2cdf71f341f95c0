package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Work on data that is for training by what it makes, whether or not the training is here: the
/// parts that a data set has for learning and for trying, or the steps that only texts for learning
/// go through.
final class ForTraining {
  /// The parts of a data set, as names and files have them.
  private static final Pattern LEARNT = Pattern.compile("(?i)(?<![a-z])train(ing)?(?![a-z])");

  private static final Pattern TRIED =
      Pattern.compile("(?i)(?<![a-z])(dev|valid|validation|val|test)(?![a-z])");

  /// First words of the names of programs that make a data set.
  private static final Set<String> MAKES =
      Set.of(
          "prepare", "prep", "preprocess", "build", "make", "create", "generate", "split", "get");

  private ForTraining() {}

  /// Whether a program in a folder or with a name for data, which is named for making something,
  /// writes both parts of a data set.
  static boolean made(CodeFile f) {
    if (f.language() == Language.SHELL) {
      return f.in(Zone.DATA) && steps(f) || FetchScripts.is(f) && parts(f);
    }
    CodeFile.Measure m = f.measure();
    String first = Zones.firstWord(f.file().name());
    return f.in(Zone.DATA)
        && !f.in(Zone.DEMO)
        && !f.in(Zone.TOKENIZER)
        && (MAKES.contains(first) || f.folder().contains("dataset"))
        && m.entry()
        && m.writes()
        && m.networks() == 0
        && m.metrics() == 0
        && parts(f);
  }

  /// Whether a file speaks of both parts of a data set, of what is learnt and of what is tried.
  static boolean parts(CodeFile f) {
    return LEARNT.matcher(f.code()).find() && TRIED.matcher(f.code()).find();
  }

  /// What data sets for learning have that other data has not: parts, and what stands in for them.
  private static final List<Pattern> KINDS =
      List.of(
          Pattern.compile("(?i)(?<![a-z])(pre)?train(ing)?(?![a-z])"),
          Pattern.compile("(?i)(?<![a-z])(dev|valid|validation|val)(?![a-z])"),
          Pattern.compile("(?i)(?<![a-z])datasets?(?![a-z])|(?-i:Dataset)"),
          Pattern.compile("(?i)(?<![a-z])(corpus|corpora|shards?)(?![a-z])"),
          Pattern.compile("(?i)(?<![a-z])(annotations?|labels?)(?![a-z])"),
          Pattern.compile("(?i)(?<![a-z])(instructions?|conversations?|dialog(ue)?s?)(?![a-z])"),
          Pattern.compile(
              "(?i)(?<![a-z])(tfrecords?|lmdb|webdataset|jsonl|parquet|h5py)(?![a-z])"));

  /// So many kinds of them are spoken of where a data set is made.
  private static final int SPOKEN = 2;

  /// Whether a file that is named for making something of data speaks of data for learning.
  static boolean kinds(CodeFile f) {
    CodeFile.Measure m = f.measure();
    return (f.in(Zone.DATA) || (DataNames.alone(f) || Recast.is(f)) && m.writes())
        && !f.in(Zone.TOKENIZER)
        && DataNames.verb(f)
        && m.networks() == 0
        && m.metrics() == 0
        && !m.loads()
        && KINDS.stream().filter(k -> k.matcher(f.code()).find()).limit(SPOKEN).count() == SPOKEN;
  }

  /// Words of commands by which texts are made ready for learning.
  private static final List<Set<String>> STEPS =
      List.of(
          Set.of("tokenizer", "tokenize", "tokenise", "pretokenize"),
          Set.of(
              "learnbpe",
              "learn_bpe",
              "applybpe",
              "apply_bpe",
              "spm_train",
              "spm_encode",
              "subword"),
          Set.of("binarize", "binarise", "preprocess", "fairseq"),
          Set.of(
              "clean", "normalize", "normalise", "dedup", "deduplicate", "truecase", "lowercase"),
          Set.of("split", "shuf", "shuffle", "extract"));

  /// Whether a script of a shell that is named for making data starts a program that is named for
  /// it too: `create_pretraining_data.py`, `crop_images.py`, or by the verb alone: `preprocess.py`.
  static boolean starts(CodeFile script) {
    return Words.DATA_VERBS.contains(Zones.firstWord(script.file().name()))
        && script.shape().launches().stream()
            .limit(2_000)
            .filter(l -> l.program().endsWith(".py"))
            .map(l -> Zones.words(l.program().substring(l.program().lastIndexOf('/') + 1)))
            .anyMatch(w ->
                Words.DATA_VERBS.contains(w.getFirst())
                        && w.stream().skip(1).anyMatch(n -> made(script, n))
                    || w.size() == 2 && Words.ALONE.contains(w.getFirst()) && script.in(Zone.DATA));
  }

  /// Whether a word names records, or in a script for data what records are made of.
  private static boolean made(CodeFile script, String word) {
    boolean data = Zones.words(script.file().name()).stream().anyMatch(DataNames::records);
    return DataNames.records(word) || data && Words.MEDIA.contains(word);
  }

  /// So many kinds of them leave no doubt.
  private static final int ENOUGH = 3;

  /// Whether a script of a shell takes texts through several such steps.
  static boolean steps(CodeFile script) {
    int kinds = 0;
    for (Set<String> kind : STEPS) {
      boolean seen =
          script.shape().launches().stream()
              .limit(2_000)
              .flatMap(l -> Stream.of(l.words().split("[^A-Za-z_]+")))
              .anyMatch(w -> kind.contains(w.toLowerCase(Locale.ROOT)));
      kinds += seen ? 1 : 0;
    }
    return kinds >= ENOUGH;
  }
}
