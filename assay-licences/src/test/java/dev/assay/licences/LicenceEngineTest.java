package dev.assay.licences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Subject;
import dev.assay.testing.LicenceTexts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LicenceEngineTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  private static List<LicenceStatement> scan(String path, String text) {
    return ENGINE.scan(TextFile.of("s", path, text));
  }

  @Test
  void aLicenceIsItsOwnWordsWhateverTheCaseWrappingAndHolder() {
    String copy =
        "Copyright (c) 2031 Somebody Else\n\n"
            + LicenceTexts.ISC.toUpperCase(java.util.Locale.ROOT).replace("\n", " ");
    assertThat(scan("LICENSE", copy))
        .singleElement()
        .satisfies(s -> {
          assertThat(s.expression()).isEqualTo("ISC");
          assertThat(s.match()).isEqualTo(LicenceStatement.Match.SAME_WORDS);
          assertThat(s.freedom()).isEqualTo(Freedom.FREE);
          assertThat(s.covers()).containsExactly(Subject.EVERYTHING);
        });
  }

  @Test
  void oneWordThatTakesAPermissionAwayMakesItAnotherLicence() {
    assertThat(
            scan(
                "LICENSE",
                LicenceTexts.ISC.replace("for any purpose", "for any non-commercial purpose")))
        .singleElement()
        .satisfies(s -> {
          assertThat(s.match()).isEqualTo(LicenceStatement.Match.MODIFIED);
          assertThat(s.expression()).isEqualTo("LicenseRef-modified-ISC");
          assertThat(s.freedom()).isEqualTo(Freedom.LIMITED);
          assertThat(s.differs()).anyMatch(d -> d.contains("non-commercial"));
        });
  }

  @Test
  void aTextWrittenAfterAKnownOneIsCalledByItsOwnTitle() {
    String changed = LicenceTexts.ISC.replace("for any purpose", "for any non-commercial purpose");
    assertThat(scan("LICENSE", "# HERON HARBOUR LICENSE AGREEMENT\n\n" + changed))
        .singleElement()
        .satisfies(s -> {
          assertThat(s.expression()).isEqualTo("LicenseRef-HERON-HARBOUR-LICENSE");
          assertThat(s.freedom()).isEqualTo(Freedom.LIMITED);
        });
    assertThat(scan("LICENSE", "ISC License (modified)\n\n" + changed))
        .extracting(LicenceStatement::expression)
        .containsExactly("LicenseRef-modified-ISC");
  }

  @Test
  void noTermAddedToAFreeLicenceLeavesItFree() {
    for (String added :
        List.of(
            "For personal use only.",
            "Governments are excluded.",
            "It can't be used by firms.",
            "Others need a paid licence.",
            "Firms with more than 50 employees need another licence from us.",
            "Whoever publishes with it has to name us.",
            "No use in weapons.",
            "Not for clinical use.",
            "The models are licensed separately.",
            "The licence ends on 1 January 2040.",
            "Naming us is mandatory.",
            "Die kommerzielle Nutzung ist untersagt.",
            "L'usage commercial est interdit.",
            "Queda prohibido el uso comercial.",
            "É proibido o uso comercial.",
            "L'uso commerciale è vietato.",
            "Коммерческое использование запрещено.",
            "仅供学术研究使用。",
            "商用利用を禁じます。",
            "상업적 이용을 금지합니다.")) {
      for (String text :
          List.of(LicenceTexts.ISC + "\n" + added + "\n", added + "\n\n" + LicenceTexts.ISC)) {
        assertThat(scan("LICENSE", text))
            .as(text)
            .singleElement()
            .satisfies(s -> assertThat(s.freedom()).isNotEqualTo(Freedom.FREE));
      }
    }
    for (String added :
        List.of(
            "Please name us if you write about it.",
            "The following pertains only to the software in this folder.",
            "Die Software steht unter dieser Lizenz.")) {
      assertThat(scan("LICENSE", added + "\n\n" + LicenceTexts.ISC))
          .as(added)
          .anySatisfy(s -> {
            assertThat(s.expression()).isEqualTo("ISC");
            assertThat(s.freedom()).isEqualTo(Freedom.FREE);
          });
    }
  }

  @Test
  void wordsOfAChangedLicenceThatTakeTradeAwayLimitAndOthersAreForAPerson() {
    for (String added :
        List.of(
            "No part of it may be used for commercial purposes.",
            "Commercial use of the software is prohibited.",
            "It must never be sold commercially.",
            "It may only be used for academic work.")) {
      assertThat(scan("LICENSE", LicenceTexts.ISC + "\n" + added + "\n"))
          .as(added)
          .singleElement()
          .satisfies(s -> assertThat(s.freedom()).isEqualTo(Freedom.LIMITED));
    }
    for (String added :
        List.of(
            "Commercial users must show our name in their product.",
            "This shall not only hold for commercial use of the software.",
            "The user must tell us by mail of each product.")) {
      assertThat(scan("LICENSE", LicenceTexts.ISC + "\n" + added + "\n"))
          .as(added)
          .singleElement()
          .satisfies(s -> assertThat(s.freedom()).isEqualTo(Freedom.UNKNOWN));
    }
  }

  @Test
  void aSentenceAddedBehindALicenceMakesItModified() {
    String rider =
        "\nIf your product has more than 100 monthly active users, you must display our name.\n";
    assertThat(scan("LICENSE", LicenceTexts.ISC + rider))
        .singleElement()
        .satisfies(s -> {
          assertThat(s.match()).isEqualTo(LicenceStatement.Match.MODIFIED);
          assertThat(s.differs()).anyMatch(d -> d.contains("monthly active users"));
        });
  }

  @Test
  void codeAndWeightsOfOneSentenceGetTheirOwnLicences() {
    var said =
        scan(
            "README.md",
            "The code is released under the MIT License, and the weights under CC BY-NC 4.0.\n");
    assertThat(said)
        .extracting(LicenceStatement::expression, LicenceStatement::covers)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("MIT", Set.of(Subject.CODE)),
            org.assertj.core.groups.Tuple.tuple("CC-BY-NC-4.0", Set.of(Subject.WEIGHTS)));
  }

  @Test
  void theNameOfAFileSaysWhatItsLicenceCovers() {
    assertThat(scan("LICENSE-MODEL", LicenceTexts.ISC))
        .allMatch(s -> s.covers().equals(Set.of(Subject.WEIGHTS)));
    assertThat(scan("DATA_LICENSE", LicenceTexts.ISC))
        .allMatch(s -> s.covers().equals(Set.of(Subject.DATA)));
    assertThat(scan("model_licenses/LICENSE-X", LicenceTexts.ISC))
        .allMatch(s -> s.scope().isEmpty());
    assertThat(scan("third_party/x/LICENSE", LicenceTexts.ISC))
        .allMatch(s -> s.scope().equals("third_party/x/"));
  }

  @Test
  void tagsNameLicencesAndNeverAVersionThatIsNotThere() {
    assertThat(ENGINE.named("apache-2.0")).isEqualTo("Apache-2.0");
    assertThat(ENGINE.named("llama3.1")).isEqualTo("LicenseRef-scancode-llama-3.1-license-2024");
    assertThat(ENGINE.named("llama3")).isEqualTo("LicenseRef-llama-3");
    assertThat(ENGINE.named("gemma")).isEqualTo("LicenseRef-gemma");
    assertThat(ENGINE.named("gpl")).isEqualTo("LicenseRef-GPL");
    assertThat(ENGINE.named("other")).isEqualTo("NOASSERTION");
    assertThat(ENGINE.named("a licence nobody knows")).isEqualTo("NOASSERTION");
  }

  @Test
  void freedomFollowsTheListsAndTheLimits() {
    assertThat(ENGINE.freedom("MIT", Component.WEIGHTS)).isEqualTo(Freedom.FREE);
    assertThat(ENGINE.freedom("CC-BY-SA-4.0", Component.TRAINING_DATA)).isEqualTo(Freedom.FREE);
    assertThat(ENGINE.freedom("CC-BY-NC-4.0", Component.WEIGHTS)).isEqualTo(Freedom.LIMITED);
    assertThat(ENGINE.freedom(ENGINE.named("llama3.1"), Component.WEIGHTS))
        .isEqualTo(Freedom.LIMITED);
    assertThat(ENGINE.freedom(ENGINE.named("gemma"), Component.WEIGHTS)).isEqualTo(Freedom.LIMITED);
    assertThat(ENGINE.freedom("OpenMDW-1.0", Component.WEIGHTS)).isEqualTo(Freedom.FREE);
    assertThat(ENGINE.freedom("MIT AND CC-BY-NC-4.0", Component.WEIGHTS))
        .isEqualTo(Freedom.LIMITED);
    assertThat(ENGINE.freedom("MIT OR CC-BY-NC-4.0", Component.WEIGHTS)).isEqualTo(Freedom.FREE);
    assertThat(ENGINE.freedom("LicenseRef-nobody", Component.WEIGHTS)).isEqualTo(Freedom.UNKNOWN);
  }
}
