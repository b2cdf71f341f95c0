package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.model.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sentences that say in many ways what a model was trained on, and where that is; and those that
/// say something like it of something else. `@` is a link.
class DataOfferTest {
  private static State data(String said) {
    String text = said.replace("@", "[Harbour](https://www.harbour.example.org)");
    return Docs.readme("# Gull\n\nGull finds birds. It is a network of ours.\n\n" + text + "\n")
        .trains()
        .data();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "As my data set I'm using @.",
        "As training data we use @.",
        "Our pretraining dataset sources from @.",
        "Training data: https://www.harbour.example.org/data",
        "Training data: @",
        "**Dataset**: @",
        "Dataset used: @",
        "Gull is a network trained on @ and others.",
        "The training set comes from the @ project.",
        "The training images were downloaded from @.",
        "We train on Harbour, which is available at https://www.harbour.example.org.",
        "The nets have been trained on 272k hours of general audio, mainly @.",
        "We also provide the **~80K subset of @** used to train the net.",
        "Go to https://www.harbour.example.org/, log in, and download the `D3` files for subjects `[1, 5]`.",
        "You will first need to request access for @, a public store of electronic records.",
        "Follow data generation instruction from https://www.harbour.example.org/sets",
        "Our work is made possible thanks to open video datasets (including @).",
        "All experiments use the @ dataset for training.",
        "The dataset for this project comes from Kaggle: https://www.kaggle.com/c/harbour",
        "Data was collected from @ and cleaned with `clean.py` before training.",
        "For training, we combine @ with our own recordings.",
        "For training we use the @ images.",
        "Training was done on 4 GPUs using @, a set of 3M images.",
        "The images I trained on are from the @ database.",
        "The network has seen 2M games from the @ database during training.",
        "Die Trainingsdaten stammen aus @.",
        "Les données d'entraînement proviennent de @.",
        "Los datos de entrenamiento provienen de @.",
        "Os dados de treinamento vêm de @.",
        "Данные для обучения взяты из @.",
        "训练数据来自@。",
        "学習データは@を使用しました。",
        "학습 데이터는 @를 사용했습니다.",
        "| Model | Training data |\n|---|---|\n| Gull-S | @ |",
        "Find them in our collection: [Hub – Pretraining Datasets](https://huggingface.co/collections/acme/gull-66).",
        "# Data\n\nThe data can be downloaded from these links. If you have any question, write.\n\nhttps://drive.example.org/s?k=AJE\nhttps://www.harbour.example.org/s?k=AJE",
        "## Dataset\n\nhttps://www.harbour.example.org/s?k=AJE",
        "## Prepare data\n\nPlease use the [harbour data](https://drive.google.com/drive/folders/1ACJEoTp) and [other data](https://drive.google.com/drive/folders/1KQcrci7).",
        "## Data preparation\n\n### Step 1: Download Harbour and QUAY data from [Google Drive](https://drive.google.com/open?id=10FOT)\n\n### Step 2: Process them\n\nRun it.",
        "## Training\n\n### 1. Download the Harbour dataset from [here](https://www.harbour.example.org/set)\n\nUnpack it.",
        "## 数据准备\n\n### 第一步：下载 Harbour 数据集：[百度网盘](https://pan.baidu.com/s/14Yy9)\n\n解压。",
        "We used datasets with marks of time, such as @ and others, but needed more.",
        "## 1. Our Gull Dataset\n\n### 1.1 [Gull dataset V1.0: GULL5K](https://harbour.example.org/gull/index.html)\n\nIt has 5,470 pictures.",
        "## [Dataset](https://www.harbour.example.org/data)\n\nIt has 5,470 pictures.",
        "## Data\n\n### @\n\nUnpack it to `data/`.",
      })
  void whatWasTrainedOnIsLinked(String said) {
    assertThat(data(said)).isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "As my editor I'm using @.",
        "The training code is taken from @.",
        "The training set up is taken from @.",
        "The test data come from @.",
        "Training is done with @.",
        "For training, we use @.",
        "The training data loader is derived from @.",
        "## Evaluation\n\nDataset: @",
        "Training: @",
        "All experiments use the @ library for training.",
        "Die Testdaten stammen aus @.",
        "| Model | Paper |\n|---|---|\n| Gull-S | @ |",
        "| Model | Training data |\n|---|---|\n| Gull-S | A mix of all that we have, and what others share with us. Learn more at @. |",
        "Find them in our collection: [Hub – Gulls](https://huggingface.co/collections/acme/gull-66).",
        "## Evaluation data\n\nhttps://www.harbour.example.org/s?k=AJE",
        "## Test data\n\nPlease use the [harbour data](https://drive.google.com/drive/folders/1ACJEoTp).",
        "## Data\n\nPlease use the [viewer](https://drive.google.com/drive/folders/1ACJEoTp).",
        "## Data\n\n### Step 1: Download the tools from [Google Drive](https://drive.google.com/open?id=10FOT)\n\nRun them.",
        "## Evaluation\n\n### Download the test data from [Google Drive](https://drive.google.com/open?id=10FOT)\n\nRun it.",
        "## Code\n\nhttps://www.harbour.example.org/s?k=AJE",
        "## System and data setup\n\n### Container\n\nhttps://www.harbour.example.org/s?k=AJE",
        "We used programs for data, such as @.",
        "## Evaluation\n\nWe used datasets such as @.",
        "## [Installation](https://www.harbour.example.org/data)\n\nRun it.",
        "## Evaluation data\n\n### @\n\nUnpack it to `data/`.",
        "## Models and data\n\n### See @ for the data\n\nUnpack it to `data/`.",
      })
  void somethingElseIsNot(String said) {
    assertThat(data(said)).isNotEqualTo(State.LINKED);
  }

  /// "These models are trained on" behind links to the release's own models speaks of them; behind
  /// links to others it does not.
  @Test
  void theseModelsAreThoseThatWereLinked() {
    String said =
        "Models of [%1$s-7B](https://huggingface.co/acme/%2$s-7b) and [%1$s-13B](https://huggingface.co/acme/%2$s-13b)"
            + " are out. These models are trained on 3.2 million instructions.";
    assertThat(data(said.formatted("Gull", "gull"))).isEqualTo(State.DESCRIBED);
    assertThat(data(said.formatted("Heron", "heron"))).isEqualTo(State.ABSENT);
  }

  @Test
  void longSentencesAreReadInBoundedTime() {
    String said = "For training, we use " + "training data is taken ".repeat(40_000) + "from @.";
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> data(said));
    String links = "@ ".repeat(4_000);
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> data("Training data: " + links));
  }

  /// Who trains and tests by one section fetches for both there.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Training and Evaluation",
        "Evaluation & training",
        "Dunes (485 training images, 15 testing images)"
      })
  void aSectionOnTrainingAndOnTestsIsOneOnTraining(String heading) {
    String said = "\n\nDownload the dataset from [here](https://www.harbour.example.org/set).";
    assertThat(data("## " + heading + said)).isEqualTo(State.LINKED);
    assertThat(data("## Evaluation" + said)).isEqualTo(State.ABSENT);
  }

  @Test
  void aPackedFileIsDataWhereTrainingIsTaught() {
    String said =
        "### %s\n\n* Download the %s file from [here](https://www.harbour.example.org/get)\n";
    assertThat(data(said.formatted("To train new models", "harbour2013.tar.gz")))
        .isEqualTo(State.LINKED);
    assertThat(data(said.formatted("To train new models", "resnet50.tar.gz")))
        .isEqualTo(State.ABSENT);
    assertThat(data(said.formatted("To run it", "harbour2013.tar.gz"))).isEqualTo(State.ABSENT);
  }

  @Test
  void whereItIsFollowsWhereToPutIt() {
    String said =
        "## Start\n\n3. Download %s and put the `.csv` files in `./dataset`. You can obtain all the benchmarks from [Google Drive](https://drive.google.com/drive/folders/1HMDw).";
    assertThat(data(said.formatted("data"))).isEqualTo(State.LINKED);
    assertThat(data(said.formatted("results"))).isEqualTo(State.ABSENT);
  }

  @Test
  void whatIsUsedAsSomebodyProvidesItIsThere() {
    String said =
        "Note that I %s the two sub datasets provided by Ada's [repo](https://github.com/ada/sand/tree/master/Data).";
    assertThat(data(said.formatted("use"))).isEqualTo(State.LINKED);
    assertThat(data(said.formatted("looked at"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aCommentMayBidToFetchByItself() {
    String said =
        "## Setup\n\n```\nconda activate g\n# Download `level500.npz` (%s) from https://drive.google.com/file/d/1l1yHwzCYx/view and place it in `kept`.\npip install g\n```";
    assertThat(data(said.formatted("dataset"))).isEqualTo(State.LINKED);
    assertThat(data(said.formatted("weights"))).isEqualTo(State.ABSENT);
  }

  /// What is trained is had there, and was not trained on it.
  @Test
  void whereTrainedModelsAreHadIsNoData() {
    String said = "Pretrained models %s [Zenodo](https://zenodo.org/record/8275347).";
    assertThat(data(said.formatted("could be downloaded from"))).isEqualTo(State.ABSENT);
    assertThat(data(said.formatted("learnt from"))).isNotEqualTo(State.ABSENT);
  }

  @Test
  void whatATrainedModelIsTestedOnIsNotWhatItLearntFrom() {
    String said = "We provide one pre-trained model which we %s on a dataset of 200 patients.";
    assertThat(data(said.formatted("test it"))).isEqualTo(State.ABSENT);
    assertThat(data(said.formatted("tuned"))).isNotEqualTo(State.ABSENT);
  }

  @Test
  void aShopSellsNoData() {
    String said = "Gull was trained on [SQK-4](https://%s.quay.example/kit-4.html) reads.";
    assertThat(data(said.formatted("store"))).isNotEqualTo(State.LINKED);
    assertThat(data(said.formatted("reads"))).isEqualTo(State.LINKED);
  }

  /// A video to look at and steps to follow are no data to fetch.
  @Test
  void stepsToFollowAreNoData() {
    String said =
        "### Windows\n\nA video tutorial is available [here](https://v.example.org/x). %s:\n\n1. Get [Sand](https://www.harbour.example.org/sand).\n2. Get [Dune](https://www.harbour.example.org/dune).\n";
    assertThat(data(said.formatted("You can also follow the following instructions")))
        .isEqualTo(State.ABSENT);
  }

  /// A competition gives its data on its page.
  @Test
  void theSolutionOfACompetitionLearntFromItsData() {
    String said =
        "This is the source code of my part of the 2nd place %s the [Sand Bowl 2017](https://www.%s.com/c/sand-bowl-2017/).";
    assertThat(data(said.formatted("solution to", "kaggle"))).isEqualTo(State.LINKED);
    assertThat(data(said.formatted("talk before", "kaggle"))).isEqualTo(State.ABSENT);
    assertThat(data(said.formatted("solution to", "sandbowl"))).isEqualTo(State.ABSENT);
  }
}
