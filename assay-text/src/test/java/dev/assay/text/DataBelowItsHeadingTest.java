package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands below a heading for data, beside something that trains, is where to have them,
/// whatever the words that lead to it.
class DataBelowItsHeadingTest {
  private static Docs net(String said) {
    return Docs.readme("# Net\n\n" + said + "\n");
  }

  private static State trains(String said) {
    return net(said).trains().data();
  }

  /// With a page beside the README of something that trains.
  private static State page(String path, String text) {
    return Docs.readme("# Net\n").with(path, text).trains().data();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A lead that says what is listed, without a verb.
        "## Setting up data\n\nLinks to the datasets:\n- Harbour: https://harbour.example.org/\n- Dune: https://github.com/acme/dune-benchmark",
        "## Data\n\nDatasets:\n- [Harbour](https://harbour.example.org/)",
        // Names in one line below it.
        "## Data preparation\n\nYou can get the datasets we used in our paper at their respective websites:\n\n[Harbour](https://harbour.example.org/), [Dune](https://github.com/acme/dune).",
        // Commands.
        "## Dataset setup\n\n### Harbour\n\n2007 and 2012 are supported.\n\n```\nwget http://harbour.example.org/voc/trainval_11.tar\n```",
        "## Set up the environment\n\n### Data\n\nDownload all sets:\n\n```\nmkdir local\nwget https://huggingface.co/datasets/acme/net-data/resolve/main/data.tar -O local/d.tar\n```",
        // Nothing but names.
        "## Data\n\n### Harbour sets\n\n* [HarbourNet](https://harbour.example.org/#download)\n  * Take the first part.",
        // An item that begins with a data set and goes on about it.
        "## Data\n\n- [Harbour Talks](https://huggingface.co/datasets/acme/talks): nine million pairs, in four formats.",
        // A step that says it before the sentence with the place.
        "## Get started\n\n1. Install.\n2. Download data. You can obtain all the six benchmarks from [Seaport](https://github.com/acme/seaport).",
        // A page of a site is no page of documentation.
        "As the models are trained on the <a href=\"http://www.harbour.example.edu/lips/h2.html\">H2 dataset</a>, be careful."
      })
  void isWhereToHaveThem(String said) {
    assertThat(trains(said)).isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Evaluation\n\n### Data\n\nLinks to the datasets:\n- Harbour: https://harbour.example.org/",
        "## Data\n\nLinks to the test sets:\n- Harbour: https://harbour.example.org/",
        "## Your own data\n\nLinks to tools for datasets:\n- Labeller: https://labeller.example.org/",
        "## Data\n\nThe layout follows [Tool](https://github.com/acme/tool).",
        "## Dataset setup\n\n```\nwget http://harbour.example.org/voc/test_11.tar\n```",
        "## Dataset setup\n\n```\nwget http://harbour.example.org/net/weights.tar\n```",
        "## Models\n\n```\nwget http://harbour.example.org/voc/net_11.tar\n```",
        "## Get started\n\n1. Download the model. You can obtain it from [Seaport](https://github.com/acme/seaport)."
      })
  void isNotWhatIsForSomethingElse(String said) {
    assertThat(trains(said)).isNotEqualTo(State.LINKED);
  }

  @Test
  void thePageNamedForDataIsUnderThatName() {
    String page =
        "## HarbourNet\n\nDownload V1.0 of the data set [HERE](https://harbour.example.org/get).\n";
    assertThat(page("docs/prepare_dataset.md", page)).isEqualTo(State.LINKED);
    assertThat(page("docs/evaluation_data.md", page)).isNotEqualTo(State.LINKED);
  }

  @Test
  void aPageOfDataThatAreGivenOutIsNotOnWhatWasTrainedOn() {
    String page = "## Releases\n\n- [Harbour Talks](https://huggingface.co/datasets/acme/talks)\n";
    assertThat(page("docs/dataset_release.md", page)).isNotEqualTo(State.LINKED);
    assertThat(page("docs/dataset.md", page)).isEqualTo(State.LINKED);
  }

  @Test
  void theDataOfAFolderBesideWhatDoesNotTrainAreForAnything() {
    String page =
        "# Bank\n\n## Data\n\nThe sets can be downloaded from:\n\n- [Harbour](https://harbour.example.org/h)\n";
    assertThat(Docs.readme("# Net\n").with("bank/README.md", page).listed("show.py", 99).data())
        .isEqualTo(State.ABSENT);
    assertThat(page("bank/README.md", page)).isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Prerequisites\n\n1. Download and extract the HB Speech dataset, then rename the folder.",
        "## Data preparation\n\nPlease prepare the HarbourNet dataset into the following structure:"
      })
  void whatIsToBeFetchedByItsNameIsNamed(String said) {
    assertThat(trains(said)).isEqualTo(State.DESCRIBED);
    assertThat(net(said).listed("show.py", 99).data()).isEqualTo(State.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Prerequisites\n\nDownload and extract the test dataset.",
        "## Prerequisites\n\nDownload datasets.",
        "## Evaluation\n\nDownload and extract the HB Speech dataset.",
        "## Usage\n\nDownload the HB model, which knows each dataset.",
        "## Usage\n\nDownload your own HB dataset.",
        "## Data\n\n```\nwget s3://my-bucket/my-copy-harbour/train.tar\n```"
      })
  void whatIsForSomethingElseIsNotNamed(String said) {
    assertThat(trains(said)).isEqualTo(State.ABSENT);
  }

  @Test
  void whereNothingTrainsItMayBeForAnything() {
    String readme =
        "# Net\n\n## Dataset setup\n\n```\nwget http://harbour.example.org/voc/trainval_11.tar\n```\n";
    assertThat(Docs.readme(readme).listed("show.py", 99).data()).isNotEqualTo(State.LINKED);
  }

  @Test
  void praiseInItsFirstWordsMakesNoReadmeOneOnEvaluation() {
    String praise = "An efficient few-shot system with state-of-the-art performance.\n\n";
    String data =
        "## Data\n\nDownload the Dune dataset from [here](https://dunes.example.org/d).\n";
    assertThat(trains(praise + data)).isEqualTo(State.LINKED);
    assertThat(trains("A metric for evaluation of text.\n\n" + data)).isEqualTo(State.LINKED);
    String folder = "# Tuning\n\nHow to reproduce the results in our paper.\n\n" + data;
    assertThat(page("tuning/README.md", folder)).isEqualTo(State.LINKED);
    assertThat(page("tuning/README.md", folder.replace("reproduce", "evaluate")))
        .isEqualTo(State.ABSENT);
  }
}
