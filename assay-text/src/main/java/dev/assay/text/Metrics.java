package dev.assay.text;

import java.util.regex.Pattern;

/// The names of measures of how good a model is, as tables and sentences write them.
final class Metrics {
  /// Those that mean nothing else wherever they stand.
  static final String NAMES =
      "perplexity|ppl|accuracy|acc|f1(?:[ -]?scores?)?|(?:sacre)?bleu|chrf|rouge(?:-\\w{1,2})?"
          + "|wer|cer|mae|rmse|miou|iou|auc|auroc|psnr|ssim|lpips|fid|pesq|stoi|si-?sn?dr|mos|uas|las"
          + "|j ?& ?f|eer|dice(?: scores?)?|success[ -]?rates?|(?:average )?precision|recall|hit@\\d{1,3}|acc@[15]|bertscore"
          + "|spearman|pearson|mrr|ndcg|pass@\\d{1,3}|top-?[15]|exact[ -]match|win[ -]?rate|bpc|困惑度"
          + "|准确率|精度|正解率|정확도";

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\d_])(?:"
              + NAMES
              + "|mean absolute error|abs\\.? ?rel\\.?|(?:test|val|word|top-?[15])[ -]err(?:or)?"
              + "|error rate|(?-i:m?AP(?:\\d{2})?))(?![\\p{L}\\d_])");

  private Metrics() {}

  /// Whether a head of a column or a heading names one.
  static boolean in(String words) {
    return NAMED.matcher(words).find();
  }
}
