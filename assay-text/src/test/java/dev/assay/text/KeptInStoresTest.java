package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Weights in stores that mostly keep data.
class KeptInStoresTest {
  private static final String STORE = "https://zenodo.org/record/10401602";

  private static boolean weights(String sentence) {
    return Docs.readme("# Gull\n\nA model of gulls.\n\n" + sentence.formatted(STORE) + "\n")
        .judged()
        .mentions()
        .stream()
        .anyMatch(m ->
            m.component() == Component.WEIGHTS
                && m.state() == State.LINKED
                && STORE.equals(m.link()));
  }

  @Test
  void theSentenceSaysThatWeightsAreThere() {
    for (String sentence :
        new String[] {
          "The pretrained model is at %s.",
          "Pretrained model: %s",
          "%s contains the trained model.",
          "You find the model weights here: %s",
          "Our checkpoints are hosted on [Zenodo](%s).",
          "Both Zenodo (%s) and our disk (https://x.example.org/a) contain the gull model, and sample data."
        }) {
      assertThat(weights(sentence)).as(sentence).isTrue();
    }
  }

  @Test
  void dataPapersAndCodeThereAreNoWeights() {
    for (String sentence :
        new String[] {
          "The model was trained on [GullSet](%s).",
          "The data for the model are at %s.",
          "Please cite the model: %s",
          "The checkpoints were evaluated on recordings (%s).",
          "%s contains the model predictions."
        }) {
      assertThat(weights(sentence)).as(sentence).isFalse();
    }
  }

  @Test
  void dataAmongTheReleasesOfARepositoryAreNoWeightsWhateverTheHeadingSays() {
    String readme =
        "# Gull\n\n## Pretrained models\n\nYou can download the cleaned %s from [here](https://github.com/a/gull/releases/tag/v1).\n";
    assertThat(links(readme.formatted("datasets"))).isFalse();
    assertThat(links(readme.formatted("models"))).isTrue();
  }

  private static boolean links(String readme) {
    return Docs.readme(readme).judged().mentions().stream()
        .anyMatch(m -> m.component() == Component.WEIGHTS && m.state() == State.LINKED);
  }
}
