package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How releases send their readers to data without the words that most use for it: a list behind
/// one verb, pieces of a data set, the guide of another project, a drive below a heading for data.
class WordsForDataOfOthersTest {
  private static Docs besideTrainer(String said) {
    return Docs.readme("# Net\n\n" + said + "\n").trains();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Data preparation\n\nDownload [Harbour17](https://harbour.example.org/), [Dune](https://dune.example.org/) and [Gull](https://gulls.example.org/) and put them under `datasets` as follows:",
        "## Data\n\nDownload BEACH-filtered [Dunes](https://github.com/acme/dunes) and process them.",
        "## Dataset\n\nDownload the packed dataset from [Sand Text Benchmark](https://github.com/acme/sand-text-benchmark).",
        "## Data preparation\n\nPlease download the annotation files from [Harbour](https://harbour.example.org/captions) and call them `h.tsv`.",
        "## Data preparation\n\nPlease download the train/test split files from [here](https://www.dropbox.com/sh/abc/def?dl=0).",
        "## Data preparation\n\nPlease refer to [Harbour](https://github.com/acme/harbour) for data preparation.",
        "## Setup\n\nInstall it and download the Dune dataset following the [official Dune training code](https://github.com/acme/dune/tree/main/train).",
        "## Usage\n\n`walk.ipynb` shows how to train and evaluate Net on the [Harbour dataset](https://zenodo.org/records/1234567) of the paper.",
        "## Data\n\n100k letters between captains and pilots of the [Letters-100k](https://drive.google.com/file/d/1abc/view).",
      })
  void aReaderIsSentToTheData(String said) {
    assertThat(besideTrainer(said).data()).isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Data preparation\n\nDownload the viewer [Looker](https://looker.example.org/) and look.",
        "## Evaluation\n\nDownload [Harbour17](https://harbour.example.org/), [Dune](https://dune.example.org/).",
        "## Data preparation\n\nDownload the sample captions from [Harbour](https://harbour.example.org/).",
        "## Usage\n\nPlease refer to [Harbour](https://github.com/acme/harbour) for installation.",
        "## Usage\n\nFollow [Harbour](https://github.com/acme/harbour) to prepare your own dataset.",
        "## Data\n\nThe pretrained weights are in [this folder](https://drive.google.com/drive/folders/1abc).",
        "## Data\n\n1. Crop faces with [FaceTool](https://github.com/acme/face-tool).",
        "## Training data\n\n1. Scenes split via [SceneTool](https://github.com/acme/scene-tool)."
      })
  void otherLinksAreNoData(String said) {
    assertThat(besideTrainer(said).data()).isNotEqualTo(State.LINKED);
  }

  @Test
  void aBenchmarkThatIsFetchedForTestsStaysOne() {
    String said =
        "## Usage\n\nDownload the [Sand Benchmark](https://sand.example.org/) dataset to measure the accuracy.";
    assertThat(besideTrainer(said).data()).isEqualTo(State.ABSENT);
  }

  @Test
  void newsTellWhichDataWasGivenOut() {
    String news =
        "## News\n\n- 2031-02-03: Open-source [Dune dataset](https://huggingface.co/%s)\n";
    assertThat(besideTrainer(news.formatted("datasets/acme/dune-1k")).data())
        .isEqualTo(State.LINKED);
    assertThat(
            besideTrainer(
                    news.replace("dataset]", "evaluation dataset]")
                        .formatted("datasets/acme/dune-eval"))
                .data())
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void aLinkCalledTheFileForTrainingIsDataInAnyFolderOfTheTrainer() {
    String page =
        "# Lists\n\n[Gulls-2M Training Json File](https://www.dropbox.com/scl/fi/a/train_all.json?dl=1)\n\n"
            + "[Gulls-Eval Json File](https://www.dropbox.com/scl/fi/b/eval.json?dl=1)\n";
    Docs docs = besideTrainer("A net.").with("src/net_train/lists/README.md", page);
    assertThat(docs.data()).isEqualTo(State.LINKED);
    assertThat(docs.finding(Component.TRAINING_DATA).summary()).contains("Gulls-2M");
    assertThat(
            besideTrainer("A net.")
                .with("src/net_train/lists/README.md", page.replace("Training", "Sample"))
                .data())
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void whatWasTrainedAndIsToBeHadInAnArchiveIsNoData() {
    String said =
        "## Ideas\n\n- Prior: a net pre-trained on a large chemical dataset of our own. Pre-trained priors for all nets are available on [Zenodo](https://zenodo.org/records/123456).";
    assertThat(besideTrainer(said).data()).isEqualTo(State.DESCRIBED);
  }

  @Test
  void aManualThatTellsTheFormOfFilesTellsNoData() {
    String said =
        "## Training\n\nThe structure of the training dataset is as below. The training dataset contains a list of json files with the name of each picture.";
    assertThat(besideTrainer(said).data()).isEqualTo(State.ABSENT);
    assertThat(
            besideTrainer("## Training\n\nThe training dataset contains 30,000 pictures of gulls.")
                .data())
        .isEqualTo(State.DESCRIBED);
  }

  @Test
  void aStoreIsNoNameForWhatIsThere() {
    String said =
        "The pre-training datasets%s can be found on our [HuggingFace space](https://huggingface.co/collections/acme/net-65).";
    assertThat(besideTrainer(said.formatted(", models and tasks")).data()).isEqualTo(State.LINKED);
    assertThat(besideTrainer(said.formatted("")).data()).isEqualTo(State.LINKED);
    assertThat(besideTrainer(said.replace("pre-training datasets", "models").formatted("")).data())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void dataThatAreUsedForTrainingIntroduceTheirList() {
    String said =
        "## Tuning\n\nThe following are the datasets we use for training our released net:\n\n- [Harbour letters](https://huggingface.co/datasets/acme/letters)\n";
    assertThat(besideTrainer(said).data()).isEqualTo(State.LINKED);
    assertThat(besideTrainer("The loss we use for training is a hinge.").data())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatIsSaidOfAllModelsOfAKindIsNotSaidOfThisOne() {
    String said = "Large %s trained on massive quantities of letters help sailors.";
    assertThat(besideTrainer(said.formatted("language models")).data()).isEqualTo(State.ABSENT);
    assertThat(besideTrainer("Our nets were trained on massive quantities of data.").data())
        .isEqualTo(State.DESCRIBED);
  }

  @Test
  void theVerbMayBeAWordOfTheLinkItself() {
    String said =
        "## Data\n\nLetters of sailors, packed: [Download](https://harbour.example.org/a)\n";
    assertThat(besideTrainer(said).data()).isIn(State.LINKED, State.ABSENT);
    assertThat(besideTrainer(said.replace("[Download]", "[the download link]")).data())
        .isIn(State.LINKED, State.ABSENT);
  }
}
