package dev.assay.licences.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The look at single words passes over no sentence that limits something.
class ForeignLimitsTest {
  private static final List<String> LIMITS =
      List.of(
          "禁止商业使用",
          "仅供非商业用途",
          "商用利用不可",
          "非商用のみ",
          "상업적 이용 금지",
          "비상업적 용도로만",
          "Utilisation commerciale interdite",
          "uniquement à des fins non commerciales",
          "Kommerzielle Nutzung ist untersagt",
          "nur nicht-kommerziell",
          "se prohíbe el uso comercial",
          "solo para uso no comercial",
          "uso comercial está prohibido",
          "proibido o uso comercial",
          "apenas para uso não comercial",
          "Uso commerciale vietato",
          "solo per uso non commerciale",
          "коммерческое использование запрещено",
          "только для некоммерческого",
          "仅供研究",
          "研究目的のみ",
          "연구 목적으로만",
          "uniquement pour la recherche",
          "nur für die Forschung",
          "solo para la investigación",
          "apenas para pesquisa",
          "solo per la ricerca",
          "только для исследовательских",
          // The sign of Kelvin is a k in small letters.
          "\u212Aommerzielle Nutzung ist untersagt");

  @Test
  void whatLimitsIsWorthReading() {
    for (String limit : LIMITS) {
      for (String text : List.of(limit, limit.toUpperCase(Locale.ROOT))) {
        String words = text.toLowerCase(Locale.ROOT);
        assertThat(
                ForeignLimits.NO_TRADE.matcher(words).find()
                    || ForeignLimits.RESEARCH.matcher(words).find())
            .as(text)
            .isTrue();
        assertThat(ForeignLimits.worth(text, 0, text.length())).as(text).isTrue();
      }
    }
  }

  @Test
  void signsAndLettersOfLatinAreNot() {
    String text = "Un modèle \u2014 voilà \uD83D\uDE80 \u2705 pour tous";
    assertThat(ForeignLimits.worth(text, 0, text.length())).isFalse();
  }
}
