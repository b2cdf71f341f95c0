package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.DataSet;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is listed as a data set is one, by the name that it goes by.
class ListedDataSetsTest {
  private static List<DataSet> sets(String readme) {
    return Docs.readme("# Net\n\n" + readme + "\n").trains().judge().data();
  }

  private static List<String> names(String readme) {
    return sets(readme).stream().map(DataSet::name).toList();
  }

  /// A line break is written `/`.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "## Data//Links to the datasets:/- Harbour: https://harbour.example.org/ | Harbour",
        "## Data//Links to the datasets:/- _Dune_: https://harbour.example.org/ | Dune",
        "## Data//Download the datasets:/- Annotations of Harbour: [Download](https://drive.google.com/file/d/1a/view) | Annotations of Harbour",
        "## Data//The Dune corpus can be downloaded from [Seaport](https://seaport.example.org/d). | Dune",
        "## Training data//Dune - [original](https://huggingface.co/datasets/acme/d1) | Dune",
      })
  void aLinkThatOnlyPointsGoesByWhatStandsBeforeIt(String said, String name) {
    String readme =
        said.replace("//", "\n\n")
            .replace("/- ", "\n- ")
            .replace("https:\n\n", "https://")
            .replace("http:\n\n", "http://");
    assertThat(names(readme)).contains(name);
  }

  @Test
  void aRowGoesByItsFirstCell() {
    String table =
        "## Training data\n\n| Name | Source | Ours |\n|---|---|---|\n| DuneQA | [original](https://osf.io/fyg4/) | [preprocessed](https://huggingface.co/datasets/acme/dq) |\n";
    assertThat(names(table)).contains("DuneQA").doesNotContain("original", "preprocessed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Distilled from a face model with L2 + VGG + GAN Loss on the Harbour dataset.",
        "The network was trained using VGG and GAN.",
        "A model fine-tuned on multiple downstream tasks including GAN, VGG and L2.",
        "A chat model fine-tuned on the GAN Model using VGG.",
      })
  void lossesAndNetworksAreNone(String said) {
    assertThat(names(said)).doesNotContain("L2", "VGG", "GAN", "GAN Loss", "GAN Model");
  }

  @Test
  void whatATableSaysOfWeightsIsNoData() {
    String table =
        "## Models\n\n| Model | Fine-tuned from Dune | Trained from scratch |\n|---|---|---|\n| Net 7M | [link](https://x.example.org/a.pkl) [model card](https://huggingface.co/acme/net) | [link](https://x.example.org/b.pkl) |\n";
    assertThat(names(table)).isEmpty();
    String base =
        "## Models\n\n| Model | Base model trained with |\n|---|---|\n| Net 7M | [Dune-dev](https://huggingface.co/acme/dune) |\n";
    assertThat(names(base)).isEmpty();
  }

  @Test
  void aLogIsNone() {
    String table =
        "## Results\n\n| Net | Files |\n|---|---|\n| S | [log](https://x.example.org/net/s_20220504.log.json) |\n";
    assertThat(names(table)).isEmpty();
    assertThat(Address.kind("https://x.example.org/catalog.json"))
        .isEqualTo(Address.Kind.DATA_FILE);
  }

  @Test
  void aPublicModelByItsSizeIsNone() {
    String readme = "より多くのデータで学習された [Dune2](https://github.com/acme/Dune2-6B) に基づくモデルです。";
    assertThat(names(readme)).doesNotContain("Dune2");
  }

  @Test
  void passagesWithoutANameAreNotListedBesideNames() {
    String readme =
        "The network was trained on the Dune dataset.\n\n## Training data\n\nThe training data was cleaned.\n\nThe training data was shuffled.\n";
    assertThat(names(readme)).containsExactly("Dune");
    assertThat(names(readme.replace("Dune dataset", "data of our own"))).containsExactly("");
  }

  @Test
  void aSetThatIsLinkedIsNotListedAgainByItsName() {
    String readme =
        "The network was trained on the Dune-1K dataset.\n\n## Training data\n\n- [Dune-1K](https://huggingface.co/datasets/acme/dune-1k)\n";
    assertThat(sets(readme)).hasSize(1);
    assertThat(sets(readme).getFirst().link()).isNotNull();
  }

  @Test
  void aProgramThatFetchesManyFilesIsOneLine() {
    StringBuilder program = new StringBuilder("#!/bin/sh\n");
    for (int i = 0; i < 9; i++) {
      program.append("wget https://harbour.example.org/train/part").append(i).append(".zip\n");
    }
    var docs = Docs.readme("# Net\n").with("data/download_data.sh", program.toString()).trains();
    List<DataSet> sets = docs.judge().data();
    assertThat(sets).hasSize(1);
    assertThat(sets.getFirst().name()).isEqualTo("data/download_data.sh");
    assertThat(sets.getFirst().size()).isEqualTo("9 addresses");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://drive.google.com/uc?id=",
        "https://huggingface.co/datasets/Harbour/$",
        "https://www.kaggle.com/c/harbour/discussion/110000"
      })
  void anAddressWithAGapAtItsEndAndATalkAreNone(String address) {
    String program = "# see " + address + "{x} for this\ndef download(x):\n    fetch(x)\n";
    assertThat(
            Docs.readme("# Net\n").with("data/download_data.py", program).trains().judge().data())
        .isEmpty();
  }

  @Test
  void instructionsToComeAreNoData() {
    String readme =
        "# Net\n\nIt is recommended to cache features for training. Instructions will be added soon.\n";
    assertThat(Docs.readme(readme).data()).isNotEqualTo(State.PROMISED);
    assertThat(Docs.readme(readme.replace("Instructions", "Training datasets")).data())
        .isEqualTo(State.PROMISED);
  }

  @Test
  void whatIsNotPublicByItsNameDoesNotHideWhatAProgramFetches() {
    String readme =
        "# Net\n\n## Data\n\nThe original words are from the Dune Treebank dataset, which is not publicly available.\n";
    assertThat(
            Docs.readme(readme)
                .with("data/download_data.sh", "wget https://harbour.example.org/train.tgz\n")
                .trains()
                .data())
        .isEqualTo(State.LINKED);
  }

  @Test
  void theCompositionOfABenchmarkIsNotTheReleasesTraining() {
    String readme =
        "# Net\n\n## Evaluation\n\n- [Dune](https://huggingface.co/datasets/acme/dune) is a set of puzzles with 7.5K training examples and 5K test examples.\n";
    assertThat(Docs.readme(readme).judge().data())
        .extracting(DataSet::stage)
        .containsExactly(DataSet.Stage.EVALUATION);
  }
}
