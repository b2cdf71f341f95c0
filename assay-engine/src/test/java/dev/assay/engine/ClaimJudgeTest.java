package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(ClaimJudge.agrees("LicenseRef-Apache", "Apache-2.0")).isTrue();
    assertThat(ClaimJudge.agrees("MIT", "MIT")).isTrue();
    assertThat(ClaimJudge.agrees("LicenseRef-GPL", "LGPL-3.0-only")).isFalse();
    assertThat(ClaimJudge.agrees("MIT", "MIT-0")).isFalse();
  }
}
