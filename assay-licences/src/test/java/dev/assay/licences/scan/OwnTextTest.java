package dev.assay.licences.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Licence files of somebody's own writing: whether they limit, and whether they bar commerce.
class OwnTextTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  private static List<LicenceStatement> in(String path, String text) {
    return ENGINE.scan(TextFile.of("s", path, text));
  }

  private static List<String> limits(String text) {
    return in("LICENSE", text).stream()
        .filter(s -> s.freedom() == Freedom.LIMITED)
        .map(LicenceStatement::expression)
        .toList();
  }

  private static final String FILLER =
      "The licensor grants the licensee a non-exclusive license to the work under the terms of this"
          + " agreement. The work comes as it is, without warranty of any kind, and the licensor bears"
          + " no liability for damages that arise from the use of the work.\n\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Commercial use is **not** permitted.",
        "You may use the weights only for non-commercial purposes.",
        "The work may not be used for military or commercial purposes.",
        "The rights are granted solely for academic, non-commercial research.",
        "Toute utilisation commerciale est interdite.",
        "The model cannot be used commercially.",
        "These models are for non-commercial research only.",
        "Toute utilisation commerciale, y compris la vente et la location, est strictement interdite.",
        "Jede kommerzielle Weitergabe oder Vermietung ist nicht gestattet.",
        "Jede kommerzielle Nutzung ist untersagt.",
      })
  void aTextThatBarsCommerceSaysSo(String clause) {
    assertThat(limits("Terms of Nett\n\n" + FILLER + clause + "\n"))
        .contains("LicenseRef-non-commercial");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A commercial license is **required** for companies of more than ten people.",
        "For commercial use you must obtain a separate license from the licensor.",
        "Organisations need to purchase a commercial licence.",
        "COMMERCIAL USE IS PERMITTED ONLY UNDER A SEPARATE WRITTEN COMMERCIAL LICENSE.",
        "\u5728\u4EE5\u4E0B\u60C5\u5F62\u4E0B\uFF0C\u7528\u6237\u9700\u83B7\u5F97\u5546\u4E1A\u6388\u6743\u3002",
      })
  void aTextThatSellsLeaveForCommerceSaysSo(String clause) {
    assertThat(limits("Terms of Nett\n\n" + FILLER + clause + "\n"))
        .contains("LicenseRef-commercial-on-request");
  }

  @Test
  void aTextThatPermitsCommerceBarsNothing() {
    assertThat(
            limits(
                "Terms of Nett\n\n"
                    + FILLER
                    + "You may use the work for commercial and non-commercial purposes.\n"))
        .doesNotContain("LicenseRef-non-commercial", "LicenseRef-commercial-on-request");
  }

  /// Terms that are added to a licence which is only named.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Without written consent no person or company may use this program for commercial gain.",
        "Not allowed without a commercial license: products and paid services.",
      })
  void termsAddedToALicenceThatIsNamed(String clause) {
    assertThat(
            limits(
                "Additional Terms\n\nThis program is under the Apache 2.0 License.\n\n"
                    + FILLER
                    + clause
                    + "\n"))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The code is offered under a modified MPL-2.0 license.",
        "The weights are released under a modified version of the Apache License 2.0.",
        "Les poids sont distribués sous licence MPL-2.0 modifiée.",
        "Die Gewichte stehen unter einer modifizierten Apache-2.0-Lizenz.",
        "\u6A21\u578B\u6743\u91CD\u91C7\u7528\u4FEE\u6539\u7248 Apache 2.0 \u534F\u8BAE\u3002",
      })
  void aModifiedLicenceIsNotThatLicence(String sentence) {
    assertThat(in("README.md", "# Nett\n\n## License\n\n" + sentence + "\n"))
        .isNotEmpty()
        .noneMatch(s -> s.freedom() == Freedom.FREE);
  }

  @Test
  void aLicenceWhoseNameBeginsSoIsOne() {
    assertThat(in("README.md", "# Nett\n\nThe code is under the Modified BSD License.\n"))
        .extracting(LicenceStatement::freedom)
        .containsExactly(Freedom.FREE);
  }

  @Test
  void commonsClauseTakesTheSaleAway() {
    for (String sentence :
        List.of(
            "Code and weights are under Apache 2.0 with the Commons Clause.",
            "\uCF54\uB4DC\uC640 \uAC00\uC911\uCE58\uB294 Apache 2.0 + **Commons Clause**\uC785\uB2C8\uB2E4.")) {
      assertThat(in("README.md", "# Nett\n\n## License\n\n" + sentence + "\n"))
          .anyMatch(s -> s.freedom() == Freedom.LIMITED);
    }
  }
}
