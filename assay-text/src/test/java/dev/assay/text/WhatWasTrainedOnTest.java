package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a careful reader takes for the data that a release was trained on: what it says of its own
/// training below whatever heading, lists of what to fetch, and a name that is linked elsewhere.
class WhatWasTrainedOnTest {
  private static State data(Docs docs) {
    return docs.data();
  }

  private static State data(String text) {
    return data(Docs.readme("# Net\n\n" + text + "\n").trains());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Acknowledgements\n\nData from [Harbour](https://harbour.example.edu/dataset/) was used to train our model.",
        "## Train\n\nFor training and validation of the model, we used scenes from the [Harbour dataset](https://harbour.example.edu/data/).",
        "We train on the full version of [Harbour C4 (HC4)](https://github.com/acme/hc4), which has 103M documents.",
        "We have worked with others to train a potential on 1.6 M crystals in the [Harbour dataset](https://figshare.com/articles/dataset/1).",
        "## Training\n\nTo simplify setting up, we made all our data folders available, which can be [downloaded here](https://files.example.org/x/data.tar.gz).",
        "## Training\n\nBefore training, download the videos of [Harbour10M](https://harbour.example.org/set/).",
        "## Training data\n\nYou can download the images from:\n\n1. Harbour: https://harbour.example.org/all.zip\n2. Dune: https://dune.example.org/all.zip",
        "## Training data\n\nHarbour-44K can be downloaded from [hub link](https://huggingface.co/acme/net-training/tree/main/data)"
      })
  void offered(String text) {
    assertThat(data(text)).isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Inference\n\nOur current models were trained on sequences of up to 120 seconds.",
        "## Model zoo\n\n<table><thead><tr><th></th><th>name</th><th>Data</th></tr></thead><tbody>\n<tr><th>1</th><td>Net-T</td><td>Harbour365, DuneG</td></tr>\n</tbody></table>"
      })
  void described(String text) {
    assertThat(data(text)).isEqualTo(State.DESCRIBED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Usage\n\nYour data should be in [this format](https://huggingface.co/datasets/acme/small-set). Get [the model](https://huggingface.co/acme/net).",
        "## Friends\n\nDune: the model has been trained on the Harbour dataset.",
        "Net is continually trained on the [Dune-4-9B](https://github.com/acme/dune).",
        "We offer [embeddings](https://huggingface.co/datasets/acme/net-features) of [Net](https://huggingface.co/acme/net).",
        "Embeddings trained with the Harbour corpus: https://zenodo.org/record/1"
      })
  void nobodysOwn(String text) {
    assertThat(data(text)).isNotEqualTo(State.LINKED);
  }

  @Test
  void whatIsNamedInOnePlaceMayBeLinkedInAnother() {
    String named = "Net was trained on the Harbour dataset.";
    String linked = "\n\n## Tests\n\nWe test on [Harbour](https://huggingface.co/datasets/a/h).";
    assertThat(data(named)).isEqualTo(State.DESCRIBED);
    assertThat(data(named + linked)).isEqualTo(State.LINKED);
    assertThat(data(named + linked.replace("Harbour", "Dune"))).isEqualTo(State.DESCRIBED);
  }

  @Test
  void aRecipeForReadersIsNotWhatTheReleaseWasFirstTrainedOn() {
    String recipe =
        "## Fine-tuning\n\nYou can download the SFT data: [Dunes](https://huggingface.co/datasets/b/dunes).";
    String told = "Net was pre-trained on 2 trillion tokens of web text.\n\n";
    assertThat(data(told + recipe)).isEqualTo(State.DESCRIBED);
  }

  @ParameterizedTest
  @CsvSource({
    "dataset: harbour-1k, DESCRIBED",
    "dataset: path_to_video_folder, ABSENT",
    "dataset: one that can combine several, ABSENT",
    "train_data: a=train, ABSENT"
  })
  void settingsNameDataByOneWord(String line, State state) {
    Docs docs = Docs.readme("# Net\n").trains();
    assertThat(data(docs.with("configs/net.yaml", line + "\n"))).isEqualTo(state);
  }

  @Test
  void aBucketOrATutorialIsNoData() {
    String bucket = "python run.py --out gs://acme-central/\n";
    assertThat(data(Docs.readme("# Net\n").with("pretraining/run-pretraining.sh", bucket)))
        .isEqualTo(State.ABSENT);
    String call = "from sklearn.datasets import fetch_openml\nx = fetch_openml('Harbour')\n";
    Docs tutorial = Docs.readme("# Net\n").listed("train.py", 9);
    assertThat(data(tutorial.with("tutorials/prepare_data.py", call))).isEqualTo(State.ABSENT);
  }

  @Test
  void aListBesideRecordingsIsNoCorpus() {
    String list = "audio_data/harbour_train-clean/SPEAKERS.TXT";
    assertThat(data(Docs.readme("# Net\n").listed(list, 125_034))).isEqualTo(State.ABSENT);
  }

  @Test
  void theDataOfOurBaseModelIsOfThisRelease() {
    assertThat(base("Our base model was trained on 90k hours of English speech data.")).isFalse();
    assertThat(base("The base model was trained on 90k hours of English speech data.")).isTrue();
  }

  private static boolean base(String sentence) {
    return Docs.readme("# Tern\n\n## Training\n\n" + sentence + "\n").judge().data().stream()
        .anyMatch(d -> d.qualifiers().contains(Qualifier.OF_BASE));
  }
}
