package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Claim;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What releases say of use in commerce, in the languages that they are written in.
class CommerceWordsTest {
  private static final String YES = "says that commercial use is allowed";
  private static final String NO = "says that commercial use is not allowed";

  private static List<String> claims(String said) {
    return Docs.readme("# Gull\n\nGull finds birds.\n\n" + said + "\n").judge().claims().stream()
        .filter(c -> c.kind() == Claim.Kind.COMMERCIAL_USE)
        .map(Claim::statement)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gull ist quelloffen und darf kommerziell genutzt werden.",
        "Die kommerzielle Nutzung ist erlaubt.",
        "L'utilisation commerciale est autorisée.",
        "El uso comercial está permitido.",
        "O uso comercial é permitido.",
        "L'uso commerciale è consentito.",
        "Модель открыта, коммерческое использование разрешено.",
        "本モデルはオープンソースで、商用利用可能です。",
        "이 모델은 오픈소스이며 상업적 이용이 가능합니다.",
        "You can use Gull for research and commercial purposes.",
      })
  void isAllowed(String said) {
    assertThat(claims(said)).containsExactly(YES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gull may not be used commercially.",
        "Gull can't be used commercially.",
        "Gull darf nicht kommerziell genutzt werden.",
        "Die kommerzielle Nutzung ist untersagt.",
        "L'utilisation commerciale est interdite.",
        "El uso comercial está prohibido.",
        "O uso comercial não é permitido.",
        "L'uso commerciale non è consentito.",
        "Коммерческое использование запрещено.",
        "本モデルの商用利用はできません。",
        "이 모델의 상업적 이용은 금지됩니다.",
        "Academic use only.",
      })
  void isForbidden(String said) {
    assertThat(claims(said)).containsExactly(NO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Für eine kommerzielle Nutzung sprechen Sie uns an.",
        "Pour un usage commercial, contactez-nous.",
        "商用利用についてはお問い合わせください。",
        "상업적 이용은 문의해 주세요.",
        "По вопросам коммерческого использования пишите нам.",
        "Gull is sold commercially as a part of Heron.",
      })
  void isNotSpokenOf(String said) {
    assertThat(claims(said)).isEmpty();
  }
}
