package dev.assay.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How sentences in languages beside English and Chinese call what they speak of open source: the
/// subject is it, or somebody gives it out as such. Words that compare, deny or promise, and nouns
/// for a program, a licence or a community, make it another thing. Whether the subject is the
/// release is asked elsewhere, by its name.
///
/// Every pattern is bounded.
final class OpenSaid {
  private static final String OPEN =
      "(quelloffen\\p{L}{0,2}|open[- ]source|vollst\u00e4ndig offen\\p{L}{0,2}|(?:\u00e0 |en )?code (?:source )?ouvert"
          + "|enti\u00e8rement ouvert\\p{L}{0,2}|c\u00f3digo ab(?:ierto|erto)|(?:total|completa|plena)mente ab(?:iert|ert)[oa]s?"
          + "|\u043e\u0442\u043a\u0440\u044b\u0442\u044b\u043c \u0438\u0441\u0445\u043e\u0434\u043d\u044b\u043c \u043a\u043e\u0434\u043e\u043c|\u043f\u043e\u043b\u043d\u043e\u0441\u0442\u044c\u044e \u043e\u0442\u043a\u0440\u044b\u0442\\p{L}{1,3}"
          + "|(?:completa|total)mente apert[oaei])";

  private static final List<Pattern> LATIN =
      List.of(
          // Gull ist ein quelloffenes Modell.
          Pattern.compile(
              "(?:(?<!\\p{L})(?:ist|sind|est|sont|es|son|\u00e9|s\u00e3o|\u00e8|sono)(?!\\p{L})|[\u0430-\u044f\\w] [\u2014\u2013-](?= [^.;!?]{0,60}[\u0430-\u044f])|\u044d\u0442\u043e|\u044f\u0432\u043b\u044f\u0435\u0442\u0441\u044f)((?: [\\p{L}'\u2019-]{1,20}){0,4}) "
                  + OPEN
                  + "(?!\\p{L})([^.;!?]{0,24})"),
          // Wir veroeffentlichen Gull als Open Source.
          Pattern.compile(
              "\\b(?:wir|nous|publicamos|liberamos|lan\u00e7amos|disponibilizamos|\u043c\u044b|rilasciamo|pubblichiamo)(?!\\p{L})([^.;!?]{0,80}?) (?:als|en|como|come|\u0441|sous forme)(?: de| mod\u00e8le)? "
                  + OPEN
                  + "(?!\\p{L})([^.;!?]{0,24})"));

  /// What makes it another thing, or no statement.
  private static final Pattern OTHERWISE =
      Pattern.compile(
          "(?<!\\p{L})(?:nicht|kein\\p{L}{0,2}|pas|no|n\u00e3o|non|\u043d\u0435|als|que|che|\u0447\u0435\u043c|besser|meilleure?s?|mejore?s?|melhore?s?|migliore?|\u043b\u0443\u0447\u0448\\p{L}{1,3}"
              + "|basier\\p{L}{1,3}|bas[\u00e9ea]\\p{L}{0,3}|\u043e\u0441\u043d\u043e\u0432\\p{L}{1,4}|bald|bient\u00f4t|pronto|em breve|\u0441\u043a\u043e\u0440\u043e|presto|vergleichbar|comparable|andere\\p{L}{0,1}|autres?|otros?|outros?|altri"
              + "|software|logiciels?|bibliothe[kq]\\p{L}{0,4}|biblioth\u00e8ques?|bibliotecas?|librer\u00edas?|libreri[ae]|\u0431\u0438\u0431\u043b\u0438\u043e\u0442\u0435\u043a\\p{L}{1,3}|lizenz\\p{L}{0,2}|licen[cs][ei]\\p{L}{0,2}|licen\u00e7as?|\u043b\u0438\u0446\u0435\u043d\u0437\\p{L}{1,3}"
              + "|werkzeug\\p{L}{0,2}|outils?|herramientas?|ferramentas?|strument[oi]|\u0438\u043d\u0441\u0442\u0440\u0443\u043c\u0435\u043d\u0442\\p{L}{0,3}|tools?|toolkit|framework|plattform|plateforme|plataforma|piattaforma|\u043f\u043b\u0430\u0442\u0444\u043e\u0440\u043c\\p{L}{1,3}"
              + "|gemeinschaft|community|communaut\u00e9|comunidad|comunidade|comunit\u00e0|\u0441\u043e\u043e\u0431\u0449\u0435\u0441\u0442\u0432\\p{L}{1,3}|daten\\p{L}{0,8}|donn\u00e9es|datos|dados|dati|\u0434\u0430\u043d\u043d\\p{L}{1,3})(?!\\p{L})");

  private static final Pattern JAPANESE =
      Pattern.compile(
          "(?:は|を)、?[^。、はをが比べ]{0,16}?(オープンソース|完全にオープン)(?:の|な)?(?:[^。、はがをでソラツデコ]{0,14}?(?:モデル|LLM))?(?:です|である|として(?:公開|提供|リリース)|で(?:公開|提供)|$)");

  private static final Pattern KOREAN =
      Pattern.compile(
          "(?:은|는|을|를)\\s?(?:[^.,\\s]{1,10}\\s){0,3}?(오픈 ?소스)(?:\\s?(?:[^.,\\s]{1,10}\\s){0,2}?(?:모델|LLM))?(?:입니다|이다|이며|로 ?(?:공개|배포|제공))");

  private OpenSaid() {}

  /// Whether a sentence has the form of one that calls something open in such a language, whatever
  /// it says by it: then what English and Chinese would make of the same words does not matter.
  static boolean isForm(String sentence) {
    String s = sentence.toLowerCase(Locale.ROOT);
    return LATIN.stream().anyMatch(pattern -> pattern.matcher(s).find());
  }

  /// The words by which a sentence calls its subject open, if it does.
  static Optional<Phrases.Hit> in(String sentence) {
    String s = sentence.toLowerCase(Locale.ROOT);
    if (s.length() != sentence.length()) {
      return Optional.empty();
    }
    for (Pattern pattern : LATIN) {
      Matcher m = pattern.matcher(s);
      if (m.find() && !OTHERWISE.matcher(m.group(1) + " " + m.group(3)).find()) {
        return Optional.of(new Phrases.Hit(Topic.OPEN_SOURCE, m.start(2), m.end(2)));
      }
    }
    for (Pattern pattern : List.of(JAPANESE, KOREAN)) {
      Matcher m = pattern.matcher(s);
      if (m.find()) {
        return Optional.of(new Phrases.Hit(Topic.OPEN_SOURCE, m.start(1), m.end(1)));
      }
    }
    return Optional.empty();
  }
}
