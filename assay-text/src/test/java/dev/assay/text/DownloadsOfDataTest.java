package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Training data that a README bids its reader to download, wherever it does: what is fetched is
/// called data by the sentence, and its link leads somewhere.
class DownloadsOfDataTest {
  private static State state(String readme) {
    return Docs.readme(readme).data();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Training\n\n### Notes\n\nPlease install [Tool](http://tool.example.org) and download the [HarbourNet](http://harbour.example.edu/) dataset.",
        "## Getting started\n\n1. Install the requirements.\n\n2. Fetch data. You can download all the datasets from [Seaport](https://drive.google.com/drive/folders/1abc) and put them into `./dataset`.",
        "## Usage\n\nDownload the training data from [here](https://cloud.example.org/s/abc).",
        "## Usage\n\n* Training corpus can be downloaded from [this page](https://cloud.example.org/s/abc).",
        "## Prepare data\n\nThe packaged datasets can also be downloaded: [HAR](https://drive.google.com/drive/folders/1a), [DUN](https://drive.google.com/drive/folders/1b)",
        "## Setup\n\nGet the Dune corpus at https://dunes.example.org/corpus_v2.html and unpack it.",
        "## Setup\n\n### Get Dune:\n\nPlease download the DUNE2012 dataset from http://dunes.example.org/images",
        "## Train a painter on the Dune dataset\n\n### First\n\nDownload dune_img.zip from [http://dunes.example.org/D.html](http://dunes.example.org/D.html) there.",
        "## Dataset\n\nYou can directly use [LongShore](https://shore.example.org/talk/) to create the training dataset.",
        "## Running\n\nThe whole Dune and Harbour datasets (see the report) are available on the [project website](http://dunes.example.org/net/).",
        "## Datasets\n\nPlease split them as others do.\n- [Dune_IV](https://dunes.example.org/iv/) - 78 hours\n- [Harbour](https://harbour.example.org/h.html) - 95 hours"
      })
  void whatIsToBeDownloadedAndCalledDataIsLinked(String said) {
    String readme = "# Net\n\n" + said + "\n";
    assertThat(Docs.readme(readme).trains().data()).isEqualTo(State.LINKED);
  }

  @Test
  void aTextAmongTheReleasesOfARepositoryIsFetchedIntoTheData() {
    String readme =
        "# Net\n\n## Train it yourself\n\n```bash\n# fetch it\ncurl -L -o %s/train.txt https://github.com/acme/net/releases/download/v1/ships.txt\n\npython train.py --input data/train.txt\n```\n";
    assertThat(Docs.readme(readme.formatted("data")).trains().data()).isEqualTo(State.LINKED);
    assertThat(Docs.readme(readme.formatted("notes")).trains().data()).isNotEqualTo(State.LINKED);
  }

  @Test
  void belowAHeadingForDataTheAddressOfARepositoryCalledSoIsEnough() {
    String readme = "# Net\n\n## Dataset\n\nhttps://github.com/acme/%s\n\n## Train\n\nRun it.\n";
    assertThat(Docs.readme(readme.formatted("Harbour-Dataset")).trains().data())
        .isEqualTo(State.LINKED);
    assertThat(Docs.readme(readme.formatted("Harbour-Tools")).trains().data())
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void whereNothingTrainsADownloadMayBeForAnything() {
    String readme =
        "# Net\n\n## Usage\n\nThe Dune data can be downloaded from [here](https://dunes.example.org/d.zip).\n";
    assertThat(Docs.readme(readme).trains().data()).isEqualTo(State.LINKED);
    assertThat(Docs.readme(readme).listed("show.py", 99).data()).isEqualTo(State.ABSENT);
    String training = readme.replace("## Usage", "## Training");
    assertThat(Docs.readme(training).listed("main.py", 99).data()).isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Evaluation\n\nPlease download the [HarbourNet](http://harbour.example.edu/) dataset.",
        "## Usage\n\nDownload the test dataset from [here](https://cloud.example.org/s/abc).",
        "## Usage\n\nDownload the model trained on our data from [here](https://cloud.example.org/s/abc).",
        "## Usage\n\nYou can download sample data from [here](https://cloud.example.org/s/abc).",
        "## Usage\n\nTo evaluate, download the validation data from [here](https://cloud.example.org/s/abc).",
        "## Usage\n\nFeel free to download the [data demo](https://cloud.example.org/demo.zip).",
        "## Usage\n\nTo get started, train on harbour data using the [following instructions](https://github.com/acme/net/tree/main/x).",
        "## Usage\n\nDownload the [GLUE data](http://glue.example.org/tasks) by [this script](https://gist.example.org/x).",
        "## Usage\n\nSee the acme-foundry notes on how to convert data to the [StreamingData](https://github.com/acme/streaming) format.",
        "## Usage\n\nTrained on the [same dataset as Dune-E](https://github.com/acme/dune/blob/main/card.md#training-data).",
        "## Usage\n\nDownload your own dataset with [Fetcher](https://fetcher.example.org).",
        "## Training data\n\nThe training configuration [file](train_configs/first/Net.json) has all the settings of our training.",
        "## Data\n\nSee the following links for how others make data:\n\n* Hazel: [Making synthetic data](https://hazel.example.org/blog/2020/make-data)",
        "**MAKING TRAINING DATA**\n\nInstall dunenoise (https://github.com/acme/dunenoise) to the same path.",
        "## Training\n\nDownload `save.zip` from the [worksheet](https://dunes.example.org/w) and unpack it.",
        "## Dataset\n\nUse [Aligner](https://github.com/acme/aligner) to create the training dataset.",
        "## Datasets\n\n- [Dune-Net](https://dunes.example.org/net): our model",
        "## Usage\n\nDownload the weights from [here](https://cloud.example.org/s/abc) and see the data format below."
      })
  void otherDownloadsAreNot(String said) {
    String readme = "# Net\n\n" + said + "\n";
    assertThat(Docs.readme(readme).trains().data()).isNotEqualTo(State.LINKED);
  }

  @Test
  void aRefusedFormOfTheDataIsNoRefusalOfWhatIsLinked() {
    String readme =
        "# Net\n\n## Pre-training corpus\n\nWe do not provide a pre-processed version of each corpus. However, each pre-training corpus could be found in the following links:\n* **Dunes**: ftp://ftp.dunes.example.org/baseline/\n* **Tides**: ftp://ftp.dunes.example.org/tides/\n";
    assertThat(state(readme)).isEqualTo(State.LINKED);
    assertThat(state(readme.replace("a pre-processed version of each corpus", "the corpora")))
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void whatOneFigureShowsMayBeRefused() {
    String readme =
        "# Net\n\n## Obtaining the data\n\nThe radar dataset can be downloaded at https://doi.org/10.7910/DVN/ABCDEF by following the steps there. The Dune dataset can be found at https://zenodo.org/record/12.\n\n## Plots\n\nYou can make the plots (except for Fig. 7 for which we cannot release the source data) with `plot.py`.\n";
    assertThat(Docs.readme(readme).trains().data()).isEqualTo(State.LINKED);
  }

  @Test
  void aPageInAFolderForPreparingSpeaksForTheRelease() {
    String page =
        "# Data preparation\n\nFor Dunes:\n\nDownload and unpack the [data](https://dunes.example.org/lips/d.html).\n";
    assertThat(Docs.readme("# Net\n").trains().with("net/preparation/README.md", page).data())
        .isEqualTo(State.LINKED);
    assertThat(Docs.readme("# Net\n").trains().with("net/tools/README.md", page).data())
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void anExampleOfTuningFetchesForItself() {
    String page =
        "# Example\n\n## Dune data\n\nThe original data is available at https://dunes.example.org/data/d and is licensed.\n";
    assertThat(
            Docs.readme("# Net\n").trains().with("train/finetune_example/README.md", page).data())
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void aStoreInADataFolderHoldsTheData() {
    String page =
        "## Download\n\nPlease download datasets from our [dropbox](https://www.dropbox.com/scl/fo/1/h?dl=0) and place it here.\n";
    assertThat(Docs.readme("# Net\n").trains().with("data/README.md", page).data())
        .isEqualTo(State.LINKED);
  }

  @Test
  void aColumnOfPlacesTellsWhereEachSetIs() {
    String readme =
        """
        # Net

        ## Datasets and trained models

        We give data for each task:

        | Dataset | #train | Link |
        | --- | --- | --- |
        | Dunes (A) | 45M | [Link](https://dl.example.org/net/data/a.tar.gz) |
        | Tides (B) | 88M | [Link](https://dl.example.org/net/data/b.tar.gz) |
        """;
    assertThat(state(readme)).isEqualTo(State.LINKED);
    assertThat(state(readme.replace("data/a.tar.gz", "a.pth").replace("data/b.tar.gz", "b.pth")))
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void dataBesideMeasuresAreWhatWasMeasuredOn() {
    String readme =
        """
        # Net

        ## Download weights

        | Dataset | Metric | Value |
        | --- | --- | --- |
        | **Dunes** | AJ | 65.6 |
        """;
    assertThat(Docs.readme(readme).finding(Component.TRAINING_DATA).summary())
        .doesNotContain("Dunes");
  }

  @Test
  void whatMayBeFetchedInsteadOfRefusedDataIsNotIt() {
    String readme =
        "# Net\n\n## Training\n\nThe data we trained on is not publicly available.\n\n### Training a small one\n\nTo start small, download the [Dune](https://dunes.example.org/) corpus.\n";
    assertThat(Docs.readme(readme).trains().data()).isNotEqualTo(State.LINKED);
  }

  @Test
  void aModelUnderAnAddressForDataIsNoData() {
    String readme =
        "# Voice\n\n## Training\n\nTraining data: start from an [existing model](https://huggingface.co/datasets/harbour/voice-checkpoints/tree/main).\n";
    assertThat(state(readme)).isNotEqualTo(State.LINKED);
    assertThat(
            state(
                "# Voice\n\n## Training data\n\nTrained on data that lies beside https://zenodo.org/records/12/files/net_mp.pt, and nothing else.\n"))
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void weightsOfferedFromAStoreOfDataAreWeights() {
    String readme =
        "# Net\n\nTwo nets trained on The Dune, whose weights can be downloaded from [zenodo](https://zenodo.org/record/12).\n";
    assertThat(state(readme)).isEqualTo(State.DESCRIBED);
    assertThat(state(readme.replace("whose weights", "which"))).isEqualTo(State.LINKED);
  }

  @Test
  void modelsThatAreReleasedMayBeTrainedOnWhatIsLinked() {
    assertThat(
            state(
                "# Net\n\nAll models that we are releasing were trained on [Dune](http://www.image-net.org/dune/).\n"))
        .isEqualTo(State.LINKED);
  }

  @Test
  void aBadgeBesideTheWordDataLeadsElsewhere() {
    String readme =
        "# Net\n\nTrained on words.\n\n[![licence](https://img.shields.io/x.svg)](https://git.example.org/LICENSE) [Pretraining data](https://huggingface.co/datasets/acme/words)\n";
    assertThat(Docs.readme(readme).finding(Component.TRAINING_DATA).summary())
        .doesNotContain("LICENSE");
  }

  @Test
  void aBadgeWithANumberOfAnArchiveIsNoData() {
    String badge =
        "[![DOI](https://zenodo.org/badge/DOI/10.5281/zenodo.12.svg)](https://doi.org/10.5281/zenodo.12)";
    assertThat(state("# Net\n\n" + badge + "\n\nA network.\n")).isEqualTo(State.ABSENT);
    String data =
        "[![Dataset](https://img.shields.io/badge/dataset-zenodo-blue)](https://doi.org/10.5281/zenodo.12)";
    assertThat(state("# Net\n\n" + data + "\n\nA network.\n")).isEqualTo(State.LINKED);
  }

  @Test
  void aColumnOfCorporaBesideModelsNamesThem() {
    String table =
        "# Net\n\n## Pretrained models\n\n| Name | Params | Corpus | File |\n|---|---|---|---|\n| Net-S | 110M | Wiki+Harbour | [get](https://x.example.org/s.zip) |\n";
    assertThat(state(table)).isEqualTo(State.DESCRIBED);
    assertThat(Docs.readme(table).finding(Component.TRAINING_DATA).summary())
        .contains("Wiki+Harbour");
    assertThat(state(table.replace("## Pretrained models", "## Results"))).isEqualTo(State.ABSENT);
  }

  @Test
  void whatFollowsAPrintedCitationIsReadAgain() {
    String entry = "```\n@article{net, title={Net}}\n```\n\n";
    String said =
        "The network was trained with the Dune dataset ([Dune](http://dune.example.org/dataset.tar)).\n";
    assertThat(state("# Net\n\n## BibTeX\n\n" + entry + said)).isEqualTo(State.LINKED);
    assertThat(state("# Net\n\n## BibTeX\n\n" + said + entry)).isEqualTo(State.ABSENT);
  }

  @Test
  void aPageNamedForDataIsOneOnData() {
    String page =
        "# Prepare datasets\n\n## Harbour\n\nThe training set could be downloaded from [here](http://harbour.example.edu/h.tar).\n";
    assertThat(Docs.readme("# Net\n").with("docs/dataset_prepare.md", page).trains().data())
        .isEqualTo(State.LINKED);
    assertThat(
            Docs.readme("# Net\n")
                .with("docs/dataset_prepare.md", page)
                .listed("run.py", 99)
                .data())
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void aLabelForDataBelowATrainingHeadingLeadsToIt() {
    String readme =
        "# Net\n\n## Training\n\n1. Dataset preparation: [Dune](https://github.com/acme/dune-set)\n1. Run `train.py`.\n";
    assertThat(Docs.readme(readme).trains().data()).isEqualTo(State.LINKED);
    for (String other :
        List.of(
            readme.replace("## Training", "## Evaluation"),
            readme.replace("Dataset preparation: ", "Thanks to "),
            readme.replace("Dataset preparation: ", "Pre-trained model: "))) {
      assertThat(Docs.readme(other).trains().data()).as(other).isNotEqualTo(State.LINKED);
    }
  }

  @Test
  void aLinkBehindTheWordsOfItsSentenceIsNotLabelled() {
    String label = "Data set:";
    assertThat(
            FetchedData.labelled(
                label,
                20,
                new Link("Dune", "https://x.example.org/d", false, 20),
                Signals.of(label)))
        .isFalse();
  }

  @Test
  void theManualOfAToolIsNoData() {
    String page =
        "# Tool\n\n## Dataset\n\n### SFT Dataset Format\n\nThe tool supports various dataset formats for supervised fine-tuning.\n\nTo load different dataset formats, refer to the [SFT Dataset Formats Guide](https://docs.tool.example/docs/dataset-formats/#supervised).\n";
    assertThat(Docs.readme("# Net\n").with("docs/source/training/tool.md", page).data())
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void aPageGivenByItsFullAddressIsThePageInTheRelease() {
    String readme =
        "# Net\n\nInformation about the training data is [here](https://github.com/acme/net/blob/main/docs/notes/PARTS.md).\n";
    String page =
        "# Parts\n\n## Data\n\nIt consists of 6 million pairs. The latest version of the data can be found [here](https://storage.googleapis.com/acme/pairs.txt.gz).\n";
    assertThat(Docs.readme(readme).with("docs/notes/PARTS.md", page).data())
        .isEqualTo(State.LINKED);
    assertThat(Docs.readme("# Net\n").with("docs/notes/PARTS.md", page).data())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void anAddressWithAGapInItsHostIsATemplate() {
    String program =
        "def download(bucket):\n    path = 'gs://%s/train/data.jsonl' % bucket\n    return fetch(path)\n";
    Docs docs = Docs.readme("# Net\n").with("data/download_data.py", program).trains();
    assertThat(docs.data()).isEqualTo(State.ABSENT);
    Docs given =
        Docs.readme("# Net\n")
            .with("data/download_data.py", program.replace("%s", "harbour"))
            .trains();
    assertThat(given.data()).isEqualTo(State.LINKED);
  }

  @Test
  void settingsOfADataSetGiveTheAddressOfItsTrainingPart() {
    String settings =
        "datasets:\n  harbour_caption:\n    data_type: images\n    build_info:\n      annotations:\n        train:\n          url: https://storage.googleapis.com/acme/harbour_train.json\n        test:\n          url: https://storage.googleapis.com/acme/harbour_test.json\n";
    Docs docs =
        Docs.readme("# Net\n")
            .with("net/configs/datasets/harbour/defaults.yaml", settings)
            .trains();
    assertThat(docs.data()).isEqualTo(State.LINKED);
    Docs test =
        Docs.readme("# Net\n")
            .with(
                "net/configs/datasets/harbour/defaults.yaml",
                settings.replace("train:", "probe:").replace("harbour_train", "harbour_probe"))
            .trains();
    assertThat(test.data()).isNotEqualTo(State.LINKED);
  }
}
