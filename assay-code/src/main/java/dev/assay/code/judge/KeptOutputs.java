package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import dev.assay.model.Evidence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A command that gives a program of the release trained weights, has it only test, and keeps what
/// comes out: `main.py --pre_train net.pt --test_only --save_results`. One program then trains,
/// measures and runs the model, by its options; what the options do may stand in any other file.
/// Linear in the length of the documents and the scripts.
final class KeptOutputs {
  private static final Set<String> WEIGHTS =
      Set.of(
          "pretrain",
          "pretrained",
          "checkpoint",
          "ckpt",
          "weights",
          "weight",
          "resume",
          "restore",
          "load");

  private static final Set<String> TESTS =
      Set.of("test", "testing", "eval", "evaluate", "evaluation", "only");

  private static final Set<String> KEEPS = Set.of("save", "keep", "write", "dump", "output");

  private static final Set<String> OUTPUTS =
      Set.of(
          "result",
          "results",
          "image",
          "images",
          "img",
          "imgs",
          "output",
          "outputs",
          "prediction",
          "predictions",
          "pred",
          "preds",
          "mask",
          "masks",
          "video",
          "videos",
          "audio");

  private KeptOutputs() {}

  /// The program and the command: a document's first, then a script's; empty where there is none.
  static List<Evidence> in(Tree tree, Guide guide) {
    for (Map.Entry<CodeFile, List<Started>> document : tree.documents().entrySet()) {
      CodeFile f = document.getKey();
      for (Started line : document.getValue()) {
        boolean command = line.fenced() || Started.command(line.text());
        if (command && keeps(line.text())) {
          int row = f.file().lineAt(line.at());
          List<Evidence> found =
              started(guide, line.text(), f.folder(), f.file().evidence(row, row));
          if (!found.isEmpty()) {
            return found;
          }
        }
      }
    }
    // A script that is called after testing may do just this.
    for (CodeFile f : tree.all()) {
      boolean script =
          f.language() == Language.SHELL
              && !f.inDocument()
              && !Tree.inside(f.file().path(), tree.vendored());
      for (Outline.Launch l : script ? f.shape().launches() : List.<Outline.Launch>of()) {
        List<Evidence> found =
            keeps(l.words())
                ? started(guide, l.words(), f.folder(), f.evidence(l.offset()))
                : List.of();
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  private static List<Evidence> started(
      Guide guide, String command, String folder, Evidence where) {
    return guide.programs(command, folder).stream()
        .filter(p -> p.language() != Language.SHELL && !p.in(Zone.DATA))
        .map(p -> List.of(p.evidence(p.measure().telling()), where))
        .findFirst()
        .orElse(List.of());
  }

  private static boolean keeps(String command) {
    boolean weights = false;
    boolean tests = false;
    boolean keeps = false;
    for (String option : TrainingCommands.options(command)) {
      List<String> words = Zones.words(option);
      Set<String> all = new HashSet<>(words);
      weights |= words.stream().anyMatch(WEIGHTS::contains) || all.containsAll(PRE_TRAINED);
      tests |= !words.isEmpty() && TESTS.containsAll(words) && !all.equals(ONLY);
      keeps |=
          words.size() > 1 && KEEPS.contains(words.getFirst()) && OUTPUTS.contains(words.getLast());
    }
    return weights && tests && keeps;
  }

  private static final Set<String> PRE_TRAINED = Set.of("pre", "train");

  private static final Set<String> ONLY = Set.of("only");
}
