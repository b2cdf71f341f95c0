package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Loops;
import java.util.regex.Pattern;

/// A step that a program which trains takes at its end: what came out is measured on a set for
/// testing. What it validates with while it trains is a part of its loop. Linear in the length of
/// the source: each look stays within a line or two.
final class LastMeasure {
  /// A set for testing, as sources name it.
  private static final String SET =
      "(?:test_?(?:ds|data|dataset|set|loader|dataloader|dl|gen|generator|iter|df|images|labels"
          + "|features|batches|x|y|X|Y)|test(?:X|Y|Data|Loader|Set)|[xXyY]_test)\\b";

  /// It is given to something that predicts or measures.
  private static final Pattern MEASURED =
      Pattern.compile(
          "\\b\\w{0,40}(?:evaluat|eval|test|predict|score|accuracy|report|metric)\\w{0,40}"
              + "\\([^()\\n]{0,120}?\\b"
              + SET);

  /// It is gone through.
  private static final Pattern THROUGH =
      Pattern.compile("\\bfor [^:\\n]{1,80} in [^:\\n]{0,40}?\\b" + SET);

  /// A library's trainer is told to test.
  private static final Pattern TRAINER = Pattern.compile("\\b(?:\\w{1,20}\\.)?trainer\\.test\\(");

  private LastMeasure() {}

  /// Whether a program trains and then does so.
  static boolean in(CodeFile f) {
    if (f.language() != Language.PYTHON
        || !Loops.isLoop(f) && !f.measure().fits()
        || !f.measure().entry() && !f.notebook() && !Ranking.whole(f)) {
      return false;
    }
    String code = f.code();
    if (f.has(Signal.LOOP) && TRAINER.matcher(code).find()) {
      return true;
    }
    boolean measures =
        f.sightings().stream()
            .anyMatch(s ->
                s.signal() == Signal.EVALUATE
                    && s.what().indexOf('.') > 0
                    && !code.startsWith("import", s.offset())
                    && !code.startsWith("from", s.offset()));
    return measures && (MEASURED.matcher(code).find() || THROUGH.matcher(code).find());
  }
}
