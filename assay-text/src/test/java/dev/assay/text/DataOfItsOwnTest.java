package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Data that is the release's own by whose it is, by the words of its link, or by the program that
/// fetches it and then trains; and what is said against it elsewhere.
class DataOfItsOwnTest {
  private static State state(String readme) {
    return Docs.readme(readme).data();
  }

  @Test
  void aHubDataSetOfThePublisherOfTheModelsIsTheirs() {
    String readme =
        "# Net\n\nModels: [Net-7B](https://huggingface.co/acme/net-7b) | [6K Data](https://huggingface.co/datasets/acme/net-6k)\n";
    assertThat(state(readme)).isEqualTo(State.LINKED);
    assertThat(state(readme.replace("datasets/acme", "datasets/others"))).isEqualTo(State.ABSENT);
    assertThat(state(readme.replace("net-6k", "net-bench"))).isEqualTo(State.ABSENT);
    assertThat(state(readme.replace("6K Data", "Leaderboard results"))).isEqualTo(State.ABSENT);
    assertThat(state(readme.replace("| [6K", "| Evaluation sets: [6K"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aLinkWhoseWordsSayDataForTrainingLeadsToIt() {
    String readme =
        "# Net\n\n### Download:\n\n* [Dataset json files for pre-training](https://storage.googleapis.com/acme/pre.zip)\n";
    assertThat(state(readme)).isEqualTo(State.LINKED);
    assertThat(state(readme.replace("for pre-training", "for testing"))).isEqualTo(State.ABSENT);
    assertThat(state(readme.replace("Dataset json files", "Code"))).isEqualTo(State.ABSENT);
  }

  @Test
  void whatIsFetchedBeforeTheTrainingStartsIsForIt() {
    String readme =
        "# Net\n\n## Train and eval\n\n```\n# Download data: the training part\nwget http://pictures.example.edu/big/large.tar\nbash prepare.sh\npython3 bin/train.py -cn net\n```\n";
    assertThat(state(readme)).isEqualTo(State.LINKED);
    assertThat(state(readme.replace("large.tar", "data_demo.zip"))).isEqualTo(State.ABSENT);
    String shows = readme.replace("bin/train.py", "bin/show.py").replace("Train and eval", "Usage");
    assertThat(state(shows)).isEqualTo(State.ABSENT);
    assertThat(
            state(readme.replace("# Download data: the training part\n", "# Download the model\n")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatACopyInsideRefusesDoesNotTakeBackWhatTheReadmeGives() {
    Docs docs =
        Docs.readme(
                "# Net\n\nWe provide [preprocessed texts](https://ftp.example.org/words.txt.tar.gz) that were used to pre-train the models.\n")
            .with(
                "core/README.md",
                "# Core\n\n## Pre-training data\n\nWe will not be able to release the datasets that we trained on.\n");
    assertThat(docs.data()).isEqualTo(State.LINKED);
  }

  @Test
  void theSameDataAsAnothersIsNoLinkToIt() {
    String readme =
        "# Net\n\nThe model was trained on the same corpus as [Dune-ext](https://github.com/acme/dune).\n";
    assertThat(state(readme)).isEqualTo(State.DESCRIBED);
    assertThat(state("# Net\n\n训练数据与我们发布的[Dune-ext](https://github.com/acme/dune)训练语料相同。\n"))
        .isEqualTo(State.DESCRIBED);
  }

  @Test
  void notBeingReleasedIsARefusal() {
    String readme =
        "# Net\n\n## Training Data\n\nIt consists partly of [Dune](https://dune.example.org/dataset/d.json). We will not be releasing the dataset.\n";
    assertThat(state(readme)).isNotEqualTo(State.LINKED);
  }

  @Test
  void aPackedFileAtAPublishersIsNoPaper() {
    String readme =
        "# Net\n\n## Datasets\n\nFor the classes we trained on the Dune bank. The dataset can be downloaded from this [link](https://www.researchgate.net/profile/A/publication/1/data/2/Dune-v1.zip).\n";
    assertThat(state(readme)).isEqualTo(State.LINKED);
  }

  @Test
  void muchTextInAFolderForDataIsInHandWhereSomethingTrains() {
    Docs trains =
        Docs.readme("# Net\n").listed("data/net_data.json", 3_000_000).listed("finetune.py", 99);
    assertThat(trains.data()).isEqualTo(State.PRESENT);
    Docs hidden =
        Docs.readme("# Net\n").listed("data/.Forks/train_data.txt", 3_000).listed("train.py", 9);
    assertThat(hidden.data()).isEqualTo(State.ABSENT);
    Docs shows = Docs.readme("# Net\n").listed("data/net_data.json", 3_000_000);
    assertThat(shows.data()).isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramOfADataFolderNamedForDownloadingDownloadsIt() {
    String program = "import census\n\ndef download(version):\n    return census.open(version)\n";
    Docs docs = Docs.readme("# Net\n").with("data/harbour/download_parts.py", program).trains();
    assertThat(docs.data()).isEqualTo(State.LINKED);
    Docs eval = Docs.readme("# Net\n").with("data/test/download_parts.py", program).trains();
    assertThat(eval.data()).isEqualTo(State.ABSENT);
  }

  @Test
  void whoPublishesMayBeNamedByAPageAlone() {
    String readme =
        "# Net\n\nModels: https://huggingface.co/acme\n\n- link: https://huggingface.co/datasets/acme/merge_v1.0\n";
    assertThat(state(readme)).isEqualTo(State.LINKED);
  }

  @Test
  void oneOfTwoDataSetsMayBeRefused() {
    String readme =
        "# Net\n\n## Datasets\n\nThe first training is done on a subset of the Harbour dataset. This dataset is not public.\n\nThen we trained on the Dune bank. The Dune dataset can be downloaded from this [link](https://dunes.example.org/dune.zip).\n";
    assertThat(state(readme)).isEqualTo(State.LINKED);
  }

  @Test
  void theStepsToTrainOnDataNameIt() {
    String readme =
        "# Net\n\n## Reproduce\n\nTo reproduce the steps necessary to finetune it on HARBOUR data, run the programs below.\n";
    assertThat(state(readme)).isEqualTo(State.DESCRIBED);
    assertThat(state(readme.replace("HARBOUR data", "your data"))).isEqualTo(State.ABSENT);
  }
}
