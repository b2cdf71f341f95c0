package dev.assay.licences.scan;

import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.Subject;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Limits said in other languages than English: "for research only", "no commercial use" in
/// Chinese, Japanese, Korean, French, German, Spanish, Portuguese, Italian and Russian. A sentence
/// counts where it names what it limits, or stands under a heading of licences.
final class ForeignLimits {
  static final Pattern NO_TRADE =
      Pattern.compile(
          "(禁止|不得|不可|不能|严禁|嚴禁|不允许)[^。、，；]{0,8}(商业|商用|商業|营利)|(仅|只|僅)(供|限|用于|能用于|可用于)[^。]{0,10}非(商业|商用|商業)"
              + "|商用(利用|使用)?(は|を|が)?(固く)?(禁止|禁じ|認め|不可|でき)|商用利用不可|非商用(目的|利用)?(のみ|に限)"
              + "|상업적\\s?(이용|사용|목적)[^.]{0,12}(금지|불가|없|허용되지)|비상업적[^.]{0,12}(만|한하|한정)"
              + "|(utilisation|usage)s? commercia(le|l|ux)[^.]{0,30}(interdit|prohib|pas autoris|exclu)"
              + "|(uniquement|exclusivement|seulement)[^.]{0,40}non[ -]commercia"
              + "|kommerzielle (nutzung|verwendung)[^.]{0,30}(untersagt|verboten|nicht (gestattet|erlaubt)|ausgeschlossen)"
              + "|(nur|ausschlie(ß|ss)lich)[^.]{0,40}nicht[- ]?kommerziell"
              + "|(prohíbe|prohibe|prohibido|no se permite|no está permitido)[^.]{0,20}(uso comercial|fines comerciales)"
              + "|(solo|sólo|solamente|únicamente|exclusivamente)[^.]{0,40}no comercial"
              + "|uso comercial[^.]{0,25}(prohibid|no (está |es )?permitid|proibid|não (é )?permitid)"
              + "|(proibid[oa]|não é permitid[oa])[^.]{0,25}(uso comercial|fins comerciais)"
              + "|(apenas|somente|exclusivamente)[^.]{0,40}não[ -]comercia"
              + "|uso commerciale[^.]{0,25}(vietat|proibit|non (è )?consentit)|non per uso commerciale"
              + "|(solo|soltanto|esclusivamente)[^.]{0,40}non[ -]commercial[ie]"
              + "|коммерческ[^.]{0,30}(запрещ|не допуска|не разреш)|(только|исключительно)[^.]{0,40}некоммерческ");

  /// `For commercial use please contact us`.
  static final Pattern ON_REQUEST =
      Pattern.compile(
          "(商业|商用|商業)[^。]{1,20}(联系|聯繫|联络|申请|邮件|(获取|取得|获得|书面)[^。]{0,4}授权)|商用[^。]{0,20}(お問い合わせ|問い合わせ|ご連絡|ご相談)"
              + "|상업적[^.]{0,25}(문의|연락)|(usage|utilisation) commercial[^.]{0,60}contact"
              + "|kommerziell[^.]{0,60}(kontakt|wenden)|uso comercial[^.]{0,60}(contact|contat)"
              + "|uso commerciale[^.]{0,60}contatt|коммерческ[^.]{0,60}(свяж|обра(щ|т))");

  static final Pattern RESEARCH =
      Pattern.compile(
          "(仅|只|僅)(供|限|用于|能用于|可用于)[^。，]{0,10}(研究|学术|學術|科研|学习|學習|教育|教学|个人使用|交流)"
              + "|研究(目的|用途)(で|に)?(のみ|限)|(연구|학술)\\s?목적[^.]{0,8}(만|한하|한정)"
              + "|(uniquement|exclusivement|seulement|réservée?s? (à|aux))[^.]{0,30}(recherche|académique|universitaire)"
              + "|(recherche|académique)s? (uniquement|seulement|exclusivement)"
              + "|(nur|ausschlie(ß|ss)lich|lediglich)[^.]{0,40}(forschung|akademisch|wissenschaftlich)"
              + "|(solo|sólo|solamente|únicamente|exclusivamente)[^.]{0,40}(investigación|académic)"
              + "|(apenas|somente|exclusivamente)[^.]{0,40}(pesquisa|acadêmic)"
              + "|(solo|soltanto|esclusivamente|unicamente)[^.]{0,40}(ricerca|accademic)"
              + "|(только|исключительно)[^.]{0,40}(исследовател|научн)");

  /// Commercial use that is given, and only announced.
  private static final Pattern OFFERED = Pattern.compile("免费商用|可商用|允许商用|商用可能|商用利用可");

  private static final Pattern WEIGHTS =
      Pattern.compile("模型|权重|モデル|모델|가중치|modèle|poids|modell|gewichte|modelo|pesos|модел|веса");
  private static final Pattern DATA =
      Pattern.compile("数据|データ|데이터|données|daten|datos|dados|\\bdati\\b|данны");
  private static final Pattern CODE =
      Pattern.compile("代码|コード|코드|logiciel|quellcode|código|codice|исходн|软件");
  private static final Pattern EVERYTHING =
      Pattern.compile("项目|仓库|リポジトリ|プロジェクト|저장소|프로젝트|projet|projekt|proyecto|progetto|проект");
  private static final Pattern HEADING =
      Pattern.compile("licen[czsç]|lizenz|许可|协议|授权|ライセンス|利用規約|라이선스|лицензи");

  /// "您无需提交商业使用申请": what need not be asked for.
  private static final Pattern SPARED =
      Pattern.compile(
          "(?:无需|無需|无须|毋须|不必|不用|不需要?|不再需要)[^。，,；;]{0,16}(?:申请|申請|联系|联络|授权|登记|邮件|许可)"
              + "|(?:申請|申し込み|問い合わせ|ご連絡|許諾)[はも]?(?:不要|必要ありません|必要はありません)"
              + "|(?:신청|문의|허가)[은는이가]? ?(?:불필요|필요 ?없)");

  /// Words of which each pattern has one, where it has no letter of Cyrillic or of East Asia.
  private static final String[] WORTH = {
    "commercia",
    "comercia",
    "kommerz",
    "recherche",
    "forschung",
    "investigaci",
    "pesquisa",
    "ricerca",
    "académi",
    "acadêmi",
    "accademi",
    "akademi",
    "wissensch"
  };

  private ForeignLimits() {}

  /// Adds what a passage limits, if it does.
  static void scan(Claims claims, String text, Passages.Passage p) {
    if (!worth(text, p.from(), p.to())) {
      return;
    }
    String words = text.substring(p.from(), p.to()).toLowerCase(Locale.ROOT);
    Matcher limit = NO_TRADE.matcher(words);
    String says = "LicenseRef-non-commercial";
    if (!limit.find()) {
      says = "LicenseRef-research-only";
      limit = RESEARCH.matcher(words);
      if (!limit.find()) {
        says = "LicenseRef-commercial-on-request";
        limit = ON_REQUEST.matcher(words);
        if (!ofTrade(words)
            || !limit.find()
            || OFFERED.matcher(words).find()
            || SPARED.matcher(words).find()) {
          return;
        }
      }
    }
    String clause = clause(words, limit.start(), limit.end());
    Set<Subject> covers = covers(clause);
    boolean all = EVERYTHING.matcher(clause).find();
    if (covers.isEmpty() && !all) {
      covers = covers(words);
      all = covers.isEmpty() && EVERYTHING.matcher(words).find();
    }
    if (covers.isEmpty() && !HEADING.matcher(p.heading()).find() && !all) {
      return;
    }
    boolean ofTheFile = covers.isEmpty() || claims.role().named();
    claims.named(
        says,
        Basis.SENTENCE,
        ofTheFile ? claims.role().covers() : covers,
        Freedom.LIMITED,
        p.from(),
        p.to());
  }

  private static final String[] TRADE = {
    "商", "상업", "commercial", "kommerz", "comercial", "коммерч"
  };

  private static boolean ofTrade(String words) {
    for (String word : TRADE) {
      if (words.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a part of a text has what one of the patterns needs: most have not, and are not made
  /// small for them.
  static boolean worth(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= '\u0400' && c <= '\u052F' || c >= '\u3040' && c < Character.MIN_SURROGATE) {
        return true;
      }
      switch (c) {
        // The sign of Kelvin is a k when small.
        case 'c',
            'C',
            'k',
            'K',
            '\u212A',
            'r',
            'R',
            'f',
            'F',
            'i',
            'I',
            'p',
            'P',
            'a',
            'A',
            'w',
            'W' -> {
          for (String word : WORTH) {
            if (text.regionMatches(true, i, word, 0, word.length())) {
              return true;
            }
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /// The part between two commas that a limit stands in: what follows speaks of something else.
  private static String clause(String words, int from, int to) {
    int first = from;
    while (first > 0 && COMMAS.indexOf(words.charAt(first - 1)) < 0) {
      first--;
    }
    int end = to;
    while (end < words.length() && COMMAS.indexOf(words.charAt(end)) < 0) {
      end++;
    }
    return words.substring(first, end);
  }

  private static final String COMMAS = "\uFF0C\uFF1B;";

  private static Set<Subject> covers(String words) {
    Set<Subject> covers = EnumSet.noneOf(Subject.class);
    add(covers, WEIGHTS, words, Subject.WEIGHTS);
    add(covers, DATA, words, Subject.DATA);
    add(covers, CODE, words, Subject.CODE);
    return covers;
  }

  private static void add(Set<Subject> covers, Pattern word, String words, Subject subject) {
    if (word.matcher(words).find()) {
      covers.add(subject);
    }
  }
}
