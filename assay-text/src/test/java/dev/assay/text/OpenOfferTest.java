package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Data that one sentence offers or bids to fetch, and whose place the next block tells.
class OpenOfferTest {
  private static State state(String said) {
    return Docs.readme("# Net\n\n" + said + "\n").trains().data();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Demo\n\nDownload the whole dataset (9 GB) by\n```bash\nwget https://files.example.org/all_harbours.zip\n```",
        "## Trying it\n\nYou may also fetch the dataset with this command:\n\n```\ncurl -O https://files.example.org/harbours.tgz\n```",
        "## Supervised training\n\nTo begin, we build our training dataset, i.e. download some logbooks.\n\nThe port has given out many logbooks. Only 900 of them are needed, which can be downloaded through [google drive](https://drive.google.com/file/d/1abc/view).",
        "## Changelog\n\n* 04/04 - We have published the translated training data. Available in: [the hub](https://huggingface.co/datasets/acme/harbour-br)."
      })
  void thePlaceStandsBehindTheOffer(String said) {
    assertThat(state(said)).isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Layout\n\n* `./harbours`\nDataset used for training. Please %s [here](https://drive.google.com/drive/folders/1abc).",
        "## News\n\n- We have released all the annotations (9k ships) for the two-stage training of Net! Feel free to %s [here](https://drive.google.com/file/d/1abc/view)."
      })
  void whatIsOnlyToldOfMayBeBidForInTheNextSentence(String said) {
    assertThat(state(said.formatted("download them"))).isEqualTo(State.LINKED);
    assertThat(state(said.formatted("download the plans"))).isNotEqualTo(State.LINKED);
  }

  @Test
  void codeThatIsGivenOutForTheTrainingIsNoData() {
    String said =
        "## News\n\n- We have released all the %s for the two-stage training of Net! Feel free to download them [here](https://drive.google.com/file/d/1abc/view).";
    assertThat(state(said.formatted("labels"))).isEqualTo(State.LINKED);
    assertThat(state(said.formatted("code with its labels"))).isNotEqualTo(State.LINKED);
  }

  @Test
  void itIsTheReleasesOwnThoughNothingTrainsHere() {
    String readme =
        "# Net\n\n## Data\n\nWe have made the training set available to download from our server.\n```bash\nwget http://bio.example.ac.uk/dl/net/net_train.fas\n```\n";
    assertThat(Docs.readme(readme).listed("show.py", 99).data()).isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Demo\n\nDownload the pretrained model by\n```bash\nwget https://files.example.org/net.zip\n```",
        "## Demo\n\nDownload the test dataset by\n```bash\nwget https://files.example.org/all.zip\n```",
        "## Demo\n\nDownload the dataset by hand.\n\n## Weights\n\n```bash\nwget https://files.example.org/net.zip\n```",
        "## Demo\n\nDownload your own dataset.\n```bash\nwget https://files.example.org/tool.zip\n```",
        "## Supervised training\n\nTo begin, we build our training dataset, i.e. download some logbooks.\n\nThe game itself can be downloaded [here](https://github.com/acme/game#packages).",
        "## Supervised training\n\nTo begin, we build our training dataset, i.e. download some logbooks.\n\nOur weights can be downloaded [here](https://drive.google.com/file/d/1abc/view)."
      })
  void somethingElseBehindItIsNotThePlace(String said) {
    assertThat(state(said)).isNotEqualTo(State.LINKED);
  }
}
