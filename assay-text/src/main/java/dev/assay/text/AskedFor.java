package dev.assay.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Pages and forms on which a reader is to ask for the weights: "please apply on the [download
/// page](...)" below "Model download", "to have the checkpoints, fill in this [form](...)". What is
/// given to those who ask is offered all the same; that it must be asked for is said by {@link
/// Gates}. Linear in the length of the sentence.
final class AskedFor {
  private static final int SENTENCE = 200;

  private static final String ENDS = "。！？!?\n";

  /// Acts of one who asks, in ten languages.
  private static final Pattern ASKS =
      Pattern.compile(
          "(?iU)\\b(?:apply|application|request|fill(?: in| out| up)?|register|sign up|beantrag\\w*|anfrag\\w*|solic[ií]t\\w*|demand(?:e|er|ez)|richie(?:sta|dere|dete))\\b"
              + "|заявк|запрос|申请|申請|填写|신청");

  /// What is asked for is something else.
  private static final Pattern ELSE =
      Pattern.compile(
          "(?iU)\\b(?:commerc\\w*|api|keys?|demos?|features?|issues?|quotes?|licen[sc]es?|pull|merge|community|trials?|papers?|code)\\b|商用|商业|商業|授权|体验|内测");

  /// The link's words name a place to ask at.
  private static final Pattern PLACE =
      Pattern.compile(
          "(?iU)\\b(?:page|form|website|portal|formulario|formulaire|formular|formulário|modulo|página|pagina)\\b|seite\\b|страниц|форм[аеуы]|页面|頁面|网页|表单|申请表|ページ|フォーム|페이지|양식");

  private static final int NAME = 40;

  /// A heading under which models are to be had.
  private static final Pattern HEADING =
      Pattern.compile(
          "(?iU)(?:\\bmodell?(?:[aeios]|e[ns]|le)?\\b|\\bmodèles?\\b|модел|模型|モデル|모델)[^|]{0,20}(?:downloads?\\b|access\\b|下载|下載|获取|ダウンロード|다운로드)"
              + "|(?:\\b(?:downloads?|access|descarg\\w{1,3}|téléchargement|télécharger|obtain|get)\\b|скача|загруз|下载|下載)[^|]{0,20}(?:\\bmodell?(?:[aeios]|e[ns]|le)?\\b|\\bmodèles?\\b|модел|模型)");

  private static final Set<Address.Kind> PLACES =
      Set.of(Address.Kind.OTHER, Address.Kind.STORAGE, Address.Kind.MODEL);

  private AskedFor() {}

  /// Whether a link is one to such a page.
  static boolean is(Block block, Link link) {
    String name = link.text().strip();
    boolean place = name.length() <= NAME && PLACE.matcher(name).find();
    if (!PLACES.contains(Address.kind(link.target()))
        || !(place || DataLinks.isHere(name.toLowerCase(Locale.ROOT)))) {
      return false;
    }
    String sentence = sentence(block.text(), link);
    return ASKS.matcher(sentence).find()
        && !ELSE.matcher(sentence).find()
        && Signals.of(sentence).of(Topic.DATA).isEmpty()
        && (isOfModels(block.heading()) || speaksOfTrained(sentence));
  }

  private static boolean isOfModels(String heading) {
    Signals s = Signals.of(heading);
    return s.of(Topic.DATA).isEmpty()
        && (HEADING.matcher(heading).find() || s.hasAny(Topic.WEIGHTS, Topic.TRAINED_MODEL));
  }

  private static boolean speaksOfTrained(String sentence) {
    return Signals.of(sentence).hasAny(Topic.WEIGHTS, Topic.TRAINED_MODEL);
  }

  private static String sentence(String text, Link link) {
    int at = Math.clamp(link.at(), 0, text.length());
    int from = at;
    while (from > Math.max(0, at - SENTENCE) && !ends(text, from - 1)) {
      from--;
    }
    int to = Math.min(text.length(), at + link.text().length());
    int most = Math.min(text.length(), to + SENTENCE);
    while (to < most && !ends(text, to)) {
      to++;
    }
    return text.substring(from, to);
  }

  private static boolean ends(String text, int at) {
    char c = text.charAt(at);
    return ENDS.indexOf(c) >= 0
        || c == '.' && at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1));
  }
}
