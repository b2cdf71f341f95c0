package dev.assay.code.judge;

import static dev.assay.code.judge.Release.trained;
import static dev.assay.code.judge.States.data;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Work on data whose name says what it is for, or that waits to be called, and what looks alike.
class DataByItsNameTest {
  private static final String RECORDS =
      """
      import json
      def split_dataset(path, out):
          with open(path) as f, open(out, "w") as o:
              for row in json.load(f):
                  o.write(row["dataset"] + row["train"] + "\\n")
      if __name__ == "__main__":
          split_dataset("a.jsonl", "train.txt")
      """;

  private static State beside(String path, String text) {
    return data(trained().file(path, text));
  }

  @Test
  void trainingInANameMayBeWhatTheDataIsFor() {
    assertThat(beside("utils/first_train_process.py", RECORDS)).isEqualTo(State.PRESENT);
    assertThat(beside("utils/parse_train_log.py", RECORDS)).isEqualTo(State.ABSENT);
    assertThat(beside("utils/train_ponds.py", RECORDS)).isEqualTo(State.ABSENT);
  }

  @Test
  void rowsOfADatabaseThatACommandMakesForTraining() {
    String command =
        """
        def make_training_rows(source, target):
            rows = source.execute("select * from ponds").fetchall()
            target.executemany("insert into ponds values (?)", rows)
        """;
    assertThat(beside("ponds/commands/make_training_rows.py", command)).isEqualTo(State.PRESENT);
    assertThat(beside("ponds/commands/make_training_plan.py", command)).isEqualTo(State.ABSENT);
    String settings = "rows = dict(ponds=dict(path='a.jsonl'), lakes=dict(path='b.jsonl'))\n";
    assertThat(beside("config/mix_pretrain_ponds.py", settings)).isEqualTo(State.ABSENT);
  }

  @Test
  void aModuleThatIsNamedForWhatItMakes() {
    String module = "def write(rows, out):\n    open(out, \"w\").write(\"\\n\".join(rows))\n";
    assertThat(beside("tools/build_corpus.py", module)).isEqualTo(State.PRESENT);
    assertThat(beside("tools/build_report.py", module)).isEqualTo(State.ABSENT);
    assertThat(beside("tools/build_corpus.py", "import torch\n" + module)).isEqualTo(State.ABSENT);
  }

  @Test
  void aModuleThatDownloadsDataSetsForWhatReadsThem() {
    String module =
        """
        import subprocess
        def ensure(name, folder):
            subprocess.run(["kaggle", "datasets", "download", "-d", name, "-p", folder])
        """;
    assertThat(beside("utils/download_datasets.py", module)).isEqualTo(State.PRESENT);
    assertThat(beside("utils/download_weights.py", module)).isEqualTo(State.ABSENT);
    assertThat(beside("utils/download_datasets.py", module.replace("kaggle", "ls")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aNotebookThatGivesLabels() {
    String notebook =
        """
        {"cells": [{"cell_type": "code", "source": ["import pandas as pd\\n",
         "rows = pd.read_csv('notes.csv')\\n", "rows.to_csv('labels.csv')\\n"]}],
         "metadata": {}, "nbformat": 4}
        """;
    assertThat(beside("notebooks/labeler.ipynb", notebook)).isEqualTo(State.PRESENT);
    assertThat(beside("notebooks/notes.ipynb", notebook)).isEqualTo(State.ABSENT);
  }

  @Test
  void whatConvertsWhenItIsRunNeedsNoMain() {
    String convert =
        """
        def convert(a, b):
            with open(a, "rb") as f, open(b, "w") as o:
                o.write(str(f.read(16)))
        convert("train-images", "train.csv")
        convert("train-labels", "labels.csv")
        """;
    assertThat(beside("bin/convert.py", convert)).isEqualTo(State.PRESENT);
    // Where the training is in a language that is not read, too.
    assertThat(data("bin/convert.py", convert)).isEqualTo(State.PRESENT);
    assertThat(data("bin/convert.py", convert.replace("labels", "rows"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aFolderThatPreparesWhatTheModelIsRunOn() {
    String demo =
        "from preprocess.finder import find\nimport torch\nfind(torch.load(\"net.pt\"))\n";
    String net =
        "import torch.nn as nn\nclass Finder(nn.Module):\n    def __init__(self):\n"
            + "        self.one = nn.Linear(2, 2)\ndef find(x):\n    return Finder()(x)\n";
    Release release =
        trained().file("preprocess/finder.py", net).file("preprocess/to_rows.py", RECORDS);
    assertThat(data(release)).isEqualTo(State.PRESENT);
    assertThat(data(release.file("demo/app.py", demo))).isEqualTo(State.PRESENT);
    assertThat(data(release.file("preprocess/poses.py", net))).isEqualTo(State.ABSENT);
    String readme = "# Net\n\nPrepare the data:\n\n```\npython preprocess/to_rows.py\n```\n";
    assertThat(data(release.file("preprocess/README.md", readme))).isEqualTo(State.ABSENT);
    assertThat(data(release.file("README.md", readme))).isEqualTo(State.PRESENT);
  }

  @Test
  void aFolderThatPreparesForTheTrainerToo() {
    Release release = trained().file("preprocess/to_rows.py", RECORDS);
    String net = "import torch.nn as nn\nclass Finder(nn.Module):\n    one = nn.Linear(2, 2)\n";
    release.file("preprocess/finder.py", net).file("preprocess/poses.py", net);
    String trains = "from preprocess.finder import find\n" + Loops.OVER_BATCHES;
    String runs = "from preprocess.finder import Finder\nimport torch\ntorch.load(\"net.pt\")\n";
    release.file("demo/app.py", runs).file("train_finder.py", trains);
    assertThat(data(release)).isEqualTo(State.PRESENT);
  }
}
