package dev.assay.text;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds sentences that state what was measured, in figures: "perplexity on the test set is 12.05",
/// "achieves 83.2 pass@1 on Harbour".
final class ResultSentences {
  private static final int MOST = 5;

  /// A longer sentence is a list of something else.
  private static final int LONGEST = 1_000;

  private static final String FIGURE = "(?:\\d{1,3}\\.\\d{1,4}|\\d{1,3}(?= ?%))";

  /// A measure, and what it came to.
  private static final Pattern MEASURED =
      Pattern.compile(
          "(?i)(?<![a-z\\d_])(?:"
              + Metrics.NAMES
              + ")(?![a-z\\d_])[^.;|]{0,40}?(?:\\b(?:is|was|of|at|to|by|reaches|reached)|[=:为是约]|超过|达到|達到)"
              + "\\s*(?:about |around |~|约)?[`*]{0,3}"
              + FIGURE);

  /// A figure that was reached on something.
  private static final Pattern REACHED =
      Pattern.compile(
          "(?i)\\b(?:achiev|reach|obtain|attain|scor|gets?\\b|yield)[^.;|]{0,60}?(?<![\\d.])[`*(]{0,3}"
              + FIGURE
              + "[`*]{0,3} ?%?[`*)]{0,3}(?:[ -](?:"
              + Metrics.NAMES
              + ")){0,3}(?:,[^,;|]{0,12})?[`*)]{0,3} on (?:the )?([\\p{L}\\d][\\p{L}\\d_+-]*)");

  /// Mean average precision is written so, and "map" is not.
  private static final String AP = "(?-i:m?AP(?:\\d{2}|@\\[?[\\d.:]{1,9}\\]?)?)";

  /// A figure that was reached, with its measure right behind it: "achieves about 70 mAP".
  private static final Pattern REACHED_MEASURE =
      Pattern.compile(
          "(?i)\\b(?:achiev|reach|obtain|attain|yield|gets?\\b|giv(?:e|es|ing)\\b)[^.;|]{0,60}?(?<![\\d.])[`*(~]{0,3}"
              + "\\d{1,3}(?:\\.\\d{1,4})?[+`*]{0,3} ?%? ?(?:[\\w@-]{1,12} )?(?:"
              + AP
              + "|"
              + Metrics.NAMES
              + ")(?![\\p{L}\\d_])");

  /// The same where the figure stands before the measure in Chinese and Japanese, or the measure
  /// before the verb: "达到32.3的mAP".
  private static final Pattern REACHED_BEFORE =
      Pattern.compile(
          "(?i)(?:达到|取得|获得|实现|達到|達成|記録)[^。；;|]{0,12}?"
              + FIGURE
              + "[^。；;|]{0,24}?(?:"
              + AP
              + "|"
              + Metrics.NAMES
              + ")(?![a-z\\d_])");

  /// A score that was reached.
  private static final Pattern REACHED_SCORE =
      Pattern.compile(
          "(?i)\\b(?:achiev|reach|obtain|attain|yield|gets?\\b)[^.;|]{0,40}\\bscores? of [`*]{0,3}"
              + FIGURE);

  /// A score that is the end of an evaluation.
  private static final Pattern SCORED =
      Pattern.compile(
          "(?i)\\b(?:evaluation|benchmarks?)\\b[^;|]{0,160}\\bscores? of [`*]{0,3}" + FIGURE);

  /// What figures are given of that measure no model as a whole.
  private static final Pattern OF_DATA =
      Pattern.compile(
          "(?i)\\b(?:annotat|label(?:l?ed|l?ing|s)|filter|threshold|above|below|at least|at most|less"
              + " than|random|chance|human)");

  private ResultSentences() {}

  /// The signs with one more for each sentence of results.
  static List<Sign> add(TextFile file, List<Block> blocks, Heard heard, List<Sign> signs) {
    List<Sign> all = new ArrayList<>(signs);
    Settings settings = new Settings();
    int found = 0;
    for (Block block : blocks) {
      boolean prose = block.kind() == Block.Kind.PARAGRAPH || block.kind() == Block.Kind.ITEM;
      if (!prose && block.kind() != Block.Kind.CODE || !hasFigure(block.text())) {
        continue;
      }
      Setting setting = settings.of(block.headings());
      if (setting.aside() || setting.citation()) {
        continue;
      }
      if (!prose) {
        if (found < MOST && isExpected(block)) {
          all.add(sign(file, block));
          found++;
        }
        continue;
      }
      for (Sentences.Sentence sentence : heard.in(block)) {
        if (found < MOST
            && hasFigure(sentence.text())
            && states(sentence.text(), sentence.signals())) {
          all.add(sign(file, block));
          found++;
          break;
        }
      }
    }
    return all;
  }

  private static Sign sign(TextFile file, Block block) {
    return new Sign(
        Component.EVALUATION_RESULTS,
        State.PRESENT,
        Set.of(),
        null,
        null,
        file.evidence(block.first(), block.last()));
  }

  /// Longer output is a log.
  private static final int OUTPUT = 600;

  /// How the output of a test is introduced.
  private static final Pattern SHOULD_GIVE =
      Pattern.compile(
          "(?i)\\b(?:should|will|would) (?:give|get|see|print|output|produce|yield|obtain|be)\\b|\\b(?:expected|following) (?:results?|outputs?)\\b|\\bresults? (?:is|are|as)\\b");

  private static final Pattern PRINTED =
      Pattern.compile(
          "(?i)(?<![a-z\\d_])(?:" + AP + "|" + Metrics.NAMES + ")(?![a-z\\d_])\\W{1,6}" + FIGURE);

  /// Whether a block shows what a test of the model prints, and says so.
  private static boolean isExpected(Block block) {
    return block.text().length() <= OUTPUT
        && SHOULD_GIVE.matcher(block.lead()).find()
        && PRINTED.matcher(block.text()).find();
  }

  /// Whether a figure stands in a text as measures have them, with a point or of a hundred: asked
  /// first, since most have none.
  private static boolean hasFigure(String text) {
    if (text.contains("AP") && hasDigit(text)) {
      return true;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (isDigit(text.charAt(i - 1)) && i + 1 < text.length() && isDigit(text.charAt(i + 1))) {
          return true;
        }
      } else if (c == '%'
          && (isDigit(text.charAt(i - 1))
              || text.charAt(i - 1) == ' ' && i > 1 && isDigit(text.charAt(i - 2)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean states(String sentence, Signals s) {
    if (sentence.length() > LONGEST
        || s.hasAny(Topic.OTHER_MODEL, Topic.AUXILIARY, Topic.READER, Topic.BASE)
        || OF_DATA.matcher(sentence).find()) {
      return false;
    }
    return MEASURED.matcher(sentence).find()
        || SCORED.matcher(sentence).find()
        || REACHED_SCORE.matcher(sentence).find()
        || REACHED_MEASURE.matcher(sentence).find()
        || REACHED_BEFORE.matcher(sentence).find()
        || onASet(REACHED.matcher(sentence));
  }

  /// Whether what a figure was reached on is a set to be measured on: by its name, or called so.
  private static boolean onASet(Matcher reached) {
    while (reached.find()) {
      String name = reached.group(1);
      String lower = name.toLowerCase(Locale.ROOT);
      boolean called =
          lower.startsWith("test")
              || lower.startsWith("dev")
              || lower.startsWith("valid")
              || lower.contains("bench")
              || lower.contains("eval")
              || Benchmarks.names().contains(lower);
      boolean proper =
          Character.isUpperCase(name.charAt(0)) && Signals.of(name).of(Topic.HARDWARE).isEmpty();
      if (called || proper && Metrics.in(reached.group())) {
        return true;
      }
    }
    return false;
  }
}
