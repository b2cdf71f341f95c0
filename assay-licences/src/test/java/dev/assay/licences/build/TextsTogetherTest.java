package dev.assay.licences.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.licences.Findings;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.Component;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.LicenceStatement;
import dev.assay.model.State;
import dev.assay.testing.LicenceTexts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Texts of the SPDX package beside each other and beside what is said of them.
class TextsTogetherTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  private static String text(String id) throws IOException {
    return SpdxText.all().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow().text();
  }

  @Test
  void whatStandsBehindAListOfComponentsIsOfThose() throws IOException {
    String listed =
        LicenceTexts.ISC
            + "\n\nSubcomponents:\n\nThe project contains components with separate notices and"
            + " terms.\n\n1. Harbour, see harbour/LICENSE\n\n"
            + LicenceTexts.MIT
            + "\n\n2. Quay, see quay/LICENSE\n\nThe Quay Release\n\n"
            + text("BSL-1.0");
    assertThat(ENGINE.scan(TextFile.of("s", "LICENSE", listed)))
        .filteredOn(s -> !s.covers().isEmpty())
        .extracting(LicenceStatement::expression)
        .containsExactly("ISC");
  }

  @Test
  void aLicenceNamedWithoutItsVersionIsTheOneWhoseTextIsHere() throws IOException {
    List<LicenceStatement> said = new ArrayList<>();
    said.addAll(ENGINE.scan(TextFile.of("s", "LICENSE", text("MPL-2.0"))));
    said.addAll(
        ENGINE.scan(
            TextFile.of(
                "s",
                "README.md",
                "# M\n\nCode and models are released under the Mozilla Public License.\n")));
    assertThat(
            ENGINE
                .bind(said, List.of(Findings.of(Component.WEIGHTS, State.LINKED, "README.md")))
                .get(Component.WEIGHTS))
        .extracting(LicenceOf::status, LicenceOf::expression, LicenceOf::freedom)
        .containsExactly(LicenceOf.Status.FOUND, "MPL-2.0", Freedom.FREE);
  }
}
