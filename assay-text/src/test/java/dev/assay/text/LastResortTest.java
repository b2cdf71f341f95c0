package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Data that stand beside code that trains, where nothing says what it was trained on.
class LastResortTest {
  private static Finding data(Docs docs) {
    return docs.trains().besideTraining(Component.TRAINING_DATA);
  }

  private static Docs readme(String text) {
    return Docs.readme("# Gull\n\nA network that hears harbours.\n\n" + text + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Links: the [Harbour data set](https://quay.example.org/harbour) and the [forum](https://x.example.org).",
        "- Harbour dataset page: <https://quay.example.org/harbour/>",
        "## Files\n\nhttps://huggingface.co/datasets/quay/harbour",
        "Put the corpus, see [Zenodo](https://zenodo.org/record/123456), beside the code.",
      })
  void aLinkToDataBesideATrainerIsToWhatItTrainsOn(String text) {
    assertThat(data(readme(text)).state()).isEqualTo(State.LINKED);
  }

  @Test
  void itIsToldApart() {
    Finding found = data(readme("- Harbour dataset page: <https://quay.example.org/harbour/>"));
    assertThat(found.qualifiers()).contains(Qualifier.UNTOLD);
    assertThat(found.summary()).isEqualTo("Linked beside the code that trains: harbour");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The [Harbour benchmark data](https://quay.example.org/harbour) shows it.",
        "[![Harbour](https://img.example.org/b.svg)](https://quay.example.org/harbour-data)",
        "The data are in [a/b](x).",
        "Data: `s3://<bucket>/harbour` is the root, s3://<bucket>/harbour too.",
        "The data licence is [here](https://quay.example.org/harbour/licence).",
        "Use the [data loader](https://quay.example.org/loader) of another project.",
        "Weights of the model and data are at [a drive](https://drive.google.com/drive/folders/abc).",
        "Bring [your own dataset](https://quay.example.org/how) along.",
        "## Evaluation\n\nThe [Harbour data set](https://quay.example.org/harbour).",
        "## Citation\n\nThe [Harbour data set](https://quay.example.org/harbour).",
      })
  void whatIsCalledSomethingElseIsNone(String text) {
    assertThat(data(readme(text)).state()).isNotEqualTo(State.LINKED);
  }

  @Test
  void whereNothingTrainsItCountsForNothing() {
    Docs docs = readme("- Harbour dataset page: <https://quay.example.org/harbour/>");
    assertThat(docs.data()).isEqualTo(State.ABSENT);
  }

  @Test
  void whereDataAreRefusedItCountsForNothing() {
    Docs docs =
        readme(
            "- Harbour dataset page: <https://quay.example.org/harbour/>\n\n## Training data\n\nWe cannot release our training data.");
    assertThat(data(docs).state()).isEqualTo(State.ABSENT);
  }

  @Test
  void theReadmeOfAFolderForDataSpeaksOfThemToo() {
    Docs docs =
        readme("")
            .with(
                "datasets/README.md",
                "# Files\n\n- Harbour dataset page: <https://a.example.org/h/>\n");
    assertThat(data(docs).state()).isEqualTo(State.LINKED);
    Docs tests =
        readme("")
            .with(
                "datasets/eval/README.md",
                "# Files\n\n- Harbour dataset page: <https://a.example.org/h/>\n");
    assertThat(data(tests).state()).isEqualTo(State.ABSENT);
  }

  @Test
  void theReadmeBesideATrainerSpeaksOfWhatThatTakes() {
    String page =
        "# Q9\n\nExperiments on the Q9 dataset. Download a preprocessed version of the dataset [here](https://drive.google.com/file/d/1N2G4/view) and place it in `x/`\n";
    Docs beside = readme("").with("runs/q9/README.md", page).listed("runs/q9/train.py", 99);
    assertThat(data(beside).state()).isEqualTo(State.LINKED);
    Docs apart = readme("").with("runs/q9/README.md", page).listed("runs/q9/plot.py", 99);
    assertThat(data(apart).state()).isEqualTo(State.ABSENT);
    Docs tuning = readme("").with("finetune/README.md", page).listed("finetune/train.py", 99);
    assertThat(data(tuning).qualifiers()).doesNotContain(Qualifier.UNTOLD);
  }

  @Test
  void aScriptThatFetchesWhatItsNameDoesNotSay() {
    Docs docs =
        readme("")
            .with(
                "download_resources.sh",
                "wget https://files.example.org/media/resources.tar.gz\ntar xf resources.tar.gz\n");
    Finding found = data(docs);
    assertThat(found.state()).isEqualTo(State.LINKED);
    assertThat(found.qualifiers()).contains(Qualifier.UNTOLD, Qualifier.SCRIPT);
  }

  @Test
  void aProgramThatLearnsFetchesByAnAddress() {
    String program =
        "import pandas as pd\nd = pd.read_csv('https://files.example.org/%s')\nnet.fit(d)\n";
    assertThat(data(readme("").with("net.py", program.formatted("harbour.csv"))).state())
        .isEqualTo(State.LINKED);
    assertThat(data(readme("").with("net.py", program.formatted("pretrained/net.zip"))).state())
        .isEqualTo(State.ABSENT);
    assertThat(data(readme("").with("net.py", program.formatted("test/harbour.csv"))).state())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void theSectionOnDataOfAnotherProjectLeadsToThem() {
    assertThat(
            data(readme(
                    "## Datasets\n\nSee [Datasets section in Dune](https://github.com/quay/dune#datasets)"))
                .state())
        .isEqualTo(State.LINKED);
    assertThat(
            data(readme(
                    "## Datasets\n\nSee [Datasets section in Dune](https://github.com/quay/dune#install)"))
                .state())
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void anAddressStandsBelowTheSentenceThatCallsItData() {
    assertThat(
            data(readme("1. 準備\n    手書データベースＥＴをダウンロード。\n    http://etl.example.org/?page_id=2461"))
                .state())
        .isEqualTo(State.LINKED);
  }

  @Test
  void anOptionForAnAddressHasOneFromTheStart() {
    String program =
        """
        parser.add_argument(
            '--data_url',
            type=str,
            # a long line
            default='https://files.quay.org/words_v2.tar.gz',
            help='where the words are')
        optimizer.minimize(loss)
        """;
    assertThat(data(readme("").with("net.py", program)).state()).isEqualTo(State.LINKED);
    // Beside an option that only names what is read.
    String both = "parser.add_argument('--data_dir', default='data/harbour_words/')\n" + program;
    assertThat(data(readme("").with("train_net.py", both)).state()).isEqualTo(State.LINKED);
  }

  @Test
  void aNotebookOnTrainingLinksWhatItTrainsOn() {
    String cells =
        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"Get the [%s](https://quay.example.org/h).\\n\"]}]}";
    assertThat(
            data(readme("").with("Gull_Training.ipynb", cells.formatted("Harbour dataset")))
                .state())
        .isEqualTo(State.LINKED);
    assertThat(
            data(readme("").with("Gull_Training.ipynb", cells.formatted("Harbour forum"))).state())
        .isEqualTo(State.ABSENT);
    assertThat(
            data(readme("").with("Finetuning_Training.ipynb", cells.formatted("Harbour dataset")))
                .state())
        .isEqualTo(State.ABSENT);
    assertThat(data(readme("").with("Gull.ipynb", cells.formatted("Harbour dataset"))).state())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatAProgramThatLearnsReadsIsInHand() {
    String program = "rows = np.loadtxt('%s')\nnet.fit(rows)\n";
    Docs docs =
        readme("")
            .with("signs/learn.py", program.formatted("../model/key.csv"))
            .listed("model/key.csv", 3_000_000)
            .listed("model/label.csv", 30);
    Finding found = data(docs);
    assertThat(found.state()).isEqualTo(State.PRESENT);
    assertThat(found.qualifiers()).contains(Qualifier.UNTOLD);
    for (String other : new String[] {"model/label.csv", "model/other.csv", "data/test.csv"}) {
      Docs none =
          readme("")
              .with("signs/learn.py", program.formatted(other))
              .listed("model/label.csv", 30)
              .listed("data/test.csv", 3_000_000);
      assertThat(data(none).state()).as(other).isNotEqualTo(State.PRESENT);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[Project Page](https://q.example.org/)] [[Demo](https://d.example.org)] [[Data](https://huggingface.co/Quay-Hear)] [[Model](https://huggingface.co/Quay-Hear)]",
        "[Paper](https://arxiv.org/abs/2101.00001) | [Blog](https://b.example.org) | [Dataset](https://quay.example.org/h) | [Slides](https://s.example.org)",
        "[📁 Datasets](https://quay.example.org/h) [🤗 Models](https://huggingface.co/quay/gull)",
        "[论文](https://arxiv.org/abs/2101.00001) [数据集](https://quay.example.org/h) [模型](https://huggingface.co/quay/gull)"
      })
  void inARowOfLinksTheOneThatIsCalledDataLeadsThere(String row) {
    assertThat(data(readme(row)).state()).isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Paper](https://arxiv.org/abs/2101.00001) | [Data licence](https://quay.example.org/h)",
        "[Demo](https://d.example.org) | [Evaluation data](https://quay.example.org/h)",
        "## Evaluation\n\n[Demo](https://d.example.org) | [Data](https://quay.example.org/h)"
      })
  void otherLinksOfARowDoNot(String row) {
    assertThat(data(readme(row)).state()).isNotEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Download data. You can obtain all the benchmarks from [[DuneNet](https://github.com/quay/dune)].",
        "2. Download the data. You can get all six datasets from [Dune](https://github.com/quay/dune)."
      })
  void aProjectFromWhichDataAreObtainedLeadsToThem(String step) {
    assertThat(data(readme("## Get started\n\n" + step)).state()).isEqualTo(State.LINKED);
  }

  @Test
  void aScriptElsewhereThatFetchesDataLeadsToThem() {
    String text = "First, one needs the Harbour set. One might use one of our own [scripts](%s).";
    assertThat(
            data(readme(
                    text.formatted(
                        "https://github.com/quay/dune/blob/main/datasets/harbour/1_download_harbour.sh")))
                .state())
        .isEqualTo(State.LINKED);
    for (String other :
        new String[] {
          "https://github.com/quay/dune/blob/main/tools/plot.sh",
          "https://github.com/quay/dune/blob/main/models/download_models.sh",
          "https://github.com/quay/dune/blob/main/datasets/test/download_test.sh"
        }) {
      assertThat(data(readme(text.formatted(other))).state()).as(other).isNotEqualTo(State.LINKED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rows.xlsx", "rows.parquet", "gulls.smi", "rows.arff", "rows.jsonl"})
  void whateverRowsAreKeptInTheProgramsReadThem(String name) {
    Docs docs =
        readme("")
            .with("signs/learn.py", "rows = read('../model/" + name + "')\nnet.fit(rows)\n")
            .listed("model/" + name, 3_000_000);
    assertThat(data(docs).state()).isEqualTo(State.PRESENT);
    Docs list =
        readme("")
            .with("signs/learn.py", "rows = read('../model/filenames.pickle')\nnet.fit(rows)\n")
            .listed("model/filenames.pickle", 3_000_000);
    assertThat(data(list).state()).isNotEqualTo(State.PRESENT);
  }
}
