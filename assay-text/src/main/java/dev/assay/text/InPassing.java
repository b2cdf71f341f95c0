package dev.assay.text;

import java.util.regex.Pattern;

/// Whether a sentence that names no data and no amount of them speaks of training data only in
/// passing: of what is planned, of how little is needed, of what a file or a program is for, of how
/// data are to be written, of what is assured of them, of what others may do with them, of where
/// programs and details are to be found.
final class InPassing {
  /// A longer text is no sentence.
  private static final int LONGEST = 1_200;

  private static final Pattern PLANNED =
      Pattern.compile(
          "(?i)^.{0,30}(?:\\bfuture (?:work|efforts?|plans?|versions?|releases?|research|updates?)\\b|\\bin (?:the )?future\\b"
              + "|\\bnext (?:version|release|iteration)\\b|\\b(?:we|i) (?:will|plan to|aim to|hope to|intend to|want to)"
              + " (?:[\\w-]+ ){0,3}(?:collect|improve|extend|expand|enhance|increase|explore|gather|curate|scale)\\b"
              + "|\\bkünftig|\\bzukünftig|à l'avenir|\\ben el futuro\\b|\\bno futuro\\b|в будущем|未来|今后|今後|향후|앞으로)");

  private static final Pattern NEEDED =
      Pattern.compile(
          "(?i)\\b(?:require|need|demand)\\w{0,3} (?:[\\w-]+ ){0,4}training (?:data|samples|examples|images)\\b"
              + "|\\btraining (?:data|samples|examples|images) (?:is |are )?(?:required|needed|necessary)\\b"
              + "|必要な(?:学習|訓練|トレーニング)データ|(?:学習|訓練)データが少な"
              + "|(?:需要|所需|减少|更少)[^，。]{0,8}训练(?:数据|样本)|(?:필요한|적은) (?:학습|훈련) ?데이터");

  /// A file with which an entry of a list begins, and what it is for.
  private static final Pattern FILE =
      Pattern.compile(
          "^\\W{0,4}[\\w./-]{2,80}\\.(?:py|sh|ipynb|cpp|cu|yaml|yml|toml|cfg|ini|txt|jsonl?|csv|tsv|md)\\b(?!\\))");

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:语料|数据|データ|데이터)(?:的)? ?(?:格式|フォーマット|형식|포맷)|\\b(?:data|dataset|corpus) (?:format|schema|layout) (?:is|must|should|of)\\b");

  private static final Pattern BID =
      Pattern.compile(
          "(?i)^\\W{0,3}(?:apply|load|build|convert|set|modify|edit|specify|configure|change|adjust|check|install|replace|ensure|verify)\\b"
              + "|\\byou (?:just|only|simply|also|first|then) (?:need|have|must|can|should)\\b"
              + "|请(?:记住|注意|参考|确保|使用|在|按|将|先|自行)|您(?:可以|需要|的)|ください|下さい|하세요|하십시오|주세요|바랍니다");

  private static final Pattern TO_BE_FOUND =
      Pattern.compile(
          "(?i)^\\W{0,3}(?:[\\w/%-]+ ){0,6}?(?:scripts?|code|pipelines?|splits?|recipes?|configs?|configurations?|logs?|details?|instructions|information|documentation)\\b"
              + "[^.;]{0,100}\\b(?:can be found|(?:is|are) (?:available|provided|described|given|located))\\b");

  /// What a disclaimer assures of the data.
  private static final Pattern ASSURED =
      Pattern.compile(
          "(?:尽|确保|保证|努力|力求)[^。；]{0,40}(?:数据|语料)的?[^。；，]{0,8}(?:合规|合法|准确|安全)"
              + "|(?i)\\bensur\\w{1,4} (?:[\\w-]{2,12} ){0,3}(?:compliance|legality|accuracy|safety|quality)\\b[^.;]{0,40}\\b(?:data|corpus)\\b");

  /// What whoever trains a model of his own on the data may do with it.
  private static final Pattern ALLOWED =
      Pattern.compile(
          "(?i)\\bmodels? (?:(?:that|which) (?:are|were|is|was) )?(?:fine-?tuned|trained|built) (?:using|on|with|from)"
              + " (?:the|this|these|our|such) (?:[\\w-]{1,20} )?(?:data|datasets?|corpus|corpora|weights) (?:should|may|must|can|cannot|shall)\\b");

  private InPassing() {}

  static boolean is(Saying saying) {
    String text = saying.text();
    if (text.length() > LONGEST) {
      return false;
    }
    return PLANNED.matcher(text).find()
        || NEEDED.matcher(text).find()
        || WRITTEN.matcher(text).find()
        || BID.matcher(text).find()
        || ASSURED.matcher(text).find()
        || ALLOWED.matcher(text).find()
        || TO_BE_FOUND.matcher(text).find()
        || saying.block().kind() != Block.Kind.ROW && FILE.matcher(text).find();
  }
}
