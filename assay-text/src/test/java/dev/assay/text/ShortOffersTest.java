package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Offers of data in few words, whose heading, comment or neighbour says what is offered, and links
/// that stand where data are spoken of and lead to something else.
class ShortOffersTest {
  private static State data(String said) {
    return Docs.readme("# Net\n\n" + said + "\n").trains().data();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Setup\n\n```bash\n# download the Quay-pop dataset\nwget -O quay.tar.gz https://zenodo.example.org/files/quay.tar.gz\n```",
        "## Data\nData sets are available via the publications and research data repository of the quay:\nhttps://doi.org/10.1234/quay-0001",
        "## Get the data\n\n* Download from [here](http://torrents.example.org/details/9b13) into the folder",
        "## Corpus\n\nDownload: https://drive.google.com/drive/u/1/folders/1WikYHHMI",
        "## Train your own models\n\nPlease follow the instructions *[here](https://github.com/quay/letters)* for downloading and preprocessing the Quay/Letters dataset.",
        "## Data\n\nFor reasons of copyright we cannot release the dataset that we trained on. However, we released [QUAY-600K](https://github.com/quay/audio-dataset), the data source that we used to compose the dataset, with a link to each sound."
      })
  void isLinked(String said) {
    assertThat(data(said)).isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Setup\n\n```bash\n# download the weights\nwget -O quay.tar.gz https://zenodo.example.org/files/quay.tar.gz\n```",
        "## Setup\n\n```bash\n# download the test data\nwget https://zenodo.example.org/files/quay.tar.gz\n```",
        "## Tools\n\n* Download from [here](http://torrents.example.org/details/9b13) into the folder",
        "## Setup\n\nDownload the pre-trained network from:\nhttp://quay.example.edu/net.php?id=start",
        "Net was trained over 900k steps on the Quay dataset ([Hyper params](https://www.dropbox.com/s/0v/quay.json?dl=0))",
        "## Training data\n\n| Net | Data source | Tokens (all) |\n|---|---|---|\n| A | Quay letters | l2.9B/295B |",
        "## Weights\n\n| Dataset | Size | Link |\n|---|---|---|\n| QuayNet | 256 | [checkpoint](https://storage.googleapis.com/quay/checkpoints/a) |",
        "We have made 143 slides of the test set available. More on this dataset and how to download it is on the [dataset page](https://quay.example.org/slides).",
        "## Daten\n\nGenera un texto continuo pronto para el corpus."
      })
  void isNotLinked(String said) {
    assertThat(data(said)).isNotIn(State.LINKED, State.PROMISED);
  }

  @Test
  void whatIsRefusedAndNotReplacedByTheReleaseIsNotGiven() {
    assertThat(
            data(
                "## Data\n\nWe cannot release the dataset that we trained on. You may fetch others: [Quay](https://quay.example.org/data.zip)."))
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void aTestSetThatIsGivenOutIsForEvaluation() {
    Docs docs =
        Docs.readme(
                "# Net\n\nWe give out our test set of 143 slides. These data can be downloaded from [here](https://quay.example.org/slides.zip).\n")
            .trains();
    assertThat(docs.state(Component.EVALUATION_DATA)).isEqualTo(State.LINKED);
    assertThat(docs.data()).isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramThatMakesDataReadyNamesThem() {
    Docs docs =
        Docs.readme("# Net\n")
            .trains()
            .with(
                "preprocess_utils/get_words.py",
                "with open('../json_data/quay100k_train.json') as f:\n    pass\n");
    assertThat(docs.data()).isEqualTo(State.DESCRIBED);
  }
}
