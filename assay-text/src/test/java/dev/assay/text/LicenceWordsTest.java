package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LicenceWordsTest {
  @Test
  void theNameGoesOnOverItsOwnWordsAlone() {
    assertThat(LicenceWords.in("under Apache License 2.0, which")).isEqualTo("Apache License 2.0");
    assertThat(LicenceWords.in("under a CC-BY and so on")).isEqualTo("CC-BY");
  }

  @Test
  void dashesAreNoWords() {
    assertThat(LicenceWords.in("under CC-BY - see below")).isEqualTo("CC-BY");
    assertThat(LicenceWords.in("under CC-BY -- see below")).isEqualTo("CC-BY");
  }
}
