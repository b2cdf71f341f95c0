package dev.assay.formats.assembly;

import dev.assay.model.Weights;
import java.util.List;
import java.util.Locale;

/// Tells intermediate checkpoints from final weights by the folders they lie in.
final class Checkpoints {
  private static final String[] WORDS = {
    "checkpoint", "ckpt", "global_step", "step", "epoch", "iter", "iteration"
  };

  private Checkpoints() {}

  /// Marks weights in checkpoint folders, when there are others outside them: a release whose only
  /// weights lie in such a folder has no others to be final.
  static void mark(List<Draft> drafts) {
    boolean others =
        drafts.stream()
            .anyMatch(d ->
                (d.kind == Weights.Kind.MODEL || d.kind == Weights.Kind.ADAPTER)
                    && !numbered(d.folder()));
    if (!others) {
      return;
    }
    for (Draft d : drafts) {
      if (numbered(d.folder())
          && (d.kind == Weights.Kind.MODEL || d.kind == Weights.Kind.ADAPTER)) {
        d.kind = Weights.Kind.CHECKPOINT;
      }
    }
  }

  /// Whether a folder is named after a moment of training: `checkpoint-500`, `step_1000`,
  /// `epoch=3`.
  static boolean numbered(String folder) {
    for (String part : folder.toLowerCase(Locale.ROOT).split("/", -1)) {
      for (String word : WORDS) {
        if (part.startsWith(word) && number(part.substring(word.length()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean number(String rest) {
    int from = !rest.isEmpty() && "-_=".indexOf(rest.charAt(0)) >= 0 ? 1 : 0;
    return from < rest.length() && Character.isDigit(rest.charAt(from));
  }
}
