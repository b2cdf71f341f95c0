package dev.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.ProofLevel;
import dev.assay.model.Span;
import dev.assay.model.State;
import dev.assay.reports.ExplainReport.Likeness;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainReportTest {
  private static Finding weights(State state, String summary) {
    boolean found = state != State.ABSENT && state != State.UNDECIDABLE;
    return new Finding(
        Component.WEIGHTS,
        state,
        Set.of(),
        found ? ProofLevel.CLAIMED : null,
        summary,
        LicenceOf.NONE,
        found ? List.of(new Evidence("s", "README.md", new Span.Whole(), "q", null)) : List.of(),
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @EnumSource(Likeness.class)
  void what_is_linked_is_not_said_to_be_nowhere(Likeness likeness) {
    assertThat(likeness.moral(false, weights(State.LINKED, "")))
        .contains("is linked")
        .doesNotContain("There is no");
    assertThat(likeness.moral(false, weights(State.UNDECIDABLE, ""))).contains("cannot be decided");
    assertThat(likeness.moral(false, weights(State.ABSENT, ""))).contains("no executable here");
    assertThat(likeness.moral(false, weights(State.PRESENT, "")))
        .contains("not all of what it was built from is here");
  }

  @Test
  void what_the_summary_says_is_not_said_before_it() {
    assertThat(ExplainReport.found(weights(State.ABSENT, "Not found in what was inspected.")))
        .isEqualTo("Not found in what was inspected.");
    assertThat(ExplainReport.found(weights(State.PRESENT, "Weights are here.")))
        .isEqualTo("present. Weights are here.");
  }
}
