package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Sighting;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.EvaluationOptions;
import dev.assay.code.roles.Idea;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How good a model is, told by the program that made it or runs it: in a report at its end, or by
/// a measure that it works out from what came out and what should have.
final class Reported {
  /// How much of a call is looked at for what it is given.
  private static final int CALL = 160;

  /// Measures of what two masks or two rows of labels have in common, as they are called. A program
  /// that only defines one needs it to load a network that was trained by it.
  private static final Pattern OVERLAP =
      Pattern.compile(
          "(?<![\\w.])(?:dsc|dice|dice_(?:score|coef|coefficient|metric)|hd95|jaccard(?:_\\w{1,12})?|mean_iou|miou)\\(");

  /// Predictions that are held against what was known, and counted: R and its like.
  private static final Pattern COUNTED =
      Pattern.compile(
          "\\b(?:sum|mean)\\([\\w.$]{0,30}pred[\\w.$]{0,30} {0,2}[=!]= {0,2}[\\w.$]{1,40}[)\\[]");

  private Reported() {}

  /// Whether a program that has a library fit a network, and takes no step of it by itself, reports
  /// on a test set after that.
  static boolean atTheEnd(CodeFile f) {
    boolean fits =
        f.language() == Language.PYTHON
            && !f.notebook()
            && (f.measure().entry() || Ranking.whole(f))
            && f.has(Signal.RUN)
            && !f.has(Signal.GRADIENT)
            && !f.has(Signal.STEP);
    if (!fits) {
      return false;
    }
    int fitted =
        f.sightings().stream()
            .filter(s -> s.signal() == Signal.RUN)
            .mapToInt(Sighting::offset)
            .max()
            .orElse(0);
    return f.sightings().stream()
        .anyMatch(s -> s.signal() == Signal.EVALUATE && s.offset() > fitted && onTest(f, s));
  }

  /// Whether a measure in a file is taken of a test set by name.
  static boolean onTest(CodeFile f) {
    return f.sightings().stream().anyMatch(s -> s.signal() == Signal.EVALUATE && onTest(f, s));
  }

  private static boolean onTest(CodeFile f, Sighting s) {
    int from = Math.min(s.offset(), f.code().length());
    String call = f.code().substring(from, Math.min(f.code().length(), from + CALL));
    int open = call.indexOf('(');
    int close = call.indexOf('\n', Math.max(open, 0));
    String given = open < 0 ? "" : call.substring(open, close < 0 ? call.length() : close);
    boolean report = s.what().startsWith("sklearn.metrics.") || s.what().endsWith(".evaluate");
    return report && given.toLowerCase(Locale.ROOT).contains("test");
  }

  /// Whether a program works out by a function for it what its masks and the known ones share.
  static boolean overlap(CodeFile f) {
    return overlaps(f) >= 0;
  }

  private static int overlaps(CodeFile f) {
    if (!f.learner().ideas().contains(Idea.PREDICTION)
        || !f.learner().ideas().contains(Idea.REFERENCE)) {
      return -1;
    }
    String code = f.code();
    Matcher called = OVERLAP.matcher(code);
    while (called.find()) {
      int line = code.lastIndexOf('\n', called.start()) + 1;
      String before = code.substring(line, called.start()).strip();
      if (!before.startsWith("def") && !before.startsWith("return")) {
        return called.start();
      }
    }
    return -1;
  }

  /// Whether a script in R counts how often a prediction is right.
  static boolean counted(CodeFile f) {
    return counts(f) >= 0;
  }

  private static int counts(CodeFile f) {
    boolean may = f.language() == Language.R && f.has(Signal.GENERATE);
    Matcher counted = COUNTED.matcher(may ? f.code() : "");
    return counted.find() ? counted.start() : -1;
  }

  /// Where a file shows that it measures by what no framework knows, or that it may only measure;
  /// -1 where it does not.
  static int place(CodeFile f) {
    int by = Math.max(overlaps(f), counts(f));
    return by >= 0 || !f.measure().evaluates() ? by : EvaluationOptions.asked(f.code());
  }
}
