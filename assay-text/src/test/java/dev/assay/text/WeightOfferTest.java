package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Weights by the grammar of what offers them, wherever they are kept.
class WeightOfferTest {
  private static final String STORE = "https://zenodo.org/records/10401602";

  private static boolean linked(String said) {
    return Docs.readme("# Gull\n\nA model of gulls.\n\n" + said + "\n").judged().mentions().stream()
        .anyMatch(m -> m.component() == Component.WEIGHTS && m.state() == State.LINKED);
  }

  private static State data(String said) {
    return Docs.readme("# Gull\n\nA model of gulls.\n\n" + said + "\n")
        .besideTraining(Component.TRAINING_DATA)
        .state();
  }

  @Test
  void trainedModelsAreTheSubjectOfWhatIsAvailable() {
    String said =
        "%s of the trained Gull models (4 replicates) are now available at " + STORE + ".";
    assertThat(linked(said.formatted("Weights"))).isTrue();
    assertThat(linked(said.formatted("Predictions"))).isFalse();
    assertThat(linked(said.formatted("Training data"))).isFalse();
  }

  @Test
  void whatTheyWereTrainedOnIsNotWhatIsOffered() {
    String said =
        "%s, pretrained on the Harbour training set, is available [here: %s](https://vault.example.org/s/2Xk).";
    assertThat(linked(said.formatted("The weights of Gull", "the file"))).isTrue();
    assertThat(linked(said.formatted("The code of Gull", "Gull_on_Harbour.h5"))).isTrue();
    assertThat(linked(said.formatted("The code of Gull", "the file"))).isFalse();
  }

  @Test
  void aHeadingOffersTrainedModelsForDownload() {
    String said =
        "## %s\n\n1. Download [Gull_1M](https://figshare.com/ndownloader/files/36898600). See below."
            + "\n    - It is trained on 1M gulls.";
    assertThat(linked(said.formatted("Pre-trained Models Download"))).isTrue();
    assertThat(linked(said.formatted("Data Download"))).isFalse();
  }

  @Test
  void packedFilesBelowSuchAHeadingAreNoData() {
    String said =
        "### %s\n\n- Danish Model: (Trained on 9.5gb text)\n"
            + "[Version 1](https://www.dropbox.com/s/b2y/danish_gull.zip?dl=1)";
    assertThat(linked(said.formatted("Download weights"))).isTrue();
    assertThat(data(said.formatted("Download weights"))).isNotEqualTo(State.LINKED);
    assertThat(linked(said.formatted("Download corpora"))).isFalse();
    assertThat(data(said.formatted("Download corpora"))).isEqualTo(State.LINKED);
  }
}
