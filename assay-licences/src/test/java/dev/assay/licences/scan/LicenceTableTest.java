package dev.assay.licences.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.LicenceStatement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Tables with a column of licences.
class LicenceTableTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  /// Each licence with what it covers.
  private static List<String> said(String readme) {
    return ENGINE.scan(TextFile.of("s", "README.md", readme)).stream()
        .map(LicenceTableTest::said)
        .toList();
  }

  private static String said(LicenceStatement s) {
    return s.expression()
        + s.covers().stream()
            .sorted()
            .map(c -> c.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" and ", " for ", ""));
  }

  @Test
  void aRowGivesAPartItsLicence() {
    assertThat(
            said(
                """
                # Net

                | part | where | licence |
                | --- | --- | --- |
                | training code | `train.py` | Apache-2.0 (`LICENSE`) |
                | weights | `model.safetensors` | CC BY-NC 4.0 |
                | evaluation data and code | `test.tsv`, `eval.py` | CC0-1.0, MIT |
                | documents | this card | CC-BY-4.0 |
                | demo | a page | BSD-3-Clause |
                """))
        .containsExactly(
            "Apache-2.0 for code",
            "CC-BY-NC-4.0 for weights",
            "CC0-1.0 for data",
            "MIT for code",
            "CC-BY-4.0 for documents",
            "BSD-3-Clause for ");
  }

  @Test
  void theHeadOfAColumnSaysWhatItsRowsAre() {
    assertThat(
            said(
                """
                # Net

                Model | Size | License
                ----- | ---: | -------
                [Net-S](https://example.org/s) | 1 | MIT
                [Net-L](https://example.org/l) | 7 | CC-BY-NC-4.0

                | Corpus | Licence |
                |--------|---------|
                | [Books](https://example.org/books) | CC BY-SA 3.0 |
                """))
        .containsExactly("MIT for weights", "CC-BY-NC-4.0 for weights", "CC-BY-SA-3.0 for data");
  }

  @Test
  void theHeadingSaysWhatATableIsOf() {
    assertThat(
            said(
                """
                ## Open-weight models

                | Name | Use | License |
                | --- | --- | --- |
                | `Net [dev]` | [pictures](docs/p.md) | CC-BY-NC-4.0 |
                """))
        .containsExactly("CC-BY-NC-4.0 for weights");
  }

  @Test
  void librariesAreOfOthers() {
    assertThat(
            said(
                """
                # Net

                | Library | License |
                | --- | --- |
                | [Theirs](https://example.org/t) | LGPL-3.0-only |
                """))
        .containsExactly("LGPL-3.0-only for ");
  }

  @Test
  void namesAloneMayBeOfOthers() {
    assertThat(
            said(
                """
                # Net

                | Model | Score | License |
                | --- | --- | --- |
                | Theirs | 12 | CC-BY-NC-4.0 |
                """))
        .containsExactly("CC-BY-NC-4.0 for ");
  }

  @Test
  void aColumnForEachPart() {
    assertThat(
            said(
                """
                # Net

                | | code license | model license |
                | --- | --- | --- |
                | Net-S | MIT | CC-BY-4.0 |
                """))
        .containsExactly("MIT for code", "CC-BY-4.0 for weights");
  }

  @Test
  void aNameThatNoListHasAndAFile() {
    assertThat(
            said(
                """
                # Net

                | Licence | Component |
                | --- | --- |
                | [Heron Open Licence Agreement](https://example.org/h) | Code (excluding model weights) |
                | [Heron Closed Licence Agreement](https://example.org/c) | Net-L (incl. weights) |
                | [text](LICENSE-WEIGHTS) | the weights of Net-S |
                """))
        .anyMatch(s -> s.startsWith("LicenseRef-Heron-Closed-Licence for weights"))
        .anyMatch(s -> s.contains("LICENSE-WEIGHTS") && s.endsWith(" for weights"))
        .noneMatch(s -> s.contains("Heron-Open") && s.contains("weights"));
  }

  @Test
  void theDataAreNoFileOfCode() {
    assertThat(said("# Net\n\n## License\n\n- Data: CC BY 4.0\n- Weights: CC BY-NC 4.0\n"))
        .containsExactly("CC-BY-4.0 for data", "CC-BY-NC-4.0 for weights");
  }

  @Test
  void aHeadingRightBelowAnotherIsOne() {
    assertThat(said("# Net\n## License\n- Code: Apache-2.0\n"))
        .containsExactly("Apache-2.0 for code");
  }
}
