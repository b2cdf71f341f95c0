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
}
