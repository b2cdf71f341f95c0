package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Mention;
import dev.assay.model.Span;
import dev.assay.model.State;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnBasesTest {
  private static final Evidence SEEN =
      new Evidence("s", "README.md", new Span.Lines(1, 1), "q", null);

  private static Claim claim(String statement) {
    return new Claim(
        Claim.Kind.BASE_MODEL, statement, SEEN, Claim.Verdict.UNDECIDABLE, "", List.of());
  }

  private static Mention weights(String link) {
    return new Mention(Component.WEIGHTS, State.LINKED, Set.of(), link, null, SEEN);
  }

  @Test
  void a_model_that_the_release_offers_itself_is_no_base() {
    Claim offered = claim("says that it was made from Nest-Text-01");
    Claim other = claim("says that it was made from Other-7B");
    Claim unnamed = claim("says that it was made from another model");
    Claim head = claim("names the base model lab/Nest-Text-01");
    List<Mention> places =
        List.of(
            weights("https://huggingface.co/lab/Nest-Picture-01"),
            weights("https://huggingface.co/lab/Nest-Text-01"),
            weights("https://huggingface.co/others/Other-7B"));
    assertThat(OwnBases.setAside(List.of(offered, other, unnamed, head), places))
        .containsExactly(other, unnamed, head);
  }
}
