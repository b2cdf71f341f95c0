package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Training data that is named without the word "data", by commands, by settings, by programs and
/// on pages of their own.
class DataByNameTest {
  private static State state(String readme) {
    return Docs.readme(readme).data();
  }

  @Test
  void whatAModelIsTrainedOnIsDataByWhateverName() {
    String said = "# Net\n\n* Pre-trained nets trained on HarbourFaces and Dune-400 (256x256)\n";
    assertThat(state(said)).isEqualTo(State.DESCRIBED);
    assertThat(Docs.readme(said).finding(Component.TRAINING_DATA).summary())
        .contains("HarbourFaces");
    for (String other :
        new String[] {
          "trained on NVIDIA H100 cards", "trained on Google Colab", "run on HarbourFaces"
        }) {
      assertThat(state(said.replace("trained on HarbourFaces and Dune-400", other)))
          .as(other)
          .isEqualTo(State.ABSENT);
    }
  }

  @Test
  void anArticleWithACapitalBelongsToAName() {
    Finding said =
        Docs.readme("# Net\n\nTwo nets trained on The Dune, which are here.\n")
            .finding(Component.TRAINING_DATA);
    assertThat(said.state()).isEqualTo(State.DESCRIBED);
    assertThat(said.summary()).contains("Dune");
  }

  @Test
  void ourPaperAboutTrainingOnACorpusNamesIt() {
    String said =
        "# Net\n\nThis is the repository for our paper about pre-training language models on a representative 100M-word corpus.\n";
    assertThat(state(said)).isEqualTo(State.DESCRIBED);
    assertThat(state(said.replace("our paper about pre-training", "a talk about")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void muchDataThatWeCollectedIsForTraining() {
    String said = "# Net\n\nWhen we began, we had 1.2TB of Dutch text collected by a friend.\n";
    assertThat(state(said)).isEqualTo(State.DESCRIBED);
    assertThat(state(said.replace("text collected by", "disks lent by"))).isEqualTo(State.ABSENT);
  }

  @Test
  void youCanDownloadItOffersWhatWeUse() {
    String said =
        "# Net\n\n## Data preparation\n\nWe use the standard Harbour dataset, you can download it from http://image-net.org/.\n";
    assertThat(state(said)).isEqualTo(State.LINKED);
    assertThat(state(said.replace("We use the standard", "You need your own copy of a")))
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void aCommandForTrainingNamesTheDataThatIsOffered() {
    String said =
        "# Net\n\nRun `python train.py --dataset harbour --out [path]`.\n\nThe Harbour dataset can be downloaded from the associated [website](http://cs.example.edu/harbour/).\n";
    assertThat(state(said)).isEqualTo(State.LINKED);
    assertThat(state(said.replace("train.py", "show.py"))).isNotEqualTo(State.LINKED);
    assertThat(state(said.replace("--dataset harbour", "--dataset dune")))
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void aPageThatTheReadmeCallsAPageOnDataSpeaksOfTheReleases() {
    String page =
        "## Download datasets\n\nHere are the links to download the datasets [Harbour](https://huggingface.co/datasets/a/harbour).\n";
    String readme =
        "# Net\n\n## Training\n\nThe structure of the datasets for training is [here](%s).\n";
    Docs docs = Docs.readme(readme.formatted("docs/sets.md")).with("docs/sets.md", page);
    assertThat(docs.data()).isEqualTo(State.LINKED);
    Docs other = Docs.readme(readme.formatted("docs/more.md")).with("docs/sets.md", page);
    assertThat(other.data()).isNotEqualTo(State.LINKED);
  }

  @Test
  void otherDataThanWhatIsRefusedIsStillGiven() {
    String said =
        "# Net\n\n## Data\n\nThe repository uses the following datasets for training:\n- Harbour (https://hf.co/datasets/a/harbour)\n\nUnfortunately, we cannot release the Dune dataset used for our final models.\n";
    Finding found = Docs.readme(said).finding(Component.TRAINING_DATA);
    assertThat(found.state()).isEqualTo(State.LINKED);
    assertThat(found.qualifiers()).contains(Qualifier.PARTIAL);
    assertThat(state(said.replace("the Dune dataset", "the dataset"))).isEqualTo(State.DESCRIBED);
  }

  @Test
  void settingsOfATrainingNameItsData() {
    String settings = "lr: 1e-4\ntrain_data:\n  - /data/harbour/train\n  - /data/dune_v2\n";
    Docs docs = Docs.readme("# Net\n").listed("train.py", 100);
    Finding found = docs.with("conf/base.yml", settings).finding(Component.TRAINING_DATA);
    assertThat(found.state()).isEqualTo(State.DESCRIBED);
    assertThat(found.summary()).contains("harbour", "dune_v2");
    Docs open =
        Docs.readme("# Net\n")
            .listed("train.py", 100)
            .with("conf/base.yml", "train_data: /path/to/your/train\ndataset: custom\n");
    assertThat(open.data()).isEqualTo(State.ABSENT);
    Docs evaluation =
        Docs.readme("# Net\n").listed("train.py", 100).with("eval/conf/base.yml", settings);
    assertThat(evaluation.data()).isEqualTo(State.ABSENT);
  }

  @Test
  void aNetworkInCaffesTextNamesItsSource() {
    String network =
        "layer {\n  data_param {\n    source: \"examples/harbour/harbour_train_lmdb\"\n  }\n}\n";
    Docs docs =
        Docs.readme("# Net\n")
            .listed("solver_train.cfg", 10)
            .with("net/train_val.prototxt", network);
    assertThat(docs.data()).isEqualTo(State.DESCRIBED);
    Docs test =
        Docs.readme("# Net\n")
            .listed("solver_train.cfg", 10)
            .with("net/train_val.prototxt", network.replace("_train_", "_test_"));
    assertThat(test.data()).isEqualTo(State.ABSENT);
  }

  @Test
  void aLibraryFetchesDataByName() {
    String program =
        "import torchvision\nset = torchvision.datasets.HarbourSet(root='.', train=True, download=True)\nloss.backward()\n";
    Docs docs = Docs.readme("# Net\n").listed("train.py", 10);
    assertThat(docs.with("main.py", program).data()).isEqualTo(State.LINKED);
    Docs local = Docs.readme("# Net\n").listed("train.py", 10);
    assertThat(local.with("main.py", program.replace(", download=True", "")).data())
        .isEqualTo(State.ABSENT);
    Docs julia = Docs.readme("# Net\n").listed("train.jl", 10);
    assertThat(
            julia
                .with("net.jl", "using MLDatasets: Harbour\nFlux.train!(loss, ps, data, opt)\n")
                .data())
        .isEqualTo(State.LINKED);
  }

  @Test
  void aScriptThatFetchesSaysInsideThatItIsDataForTraining() {
    String script =
        "# fetches the dataset\nwget -q \\\n  https://blob.example.org/noise_fullband.sh -O out.sh\nSPLIT=\"TRAIN\"\n";
    Docs docs = Docs.readme("# Net\n").listed("train.py", 10);
    assertThat(docs.with("scripts/download_noise.sh", script).data()).isEqualTo(State.LINKED);
    Docs other = Docs.readme("# Net\n").listed("train.py", 10);
    assertThat(other.with("scripts/download_noise.sh", script.replace("dataset", "program")).data())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aModuleOnDataGivesThePlaceOfThePartForTraining() {
    String module = "SETS = {'a': 'gs://public/datasets/harbour_train.tfrecord-00000-of-00010'}\n";
    Docs docs = Docs.readme("# Net\n").listed("train.py", 10);
    assertThat(docs.with("net/datasets.py", module).data()).isEqualTo(State.LINKED);
    Docs test = Docs.readme("# Net\n").listed("train.py", 10);
    assertThat(test.with("net/datasets.py", module.replace("_train", "_test")).data())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatIsSaidOfTheLimitsBeginsWithTheData() {
    String said =
        "# Net\n\n## Disclaimer\n\nThe net was trained on raw data, a dataset known to contain harsh language.\n";
    assertThat(state(said)).isEqualTo(State.DESCRIBED);
    assertThat(state(said.replace("## Disclaimer", "## Acknowledgements"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aLanguageIsNoNameAndNeitherIsWhoeverGaveTheData() {
    String said =
        "# Net\n\nThe net is trained on the Turkish part of HarbourText from the Dune team, which outperforms Whale.\n";
    assertThat(Docs.readme(said).finding(Component.TRAINING_DATA).summary())
        .contains("HarbourText")
        .doesNotContain("Turkish", "Dune", "Whale");
    String giver =
        "# Net\n\nThe net is trained on the [Harbour corpus](https://h.example.org/) and a corpus by [A. Author](https://a.example.org/).\n";
    assertThat(Docs.readme(giver).judge().data())
        .noneMatch(d -> d.name().contains("Author"))
        .anyMatch(d -> d.name().contains("Harbour"));
  }

  @Test
  void partsWithTheirSharesSayHowMuchIsLinked() {
    String said =
        "# Net\n\n## Training data\n\nThe dataset used for the training consists of:\n\n- **25%** [Harbour](https://huggingface.co/datasets/a/harbour) - open\n- **75%** texts in two languages\n";
    Finding found = Docs.readme(said).finding(Component.TRAINING_DATA);
    assertThat(found.state()).isEqualTo(State.LINKED);
    assertThat(found.qualifiers()).contains(Qualifier.PARTIAL);
    assertThat(found.summary()).contains("25 %");
    assertThat(
            Docs.readme(said.replace("25%", "99%")).finding(Component.TRAINING_DATA).qualifiers())
        .doesNotContain(Qualifier.PARTIAL);
  }

  @Test
  void aListOfFilesIsNotTheFiles() {
    String list = "D/p1/a.wav|83|He sets it.\nD/p2/b.wav|6|I am here.\n".repeat(20);
    Docs docs = Docs.readme("# Net\n").listed("train.py", 10);
    Finding found =
        docs.with("filelists/harbour_train_filelist.txt", list).finding(Component.TRAINING_DATA);
    assertThat(found.state()).isEqualTo(State.DESCRIBED);
    assertThat(found.summary()).startsWith("Its files are only listed: D/p1/a.wav");
    Docs addresses = Docs.readme("# Net\n").listed("train.py", 10);
    assertThat(
            addresses
                .with(
                    "filelists/harbour_train_filelist.txt",
                    list.replace("D/p", "https://h.example.org/p"))
                .data())
        .isEqualTo(State.LINKED);
  }

  @Test
  void aPublicationIsNoData() {
    String said =
        "# Net\n\nThe models were trained on the [Harbour (web as corpus)](https://www.researchgate.net/publication/1_Harbour_corpus), a large corpus.\n";
    assertThat(state(said)).isEqualTo(State.DESCRIBED);
    assertThat(state(said.replace("www.researchgate.net/publication", "harbour.example.org/get")))
        .isEqualTo(State.LINKED);
  }

  @Test
  void theSummaryQuotesTheSentence() {
    String said =
        "# Net\n\nWe present a way that is simple and that works. The net was trained on old letters, a text corpus.\n";
    assertThat(Docs.readme(said).finding(Component.TRAINING_DATA).summary())
        .contains("trained on old letters")
        .doesNotContain("We present");
  }

  @Test
  void adviceInJapaneseIsToTheReader() {
    String said = "# Net\n\n二種類のコーパスから学習することが可能です。\n";
    assertThat(state(said)).isEqualTo(State.ABSENT);
    assertThat(state("# Net\n\nこのモデルは二種類のコーパスで学習しました。\n")).isEqualTo(State.DESCRIBED);
  }

  @Test
  void whatTheSetUpBidsToDownloadByNameIsTheData() {
    String said =
        "# Net\n\n## Setup\n\n1. Download and extract the [Harbour Speech dataset](https://h.example.org/Harbour/)\n";
    assertThat(Docs.readme(said).trains().data()).isEqualTo(State.LINKED);
    assertThat(state(said.replace("Harbour Speech dataset", "Harbour Speech program")))
        .isEqualTo(State.ABSENT);
    assertThat(state(said.replace("## Setup", "## Evaluation"))).isNotEqualTo(State.LINKED);
    assertThat(state(said.replace("Harbour Speech dataset", "GLUE data"))).isEqualTo(State.ABSENT);
  }
}
