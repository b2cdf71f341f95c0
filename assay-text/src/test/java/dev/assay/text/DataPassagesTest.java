package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the README of a small project that trains says of its data, in the ways in which people
/// write such passages. The sentences are our own.
class DataPassagesTest {
  private static Docs docs(String text) {
    return Docs.readme("# Boats\n\n" + text + "\n").trains();
  }

  private static State state(String text) {
    return docs(text).besideTraining(Component.TRAINING_DATA).state();
  }

  private static List<DataSet> data(String text) {
    return docs(text).judged().judge(true, true).data();
  }

  private static List<String> names(String text) {
    return data(text).stream()
        .filter(d -> !d.qualifiers().contains(Qualifier.OF_BASE))
        .map(DataSet::name)
        .filter(n -> !n.isEmpty())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Setup\n\n```bash\nkaggle datasets download -d quay/harbour-boats\n```",
        "## Setup\n\n```bash\nhf download quay/harbour-boats --repo-type dataset --local-dir data\n```",
        "## Setup\n\n```bash\nhuggingface-cli download --repo-type dataset quay/harbour-boats\n```",
        "## Setup\n\n```bash\ngit clone git@hf.co:datasets/quay/harbour-boats\n```",
        "## Setup\n\n```bash\nmodelscope download --dataset quay/harbour-boats\n```",
        "## Setup\n\nFirst run `kaggle datasets download -d quay/harbour-boats` and unzip it.",
        "## Setup\n\n```python\nimport kagglehub\np = kagglehub.dataset_download(\"quay/harbour-boats\")\n```"
      })
  void aHubsOwnCommandLeadsToTheSet(String text) {
    assertThat(state(text)).isEqualTo(State.LINKED);
    assertThat(names(text)).containsExactly("quay/harbour-boats");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Setup\n\n```bash\nhf download quay/boat-net --local-dir weights\n```",
        "## Setup\n\n```bash\nkaggle datasets download -d your-name/your-set\n```",
        "## Evaluation\n\n```bash\nhf download quay/harbour-test --repo-type dataset\n```",
        "## Setup\n\n```bash\nhf download quay/squad --repo-type dataset --local-dir eval/squad\n```"
      })
  void aCommandForSomethingElseDoesNot(String text) {
    assertThat(state(text)).isEqualTo(State.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Dataset\n\nThe pictures can be downloaded from:\n\n- https://boats.uni-quay.example/signs/",
        "## Dataset\n\nPage of the dataset:\n\n- <https://boats.uni-quay.example/signs/>",
        "## Dataset\n\n[boats.zip](https://files.quay.example/boats.zip)",
        "## Dataset\n\nSource: https://www.kaggle.com/datasets/quay/harbour-boats",
        "## Dataset\n\nhttps://www.kaggle.com/datasets/quay/harbour-boats",
        "[boat_dataset.zip](https://github.com/quay/boats/releases/tag/v1)\n\nUnpack it in `data/`.",
        "## Daten\n\nDer Datensatz kann [hier](https://drive.google.com/file/d/1a2b3c) heruntergeladen werden.",
        "## Données\n\nLe jeu de données est disponible [ici](https://drive.google.com/file/d/1a2b3c).",
        "## Datos\n\nDescarga el conjunto de datos de [aquí](https://drive.google.com/file/d/1a2b3c).",
        "## Данные\n\nДатасет можно скачать по [ссылке](https://drive.google.com/file/d/1a2b3c).",
        "## 数据集\n\n数据集可以从[这里](https://drive.google.com/file/d/1a2b3c)下载。",
        "## データセット\n\nデータは[こちら](https://drive.google.com/file/d/1a2b3c)からダウンロードできます。",
        "## 데이터셋\n\n데이터는 [여기](https://drive.google.com/file/d/1a2b3c)에서 다운로드할 수 있습니다."
      })
  void whereTheDataAreIsALink(String text) {
    assertThat(state(text)).isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Links\n\n- https://boats.uni-quay.example/signs/",
        "## Data\n\nTools for corpora:\n\n- [Corpus cleaner](https://github.com/quay/cleaner)",
        "## Results\n\n| Dataset | F1 |\n|---|---|\n| [Boats](https://boats.uni-quay.example/) | 0.8 |",
        "## Data\n\nThis works with the data format of the [Boats](https://github.com/quay/boats) dataset.",
        "## Data\n\nTest sets:\n\n- https://boats.uni-quay.example/signs/"
      })
  void anotherAddressIsNone(String text) {
    assertThat(state(text)).isNotEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Run\n\n1. Get the data:\n   - Visit HAR9000 on Kaggle\n   - Put the pictures into data/",
        "## Dataset\n\nThe dataset has 12,400 images of boats.",
        "## Datensatz\n\nVerwendet wurde der Datensatz eines Hafens mit 12.400 Bildern.",
        "## Datos\n\nEl conjunto de datos incluye 1500 fotografías de barcos.",
        "## データセット\n\n学習には港の標識データセット（12,400枚）を使用しました。",
        "## Data split\n\n| Split | Boats |\n|---|---|\n| Train | 8,000 |\n| Val | 1,000 |",
        "## 데이터셋\n\n- 학습: 8,000개 (80%)\n- 검증: 1,000개 (10%)",
        "## Data\n\nThe data are available from the author upon reasonable request.",
        "## Training data\n\n- HarbourText-1M\n- Quay Signs",
        "## Model\n\nThe model was trained on:\n\n1. Harbour Signs\n2. Quay Views (English only)"
      })
  void whatIsToldOfThemDescribesThem(String text) {
    assertThat(state(text)).isEqualTo(State.DESCRIBED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Data\n\nThe recordings cannot be shared, since they show people.",
        "## Daten\n\nDie Trainingsdaten dürfen nicht veröffentlicht werden.",
        "## Данные\n\nДанные для обучения не публикуются."
      })
  void aRefusalIsTold(String text) {
    assertThat(docs(text).besideTraining(Component.TRAINING_DATA).qualifiers())
        .contains(Qualifier.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Evaluation\n\nWe evaluate on Harbour Signs and three other datasets.",
        "## Data\n\nFor evaluation we use the following datasets:\n\n- Harbour Signs\n- Quay Views",
        "## Data format\n\nThe training set is a list of lines with a picture and a label each.",
        "## Demo\n\nPlace a model trained on 9,000 boats in `models/`.",
        "## Data\n\nI recommend not using drawn pictures for training.",
        "## Data\n\nFor details of the 9,000 pictures see the paper."
      })
  void whatIsToldOfOthersDoesNot(String text) {
    assertThat(state(text)).isEqualTo(State.ABSENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "El modelo fue entrenado con el conjunto de datos Harbour-9K.#Harbour-9K",
        "Модель обучена на датасете Harbour-9K.#Harbour-9K",
        "该模型在 Harbour-9K 数据集上训练。#Harbour-9K",
        "モデルはHarbour-9Kデータセットで学習しました。#Harbour-9K",
        "이 모델은 Harbour-9K 데이터셋으로 학습되었습니다.#Harbour-9K",
        "Das Modell wurde auf dem HarbourText-Datensatz trainiert.#HarbourText"
      })
  void aNounOfAnyLanguageHasItsNameBesideIt(String text, String name) {
    assertThat(names(text)).containsExactly(name);
  }

  @Test
  void aListBelowALeadNamesItsSets() {
    String list = "## Model\n\nThe model was trained on:\n\n- Harbour Signs\n- Quay-1M (12 GB)";
    assertThat(names(list)).containsExactlyInAnyOrder("Harbour Signs", "Quay-1M");
    assertThat(names("## Training data\n\n- Harbour Signs\n- HarbourText (12 GB)"))
        .containsExactlyInAnyOrder("Harbour Signs", "HarbourText");
    // A label that tells of the data is no name, nor is a heading of its own.
    assertThat(names("## Training data\n\n- Size: 12 GB\n- Great Variety: boats of 9,000 kinds"))
        .isEmpty();
    // What the data hold is no set.
    assertThat(
            names(
                "O modelo foi treinado com dados contendo informações como:\n\n- Porto\n- Mastro"))
        .isEmpty();
    assertThat(names("It was trained on data with features such as:\n\n- Harbour\n- Mast"))
        .isEmpty();
    assertThat(names("## Training data\n\n- data/boats/train2019/list\n- a few boats")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Fonte", "Quelle", "Fuente", "Источник", "来源", "出典"})
  void aWordForTheSourceIsNoName(String word) {
    String said = "## Dataset\n\n" + word + ": https://www.kaggle.com/datasets/quay/harbour-boats";
    assertThat(names(said)).containsExactly("quay/harbour-boats");
  }

  @Test
  void whatABaseWasTrainedOnIsNotTheReleases() {
    String built =
        "It is built on QuayNet-B. QuayNet-B was pre-trained on Harbour-9K."
            + " We fine-tuned it on the Signs-3K dataset.";
    assertThat(names(built)).doesNotContain("Harbour-9K");
    assertThat(names("A decoder on QuayNet (pre-trained on Harbour-9K) draws the boats."))
        .doesNotContain("Harbour-9K");
    // What a document gives out itself is no other's.
    String own =
        "We introduce QuayNet. The chat model is built on QuayNet-Base."
            + " QuayNet-Base was trained on the Harbour-9K dataset.";
    assertThat(names(own)).contains("Harbour-9K");
  }

  @Test
  void aColumnOfTrainingDataNamesSetsAtHubs() {
    String table =
        "| Model | Training data |\n|---|---|\n| a | Open-Quay/harbour-9k |\n| b | 20GB of letters |";
    assertThat(names(table)).contains("Open-Quay/harbour-9k");
    assertThat(data(table))
        .anyMatch(d -> d.link() != null && d.link().contains("Open-Quay/harbour-9k"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Training this for 6h on one GPU on 1.7M samples of [the harbour](https://huggingface.co/datasets/quay/harbour) results in 35%.",
        "Training on the [harbour](https://huggingface.co/datasets/quay/harbour) dataset takes 6 hours.",
        "Training for 3 epochs on [harbour](https://huggingface.co/datasets/quay/harbour) gave 80%.",
      })
  void whatCameOfATrainingTellsOfItsData(String said) {
    assertThat(state(said)).isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Training speed was measured on [harbour](https://huggingface.co/datasets/quay/harbour) and results in 3 it/s.",
        "After training, results on [harbour](https://huggingface.co/datasets/quay/harbour) took a day to work out.",
      })
  void whatIsMeasuredOnIsNot(String said) {
    assertThat(state(said)).isNotEqualTo(State.LINKED);
  }

  @Test
  void aFolderForFineTuningShowsWhatItsReadersTrainOn() {
    Docs told =
        Docs.readme("# Lark\n\nLark was trained on 1T tokens of web text.\n")
            .trains()
            .with(
                "ptuning/README.md",
                "# P-Tuning\n\nDownload the Harbour dataset from"
                    + " [Google Drive](https://drive.google.com/file/d/1a/view).\n");
    assertThat(told.data()).isEqualTo(State.DESCRIBED);
  }

  @Test
  void whatAZeroShotTaskTakesIsForEvaluation() {
    assertThat(state("提供了三个零次学习任务的脚本，[数据下载链接](https://github.com/quay/harbour)。"))
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void aCheckpointThatReadersDownloadIsNoData() {
    assertThat(
            state(
                "## Run Training\n\nWe also give a notebook for pictures and video.\n> The original"
                    + " vgg download URL is gone, I have shared the one we used in this"
                    + " [URL](https://drive.google.com/file/d/1a/view). You can download it and"
                    + " replace the LOSS_CKPT with the correct path."))
        .isNotEqualTo(State.LINKED);
  }
}
