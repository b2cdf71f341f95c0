package dev.assay.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Offers of weights in languages beside English, whatever the place: within one sentence stand a
/// noun for what a training has made ({@link Topic#TRAINED_MODEL}), a word by which that can be had
/// or nothing but a colon, and a link that only points. The words are those of `words/*.txt`, so a
/// language is added there.
final class OfferInOtherWords {
  /// How far the sentence is read before its link and behind it.
  private static final int BEFORE = 200;

  private static final int BEHIND = 100;

  /// Longer words of a link are a sentence.
  private static final int NAME = 40;

  private static final String ENDS = "。！？；!?;\n";

  /// What stands between a label and the link behind it.
  private static final Pattern LABEL =
      Pattern.compile("^[\\s*_`]{0,4}[:：][\\s*_`(（\\[]{0,4}(?:链接|链接地址|下载地址|地址)?[:：\\s]{0,3}$");

  /// What a bid to download has for its object where nothing more is said of it: "download the
  /// [model](...)".
  private static final Set<String> PLAIN =
      Set.of(
          "model",
          "models",
          "model file",
          "model files",
          "weights",
          "model weights",
          "checkpoint",
          "checkpoints",
          "模型",
          "权重",
          "模型文件",
          "权重文件",
          "モデル",
          "重み",
          "모델",
          "가중치");

  private static final Pattern BID =
      Pattern.compile("(?:下载|下載|获取|\\b(?:download|get|fetch|grab)(?: the| our)?)[\\s*_`:：]{0,3}$");

  /// "[이 링크]에서 모델을 받아", "[ここ]からモデルをダウンロード": the thing stands behind its place.
  private static final Pattern FROM_THERE =
      Pattern.compile(
          "^[\\s*_`)）」]{0,3}(?:에서|から|より)[^。.!?\\n데말データコ]{0,20}?(?:모델|가중치|체크포인트|モデル|重み)(?!\\p{L}{0,3}(?:학습|訓練|学習))"
              + "[^。.!?\\n]{0,12}?(?:받|다운|내려|ダウンロード|入手|取得)"
              + "|^[\\s*_`)）」]{0,3}(?:下载|获取)[^。！？，,\\n数语]{0,8}?(?:训练好|预训练|权重)");

  /// "smallモデル: [ダウンロード](...)": a model is what the label of a place names.
  private static final Pattern LABELLED_MODEL =
      Pattern.compile("(?:モデル|模型|모델)[\\s*_`|]{0,4}(?:[:：\u2192-]{1,4})[\\s*_`(（|]{0,4}$");

  private OfferInOtherWords() {}

  /// Whether a link is one to weights by such an offer.
  static boolean is(Block block, Link link) {
    String text = block.text();
    int at = Math.clamp(link.at(), 0, text.length());
    int end = Math.min(text.length(), at + link.text().length());
    String name = link.text().strip().toLowerCase(Locale.ROOT);
    String before = text.substring(from(text, at), at);
    String behind = text.substring(end, to(text, end));
    if (PLAIN.contains(name) && BID.matcher(before.toLowerCase(Locale.ROOT)).find()) {
      return true;
    }
    if (DataLinks.isHere(name) && LABELLED_MODEL.matcher(before).find()) {
      return true;
    }
    Signals words = Signals.of(name);
    boolean points =
        DataLinks.isHere(name)
            || DataLinks.isBare(link)
            || DataLinks.isStore(name)
            || name.length() <= NAME
                && !words.hasAny(Topic.DATA, Topic.PAPER, Topic.CODE, Topic.EVALUATION);
    return points
        && (FROM_THERE.matcher(behind).find()
            || isOffered(before, text.substring(at, end), behind));
  }

  private static boolean isOffered(String before, String link, String behind) {
    Signals s = Signals.of(before + link + behind);
    if (!s.has(Topic.TRAINED_MODEL)
        || s.hasAny(Topic.TRAINING_DATA, Topic.PROMISED, Topic.REFUSED, Topic.BASE, Topic.PAPER)) {
      return false;
    }
    int at = before.length();
    for (Phrases.Hit thing : s.of(Topic.TRAINED_MODEL)) {
      if (thing.from() > at) {
        continue;
      }
      String between = thing.to() <= at ? before.substring(thing.to()) : "";
      boolean label = thing.to() <= at && LABEL.matcher(between).find();
      boolean had = s.has(Topic.OFFERED) && !s.between(Topic.DATA, 0, at);
      if (label || had) {
        return true;
      }
    }
    return false;
  }

  private static int from(String text, int at) {
    int from = at;
    int least = Math.max(0, at - BEFORE);
    while (from > least && !ends(text, from - 1)) {
      from--;
    }
    return from;
  }

  private static int to(String text, int end) {
    int to = end;
    int most = Math.min(text.length(), end + BEHIND);
    while (to < most && !ends(text, to)) {
      to++;
    }
    return to;
  }

  /// Whether a sentence ends with the character at a place: a stop ends one before a space alone.
  private static boolean ends(String text, int at) {
    char c = text.charAt(at);
    return ENDS.indexOf(c) >= 0
        || c == '.' && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
  }
}
