package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.model.Component;
import dev.assay.model.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Weights by the grammar of what offers them, wherever they are kept.
class WeightOfferTest {
  private static final String STORE = "https://zenodo.org/records/10401602";

  private static boolean linked(String said) {
    return Docs.readme("# Gull\n\nA model of gulls.\n\n" + said + "\n").judged().mentions().stream()
        .anyMatch(m -> m.component() == Component.WEIGHTS && m.state() == State.LINKED);
  }

  private static State data(String said) {
    return Docs.readme("# Gull\n\nA model of gulls.\n\n" + said + "\n")
        .besideTraining(Component.TRAINING_DATA)
        .state();
  }

  @Test
  void trainedModelsAreTheSubjectOfWhatIsAvailable() {
    String said =
        "%s of the trained Gull models (4 replicates) are now available at " + STORE + ".";
    assertThat(linked(said.formatted("Weights"))).isTrue();
    assertThat(linked(said.formatted("Predictions"))).isFalse();
    assertThat(linked(said.formatted("Training data"))).isFalse();
  }

  @Test
  void whatTheyWereTrainedOnIsNotWhatIsOffered() {
    String said =
        "%s, pretrained on the Harbour training set, is available [here: %s](https://vault.example.org/s/2Xk).";
    assertThat(linked(said.formatted("The weights of Gull", "the file"))).isTrue();
    assertThat(linked(said.formatted("The code of Gull", "Gull_on_Harbour.h5"))).isTrue();
    assertThat(linked(said.formatted("The code of Gull", "the file"))).isFalse();
  }

  /// Repositories that are named for models hold them; a stroke at the end is part of no name.
  @Test
  void aRepositoryOfModelsIsWhereTheyAre() {
    String said = "You can find our trained model [here](https://bitbucket.org/quay/%s).";
    assertThat(linked(said.formatted("gull_models"))).isTrue();
    assertThat(linked(said.formatted("gull_models/"))).isTrue();
    assertThat(linked(said.formatted("gull_tools/"))).isFalse();
  }

  /// What is attached to a page of a project may be anything, whatever it is called.
  @Test
  void whatIsAttachedIsWhatItIsCalled() {
    String said =
        "## Pretrained weights\n\nHere you can find the weights: https://github.com/quay/gull/%s/data.zip";
    assertThat(linked(said.formatted("files/1594328"))).isTrue();
    assertThat(linked(said.formatted("files"))).isFalse();
  }

  /// How large a file is may stand behind the word that points at it.
  @Test
  void aSizeIsNoName() {
    String said =
        "## Pretrained model\n\nYou could download the pretrained model(Car) of Gull from [%s](https://drive.google.com/file/d/1aap), which was tested on the *val* split (3769 samples).";
    for (String words : new String[] {"here(~15MB)", "here (1.2 GB)", "link, 300M", "here"}) {
      assertThat(linked(said.formatted(words))).as(words).isTrue();
    }
    assertThat(linked(said.formatted("the viewer (15 MB)").replace("retrained model", "lain tool")))
        .isFalse();
  }

  @Test
  void aHeadingOffersTrainedModelsForDownload() {
    String said =
        "## %s\n\n1. Download [Gull_1M](https://figshare.com/ndownloader/files/36898600). See below."
            + "\n    - It is trained on 1M gulls.";
    assertThat(linked(said.formatted("Pre-trained Models Download"))).isTrue();
    assertThat(linked(said.formatted("Data Download"))).isFalse();
  }

  @Test
  void packedFilesBelowSuchAHeadingAreNoData() {
    String said =
        "### %s\n\n- Danish Model: (Trained on 9.5gb text)\n"
            + "[Version 1](https://www.dropbox.com/s/b2y/danish_gull.zip?dl=1)";
    assertThat(linked(said.formatted("Download weights"))).isTrue();
    assertThat(data(said.formatted("Download weights"))).isNotEqualTo(State.LINKED);
    assertThat(linked(said.formatted("Download corpora"))).isFalse();
    assertThat(data(said.formatted("Download corpora"))).isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You can get our weights from [Harbour](https://www.harbour.example.org).",
        "# Checkpoint\n\nThe model can be downloaded from this link. Please write to us.\n\nhttps://drive.example.org/s?k=AJE",
        "## Pretrained models\n\n- [gull-base](https://www.harbour.example.org/gull-base)",
        "We provide a trained network [here](https://www.harbour.example.org/a).",
        "The model files live at https://www.harbour.example.org/gull/ and are fetched on first use.",
        "Our final network (45 MB) is at [Harbour](https://osf.io/abc12/).",
        "For convenience a pre-trained Gull can be found at [OneDrive](https://1drv.ms/u/s!abc).",
        "If you just want to use the model, download it [here](https://www.harbour.example.org/gull).",
        "Das trainierte Modell kann [hier](https://www.harbour.example.org/g.zip) heruntergeladen werden.",
        "Le modèle entraîné est disponible [ici](https://www.harbour.example.org/g.zip).",
        "El modelo entrenado se puede descargar [aquí](https://www.harbour.example.org/g.zip).",
        "O modelo treinado está disponível [aqui](https://www.harbour.example.org/g.zip).",
        "Il modello addestrato è disponibile [qui](https://www.harbour.example.org/g.zip).",
        "Обученную модель можно скачать [здесь](https://www.harbour.example.org/g.zip).",
        "您可以从[此处](https://files.example.org/g)或[百度云](https://pan.baidu.com/s/1M)下载所有预训练权重。",
      })
  void whatIsTrainedIsOfferedInManyWays(String said) {
    assertThat(linked(said)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You can get our images from [Harbour](https://www.harbour.example.org).",
        "# Paper\n\nhttps://drive.example.org/s?k=AJE",
        "## Models\n\n- [gull-base](https://www.harbour.example.org/gull-base) does as well as others.",
        "We provide a trained staff [here](https://www.harbour.example.org/a).",
        "We provide predictions of a trained network [here](https://www.harbour.example.org/a).",
        "The text files live at https://www.harbour.example.org/gull/ and are fetched on first use.",
        "Our final report (45 MB) is at [Harbour](https://www.harbour.example.org/a).",
        "Le modèle est entraîné sur le corpus [Harbour](https://www.harbour.example.org).",
        "El modelo fue entrenado con [Harbour](https://www.harbour.example.org).",
        "您可以从[此处](https://files.example.org/g)下载所有训练数据和说明。",
        "Модель обучена на данных [здесь](https://www.harbour.example.org).",
        "A trained model is needed for what [Harbour](https://www.harbour.example.org) does.",
        "Before training, download the pre-trained Heron model from [them](https://storage.googleapis.com/heron/heron.zip).",
      })
  void whatIsSaidOfSomethingElseOffersNone(String said) {
    assertThat(own(said)).isFalse();
  }

  private static boolean own(String said) {
    return Docs.readme("# Gull\n\nA model of gulls.\n\n" + said + "\n").judged().mentions().stream()
        .anyMatch(m ->
            m.component() == Component.WEIGHTS
                && m.state() == State.LINKED
                && !m.qualifiers().contains(dev.assay.model.Qualifier.OF_BASE));
  }

  @Test
  void commandsFetchATrainedNetwork() {
    String said =
        "Download and extract the %s:\n\n```sh\n$ wget https://github.com/acme/gull/releases/download/v1/gull-20b.tar.gz\n```";
    assertThat(linked(said.formatted("trained network"))).isTrue();
    assertThat(linked(said.formatted("example pictures"))).isFalse();
  }

  @Test
  void aLongParagraphIsReadInBoundedTime() {
    String said =
        "We provide a trained network ".repeat(20_000) + "[here](https://x.example.org/a)";
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> linked(said));
  }

  @Test
  void whatIsDownloadedIsWhatTheLastSentenceWasAbout() {
    String said =
        "## Download\n\nThe code loads %s at the first run. You can %s from [here](https://hub.example.org/gull/4).";
    assertThat(linked(said.formatted("the models", "download"))).isTrue();
    assertThat(linked(said.formatted("the pre-trained weights", "also download them"))).isTrue();
    assertThat(linked(said.formatted("the data", "download them"))).isFalse();
    assertThat(linked(said.formatted("the models", "download the images"))).isFalse();
  }

  /// An address that a service has shortened tells nothing; the column and the page do.
  @Test
  void aColumnOfATableHoldsModels() {
    String said =
        "# %s\n\n## Birds\n\n| Type | Accuracy | %s |\n|---|---|---|\n| a | 97 | [Gull-3](%s) |\n";
    String shortened = "https://bit.ly/Gull-3";
    String page = "https://www.harbour.example.org/gull";
    assertThat(linked(said.formatted("Pretrained Models", "Model", shortened))).isTrue();
    assertThat(linked(said.formatted("Pretrained Models", "Checkpoint", page))).isTrue();
    assertThat(linked(said.formatted("Trained Models", "MXNet Model", shortened))).isTrue();
    assertThat(linked(said.formatted("Pretrained Models", "Model", page))).isFalse();
    assertThat(linked(said.formatted("Results", "Model", shortened))).isFalse();
  }

  @Test
  void theNameOfAStoreIsNoData() {
    String said =
        "## Use\n\nWe provide the Gull %s on Mendeley data, they can be downloaded from [here](https://data.mendeley.com/preview/87gm9).";
    assertThat(linked(said.formatted("pretraining weights"))).isTrue();
    assertThat(linked(said.formatted("training sets"))).isFalse();
  }

  @Test
  void aBucketOfModelsHoldsThem() {
    String said = "## Get it\n\nThat is here:\n\n```bash\naws s3 sync s3://%s/gulls/all gull\n```";
    assertThat(linked(said.formatted("models.quay.example"))).isTrue();
    assertThat(linked(said.formatted("modelsets.quay.example"))).isFalse();
  }
}
