package dev.assay.licences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.licences.Heritage.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a licence asks of what is made from the work under it.
class HeritageTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  @ParameterizedTest(name = "{0} and then {1}: {2}")
  @CsvSource({
    "Apache-2.0, MIT, FREE_TO_CHOOSE",
    "Apache-2.0, Apache-2.0, SAME",
    "MIT OR GPL-3.0-only, MIT, SAME",
    "MIT OR GPL-3.0-only, Apache-2.0, FREE_TO_CHOOSE",
    "MIT AND GPL-3.0-only, Apache-2.0, BREAKS",
    "GPL-3.0-or-later, GPL-3.0-only, SAME",
    "LGPL-3.0-only, MIT, UNDECIDED",
    "CC-BY-4.0, MIT, FREE_TO_CHOOSE",
    "CC-BY-SA-4.0, MIT, BREAKS",
    "CC-BY-NC-4.0, Apache-2.0, BREAKS",
    "CC-BY-NC-SA-3.0, CC-BY-4.0, BREAKS",
    "LicenseRef-scancode-llama-3.1-license-2024, Apache-2.0, BREAKS",
    "LicenseRef-scancode-llama-3.1-license-2024, LicenseRef-scancode-llama-3.1-license-2024, SAME",
    "LicenseRef-scancode-bigscience-open-rail-m, MIT, BREAKS",
    "NOASSERTION, MIT, UNDECIDED",
    "MIT, NOASSERTION, UNDECIDED",
    "LicenseRef-nobody-knows, MIT, UNDECIDED",
  })
  void what_is_made_from_it(String work, String made, Answer answer) {
    Heritage heritage = ENGINE.heritage(work, made);
    assertThat(heritage.answer()).as(heritage.reason()).isEqualTo(answer);
    assertThat(heritage.reason()).isNotBlank();
  }
}
