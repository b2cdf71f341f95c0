package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.roles.Zone;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a source tells of a test set by that name: a text for people or for a log in which a
/// measure stands beside the word `test`, or a measure that is given what was predicted of it.
/// Whoever trains may look at a validation set as a part of training; who tells a result on the
/// test set measured the model.
final class TestResults {
  /// So much of a line is looked at before and behind the word.
  private static final int BEFORE = 160;

  private static final int BEHIND = 120;

  /// So many places are looked at in a source.
  private static final int MOST = 400;

  /// Measures of quality as they are told. A loss is none.
  static final Pattern MEASURE =
      Pattern.compile(
          "(?<![A-Za-z])(?:[Aa]ccuracy|ACCURACY|[Aa]cc|ACC|AUC|auc|AUROC|auroc|[Ff]1|BLEU|bleu|WER|wer|CER|cer|PSNR|psnr|SSIM|ssim"
              + "|[Mm]?I[oO]U|m?iou|mAP|[Rr]ecall|[Pp]recision|NDCG|ndcg|RMSE|rmse|MAE|mae|MRR|mrr|[Pp]erplexity|PPL|ppl|R2|r2|[Ee]rror rate"
              + "|[Mm]etrics?|[Ss]cores?|[Rr]oc|[Cc]onfusion|[Ss]pearmanr?|[Pp]earsonr?|[Rr]se|RSE|[Rr]ae|RAE|[Cc]orr(?:elation)?)(?![a-z])");

  private static final Pattern TEST =
      Pattern.compile("(?<![A-Za-z])(?:[Tt]est(?:ing|set)?|TEST)(?![a-z])");

  /// Words for measures of anything.
  private static final Set<String> ANY = Set.of("score", "scores", "metric", "metrics");

  /// What a message on the progress of training speaks of besides: a measure in it is looked at
  /// while training goes on.
  private static final Pattern PROGRESS =
      Pattern.compile(
          "(?i)(?<![a-z])(?:epochs?|train(?:ing)?|iter(?:ation)?s?|val(?:id(?:ation)?)?|dev)(?![a-z])");

  /// What a model said.
  private static final Pattern SAID = Pattern.compile("(?i)pred|(?<![a-z])(?:hat|probs?|logits)");

  /// Lines that name a measure and tell none: they declare, bring in, draw or name something.
  private static final Pattern SILENT =
      Pattern.compile(
          "^(?:#|//|/?\\*|--|%|[\"']{3}|(?:import|from|def|class|fn|func|function|assert\\w*)(?![a-z]))"
              + "|add_argument|DEFINE_|help ?=|label ?=|label\\(|legend|title|plt\\.|path|_dir");

  private TestResults() {}

  /// Whether a source tells how good something is on a test set.
  static boolean told(CodeFile f) {
    return place(f) >= 0;
  }

  /// Where a source tells it; -1 where it does not.
  static int place(CodeFile f) {
    boolean may =
        Ranking.program(f)
            && (f.measure().starts() || f.measure().learns() && acts(f))
            && !f.in(Zone.TEST)
            && !f.in(Zone.DOCS)
            && !f.in(Zone.DATA)
            && !f.in(Zone.CONVERSION)
            // What draws shows results that were made elsewhere.
            && !Running.servesOtherWork(f);
    if (!may) {
      return -1;
    }
    String code = f.code();
    int places = 0;
    for (int at = code.indexOf("est"); at >= 0 && places < MOST; places++) {
      int low = Math.max(0, at - BEFORE);
      int high = Math.min(code.length(), at + BEHIND);
      String around = code.substring(low, high);
      int end = around.indexOf('\n', at - low);
      int stop = end < 0 ? high : low + end;
      int told = inLine(f, low + around.lastIndexOf('\n', at - low) + 1, stop);
      if (told >= 0) {
        return told;
      }
      at = code.indexOf("est", stop);
    }
    return -1;
  }

  /// Whether something is done in a file, and not only a network made.
  private static boolean acts(CodeFile f) {
    return f.measure().entry()
        || f.measure().actsAtTop()
        || f.notebook()
        || Ranking.whole(f)
        || f.has(Signal.EVALUATE)
        || f.language().braced();
  }

  /// Where a part of a line tells it; -1 where it does not.
  private static int inLine(CodeFile f, int from, int to) {
    String line = f.code().substring(from, to);
    if (!TEST.matcher(line).find() || SILENT.matcher(line.strip()).find()) {
      return -1;
    }
    Matcher measure = MEASURE.matcher(line);
    while (measure.find()) {
      if (spoken(f, line, measure) || taken(line, measure.end())) {
        return from + measure.start();
      }
    }
    return -1;
  }

  /// Whether a measure is named in a text in quotes, which speaks of the test set; where the
  /// language writes what is told in pieces, the line does.
  private static boolean spoken(CodeFile f, String line, Matcher measure) {
    int open = opened(line, measure.start());
    if (open < 0) {
      return false;
    }
    int close = line.indexOf(line.charAt(open), measure.end());
    String text = line.substring(open, close < 0 ? line.length() : close);
    boolean named =
        f.language().braced() && !ANY.contains(measure.group().toLowerCase(Locale.ROOT));
    return (named || TEST.matcher(text).find()) && !PROGRESS.matcher(text).find();
  }

  /// Where the text in quotes begins in which a place of a line stands; -1 where it stands in none.
  private static int opened(String line, int at) {
    int open = -1;
    for (int i = 0; i < at; i++) {
      char c = line.charAt(i);
      if (open < 0 && (c == '"' || c == '\'')) {
        open = i;
      } else if (open >= 0 && c == line.charAt(open)) {
        open = -1;
      }
    }
    return open;
  }

  /// Whether what is named is a measure that is called with what was predicted of a test set:
  /// `accuracy_score(y_test, y_pred)`.
  private static boolean taken(String line, int to) {
    int open = to;
    while (open < line.length() && Character.isJavaIdentifierPart(line.charAt(open))) {
      open++;
    }
    if (open == line.length() || line.charAt(open) != '(') {
      return false;
    }
    String given = line.substring(open);
    return TEST.matcher(given).find() && SAID.matcher(given).find();
  }
}
