package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Which files in hand can be what the model was trained on, and whether they can be all of it.
class DataInHandTest {
  private static Docs withMany(Docs docs, String folder, int files) {
    for (int i = 0; i < files; i++) {
      docs.listed(folder + i + ".txt", 400 + i);
    }
    return docs;
  }

  @Test
  void recordsInAFolderForEachClassAreData() {
    Docs docs = Docs.readme("# Mood\n").trains();
    for (String part : new String[] {"train", "test"}) {
      withMany(docs, "datasets/" + part + "/pos/", 30);
      withMany(docs, "datasets/" + part + "/neg/", 30);
    }
    Finding data = docs.finding(Component.TRAINING_DATA);
    assertThat(data.state()).isEqualTo(State.PRESENT);
    assertThat(data.summary()).startsWith("In hand: 60 files");
    assertThat(docs.state(Component.EVALUATION_DATA)).isEqualTo(State.PRESENT);
  }

  @Test
  void aFewExamplesAndTheTestsOfAProgramAreNot() {
    Docs few = Docs.readme("# Mood\n").trains();
    withMany(few, "demo/train/pos/", 5);
    withMany(few, "demo/train/neg/", 5);
    assertThat(few.data()).isEqualTo(State.ABSENT);
    // One folder is no set of classes, and `test/` alone holds tests.
    Docs one = withMany(Docs.readme("# Mood\n").trains(), "src/train/steps/", 30);
    assertThat(one.data()).isEqualTo(State.ABSENT);
    Docs tests = Docs.readme("# Mood\n").trains().listed("src/test/data/train.jsonl", 90_000);
    assertThat(tests.data()).isEqualTo(State.ABSENT);
    assertThat(tests.state(Component.EVALUATION_DATA)).isEqualTo(State.ABSENT);
  }

  /// Volumes of medical imaging lie packed one by one.
  @Test
  void volumesForTrainingAreData() {
    Docs volumes = Docs.readme("# Brain\n").trains();
    Docs figures = Docs.readme("# Brain\n").trains();
    for (int i = 0; i < 12; i++) {
      volumes.listed("data/training_maps/training_seg_" + i + ".nii.gz", 60_000);
      figures.listed("data/README_figures/training_seg_" + i + ".nii.gz", 60_000);
    }
    assertThat(volumes.data()).isEqualTo(State.PRESENT);
    assertThat(figures.data()).isEqualTo(State.ABSENT);
  }

  @Test
  void thePartsOfABenchmarkAreEvaluationData() {
    Docs docs =
        Docs.readme("# Net\n")
            .listed("eval/benchmarks/facts/dev/birds_dev.csv", 2_700)
            .listed("eval/benchmarks/facts/test/birds_test.csv", 54_000);
    assertThat(docs.finding(Component.EVALUATION_DATA).summary()).isEqualTo("In hand: 2 files");
    assertThat(docs.data()).isEqualTo(State.ABSENT);
  }

  private static Docs tasks(String folder) {
    Docs docs = Docs.readme("# Net\n");
    for (String task : new String[] {"relations", "questions", "classes"}) {
      for (String part : new String[] {"train", "valid", "test"}) {
        docs.listed(folder + task + "/raw/" + part + ".json", 90_000);
      }
    }
    return docs;
  }

  @Test
  void eachPartOfATaskIsForWhatItIsCalled() {
    Docs docs = tasks("data/");
    assertThat(docs.state(Component.POST_TRAINING_DATA)).isEqualTo(State.PRESENT);
    assertThat(docs.state(Component.EVALUATION_DATA)).isEqualTo(State.PRESENT);
    assertThat(docs.data()).isEqualTo(State.ABSENT);
    assertThat(docs.judge().data())
        .extracting(DataSet::stage)
        .containsOnly(DataSet.Stage.POST_TRAINING, DataSet.Stage.EVALUATION);
  }

  @Test
  void theDataOfTasksIsNotWhatAModelOfAnotherIsMadeOf() {
    Docs docs =
        Docs.readme(
            "# Net\n\nNet is a fine-tuned version of [Quay](https://huggingface.co/acme/quay). It was trained on 40,000 letters of the harbour.\n");
    for (String task : new String[] {"relations", "questions", "classes"}) {
      for (String part : new String[] {"train", "test"}) {
        docs.listed("data/" + task + "/" + part + ".json", 90_000);
      }
    }
    assertThat(docs.state(Component.POST_TRAINING_DATA)).isEqualTo(State.PRESENT);
    assertThat(docs.data()).isEqualTo(State.DESCRIBED);
  }

  @Test
  void partsBesideEachOtherAreDataWhateverTheyAreWrittenIn() {
    Docs docs = Docs.readme("# Net\n").trains();
    docs.listed("Made/Bets/train.inputs", 29_000).listed("Made/Bets/valid.inputs", 29_000);
    assertThat(docs.data()).isEqualTo(State.PRESENT);
    Docs one = Docs.readme("# Net\n").trains().listed("Made/Bets/train.inputs", 29_000);
    assertThat(one.data()).isEqualTo(State.ABSENT);
    Docs programs = Docs.readme("# Net\n").trains();
    programs.listed("run/train.lua", 29_000).listed("run/test.lua", 29_000);
    programs.listed("run/train.slurm", 2_900).listed("run/test.slurm", 2_900);
    assertThat(programs.data()).isEqualTo(State.ABSENT);
    Docs runs = Docs.readme("# Net\n").listed("in/train.inputs", 29_000);
    runs.listed("in/test.inputs", 29_000);
    assertThat(runs.data()).isEqualTo(State.ABSENT);
  }

  @Test
  void theDataOfTasksIsNotWhatAPretrainedModelIsMadeOf() {
    Docs docs = Docs.readme("# Net\n").listed("finetune/data/moods/train.tsv", 1_600_000);
    assertThat(docs.besideTraining(Component.TRAINING_DATA).state()).isEqualTo(State.ABSENT);
    assertThat(docs.besideTraining(Component.POST_TRAINING_DATA).state()).isEqualTo(State.ABSENT);
    // Where nothing is pre-trained, it is what the release is tuned on.
    assertThat(docs.data()).isEqualTo(State.PRESENT);
    Docs own = Docs.readme("# Net\n").listed("pretrain/data/train.tsv", 1_600_000);
    assertThat(own.besideTraining(Component.TRAINING_DATA).state()).isEqualTo(State.PRESENT);
  }

  @Test
  void whatIsMuchLessThanIsToldIsAPart() {
    String readme = "# Net\n\nThe model was trained on %s of harbour talk.\n";
    Docs little = Docs.readme(readme.formatted("34 GB")).listed("data/train.jsonl", 3_000_000);
    Finding part = little.finding(Component.TRAINING_DATA);
    assertThat(part.state()).isEqualTo(State.PRESENT);
    assertThat(part.qualifiers()).contains(Qualifier.PARTIAL);
    // Where the whole is linked, what is here is a sample of it.
    Docs linked =
        Docs.readme(
                readme.formatted("34 GB")
                    + "\n## Training data\n\n[Harbour](https://huggingface.co/datasets/birds/harbour)\n")
            .listed("data/train.jsonl", 3_000_000);
    assertThat(linked.data()).isEqualTo(State.LINKED);
    // Packed, it may be as little as this.
    Docs packed = Docs.readme(readme.formatted("34 GB")).listed("data/train.jsonl", 5_000_000_000L);
    assertThat(packed.finding(Component.TRAINING_DATA).qualifiers())
        .doesNotContain(Qualifier.PARTIAL);
    Docs silent = Docs.readme("# Net\n").listed("data/train.jsonl", 3_000_000);
    assertThat(silent.finding(Component.TRAINING_DATA).qualifiers())
        .doesNotContain(Qualifier.PARTIAL);
  }

  @Test
  void oneSmallFileBesideManyDataSetsElsewhereIsAPart() {
    String readme =
        "# Net\n\n## Training data\n\n- [Tern](https://huggingface.co/datasets/birds/tern)\n"
            + "- [Gull](https://huggingface.co/datasets/birds/gull)\n"
            + "- [Wren](https://huggingface.co/datasets/birds/wren)\n";
    Docs docs = Docs.readme(readme).listed("data/instruct/owl_train.jsonl", 31_000);
    assertThat(docs.finding(Component.TRAINING_DATA).qualifiers()).contains(Qualifier.PARTIAL);
    Docs large = Docs.readme(readme).listed("data/train.jsonl", 90_000_000);
    assertThat(large.finding(Component.TRAINING_DATA).qualifiers())
        .doesNotContain(Qualifier.PARTIAL);
  }

  @Test
  void parametersInAFolderOfModelsAreNoData() {
    String folder = "models/tide_gan_pretrain_64/";
    assertThat(
            Docs.readme("# Net\n")
                .trains()
                .listed(folder + "30_gen_params.jl_08.npy", 2_000_000)
                .data())
        .isEqualTo(State.ABSENT);
  }

  private static Docs held(String readme) {
    return Docs.readme(readme).trains().listed("data/gull_songs/train.jsonl", 900_000);
  }

  @Test
  void whetherDataThatNoDocumentSpeaksOfIsAllOfItIsNotTold() {
    assertThat(held("# Gull\n\nA model of songs.\n").finding(Component.TRAINING_DATA).qualifiers())
        .contains(Qualifier.UNTOLD);
  }

  @Test
  void aDocumentBesideItInAFolderForAnythingDoesNotSpeakOfIt() {
    assertThat(
            Docs.readme("# Gull\n")
                .trains()
                .listed("v2/train.jsonl", 900_000)
                .with("v2/README.md", "# How to\n\nUnpack and run.\n")
                .finding(Component.TRAINING_DATA)
                .qualifiers())
        .contains(Qualifier.UNTOLD);
  }

  @Test
  void aDocumentThatNamesTheFileOrItsFolderOrLiesBesideItSpeaksOfIt() {
    for (Docs docs :
        new Docs[] {
          held("# Gull\n\nTrained on `train.jsonl`.\n"),
          held("# Gull\n\nThe songs in data/gull_songs are all that was learnt from.\n"),
          held("# Gull\n").with("data/README.md", "# Songs\n\nSongs of gulls.\n"),
          held("# Gull\n")
              .with(
                  "data/gull_songs/about.md", "# Songs\n\nThe training data are songs of gulls.\n")
        }) {
      Finding data = docs.finding(Component.TRAINING_DATA);
      assertThat(data.state()).isEqualTo(State.PRESENT);
      assertThat(data.qualifiers()).doesNotContain(Qualifier.UNTOLD);
    }
  }

  @Test
  void aPackedSetForTrainingIsData() {
    assertThat(Docs.readme("# Mood\n").trains().listed("data/gpcr_train.7z", 206_922).data())
        .isEqualTo(State.PRESENT);
    assertThat(Docs.readme("# Mood\n").trains().listed("data/gpcr_train.exe", 206_922).data())
        .isEqualTo(State.ABSENT);
  }
}
