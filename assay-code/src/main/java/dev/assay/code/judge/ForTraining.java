package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
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
      Set.of("prepare", "prep", "preprocess", "build", "make", "create", "generate", "split", "get");

  private ForTraining() {}

  /// Whether a program in a folder or with a name for data, which is named for making something,
  /// writes both parts of a data set.
  static boolean made(CodeFile f) {
    if (f.language() == Language.SHELL) {
      return f.in(Zone.DATA) && steps(f);
    }
    CodeFile.Measure m = f.measure();
    String first = Zones.words(f.file().name()).getFirst();
    return f.in(Zone.DATA)
        && !f.in(Zone.DEMO)
        && !f.in(Zone.TOKENIZER)
        && (MAKES.contains(first) || f.folder().contains("dataset"))
        && m.entry()
        && m.writes()
        && m.networks() == 0
        && m.metrics() == 0
        && LEARNT.matcher(f.code()).find()
        && TRIED.matcher(f.code()).find();
  }

  /// Words of commands by which texts are made ready for learning.
  private static final List<Set<String>> STEPS =
      List.of(
          Set.of("tokenizer", "tokenize", "tokenise", "pretokenize"),
          Set.of("learnbpe", "learn_bpe", "applybpe", "apply_bpe", "spm_train", "spm_encode", "subword"),
          Set.of("binarize", "binarise", "preprocess", "fairseq"),
          Set.of("clean", "normalize", "normalise", "dedup", "deduplicate", "truecase", "lowercase"),
          Set.of("split", "shuf", "shuffle", "extract"));

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
