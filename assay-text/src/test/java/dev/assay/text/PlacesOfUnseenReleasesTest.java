package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How the fifth batch of unseen releases offers weights, papers and data in prose and scripts.
class PlacesOfUnseenReleasesTest {
  private static State state(Component component, String readme) {
    return Docs.readme(readme).finding(component).state();
  }

  private static boolean offersWeights(String readme) {
    return Docs.document("README.md", readme).signs().stream()
        .anyMatch(s -> s.component() == Component.WEIGHTS);
  }

  @Test
  void trainedModelsThatAreAvailableHereAreLinked() {
    String said =
        "# Net\n\nSeveral pretrained streaming models [are available here](https://net.example.org/all_models).\n";
    assertThat(offersWeights(said)).isTrue();
    String page = said.replace("pretrained streaming models", "words on models");
    assertThat(offersWeights(page)).isFalse();
  }

  @Test
  void anOfficialImplementationNamesItsPaperByTitleAndLink() {
    String said =
        "# Net\n\nOfficial implementation of _A net for sounds_ ([text link](https://arxiv.org/abs/2111.05011)) by A. Author.\n";
    assertThat(state(Component.RESEARCH_PAPER, said)).isEqualTo(State.LINKED);
    assertThat(state(Component.RESEARCH_PAPER, said.replace("Official", "Unofficial")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatASectionOnDataBidsToDownloadIsTheData() {
    String guide =
        "# Installation\n\n## Dataset Preparation\n\nDownload the [Harbour-1K](http://harbour.example.org/) image classification dataset and structure the data as follows:\n";
    assertThat(Docs.readme("# Net\n").with("INSTALL.md", guide).trains().data())
        .isEqualTo(State.LINKED);
    assertThat(
            Docs.readme("# Net\n")
                .with("INSTALL.md", guide.replace("Download the", "Look at the"))
                .data())
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void aListBelowAdviceMaySayWhatEachModelWasTrainedOn() {
    String list =
        "# Net\n\n## Using trained checkpoints\n\nCheckpoints are included:\n\n1. [net trained on harbour and dune data](checkpoints/net)\n";
    assertThat(state(Component.TRAINING_DATA, list)).isEqualTo(State.DESCRIBED);
    assertThat(state(Component.TRAINING_DATA, list.replace("trained on", "run over")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aModuleOfDataSetsThatKeepsTheirAddressFetchesThem() {
    String module =
        "_BASE_URL = \"http://data.example.org/ground_truth/\"\ndef fetch(a):\n    download_file(_BASE_URL + a)\n";
    Docs release = Docs.readme("# Net\n").listed("train.py", 100);
    assertThat(release.with("net/datasets/fetch.py", module).data()).isEqualTo(State.LINKED);
    assertThat(
            Docs.readme("# Net\n")
                .listed("train.py", 100)
                .with("net/datasets/fetch.py", module.replace("download_file", "show"))
                .data())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aBadgeLeadsToThePaper() {
    String badge =
        "# Net\n\n[![arXiv](https://img.example.org/a.svg)](https://arxiv.org/abs/2401.03048)\n[![Page](https://img.example.org/b.svg)](https://net.example.org/)\n";
    assertThat(state(Component.RESEARCH_PAPER, badge)).isEqualTo(State.LINKED);
    assertThat(state(Component.RESEARCH_PAPER, badge.replace("arXiv]", "Others]")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void anImplementationNamesItsPaperAfterItsTitle() {
    for (String said :
        new String[] {
          "PyTorch implementation of somebody's Net for short weather forecasts (https://arxiv.org/abs/2003.12140)",
          "- It is based on the paper *Words and phrases and how they go together* [[A. Author](https://arxiv.org/pdf/1310.4546.pdf)]"
        }) {
      assertThat(state(Component.RESEARCH_PAPER, "# Net\n\n" + said + "\n"))
          .as(said)
          .isEqualTo(State.LINKED);
    }
    assertThat(
            state(
                Component.RESEARCH_PAPER,
                "# Net\n\nFaster than the nets of others (https://arxiv.org/abs/2003.12140).\n"))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aStoreForDataKeepsWeightsWhereTheLinkSaysSo() {
    String said =
        "# Net\n\n[Download slim weights (for inference, 9GB)](https://the-eye.eu/public/AI/NET-6B/step_383500.tar.zstd)\n";
    assertThat(offersWeights(said)).isTrue();
    assertThat(offersWeights(said.replace("slim weights", "the books"))).isFalse();
  }

  @Test
  void anAddressWithoutASchemeIsOneOfTheSameKind() {
    assertThat(Address.kind("//huggingface.co/a/net")).isEqualTo(Address.Kind.MODEL);
    assertThat(Address.kind("//arxiv.org/abs/2405.09818")).isEqualTo(Address.Kind.PAPER);
    assertThat(Address.kind("docs/net.md")).isEqualTo(Address.Kind.RELATIVE);
    assertThat(Address.kind("//nothing")).isEqualTo(Address.Kind.RELATIVE);
  }

  @Test
  void whatReadersAreBidToFetchIsToTrainOnWhereTheCodeTrains() {
    String said =
        "# Net\n\n## Usage\n\n1. The datasets can be obtained from [Google Drive](https://drive.google.com/file/d/1l51/view).\n";
    var documents = List.of(Docs.document("README.md", said));
    assertThat(data(DocumentJudge.of(documents, List.of()).judge(true, false)))
        .isEqualTo(State.LINKED);
    assertThat(data(DocumentJudge.of(documents, List.of()).judge(false, false)))
        .isNotEqualTo(State.LINKED);
  }

  private static State data(DocumentJudge.Result result) {
    return result.findings().stream()
        .filter(f -> f.component() == Component.TRAINING_DATA)
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void theReadmeIsHeardBeforeOtherDocumentsBesideIt() {
    String link = "# Net\n\nThe weights are at https://huggingface.co/a/%s\n";
    var mentions =
        new Docs()
            .with("EVALUATION.md", link.formatted("other"))
            .with("README.md", link.formatted("net"))
            .judged()
            .mentions();
    assertThat(mentions.getFirst().link()).isEqualTo("https://huggingface.co/a/net");
  }

  @Test
  void theReleasesOfARepositoryNamedForNetworksHoldWeights() {
    String said =
        "# Engine\n\nAll of its networks can be found in the releases of the [engine-networks](https://github.com/a/engine-networks) repo.\n";
    assertThat(offersWeights(said)).isTrue();
    String binaries = said.replace("engine-networks", "engine-tools");
    assertThat(offersWeights(binaries)).isFalse();
  }

  @Test
  void aHeadingOfCorporaIsOneOfData() {
    String list =
        "# Net\n\n## Speech Corpora\n\nThe Harbour data set is [here](https://www.openslr.org/12/harbour.tar.gz), with 100 hours of data.\n";
    assertThat(state(Component.TRAINING_DATA, list)).isEqualTo(State.LINKED);
    assertThat(state(Component.TRAINING_DATA, list.replace("Speech Corpora", "Other things")))
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void whatIsAvailableBehindHereIsToBeFetched() {
    String said =
        "# Net\n\n## Tuning\n\nTune Net with the models and %s available [here](https://quay.box.example.org/s/7eci3nd9).\n";
    assertThat(Docs.readme(said.formatted("datasets")).trains().data()).isEqualTo(State.LINKED);
    assertThat(Docs.readme(said.formatted("settings")).trains().data()).isNotEqualTo(State.LINKED);
  }
}
