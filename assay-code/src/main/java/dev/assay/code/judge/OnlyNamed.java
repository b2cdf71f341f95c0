package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Idea;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.Set;

/// Whether a program is only called an evaluation: nothing is measured in it.
final class OnlyNamed {
  private OnlyNamed() {}

  /// Whether a program loads the weights, runs them and measures by no function but one of its own
  /// that is called so, while it keeps pictures of what comes out and holds nothing against
  /// anything, or is named for running the model and has it generate.
  static boolean looks(CodeFile f) {
    boolean runs =
        f.language() == Language.PYTHON
            && f.measure().applies()
            && f.measure().metrics() == 0
            && !f.measure().evaluates()
            && !Loops.isLoop(f)
            && (keepsPictures(f) || generates(f));
    return runs
        && f.sightings().stream()
            .filter(s -> s.signal() == Signal.EVALUATE)
            .allMatch(s -> f.code().startsWith("def", s.offset()))
        && !EvaluationJudge.TELLS.matcher(f.code()).find();
  }

  private static boolean keepsPictures(CodeFile f) {
    Set<Idea> ideas = f.learner().ideas();
    return !ideas.contains(Idea.LOSS)
        && !ideas.contains(Idea.REFERENCE)
        && !ideas.contains(Idea.PREDICTION)
        && Running.saves(f);
  }

  private static boolean generates(CodeFile f) {
    return f.has(Signal.GENERATE)
        && f.in(Zone.INFERENCE)
        && !f.in(Zone.EVALUATION)
        && !f.in(Zone.MEASURES)
        && !f.in(Zone.BENCHMARK);
  }

  /// Whether a program stands below a folder for preparing data and names no measure: it runs
  /// somebody else's model, which prepares them.
  static boolean prepares(CodeFile f) {
    return Zones.ofFolder(f.folder()).contains(Zone.DATA)
        && f.measure().metrics() == 0
        && !f.has(Signal.EVALUATE);
  }
}
