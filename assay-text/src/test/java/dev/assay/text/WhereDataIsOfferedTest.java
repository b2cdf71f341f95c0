package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Data behind an address that does not tell what it leads to, and what lies or stands beside data
/// and is none.
class WhereDataIsOfferedTest {
  private static State state(String readme) {
    return Docs.readme(readme).data();
  }

  @Test
  void aModelThatIsTrainedByDataIsNotWhatIsOffered() {
    String said =
        "# Net\n\n## Training data\n\nThe dataset used to train and evaluate the models is available [here](https://zenodo.org/record/123).\n";
    assertThat(state(said)).isEqualTo(State.LINKED);
    assertThat(
            state(
                "# Net\n\n## Training data\n\nTrained on the Dune dataset. The models are available [here](https://zenodo.org/record/123).\n"))
        .isEqualTo(State.DESCRIBED);
  }

  @Test
  void aNumberOfAnArchiveIsDataWhereTheWordsOfferData() {
    String said =
        "# Net\n\n## Training data\n\nThe dataset used to train the models is available [here](https://doi.org/10.1234/ABC.1).\n";
    assertThat(state(said)).isEqualTo(State.LINKED);
    assertThat(
            state(
                said.replace("is available [here]", "is described in the paper, available [here]")))
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void thePageOfAPublisherIsDataWhereTheWordsOfferData() {
    String said =
        "# Net\n\n## Datasets\n\nYou can download our datasets for fine-tuning in: [https://huggingface.co/dune](https://huggingface.co/dune).\n";
    assertThat(state(said)).isEqualTo(State.LINKED);
    assertThat(state(said.replace("datasets for fine-tuning", "checkpoints")))
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void aPackedFileBelowAHeadingForDataIsData() {
    String page =
        "# Net\n\n## Data preparation\n\nPlease download the annotations file [annotations.zip](https://drive.google.com/file/d/1/view) and extract it.\n";
    assertThat(Docs.readme(page).with("train.py", "x").data()).isEqualTo(State.LINKED);
    assertThat(Docs.readme(page.replace("Data", "Engine")).with("train.py", "x").data())
        .isEqualTo(State.ABSENT);
    assertThat(Docs.readme(page.replace("[anno", "[model-anno")).with("train.py", "x").data())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void anItemThatIsOnlyAnAddressGoesOnFromTheOneBefore() {
    String said =
        "# Net\n\n- We release the text dataset used to train our net.\n- https://github.com/dune/net/releases/tag/v1\n";
    assertThat(state(said)).isEqualTo(State.LINKED);
    assertThat(state(said.replace("the text dataset", "the code"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aPageInAFolderForEvaluationFetchesWhatIsEvaluatedOn() {
    String page =
        "# Pier\n\n## Download Dataset\n\n```sh\ngit clone https://huggingface.co/datasets/dune/pier\n```\n";
    assertThat(Docs.readme("# Net\n").with("net-eval/instruct/Pier/README.md", page).data())
        .isEqualTo(State.ABSENT);
    assertThat(Docs.readme("# Net\n").with("train/pier/README.md", page).data())
        .isEqualTo(State.LINKED);
  }

  @Test
  void aNameOfATrialIsNoDataSet() {
    String program = "import datasets\nds = datasets.load_dataset(\"dune/%s\")\n";
    assertThat(
            Docs.readme("# Net\n")
                .with("train.py", "x")
                .with("datasets/download.py", program.formatted("test"))
                .data())
        .isEqualTo(State.ABSENT);
    assertThat(
            Docs.readme("# Net\n")
                .with("train.py", "x")
                .with("datasets/download.py", program.formatted("harbour"))
                .data())
        .isEqualTo(State.LINKED);
  }

  @Test
  void aVocabularyBesideDataIsNoData() {
    Docs release = Docs.readme("# Net\n").with("train.py", "x");
    assertThat(release.listed("data/encoder.json", 2_000_000).data()).isEqualTo(State.ABSENT);
    assertThat(release.listed("data/captions.json", 2_000_000).data()).isEqualTo(State.PRESENT);
  }
}
