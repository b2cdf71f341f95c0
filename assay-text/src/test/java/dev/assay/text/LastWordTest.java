package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What tells of the training data where nothing tells it well: a page further in, or the programs
/// that train.
class LastWordTest {
  private static final String SILENT = "# Net\n\nA net for gulls.\n";

  private static String summary(Docs docs) {
    return docs.finding(Component.TRAINING_DATA).summary();
  }

  @Test
  void theDefaultOfAnOptionNamesDataWhereAllElseIsSilent() {
    String program =
        """
        import argparse
        parser = argparse.ArgumentParser()
        parser.add_argument('--data-path', default='/datasets01/harbour_full/0617/', type=str,
                            help='dataset path')
        parser.add_argument('--data-set', default='HARBOUR', choices=['HARBOUR', 'DUNE'],
                            type=str)
        """;
    Docs docs = Docs.readme(SILENT).trains().with("main.py", program);
    assertThat(docs.data()).isEqualTo(State.DESCRIBED);
    assertThat(summary(docs)).isEqualTo("Named only: harbour_full, HARBOUR");
    assertThat(docs.finding(Component.TRAINING_DATA).evidence().getFirst().quote())
        .contains("--data-path");
  }

  @Test
  void withoutATrainerAProgramsOptionsSayNothing() {
    String program = "parser.add_argument('--data-path', default='/datasets01/harbour/')\n";
    assertThat(Docs.readme(SILENT).with("main.py", program).data()).isEqualTo(State.ABSENT);
  }

  @Test
  void whatDocumentsSayComesBeforeWhatProgramsName() {
    String told = SILENT + "\n## Training data\n\nIt was trained on the Dune corpus.\n";
    String program = "parser.add_argument('--data-path', default='/datasets01/harbour/')\n";
    assertThat(summary(Docs.readme(told).trains().with("main.py", program)))
        .contains("Dune")
        .doesNotContain("harbour");
  }

  @Test
  void filesAndClassesThatReadASetNameIt() {
    assertThat(
            summary(
                Docs.readme(SILENT)
                    .trains()
                    .with("model/dataloader.py", "rows = open('data/gulls2_train.csv')\n")))
        .isEqualTo("Named only: gulls2_train");
    assertThat(
            summary(
                Docs.readme(SILENT)
                    .trains()
                    .with("datasets/gull.py", "class GULLDepthDataset(torch.Dataset):\n  pass\n")))
        .isEqualTo("Named only: GULLDepth");
    assertThat(
            summary(
                Docs.readme(SILENT)
                    .trains()
                    .with("models/base/exp.json", "{\"data_file\": \"gulls_5k.csv\"}\n")))
        .isEqualTo("Named only: gulls_5k");
    assertThat(
            summary(
                Docs.readme(SILENT)
                    .trains()
                    .with("run/train_all.sh", "python main.py --dataset gulls7k --lr 1e-3\n")))
        .isEqualTo("Named only: gulls7k");
  }

  @Test
  void classesForAnyDataAndPlacesForAReadersNameNothing() {
    for (String program :
        new String[] {
          "class ImageFolderDataset(Dataset):\n  pass\n",
          "class LanguagePairDataset(Dataset):\n  pass\n",
          "class CSVDataset(Dataset):\n  pass\n",
          "class NET2Dataset(Dataset):\n  pass\n",
          "parser.add_argument('--data', default='path/to/data')\n",
          "parser.add_argument('--train_file', default='data/train.csv')\n",
          "parser.add_argument('--data', default='data/toy_gulls')\n",
          "parser.add_argument('--pretrained_data_model', default='gulls-base')\n",
          "DATA_FOLDER = 'sample_data/images'\n",
          "save_path = 'output/gulls.csv'\n"
        }) {
      assertThat(Docs.readme(SILENT).trains().with("dataset.py", program).data())
          .as(program)
          .isEqualTo(State.ABSENT);
    }
  }

  @Test
  void whatLiesDeepOrIsOfTheReleasesOwnNameIsNoData() {
    String program = "class GULLDepthDataset(torch.Dataset):\n  pass\n";
    assertThat(Docs.readme(SILENT).trains().with("a/b/c/d/datasets/gull.py", program).data())
        .isEqualTo(State.ABSENT);
    assertThat(
            Docs.readme("# GULLDepth\n\nA net.\n")
                .trains()
                .with("datasets/gull.py", program)
                .data())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aPageOfTheManualTellsWhatWasTrainedOn() {
    String page = "# Tutorial\n\n## Models\n\n* Is trained on Harbour videos of gulls\n";
    Docs docs = Docs.readme(SILENT).with("docs/tutorial.md", page);
    assertThat(docs.data()).isEqualTo(State.DESCRIBED);
    assertThat(
            Docs.readme(SILENT)
                .with(
                    "docs/tutorial.md",
                    "# Tutorial\n\nIt works without being trained on Harbour videos of gulls.\n")
                .data())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void settingsNameTheirSetsInBrackets() {
    String settings =
        "MODEL:\n  DEPTH: 50\nDATASETS:\n  TRAIN: (\"gulls_2017_train\",)\n  TEST: (\"gulls_2017_val\",)\n";
    Docs docs = Docs.readme(SILENT).trains().with("configs/gulls.yaml", settings);
    assertThat(summary(docs)).isEqualTo("Named only: gulls_2017_train");
    assertThat(
            Docs.readme(SILENT)
                .trains()
                .with("configs/gulls.yaml", "INPUT:\n  TRAIN: (640, 800)\n")
                .data())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aScriptNamedInOneWordGetsData() {
    String script = "mkdir data\nwget http://gulls.example.org/annotations/gulls2014.zip\n";
    assertThat(Docs.readme(SILENT).trains().with("training/getData.sh", script).data())
        .isEqualTo(State.LINKED);
    assertThat(
            Docs.readme(SILENT)
                .trains()
                .with(
                    "net/make_tfrecords.py",
                    "from datasets import load_dataset\n"
                        + "data = load_dataset(\"harbour_asr\", split=args.split)\n"
                        + "if __name__ == '__main__':\n  write(data)\n")
                .data())
        .isEqualTo(State.LINKED);
  }

  @Test
  void theEndingOfAFileSaysThatItIsForTraining() {
    assertThat(
            Docs.readme(SILENT)
                .trains()
                .listed("dataset/eng.train", 3_281_527)
                .listed("dataset/eng.testa", 827_009)
                .data())
        .isEqualTo(State.PRESENT);
  }

  @Test
  void anAddressThatAProgramCompletesLeadsToItsFolder() {
    String program =
        "class Gulls(Set):\n  urls = [\n    \"PLACE%s/train.txt\",\n  ]\n"
            + "  def load(self):\n    utils.download(self.urls[0] % self.version, path)\n";
    Docs docs =
        Docs.readme(SILENT)
            .trains()
            .with("net/dataset.py", program.replace("PLACE", "https://gulls.example.org/data/v"));
    assertThat(docs.data()).isEqualTo(State.LINKED);
    assertThat(summary(docs)).contains("net/dataset.py");
    assertThat(
            Docs.readme(SILENT)
                .trains()
                .with("net/dataset.py", program.replace("PLACE", "https://gulls.example.org/"))
                .data())
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void aModuleForDataThatHasALibraryFetchASetServesWhatTrains() {
    String module =
        "from torchvision.datasets import MNIST\n\nclass Own(MNIST):\n  pass\n\n"
            + "train = Own(root, train=True, download=True)\n";
    assertThat(Docs.readme(SILENT).trains().with("src/datasets/digits.py", module).data())
        .isEqualTo(State.LINKED);
    assertThat(
            Docs.readme(SILENT)
                .trains()
                .with("src/datasets/digits.py", module.replace("True)", "False)"))
                .data())
        .isNotEqualTo(State.LINKED);
  }

  @Test
  void aScriptKeepsItsDataInAVariable() {
    String script = "python3 net.py --train \"$OPEN_GULLS_PATH/*/*.jpg\" --type photo\n";
    assertThat(summary(Docs.readme(SILENT).trains().with("train/photo.sh", script)))
        .isEqualTo("Named only: OPEN_GULLS");
    String any = script.replace("OPEN_GULLS_PATH", "DATA_PATH");
    assertThat(Docs.readme(SILENT).trains().with("train/photo.sh", any).data())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aFunctionLoadsAPublicSetByItsName() {
    String program = "(data, labels) = load_mnist_dataset()\n";
    assertThat(summary(Docs.readme(SILENT).with("train_digits.py", program)))
        .isEqualTo("Named only: mnist");
    assertThat(
            Docs.readme(SILENT).with("train_digits.py", program.replace("mnist", "whole")).data())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void filesThatAreOpenedBelowAFolderForDataNameASet() {
    for (String path :
        new String[] {
          "../datasets/GullNet40_cloud.h5",
          "data/gulls_27.sdf.gz",
          "/mnt/corpora/gulls7k/all.json",
          "../../dataset/ratings1m.dat",
          "./data/coco/captions.json"
        }) {
      Docs docs = Docs.readme(SILENT).trains().with("main_cloud.py", "rows = read('" + path + "')");
      assertThat(docs.data()).as(path).isEqualTo(State.DESCRIBED);
    }
    for (String path :
        new String[] {
          "data/fold1.csv",
          "data/epoch_10.txt",
          "data/gulls_val_2k.json",
          "data/test2017/x.json",
          "data/vocab_30k.txt",
          "data/glove.6B.300d.txt",
          "results/gulls7k.json",
          "data/demo1.csv",
          "data/model7.npz"
        }) {
      Docs docs = Docs.readme(SILENT).trains().with("main_cloud.py", "rows = read('" + path + "')");
      assertThat(docs.data()).as(path).isEqualTo(State.ABSENT);
    }
  }

  @Test
  void aProgramThatIsCalledAfterAPublicSetNamesIt() {
    for (String path :
        new String[] {
          "kitti_preparation.py",
          "data/prepare_librispeech.py",
          "coco_annotation.py",
          "train_cifar10.py",
          "preprocess/convert_vctk.py",
          "egs/aishell/run.sh"
        }) {
      Docs docs = Docs.readme(SILENT).trains().with(path, "print(1)\n");
      assertThat(docs.data()).as(path).isEqualTo(State.DESCRIBED);
      assertThat(docs.finding(Component.TRAINING_DATA).evidence().getFirst().path())
          .isEqualTo(path);
    }
    for (String path :
        new String[] {
          "eval_coco.py",
          "test_kitti.py",
          "coco_metrics.py",
          "kitti_eval/prepare.py",
          "examples/train_cifar10.py",
          "models/resnet_cifar10.py"
        }) {
      Docs docs = Docs.readme(SILENT).trains().with(path, "print(1)\n");
      assertThat(docs.data()).as(path).isEqualTo(State.ABSENT);
    }
  }
}
