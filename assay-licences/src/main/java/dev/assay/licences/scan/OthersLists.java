package dev.assay.licences.scan;

import dev.assay.licences.names.Tokens;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lists of what others made, with the licence of each: `the models used here are under their
/// respective licences:`, `this file does not cover:`. Nothing that is named in one is the
/// release's own.
final class OthersLists {
  /// How far a list's first sentence is looked at.
  private static final int LONGEST = 300;

  /// What such a sentence says in languages that are not told word by word.
  private static final Pattern LEAD =
      Pattern.compile(
          "(?:使用|利用)し(?:た|ている)(?:AI)?モデル|(?:使用|用到|依赖|下载)的(?:第三方|预训练)?模型|(?:使用|用到)的第三方|对应的(?:模型)?(?:协议|许可)|各自的(?:协议|许可)"
              + "|(?:내려받는|다운로드(?:되는|하는)|사용(?:된|한|하는)) ?(?:AI |사전학습 )?모델"
              + "|modèles utilisés|verwendete[nr]? modelle|modelos (?:utilizados|usados)"
              + "|modelli utilizzati|используем\\S{2,3} модел",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern HEADING =
      Pattern.compile(
          "^[#\\s]*(?:\\W{0,4})(?:(?:ai|base|external|upstream|pre-?trained|third-party) )?models? used\\b"
              + "|does not cover|not covered|does not apply|upstream (?:datasets?|models?|licen)");

  /// `Does not redistribute model weights`: what is named for weights beside it is of others.
  private static final Pattern NOT_GIVEN =
      Pattern.compile(
          "\\b(?:does|we\\s+do|is|are)\\s+not\\s+(?:[\\w,]{1,40}\\s+){0,4}?redistribut\\w*[^.]{0,80}\\b(?:weights?|checkpoints?|models?)\\b"
              + "|\\b(?:weights?|checkpoints?|models?)\\b[^.]{0,60}\\b(?:is|are)\\s+not\\s+redistributed"
              + "|不(?:再)?分发[^。]{0,12}(?:权重|模型)|(?:权重|模型)[^。]{0,16}不[^。]{0,8}(?:再)?分发"
              + "|再配布し(?:ません|ない|ておりません)|재배포하지",
          Pattern.CASE_INSENSITIVE);

  private static final String[] NOT_GIVEN_WORDS = {"redistribut", "分发", "再配布", "재배포"};

  private OthersLists() {}

  /// Whether the passages under one heading say that the weights spoken of are not given here.
  static boolean notGiven(String text, List<Passages.Passage> passages, int first) {
    int last = first;
    while (last + 1 < passages.size() && !passages.get(last + 1).isHeading()) {
      last++;
    }
    int from = passages.get(first).from();
    String section =
        text.substring(from, Math.min(passages.get(last).to(), from + LONGEST_SECTION));
    for (String word : NOT_GIVEN_WORDS) {
      if (section.contains(word)) {
        return NOT_GIVEN.matcher(section).find();
      }
    }
    return false;
  }

  private static final int LONGEST_SECTION = 6000;

  /// Whether all below a heading is of others.
  static boolean heads(String heading) {
    return HEADING.matcher(heading).find() || LEAD.matcher(heading).find();
  }

  /// Whether a sentence says so of the list that follows it.
  static boolean leads(String text, Tokens t, Passages.Passage p) {
    String said = text.substring(p.from(), Math.min(p.to(), p.from() + LONGEST)).strip();
    if (!said.endsWith(":") && !said.endsWith("\uFF1A") && !LEAD.matcher(said).find()) {
      return false;
    }
    return LEAD.matcher(said).find() || respective(t, t.size()) || notCovered(t) || used(t);
  }

  /// Whether words before a place say that each has its own licence: `their respective licenses`.
  static boolean respective(Tokens t, int to) {
    for (int i = 0; i < to; i++) {
      boolean each =
          switch (t.at(i)) {
            case "respective" -> true;
            case "own" -> t.at(i - 1).equals("their");
            default -> false;
          };
      if (each && LicenceWords.licenceWord(t.at(i + 1)) && !t.at(i + 1).equals("licensed")) {
        return true;
      }
    }
    return false;
  }

  private static boolean notCovered(Tokens t) {
    for (int i = 0; i < t.size(); i++) {
      if (t.at(i).equals("not")
          && (t.at(i + 1).startsWith("cover") || t.at(i + 1).equals("apply"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean used(Tokens t) {
    for (int i = 0; i + 1 < t.size(); i++) {
      if (t.at(i).startsWith("model") && t.at(i + 1).equals("used")
          || t.at(i).equals("following") && t.at(i + 1).equals("third")) {
        return true;
      }
    }
    return false;
  }

  /// Whether a passage still belongs to the list: an item, a row, or a sentence of the same
  /// paragraph.
  static boolean goesOn(String text, Passages.@Nullable Passage before, Passages.Passage p) {
    if (before == null || !p.columns().isEmpty() || item(text, p.from())) {
      return true;
    }
    return !Passages.parted(text, before, p);
  }

  private static boolean item(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < 4 && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length()
        && ("-*+|\u2022".indexOf(text.charAt(at)) >= 0 || Character.isDigit(text.charAt(at)));
  }
}
