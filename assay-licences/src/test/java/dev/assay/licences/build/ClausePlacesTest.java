package dev.assay.licences.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.licences.RightsQuestion;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.LicenceStatement;
import dev.assay.model.ProofLevel;
import dev.assay.model.Right;
import dev.assay.model.Right.Act;
import dev.assay.model.Span;
import dev.assay.model.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Where the clauses that an answer rests on stand, in texts of the SPDX package.
class ClausePlacesTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  private static String text(String id) throws IOException {
    return SpdxText.all().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow().text();
  }

  @Test
  void eachClauseIsQuotedFromTheTextOfItsOwnLicence() throws IOException {
    List<LicenceStatement> said = new ArrayList<>();
    for (String id : List.of("CC-BY-NC-SA-4.0", "CC-BY-NC-4.0")) {
      said.addAll(ENGINE.scan(TextFile.of("places", "models/" + id + "/LICENSE-MODEL", text(id))));
    }
    Finding weights =
        new Finding(
            Component.WEIGHTS,
            State.LINKED,
            Set.of(),
            ProofLevel.SEEN,
            "there",
            LicenceOf.NONE,
            List.of(
                new Evidence("places", "models/CC-BY-NC-SA-4.0/x", new Span.Whole(), "", null),
                new Evidence("places", "models/CC-BY-NC-4.0/x", new Span.Whole(), "", null)),
            List.of(),
            List.of());
    Right right =
        ENGINE
            .answer(RightsQuestion.ANYBODY, said, List.of(weights))
            .whole()
            .get(Act.RUN.ordinal());
    assertThat(right.clauses()).hasSizeGreaterThan(1);
    assertThat(right.clauses())
        .allSatisfy(c -> {
          assertThat(c.evidence())
              .singleElement()
              .satisfies(e -> {
                assertThat(e.path()).contains(c.licence() + "/");
                if (c.clause().equals("\u00A72.a.1") || c.clause().equals("2.a.1")) {
                  assertThat(e.quote()).startsWith("Subject to the terms and conditions");
                }
              });
        });
    assertThat(right.clauses()).anyMatch(c -> c.clause().endsWith("2.a.1"));
  }
}
