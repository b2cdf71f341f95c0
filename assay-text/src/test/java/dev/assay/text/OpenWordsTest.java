package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether a sentence that calls something open speaks of its own release.
class OpenWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It is a complete open source model: what made it is here. | true",
        "This is a fully open model. | true",
        "We open-source Harbour, a family of models. | true",
        "Our models are open source. | true",
        "Harbour builds on Dune, which is an open source model. | false",
        "Thanks to the authors of open source models. | false"
      })
  void aReleaseSpeaksOfItselfInTheFirstPersonOrAsIt(String sentence, boolean itself) {
    assertThat(OpenWords.ofItself(sentence)).as(sentence).isEqualTo(itself);
  }
}
