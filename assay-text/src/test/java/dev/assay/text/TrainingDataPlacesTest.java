package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Places where releases name their training data beside the sentences of a README.
class TrainingDataPlacesTest {
  @Test
  void aColumnOfATableNamesIt() {
    Finding finding =
        Docs.readme(
                """
                # Model

                | Model | Params | Pre-training data |
                |---|---|---|
                | base | 135M | 20GB of news texts |
                | large | 370M | 20GB of news texts |
                """)
            .finding(Component.TRAINING_DATA);
    assertThat(finding.state()).isEqualTo(State.DESCRIBED);
    assertThat(finding.evidence().getFirst().quote()).contains("20GB of news texts");
  }

  @Test
  void aColumnOfEvaluationDoesNot() {
    assertThat(
            Docs.readme(
                    "# Model\n\n| Model | Test data |\n|---|---|\n| base | 2GB of news texts |\n")
                .data())
        .isEqualTo(State.ABSENT);
  }

  private static final String TRAINED =
      "\n\nThe model were trained with the Harbour corpus, which is here: http://x.edu/en/download/\n";

  @Test
  void aTitleThatNamesADetectorNamesTheReleaseItself() {
    for (String title : new String[] {"# Voice detector", "Quality classifier model\n==="}) {
      assertThat(Docs.readme(title + TRAINED).data()).as(title).isEqualTo(State.LINKED);
    }
    Docs inside =
        Docs.readme("# Pack\n").with("voice.bin/README.txt", "# Voice detector" + TRAINED);
    assertThat(inside.data()).isEqualTo(State.LINKED);
  }

  @Test
  void aDetectorBesideTheModelIsNotTheModel() {
    for (String headings :
        new String[] {"# Model\n\n## Voice detector", "# Model\n\nWords.\n\n# Tokenizer"}) {
      assertThat(Docs.readme(headings + TRAINED).data()).as(headings).isEqualTo(State.ABSENT);
    }
    Docs beside = Docs.readme("# Model\n").with("tokenizer/README.md", "# Tokenizer" + TRAINED);
    assertThat(beside.data()).isEqualTo(State.ABSENT);
  }

  @Test
  void aHeadingInTheFolderOfDataLeadsToIt() {
    Docs docs =
        Docs.readme("# Detector\n")
            .with(
                "datasets/README.md",
                "# Prepare\n\n## Structure of the dataset for [COCO detection](https://cocodataset.org/#x):\n");
    assertThat(docs.data()).isEqualTo(State.LINKED);
  }

  @Test
  void anAddressInCodeAfterHereIsALink() {
    Docs docs =
        Docs.readme("# Net\n")
            .with(
                "training/README.md",
                "# Net\n\nThe training data (16 GB) can be downloaded from here: `https://files.x.edu/pub/pdb_2021.tar.gz`\n");
    assertThat(docs.data()).isEqualTo(State.LINKED);
  }

  @Test
  void aProgramOfDataThatDownloadsIsAScript() {
    String script =
        """
        URL = 'https://x.org/raw/Dataset/train.csv'
        class M4:
            @staticmethod
            def download():
                fetch(URL)
        """;
    Finding finding =
        Docs.readme("# N\n")
            .with("train.py", "x = 1\n")
            .with("datasets/m4.py", script)
            .finding(Component.TRAINING_DATA);
    assertThat(finding.state()).isEqualTo(State.LINKED);
    assertThat(finding.qualifiers()).contains(Qualifier.SCRIPT);
  }

  @Test
  void theDataSetThatATunerTakesByDefaultIsItsData() {
    String tuner =
        """
        def train(base_model: str = "", data_path: str = "owner/cleaned-set"):
            data = load_dataset(data_path)
        """;
    Finding finding =
        Docs.readme("# N\n").with("finetune.py", tuner).finding(Component.TRAINING_DATA);
    assertThat(finding.state()).isEqualTo(State.LINKED);
    assertThat(finding.evidence().getFirst().quote()).contains("owner/cleaned-set");
    String local = tuner.replace("owner/cleaned-set", "data/my.json");
    assertThat(Docs.readme("# N\n").with("finetune.py", local).data()).isEqualTo(State.ABSENT);
  }

  @Test
  void aPartThatATrainersOwnLoaderIsAskedForIsNoDataSet() {
    for (String part : List.of("train", "valid", "test")) {
      String trainer =
          "task.load_dataset(\"" + part + "\")\nif __name__ == \"__main__\":\n    main()\n";
      assertThat(Docs.readme("# N\n").with("train.py", trainer).data())
          .as(part)
          .isEqualTo(State.ABSENT);
    }
  }

  @Test
  void anArchiveThatATrainerFetchesForSomethingElseIsNotItsData() {
    String trainer = "books = 'https://x.org/raw/master/openings.zip'\ndownload(books)\n";
    assertThat(Docs.readme("# N\n").with("easy_train.py", trainer).data()).isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramOnOneLongLineTakesTimeInProportion() {
    String words = "data = f(x); load_dataset(y); g('http://x.org/a'); ".repeat(100_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> Docs.readme("# N\n").with("train.py", words).finding(Component.TRAINING_DATA));
  }

  @Test
  void aWikiPageIsNoData() {
    assertThat(
            Docs.readme(
                    "# N\n\n## Training data\n\nSee https://github.com/x/y/wiki/Creating-Profiles for the data.\n")
                .data())
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void aPaperBelowOurPaperIsTheReleasesOwn() {
    Finding finding =
        Docs.readme(
                "# N\n\nFor details please refer to our paper:\n\n[N: a Net](https://arxiv.org/abs/1906.00001)\n")
            .finding(Component.RESEARCH_PAPER);
    assertThat(finding.state()).isEqualTo(State.LINKED);
  }

  @Test
  void whatIsFetchedToBeSearchedIsNoTrainingData() {
    String fetches = "wget https://x.edu/corpora/wiki.jsonl\n";
    Docs owl = Docs.readme("# Owl\n").with("train.py", "");
    assertThat(owl.with("rag/download_corpus.sh", fetches).data()).isEqualTo(State.ABSENT);
    assertThat(owl.with("data/download_corpus.sh", fetches).data()).isEqualTo(State.LINKED);
  }
}
