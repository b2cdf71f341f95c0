package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Data that headings introduce, games that are played for it, and what scripts fetch by a number.
class DataToldInPlainWordsTest {
  private static State trains(String said) {
    return Docs.readme("# Net\n\n" + said + "\n").trains().data();
  }

  @Test
  void aHeadingIntroducesTheListBelowIt() {
    String list = "\n\n* [google drive](https://drive.google.com/file/d/1zgALzrLCC/view)\n";
    assertThat(page("Download the train set and put it here:" + list)).isEqualTo(State.LINKED);
    assertThat(page("Download the test set and put it here:" + list)).isEqualTo(State.ABSENT);
    assertThat(page("Download the pretrained model:" + list)).isEqualTo(State.ABSENT);
  }

  private static State page(String said) {
    String text = "# Results on Harbour\n\n### 1. Data Preparation\n\n##### " + said;
    return Docs.readme("# Net\n").with("docs/harbour.md", text).trains().data();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A small network that learns to play draughts with reinforcement learning, just playing against a random opponent.",
        "The network is trained through self-play.",
        "It learns by playing many games against itself."
      })
  void gamesArePlayedForIt(String said) {
    assertThat(trains(said)).isEqualTo(State.DESCRIBED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You can play against the trained network.",
        "The network plays against a random opponent in the tests.",
        "Once it has learned, play a game against it."
      })
  void gamesAreOnlyPlayed(String said) {
    assertThat(trains(said)).isEqualTo(State.ABSENT);
  }

  @Test
  void oneSentenceTellsWhatWasUsedAndThatItWasTrained() {
    String said =
        "To do so, we used the Harbour dataset[[7](http://harbour.example.edu/h.shtml)] which holds"
            + " charts of ports, and then we trained the following networks.";
    assertThat(trains(said)).isEqualTo(State.LINKED);
    assertThat(trains(said.replace("harbour.example", "quay.example"))).isEqualTo(State.DESCRIBED);
    assertThat(trains(said.replace("we trained", "we drew"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aPublicSetNeedsNoWordForData() {
    assertThat(trains("- To train `Net-A/Net-B` on ImageNet from scratch, run:"))
        .isEqualTo(State.DESCRIBED);
    assertThat(trains("To train your model on ImageNet, run:")).isEqualTo(State.ABSENT);
    assertThat(trains("To evaluate it on ImageNet, run:")).isEqualTo(State.ABSENT);
    assertThat(trains("To train it on a laptop, run:")).isEqualTo(State.ABSENT);
  }

  @Test
  void whatATrainingIsCalledIsNotItsData() {
    String said = "它是[Harbour](https://harbour.example.org/)训练的第二步，在高质量语料上进行预训练。";
    assertThat(trains(said)).isEqualTo(State.DESCRIBED);
    assertThat(trains(said.replace("训练的第二步", "语料的第二步"))).isEqualTo(State.LINKED);
  }

  @Test
  void aScriptFetchesByANumber() {
    String script =
        "echo \"downloading the Harbour dataset\"\ngdown 1MDmQbwpVUiltHj85QEu6MtpVzbvMM\nunzip h.zip\n";
    assertThat(Docs.readme("# Net\n").trains().with("prepare.sh", script).data())
        .isEqualTo(State.LINKED);
    String weights = script.replace("Harbour dataset", "pretrained dataset model");
    assertThat(Docs.readme("# Net\n").trains().with("prepare.sh", weights).data())
        .isEqualTo(State.ABSENT);
    String environment = script.replace("Harbour dataset", "tools");
    assertThat(Docs.readme("# Net\n").trains().with("prepare.sh", environment).data())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramThatIsNamedForDataHasALibraryFetchIt() {
    String program =
        "from torchaudio.datasets import HARBOUR\nrows = HARBOUR(root, download=True)\n";
    assertThat(Docs.readme("# Net\n").trains().with("utils/data_prep.py", program).data())
        .isEqualTo(State.LINKED);
    assertThat(Docs.readme("# Net\n").trains().with("utils/tune_prep.py", program).data())
        .isNotEqualTo(State.LINKED);
  }
}
