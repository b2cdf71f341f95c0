package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Data that lies in the folder for it, that a script gives to a command by its name at a hub, and
/// that headings and addresses without a scheme name.
class DataNearTrainersTest {
  private static State beside(Docs docs) {
    return docs.besideTraining(Component.TRAINING_DATA).state();
  }

  @Test
  void tablesInTheFolderForDataAreWhatATrainerBesideThemIsGiven() {
    assertThat(beside(Docs.readme("# Gull\n").listed("data/gulls.csv", 120_000)))
        .isEqualTo(State.PRESENT);
    assertThat(beside(Docs.readme("# Gull\n").listed("tables/gulls.csv", 120_000)))
        .isEqualTo(State.ABSENT);
    assertThat(beside(Docs.readme("# Gull\n").listed("data/gulls_test.csv", 120_000)))
        .isEqualTo(State.ABSENT);
    assertThat(beside(Docs.readme("# Gull\n").listed("data/gulls.csv", 1_000)))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatIsTakenForDataByItsPlaceAloneProvesNothing() {
    String said = "# Gull\n\nThe tables lie in `data/gulls.csv`.\n";
    assertThat(
            Docs.readme(said)
                .listed("data/gulls.csv", 120_000)
                .besideTraining(Component.TRAINING_DATA)
                .qualifiers())
        .contains(Qualifier.UNTOLD);
  }

  @Test
  void aFolderWithPublicEvaluationSetsIsForEvaluation() {
    Docs docs = Docs.readme("# Gull\n").listed("data/gulls.csv", 120_000);
    assertThat(beside(docs.listed("data/mmlu/birds.csv", 120_000))).isEqualTo(State.ABSENT);
  }

  @Test
  void whatIsLinkedElsewhereGoesBeforeThem() {
    String said = "# Gull\n\nGull was trained on [Harbour](https://zenodo.org/record/12).\n";
    assertThat(beside(Docs.readme(said).listed("data/gulls.csv", 120_000))).isEqualTo(State.LINKED);
  }

  @Test
  void aScriptGivesASetOfAHubToWhatTrains() {
    String script =
        "python src/run_speech.py \\\n\t--model_name=\"acme/gull\" \\\n\t--dataset_name=\"acme-birds/harbour_11\" \\\n\t--%s=\"1e-4\"\n";
    assertThat(
            Docs.readme("# Gull\n")
                .with("runners/run_base.sh", script.formatted("learning_rate"))
                .trains()
                .data())
        .isEqualTo(State.LINKED);
    assertThat(
            Docs.readme("# Gull\n")
                .with("runners/run_base.sh", script.formatted("beams"))
                .trains()
                .data())
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void aHeadingNamesWhatIsTrainedOn() {
    String said =
        "# Gull\n\n## %s on [38-Harbour %s Set](https://github.com/acme/38-Harbour)\n\nRun it.\n";
    assertThat(Docs.readme(said.formatted("Training Gull", "Training")).data())
        .isEqualTo(State.LINKED);
    assertThat(Docs.readme(said.formatted("Testing Gull", "Training")).data())
        .isNotEqualTo(State.LINKED);
    assertThat(Docs.readme(said.formatted("Training Gull", "Test")).data())
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void aKnownHostNeedsNoScheme() {
    String said = "# Gull\n\n## Training data\n\n- [Harbour](%s/c/harbour-detection/data).\n";
    assertThat(Docs.readme(said.formatted("kaggle.com")).data()).isEqualTo(State.LINKED);
    assertThat(Docs.readme(said.formatted("doc")).data()).isNotEqualTo(State.LINKED);
  }

  @Test
  void aBadgeForABenchmarkIsNoTrainingData() {
    String said =
        "# Gull\n\n<a href=\"https://huggingface.co/datasets/acme/%s\"><img src=\"https://img.shields.io/static/v1?label=Hub\"></a>\n";
    assertThat(Docs.readme(said.formatted("Gulls")).data()).isEqualTo(State.LINKED);
    assertThat(Docs.readme(said.formatted("Gull-Bench")).data()).isNotEqualTo(State.LINKED);
  }

  @Test
  void stringsOfMoleculesAreDataAndAListOfPiecesIsNone() {
    assertThat(beside(Docs.readme("# Gull\n").listed("training_sets/gull.training.smi", 2_000_000)))
        .isEqualTo(State.PRESENT);
    assertThat(beside(Docs.readme("# Gull\n").listed("track/gull-train_list.csv", 400_000)))
        .isEqualTo(State.ABSENT);
    assertThat(beside(Docs.readme("# Gull\n").listed("track/gull-train.csv", 400_000)))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void thePageOfAllDataSetsIsNone() {
    String program =
        "# any set of https://huggingface.co/datasets/%s will do\nfrom datasets import load_dataset\nds = load_dataset(args.name)\n";
    assertThat(
            Docs.readme("# Gull\n")
                .with("preprocessing_dataset.py", program.formatted(""))
                .trains()
                .data())
        .isNotEqualTo(State.LINKED);
    assertThat(
            Docs.readme("# Gull\n")
                .with("preprocessing_dataset.py", program.formatted("acme/gulls"))
                .trains()
                .data())
        .isEqualTo(State.LINKED);
  }

  @Test
  void aDatabaseThatAReaderIsToDownloadIsData() {
    String said =
        "# Gull\n\n## Usage\n\n* Download the Harbour %s from [here](https://lab.example.org/v/Harbour)\n* Run train.py\n";
    assertThat(Docs.readme(said.formatted("database")).trains().data()).isEqualTo(State.LINKED);
    assertThat(Docs.readme(said.formatted("timetable")).trains().data()).isNotEqualTo(State.LINKED);
  }
}
