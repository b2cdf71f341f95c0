package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.DataSet;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a release names what it was trained on beside stages, weights, commands and shares.
class DataOfStagesAndWeightsTest {
  private static Docs docs(String said) {
    return Docs.readme("# Net\n\n" + said + "\n").trains();
  }

  private static List<String> names(String said) {
    return docs(said).judge().data().stream()
        .filter(s -> s.stage() != DataSet.Stage.EVALUATION)
        .map(DataSet::name)
        .toList();
  }

  @Test
  void aColumnTellsForWhatEachSetIs() {
    String table =
        "## Data sets\n\n| %s | Dataset | Notes |\n|---|---|---|\n| Pretraining | Harbour-1M | waves |\n| Evaluation | Dune-B | sand |\n";
    assertThat(names(table.formatted("Stage"))).containsExactly("Harbour-1M");
    assertThat(names(table.formatted("Purpose"))).containsExactly("Harbour-1M");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You can download the model weights trained on the Wide Harbour dataset.",
        "## Training data\n\nThe nets were trained on heterogeneous examinations of boats.",
        "The corpus on which the net was trained is made of letters.",
        "## Quick start\n\n### Pretrained checkpoints\n\nBoth nets were pretrained on all of the Harbour datasets."
      })
  void isDescribed(String said) {
    assertThat(docs(said).data()).isEqualTo(State.DESCRIBED);
  }

  @Test
  void aPageBesideWeightsSpeaksOfThem() {
    String said = "## Net\n\nThese are the weights of Net fine-tuned on the Harbour dataset.\n";
    Docs deep = new Docs().with("net/pretrained/wide/README.md", said).trains();
    assertThat(deep.data()).isEqualTo(State.DESCRIBED);
  }

  @Test
  void aPageOnDataTellsWhatWasUsed() {
    String page =
        "# Data\n\n%s used the [Harbour](https://github.com/acme/harbour) dataset and wrote it anew.\n";
    Docs ours = new Docs().with("docs/data.md", page.formatted("We")).trains();
    Docs theirs = new Docs().with("docs/data.md", page.formatted("Others")).trains();
    assertThat(ours.data()).isEqualTo(State.LINKED);
    assertThat(theirs.data()).isEqualTo(State.ABSENT);
  }

  @Test
  void aCommentBeforeACommandNamesItsData() {
    String command =
        "## Training\n\n```sh\n# Start training on %s\npython train.py --config a.yaml\n```\n";
    assertThat(names(command.formatted("HB-100"))).containsExactly("HB-100");
    assertThat(docs(command.formatted("A100 GPUs")).data()).isEqualTo(State.ABSENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "## Training data\\n\\nWe collect public datasets (e.g., Harbour Signs, Dune-9). | Harbour Signs",
        "## Training data\\n\\nThe set has 5k letters data from HarbourX and DuneX, and 9k from us. | DuneX",
        "## Training data\\n\\nTaken were 5% of Harbour Crawl, 40% of DuneNet. | DuneNet",
        "## Training data\\n\\n- harbour-15k: The training data on which the net is tuned were written by us. | harbour-15k",
        "我们的模型在HB（信件语料）上训练。 | HB",
        "本模型仅使用了HBr的训练数据进行训练。 | HBr"
      })
  void namesStandInMorePlaces(String said, String name) {
    assertThat(names(said.replace("\\n", "\n"))).contains(name);
  }

  @Test
  void aSectionOnDataBidsToFetchByName() {
    String bid = "## Data preparation\n\na) Download and extract Hafencorpus, then link it.\n";
    assertThat(names(bid)).contains("Hafencorpus");
  }

  @Test
  void picturesThatWillNotBePublishedAreRefused() {
    Docs docs =
        docs("## Training data\n\nWe crawled 9000 images. We will not publish these images.");
    assertThat(docs.finding(dev.assay.model.Component.TRAINING_DATA).qualifiers())
        .contains(dev.assay.model.Qualifier.REFUSED);
  }

  @Test
  void whatIsRefusedOfTheLastSetIsAPartBesideSetsThatAreLinked() {
    String given =
        "## Training data\n\n- [Harbour](https://harbour.example.org/download/harbour.zip)\n"
            + "- [Dune](https://dune.example.org/download/dune.zip)\n"
            + "- Street: we crawled 9000 images. We will not publish %s.\n";
    Docs part = docs(given.formatted("these images"));
    assertThat(part.data()).isEqualTo(State.LINKED);
    assertThat(part.finding(dev.assay.model.Component.TRAINING_DATA).qualifiers())
        .contains(dev.assay.model.Qualifier.REFUSED, dev.assay.model.Qualifier.PARTIAL);
    assertThat(docs(given.formatted("the training data")).data()).isEqualTo(State.DESCRIBED);
  }

  @Test
  void namesInFrontMatterThatAreNoneOfAHubsAreNoLinks() {
    String card =
        "---\nlicense: mit\ndatasets:\n- %s\n---\n\n# Net\n\n## Training data\n\nLetters.\n";
    assertThat(Docs.readme(card.formatted("Harbour letters of old")).data())
        .isEqualTo(State.DESCRIBED);
    assertThat(Docs.readme(card.formatted("acme/letters")).data()).isEqualTo(State.LINKED);
  }
}
