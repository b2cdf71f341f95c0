package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Claim;
import dev.assay.model.Evidence;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Span;
import dev.assay.model.Subject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimJudgeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "says it has 7B parameters | 7e9",
        "says it has 7.3 billion parameters | 7.3e9",
        "says it has 110M parameters | 110e6",
        "says it has 1,234,567 parameters | 1234567",
        "says it has 13 million parameters in 2 parts | 13e6",
        "says it has 1.5. T parameters | 1.5e12",
      })
  void a_stated_size_is_read(String statement, double expected) {
    assertThat(ClaimJudge.parameters(statement)).hasValue(expected);
  }

  @ParameterizedTest
  @CsvSource({"version 3 of the model", "says 7bit parameters", "nothing", "1.2.3 B"})
  void what_is_no_size_is_not_read_as_one(String statement) {
    assertThat(ClaimJudge.parameters(statement)).isEmpty();
  }

  @org.junit.jupiter.api.Test
  void a_family_without_a_version_agrees_with_a_text_of_it_and_with_no_other() {
    assertThat(TagClaims.agrees("LicenseRef-Apache", "Apache-2.0")).isTrue();
    assertThat(TagClaims.agrees("MIT", "MIT")).isTrue();
    assertThat(TagClaims.agrees("LicenseRef-GPL", "LGPL-3.0-only")).isFalse();
    assertThat(TagClaims.agrees("MIT", "MIT-0")).isFalse();
  }

  private static LicenceStatement read(
      LicenceStatement.Basis basis,
      LicenceStatement.Match match,
      String expression,
      String path,
      Subject covers) {
    return new LicenceStatement(
        expression,
        basis,
        match,
        Set.of(covers),
        "",
        Freedom.UNKNOWN,
        List.of(),
        new Evidence("s", path, new Span.Whole(), "q", null));
  }

  private static Claim.Verdict verdict(String tag, Subject covers, String text) {
    var match =
        text.contains("modified")
            ? LicenceStatement.Match.MODIFIED
            : text.equals("NOASSERTION")
                ? LicenceStatement.Match.UNKNOWN
                : LicenceStatement.Match.SAME_WORDS;
    return TagClaims.of(
            List.of(
                read(LicenceStatement.Basis.TEXT, match, text, "LICENSE", Subject.EVERYTHING),
                read(
                    LicenceStatement.Basis.METADATA,
                    LicenceStatement.Match.NAMED,
                    tag,
                    "setup.py",
                    covers)))
        .stream()
        .map(Claim::verdict)
        .findFirst()
        .orElse(null);
  }

  @ParameterizedTest
  @CsvSource({
    "AGPL-3.0-or-later, AGPL-3.0-only, CONFIRMED",
    "GPL-3.0, GPL-3.0-only, CONFIRMED",
    "GPL-2.0, GPL-3.0-only, CONTRADICTED",
    "MIT OR Apache-2.0, Apache-2.0, CONFIRMED",
    "MIT OR Apache-2.0, BSD-3-Clause, CONTRADICTED",
    "BSD-3-Clause, BSD-3-Clause-LBNL, UNDECIDABLE",
    "LicenseRef-modified-mit, LicenseRef-acme-modified-mit-2025, UNDECIDABLE",
    "Apache-2.0, LicenseRef-modified-Apache-2.0, UNDECIDABLE",
    "LicenseRef-Apache, LicenseRef-modified-Apache-2.0, UNDECIDABLE",
    "MIT, NOASSERTION, UNDECIDABLE",
    "MIT, CC-BY-NC-4.0, CONTRADICTED",
    "LicenseRef-Apache, MIT, CONTRADICTED",
  })
  void a_tag_is_contradicted_only_by_another_licence(
      String tag, String text, Claim.Verdict expected) {
    assertThat(verdict(tag, Subject.CODE, text)).isEqualTo(expected);
  }

  @org.junit.jupiter.api.Test
  void a_tag_for_the_model_or_the_data_says_nothing_against_the_text_for_all() {
    assertThat(verdict("CC-BY-NC-4.0", Subject.WEIGHTS, "Apache-2.0")).isNull();
    assertThat(verdict("CC-BY-NC-4.0", Subject.DATA, "Apache-2.0")).isNull();
  }
}
