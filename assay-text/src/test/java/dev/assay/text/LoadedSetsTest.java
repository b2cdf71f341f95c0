package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.DataSet;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Data sets that a program has a hub's library load, by a name that it hands over or keeps.
class LoadedSetsTest {
  private static final String USES = "from datasets import load_dataset\n";

  private static final String LEARNS = "\nfor x in data:\n    net(x).backward()\n";

  private static List<String> trainedOn(String path, String program) {
    Docs docs = Docs.readme("# Net\n").trains().with(path, program);
    return docs.judge().data().stream()
        .filter(d -> d.stage() == DataSet.Stage.TRAINING)
        .filter(d -> d.form() == DataSet.Form.SCRIPT)
        .map(DataSet::name)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data = load_dataset(\"quay/harbour\")",
        "where = \"quay/harbour\"\ndata = load_dataset(where, split=\"train\")",
        "def load(start=0, path=\"quay/harbour\", name=\"web\"):\n    return load_dataset(path, name)",
        "def load(path: str = 'quay/harbour'):\n    return load_dataset(path)",
        "p.add_argument(\"--hub-name\", type=str, default=\"quay/harbour\")\nd = load_dataset(args.hub_name)"
      })
  void aProgramThatLearnsLoadsItByItsName(String program) {
    assertThat(trainedOn("net.py", USES + program + LEARNS)).containsExactly("quay/harbour");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data = load_dataset(\"quay/harbour\", split=\"test\")",
        "where = \"words for a reader\"\ndata = load_dataset(where)",
        "where = \"./files/harbour.jsonl\"\ndata = load_dataset(where)",
        "somewhere = \"quay/harbour\"\ndata = load_dataset(where)"
      })
  void aPartForTestsAndWhatIsNoNameIsNone(String program) {
    assertThat(trainedOn("net.py", USES + program + LEARNS)).isEmpty();
  }

  @Test
  void aProgramThatOnlyRunsTheModelTrainsOnNothing() {
    assertThat(
            trainedOn("net.py", USES + "data = load_dataset(\"quay/harbour\")\nprint(net(data))\n"))
        .isEmpty();
  }

  @Test
  void aProgramThatFetchesDataKeepsItsNameInAnOption() {
    assertThat(
            trainedOn(
                "scripts/download_dataset.py",
                "from datasets import load_dataset\np.add_argument(\n    \"--name\",\n    default=\"quay/harbour\")\nload_dataset(args.name)\n"))
        .containsExactly("quay/harbour");
  }

  @Test
  void anAddressMayStandBehindABracket() {
    Docs docs =
        Docs.readme("# Net\n")
            .trains()
            .with(
                "scripts/download_data.py",
                "url = (\n    f\"https://dumps.example.org/wiki/{args.lang}/latest/\"\n    f\"{args.lang}-all\"\n)\nurlretrieve(url)\n");
    assertThat(docs.data()).isEqualTo(State.LINKED);
  }

  @Test
  void aToySetThatALibraryFetchesIsToTryTheProgramWhereTheReleaseNamesItsData() {
    String module =
        "from torchvision import datasets\nclass Digits:\n    def __init__(self):\n        self.d = datasets.MNIST('x', train=True, download=True)\n";
    Docs told =
        Docs.readme("# Net\n\nNet was trained on 40,000 letters of the Harbour dataset.\n")
            .trains()
            .with("net/datasets/digits.py", module);
    assertThat(told.data()).isEqualTo(State.DESCRIBED);
    Docs silent = Docs.readme("# Net\n").trains().with("net/datasets/digits.py", module);
    assertThat(silent.data()).isEqualTo(State.LINKED);
  }

  @Test
  void aLongProgramTakesTimeInProportion() {
    String program =
        USES + "x = load_dataset(a)\n".repeat(20_000) + "a = \"quay/harbour\"\n" + LEARNS;
    assertThat(trainedOn("net.py", program)).hasSizeLessThan(2);
  }
}
