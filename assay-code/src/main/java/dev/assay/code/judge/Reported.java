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

  /// Whether a program that fits a learner by a library predicts a test set by name after that and
  /// names a measure of quality.
  static boolean predictsTestSet(CodeFile f) {
    int fitted = f.first(Signal.RUN).map(Sighting::offset).orElse(Integer.MAX_VALUE);
    return f.language() == Language.PYTHON
        && !f.notebook()
        && (f.measure().metrics() > 0 || measuresBehind(f, fitted))
        && (f.measure().entry() || Ranking.whole(f))
        && f.sightings().stream()
            .anyMatch(s ->
                s.signal() == Signal.GENERATE
                    && (s.what().endsWith(".predict") || s.what().endsWith(".predict_generator"))
                    && !s.what().endsWith("trainer.predict")
                    && s.offset() > fitted
                    && ofTestSet(f, s));
  }

  /// Whether a measure of a library is called behind a place.
  private static boolean measuresBehind(CodeFile f, int place) {
    return f.sightings().stream()
        .anyMatch(s ->
            s.signal() == Signal.EVALUATE
                && s.what().startsWith("sklearn.metrics.")
                && s.offset() > place
                && !VALIDATION.matcher(given(f, s)).find());
  }

  private static final Pattern VALIDATION = Pattern.compile("(?i)(?<![a-z])(?:dev|val)");

  /// Whether a measure in a file is taken of a test set by name.
  static boolean onTest(CodeFile f) {
    return f.sightings().stream().anyMatch(s -> s.signal() == Signal.EVALUATE && onTest(f, s));
  }

  private static boolean onTest(CodeFile f, Sighting s) {
    boolean report = s.what().startsWith("sklearn.metrics.") || s.what().endsWith(".evaluate");
    return report && ofTestSet(f, s);
  }

  /// Whether what is called is given a test set by name.
  static boolean ofTestSet(CodeFile f, Sighting s) {
    return given(f, s).toLowerCase(Locale.ROOT).contains("test");
  }

  /// What a call is given, as far as it stands on its line.
  private static String given(CodeFile f, Sighting s) {
    int from = Math.min(s.offset(), f.code().length());
    String call = f.code().substring(from, Math.min(f.code().length(), from + CALL));
    int open = call.indexOf('(');
    int close = call.indexOf('\n', Math.max(open, 0));
    return open < 0 ? "" : call.substring(open, close < 0 ? call.length() : close);
  }

  /// How weights that were kept are taken back.
  private static final Pattern RELOADS =
      Pattern.compile(
          "(?<!def )\\b(?:load_state_dict|load_weights|load_model|load_checkpoint|load_from_checkpoint|restore)\\(");

  /// What measures, by what it is called.
  private static final Pattern ASKED =
      Pattern.compile(
          "(?<!def )(?<![\\w.])[\\w.]{0,60}(?:test|eval|scor|metric|predict)[\\w.]{0,60}\\([^\\n]{0,120}");

  /// How far behind them the measure is looked for.
  private static final int BEHIND = 600;

  /// Whether a loop that names measures takes weights back after it trained and has a test set
  /// measured: what comes after is no part of training.
  static boolean ofTheBest(CodeFile f) {
    int step =
        f.sightings().stream()
            .filter(s -> s.signal() == Signal.STEP || s.signal() == Signal.RUN)
            .mapToInt(Sighting::offset)
            .min()
            .orElse(-1);
    if (step < 0 || f.language() != Language.PYTHON || f.measure().metrics() == 0) {
      return false;
    }
    String code = f.code();
    Matcher reloads = RELOADS.matcher(code);
    for (int at = step; at <= code.length() && reloads.find(at); at = reloads.end() + BEHIND) {
      Matcher asked =
          ASKED.matcher(
              code.substring(reloads.end(), Math.min(code.length(), reloads.end() + BEHIND)));
      while (asked.find()) {
        if (TEST_SET.matcher(asked.group()).find()) {
          return true;
        }
      }
    }
    return false;
  }

  private static final Pattern TEST_SET = Pattern.compile("(?i)(?<![a-z])test");

  /// What is tested, with something to test it on.
  private static final Pattern TESTED =
      Pattern.compile("(?<![\\w.])(\\w{1,40}(?:\\.\\w{1,40}){0,2})\\.test\\((?!\\))");

  /// So many of them are looked at.
  private static final int MOST = 20;

  /// Whether a Python source has the same thing train and be tested: `net.train(data)`,
  /// `net.test(data)`. The trainers of frameworks test whatever they are given, be there a measure
  /// or none.
  static boolean testsWhatItTrains(CodeFile f) {
    if (f.language() != Language.PYTHON || !f.measure().starts() || f.notebook()) {
      return false;
    }
    Matcher tested = TESTED.matcher(f.code());
    for (int i = 0; i < MOST && tested.find(); i++) {
      String whole = tested.group(1);
      if (!whole.endsWith("trainer") && trains(f.code(), whole)) {
        return true;
      }
    }
    return false;
  }

  /// Whether something is told to train on what it is given; without that it is only told its mode.
  private static boolean trains(String code, String what) {
    String call = what + ".train(";
    int at = code.indexOf(call);
    return at >= 0 && !code.startsWith(")", at + call.length());
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
