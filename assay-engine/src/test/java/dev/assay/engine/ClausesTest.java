package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.ProofLevel;
import dev.assay.model.State;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// How what is missing of a part is told.
class ClausesTest {
  private static String missing(Component component, String summary) {
    return Clauses.missing(
        new Finding(
            component,
            State.DESCRIBED,
            Set.of(),
            ProofLevel.CLAIMED,
            summary,
            LicenceOf.NONE,
            List.of(TextFile.of("s", "README.md", summary).evidence(1, 1)),
            List.of(),
            List.of()));
  }

  @Test
  void whatIsOnlyNamedIsNotDescribedInProse() {
    assertThat(missing(Component.TRAINING_DATA, "Named only: Harbour"))
        .isEqualTo("named or described, not given");
    assertThat(missing(Component.ARCHITECTURE, "The weights' header names the architecture"))
        .isEqualTo("named or described, not given");
  }
}
