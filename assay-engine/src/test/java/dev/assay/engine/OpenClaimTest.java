package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.model.Claim;
import dev.assay.text.DocumentJudge;
import dev.assay.text.DocumentReader;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenClaimTest {
  private static List<Claim> claims(String readme) {
    return DocumentJudge.of(
            DocumentReader.read(TextFile.of("s", "README.md", readme)).stream().toList(), List.of())
        .judge(false, false)
        .claims();
  }

  /// A reference leads where a link leads that stands in the line.
  @Test
  void whatIsSaidWithALinkToAnotherProjectIsNoClaim() {
    var names = new ReleaseNames(List.of("harbour"));
    String said =
        "# Harbour\n\nCheck out our open-sourced [river model](https://example.org/river)!\n";
    assertThat(
            OpenClaim.of(
                claims(said.replace("[river model](https://example.org/river)", "model")), names))
        .isPresent();
    assertThat(OpenClaim.of(claims(said), names)).isEmpty();
    String referred =
        said.replace("(https://example.org/river)", "[r]") + "\n[r]: https://example.org/river\n";
    assertThat(OpenClaim.of(claims(referred), names)).isEmpty();
  }

  /// What is given as "our weights" is the release's own, whatever its place is called.
  @Test
  void aLinkToWhatIsGivenAsItsOwnLeadsNowhereElse() {
    var names = new ReleaseNames(List.of("harbour"));
    String said =
        "# Harbour\n\nWe have open-sourced %s weights at https://huggingface.co/docks/quay-large.\n";
    assertThat(OpenClaim.of(claims(said.formatted("our model")), names)).isPresent();
    assertThat(OpenClaim.of(claims(said.formatted("the")), names)).isEmpty();
  }

  /// "Other: an open-source system for Name" says it of the other.
  @Test
  void whatStandsBeforeAColonIsWhatIsOpen() {
    var names = new ReleaseNames(List.of("harbour"));
    String said = "# Harbour\n\n%s: An open-source routing system for harbour.\n";
    assertThat(OpenClaim.of(claims(said.formatted("Quay")), names)).isEmpty();
    assertThat(OpenClaim.of(claims(said.formatted("Harbour")), names)).isPresent();
  }

  /// "Open source" says more than "open", and is the claim where both stand.
  @Test
  void openAloneIsTheLesserClaim() {
    var names = new ReleaseNames(List.of("harbour"));
    String open = "# Harbour\n\nHarbour is an open speech model.\n";
    assertThat(OpenClaim.of(claims(open), names)).get().matches(c -> !OpenClaim.ofSource(c));
    assertThat(OpenClaim.of(claims(open + "\nHarbour is an open-source speech model.\n"), names))
        .get()
        .matches(OpenClaim::ofSource);
  }
}
