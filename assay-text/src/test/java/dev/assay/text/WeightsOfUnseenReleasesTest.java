package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Ways in which releases link their weights, as releases that nobody had seen do.
class WeightsOfUnseenReleasesTest {
  private static boolean linked(String said) {
    return Docs.readme("# Net\n\n" + said + "\n").judged().mentions().stream()
        .anyMatch(m -> m.component() == Component.WEIGHTS && m.state() == State.LINKED);
  }

  @Test
  void weightsMayBeProvidedBySomebodyAtAPageOfCode() {
    String said =
        "Pre-trained weights `net_a-879422e0-with-a-long-name-of-its-own.pth` and"
            + " `net_b-3dd09a76-with-another-long-name.pth` for these models are %s"
            + " by an author [here](https://github.com/author/Net#results).";
    assertThat(linked(said.formatted("provided"))).isTrue();
    assertThat(linked(said.formatted("discussed"))).isFalse();
  }

  @Test
  void theSubjectOfASentenceIsWhatIsAvailable() {
    String said = "The %s are available [here](https://github.com/lab/files).";
    assertThat(linked(said.formatted("weights trained on our data"))).isTrue();
    assertThat(linked(said.formatted("data for the pretrained model"))).isFalse();
  }

  @Test
  void aSentenceSaysWhatTheLinkedPlaceHolds() {
    String said =
        "The [net-index](https://github.com/lab/net-index) contains metadata and links to access"
            + " %s.";
    assertThat(linked(said.formatted("pre-trained Net models"))).isTrue();
    assertThat(linked(said.formatted("the tables of results"))).isFalse();
  }

  @Test
  void aLinkThatIsCalledACheckpointLeadsToOne() {
    String said = "See the [%s](https://files.lab.example.org/net/v2.0).";
    assertThat(linked(said.formatted("pre-trained Net checkpoint"))).isTrue();
    assertThat(linked(said.formatted("notes"))).isFalse();
  }

  @Test
  void packedWeightsKeepTheirEnding() {
    String said = "Run [it](https://files.lab.example.org/net.%s.tar).";
    assertThat(linked(said.formatted("pth"))).isTrue();
    assertThat(linked(said.formatted("src"))).isFalse();
  }

  @Test
  void belowAHeadingOfTrainedModelsAPackedFileIsOne() {
    String row = "| name | file |\n|---|---|\n| small | [small](https://lab.example.org/s.zip) |";
    assertThat(linked("## Pretrained models\n\n" + row)).isTrue();
    assertThat(linked("## Screenshots\n\n" + row)).isFalse();
  }

  @Test
  void aParagraphBelowAnItemOfAListIsRead() {
    String item =
        "1. Get it\n\n    It was made in spring.\n\n    The model can be downloaded at"
            + " [this place](https://drive.google.com/file/d/1/view).\n";
    assertThat(linked(item)).isTrue();
    assertThat(linked(item.replace("1. Get it", "Get it"))).isFalse();
  }

  @Test
  void aPackedFolderFetchedBelowWordsForTrainedModelsIsWeights() {
    String said =
        "## Downloads\n\nTo have the %s (40 MB), run\n```\nwget https://dl.example.org/net/cache.tar.gz\n```";
    assertThat(linked(said.formatted("pre-trained nets"))).isTrue();
    assertThat(linked(said.formatted("letters for the pretrained nets"))).isTrue();
    assertThat(linked(said.formatted("dataset of the pretrained nets"))).isFalse();
    assertThat(linked(said.formatted("letters"))).isFalse();
  }

  @Test
  void aProjectThatWeightsAreTakenFromHasThem() {
    String said =
        "To use it, compile the engine. After that, %s the settings and the %s from [the other repo](https://github.com/acme/quay-nets).";
    assertThat(linked(said.formatted("acquire", "evaluation weights"))).isTrue();
    assertThat(linked(said.formatted("acquire", "test positions"))).isFalse();
    assertThat(linked(said.formatted("we removed", "weights"))).isFalse();
    String holds =
        "+ [Quay](https://github.com/acme/quay/tree/main), a submodule containing the latest %s.";
    assertThat(linked(holds.formatted("network weights"))).isTrue();
    assertThat(linked(holds.formatted("network tools"))).isFalse();
  }

  @Test
  void whereWeightsCanBeFoundIsTheirPlaceWhateverItIsCalled() {
    String said =
        "The model %s can be found at [Quay Studio](https://quay.example.org/detail/264150).";
    assertThat(linked(said.formatted("weights"))).isTrue();
    assertThat(linked(said.formatted("weights of Net-B and Net-L"))).isTrue();
    String store = "https://figshare.com/articles/dataset/264150";
    assertThat(
            linked(
                said.formatted("weights").replace("https://quay.example.org/detail/264150", store)))
        .isTrue();
    assertThat(linked(said.formatted("description"))).isFalse();
    assertThat(linked(said.formatted("weights' history"))).isFalse();
    assertThat(linked(said.formatted("weights").replace("/detail/264150", "/use.md"))).isFalse();
    assertThat(
            linked(
                "The pre-trained checkpoints may be downloaded from the [Quay](https://quay.example.org/n)."))
        .isTrue();
  }

  @Test
  void anArchiveForDataKeepsTheModelThatAReaderIsBidToDownload() {
    String said =
        "For running the %s of the paper, please download it using this [link](https://figshare.com/articles/dataset/Net_Files/24320).";
    assertThat(linked(said.formatted("pretrained 9-layer model"))).isTrue();
    assertThat(linked(said.formatted("tables"))).isFalse();
    String offered =
        "%s for all nets are available on [Zenodo](https://zenodo.org/records/123456).";
    assertThat(linked(offered.formatted("Pre-trained priors"))).isTrue();
    assertThat(linked(offered.formatted("Tables"))).isFalse();
  }

  @Test
  void aRepositoryMayBeCalledByALongNameForItsWeights() {
    String said =
        "We need %s of Net, which you can download from [the repository of the lab for Net %s](https://github.com/lab/net-store).";
    assertThat(linked(said.formatted("pre-trained weights", "pre-trained weights"))).isTrue();
    assertThat(linked(said.formatted("letters", "letters"))).isFalse();
  }

  @Test
  void theWordsOfALinkSayWhatItLeadsToWhateverTheSentenceSpeaksOf() {
    String said = "We give out 40 [%s](https://net.example.org/all) beside the dataset of birds.";
    assertThat(linked(said.formatted("model checkpoints"))).isTrue();
    assertThat(linked(said.formatted("slides"))).isFalse();
  }

  @Test
  void aButtonToTheFolderOfModelsLeadsToThem() {
    String said = "[[Page](https://net.example.org)] [[%s](https://net.example.org/models)]";
    assertThat(linked(said.formatted("Models"))).isTrue();
    assertThat(linked(said.formatted("Survey"))).isFalse();
  }

  @Test
  void trainedNetworksMayBeFetchedFromAPage() {
    String said = "3. %s <http://www.lab.example.org/net/net.html>";
    assertThat(linked(said.formatted("Download one of the pretrained networks from"))).isTrue();
    assertThat(linked(said.formatted("Download one of the scene files from"))).isFalse();
    assertThat(linked(said.formatted("Read about the pretrained networks in"))).isFalse();
  }

  @Test
  void anItemBelowTheWordsThatOfferTrainedModelsLinksOne() {
    String said =
        "%s\n\n* A small one, made with 500 samples: <https://files.lab.example.org/net_5>\n";
    assertThat(linked(said.formatted("The following pre-trained models are available:"))).isTrue();
    assertThat(linked(said.formatted("The following posters are available:"))).isFalse();
    assertThat(linked(said.formatted("Pre-trained models were compared with these:"))).isFalse();
  }

  @Test
  void aLabelBeforeAnAddressSaysWhatIsThere() {
    String said = "%s: https://www.kaggle.com/datasets/lab/net-files";
    assertThat(linked(said.formatted("Pretrained weights"))).isTrue();
    assertThat(linked(said.formatted("Training images"))).isFalse();
  }

  @Test
  void theReleasesOfARepositoryHoldTheModelWhereTheSectionSpeaksOfItsFile() {
    String said = "## ダウンロード\n[Releases](https://github.com/lab/%s/releases)からダウンロードできます。\n\n%s\n";
    String model = "最新のモデルファイルは、別のページにあります。";
    assertThat(linked(said.formatted("Net", model))).isTrue();
    assertThat(linked(said.formatted("Net", "画面は別のページにあります。"))).isFalse();
    assertThat(linked(said.formatted("Board", model))).isFalse();
  }

  @Test
  void trainedModelsMayBeReleasedAtABareAddress() {
    String said = "- %s are released at http://lab.example.org/net16_systems/";
    assertThat(linked(said.formatted("pre-trained models on NEWS data"))).isTrue();
    assertThat(linked(said.formatted("the NEWS data for pre-trained models"))).isFalse();
    assertThat(linked(said.formatted("the slides"))).isFalse();
  }

  @Test
  void belowAHeadingOfTrainedWeightsAPackedFileMayBeNamedBeforeThePage() {
    String said =
        "## %s\n\n1. Download `%s` from the [sheet](https://sheets.example.org/0x37) and unpack it.\n";
    assertThat(linked(said.formatted("Loading from pre-trained weights", "save.zip"))).isTrue();
    assertThat(linked(said.formatted("Loading from pre-trained weights", "vectors.txt"))).isFalse();
    assertThat(linked(said.formatted("Building", "save.zip"))).isFalse();
  }

  @Test
  void theReleasesMayBeNamedWithoutAnAddress() {
    String said = "## Running\n\n%s can be downloaded from the releases %s.\n";
    assertThat(linked(said.formatted("Model weights", "pane"))).isTrue();
    assertThat(linked(said.formatted("Wheels", "pane"))).isFalse();
    assertThat(linked(said.formatted("Model weights", "of somebody else"))).isFalse();
  }

  @Test
  void commandsFetchFromAStoreTheModelThatAReaderIsBidToDownload() {
    String said =
        "## Repeat it\n\nPlease first download the %s \"12_%s.bin\" through the following commands:\n```\ncd saved\ngdown https://drive.google.com/uc?id=1oodyQ\n```\n";
    assertThat(linked(said.formatted("model", "net"))).isTrue();
    assertThat(linked(said.formatted("table", "net"))).isFalse();
    String data =
        "## Repeat it\n\nDownload the data of the model:\n```\ngdown https://drive.google.com/uc?id=1oodyQ\n```\n";
    assertThat(linked(data)).isFalse();
  }

  @Test
  void aFolderMayBeNamedForModelsInOneWordWithOthers() {
    String said =
        "To pick phases you need a pre-trained model, available from [%s](https://github.com/lab/net/tree/main/%s).";
    assertThat(linked(said.formatted("this", "ModelsAndSamples"))).isTrue();
    assertThat(linked(said.formatted("this", "RemodelledSamples"))).isFalse();
  }

  @Test
  void aReaderIsBidToFetchTheModelAmongTheReleases() {
    String said = "1. Download the %s in the releases page.\n2. Run it.";
    assertThat(linked(said.formatted("latest model (`gull.pth`)"))).isTrue();
    assertThat(linked(said.formatted("file `gull.onnx`"))).isTrue();
    assertThat(linked(said.formatted("latest version"))).isFalse();
    assertThat(linked(said.formatted("model card"))).isFalse();
  }

  @Test
  void aHeadingOfTrainedModelsStandsAboveTheirSizes() {
    String said =
        "# %s\n\nHere they are.\n\n### Net L\n\nIt sees far.\n\nDownload link: [See the releases](https://github.com/lab/Net/releases)\nRight in the test data sets:";
    assertThat(linked(said.formatted("Pretrained nets"))).isTrue();
    assertThat(linked(said.formatted("Programs"))).isFalse();
    assertThat(linked(said.formatted("Data of the pretrained nets"))).isFalse();
  }

  @Test
  void aPackedFolderMayBeCalledModels() {
    String said =
        "Download [%s](https://cloud.lab.example.org:8443/s/tM5) and [notes.tar.gz](https://cloud.lab.example.org:8443/s/x) and unpack them.";
    assertThat(linked(said.formatted("models.tar.gz"))).isTrue();
    assertThat(linked(said.formatted("checkpoints_v2.zip"))).isTrue();
    assertThat(linked(said.formatted("trials.tar.gz"))).isFalse();
  }

  @Test
  void whatIsTrainedMayBeAvailableForDownload() {
    String said = "%s Gull packages are available for [download](https://lab.example.org/index/).";
    assertThat(linked(said.formatted("Pre-trained"))).isTrue();
    assertThat(linked(said.formatted("Printed"))).isFalse();
  }
}
