package dev.assay.code.judge;

import static dev.assay.code.judge.Release.trained;
import static dev.assay.code.judge.States.data;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Work on data that starts nothing by itself, or whose name and place say what it is for.
class CalledForDataTest {
  private static final String KEEPS =
      """
      import json
      def prepare_corpus(folder):
          rows = [l.split() for l in open(folder + "/raw")]
          train = rows[:9]
          json.dump(train, open(folder + "/kept", "w"))
      """;

  /// A module named for processing data that keeps what comes out is called to make it.
  @Test
  void aModuleNamedForProcessingMakesData() {
    assertThat(data(trained().file("pond/data_processing.py", KEEPS))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("pond/text_things.py", KEEPS))).isEqualTo(State.ABSENT);
    // What knows of models prepares inputs too, and so does what is named for pictures or sounds.
    assertThat(data(trained().file("pond/data_processing.py", "import torch\n" + KEEPS)))
        .isEqualTo(State.ABSENT);
    assertThat(data(trained().file("pond/audio_processing.py", KEEPS))).isEqualTo(State.ABSENT);
    String only =
        KEEPS.replace("json.dump(train, open(folder + \"/kept\", \"w\"))", "return train");
    assertThat(data(trained().file("pond/data_processing.py", only))).isEqualTo(State.ABSENT);
  }

  /// Functions that speak of many kinds of things of data sets make one, whoever calls them.
  @Test
  void functionsThatSpeakOfDataSetsMakeOne() {
    String arrows =
        """
        import json
        def put_down(root):
            captions = json.load(open(root + "/captions.json"))
            train = [c for c in captions if c["at"] == "a"]
            valid = [c for c in captions if c["at"] == "b"]
            for split, dataset in zip(["a", "b"], [train, valid]):
                write_table(dataset, root + "/" + split)
        """;
    assertThat(data(trained().file("pond/utils/write_frogs.py", arrows))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("pond/utils/write_frogs.py", "import torch\n" + arrows)))
        .isEqualTo(State.ABSENT);
    assertThat(data(trained().file("evaluation/write_frogs.py", arrows))).isEqualTo(State.ABSENT);
  }

  /// In R and MATLAB a file of a function is a command.
  @Test
  void aFileOfAFunctionIsACommand() {
    String r = "pond_prepare_labels <- function(x) {\n  x$label <- factor(x$label)\n  x\n}\n";
    assertThat(data(trained().file("R/pond_prepare_labels.R", r))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("R/pond_prepare_labels.R", r.replace("pond_", "lake_"))))
        .isEqualTo(State.ABSENT);
    assertThat(data(trained().file("R/pond_print_labels.R", r.replace("prepare", "print"))))
        .isEqualTo(State.ABSENT);
    String matlab =
        "function [x, y] = makeTrainSplits(folder)\nx = readAll(folder);\ny = x;\nend\n";
    assertThat(data(trained().file("tools/makeTrainSplits.m", matlab))).isEqualTo(State.PRESENT);
  }

  /// A folder for generating data says what it generates; one of examples shows training too.
  @Test
  void foldersThatGenerateDataDoNotRunTheModel() {
    String script =
        """
        import csv
        rows = [r for r in csv.reader(open("raw.csv"))]
        csv.writer(open("kept.csv", "w")).writerows(rows)
        """;
    assertThat(data(trained().file("data_generation/ponds.py", script))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("examples/ponds/preprocess.py", script)))
        .isEqualTo(State.PRESENT);
    assertThat(data(trained().file("demo/ponds/preprocess.py", script))).isEqualTo(State.ABSENT);
    assertThat(data(trained().file("examples/rag/build_data.py", script))).isEqualTo(State.ABSENT);
    assertThat(data(trained().file("prepro.py", script))).isEqualTo(State.PRESENT);
    // What is made of results is no data.
    assertThat(data(trained().file("tools/collect_results.py", script))).isEqualTo(State.ABSENT);
    assertThat(data(trained().file("tools/collect_ponds.py", script))).isEqualTo(State.PRESENT);
  }

  /// A table of numbers that is saved as text is written.
  @Test
  void savedTextIsWritten() {
    String script = "import numpy as np\nx = np.loadtxt('a')\nnp.savetxt('b', x)\n";
    assertThat(data(trained().file("data_prep/stamps.py", script))).isEqualTo(State.PRESENT);
  }

  /// A notebook tries out as often as it makes, unless its name says which.
  @Test
  void aNotebookIsNamedForPreparing() {
    String book =
        """
        {"cells": [{"cell_type": "code", "source": ["import json\\n",
         "rows = json.load(open('raw'))\\n", "json.dump(rows, open('kept', 'w'))"]}],
         "metadata": {"kernelspec": {"language": "python"}}, "nbformat": 4}
        """;
    assertThat(data(trained().file("books/DataPreprocessing-Ponds.ipynb", book)))
        .isEqualTo(State.PRESENT);
    assertThat(data(trained().file("books/DataThoughts-Ponds.ipynb", book)))
        .isEqualTo(State.ABSENT);
  }

  /// What gives records to a loop makes none, even where it keeps and tries them out.
  @Test
  void aReaderOfBatchesMakesNoData() {
    String reader =
        """
        import json
        class Frogs:
            def pull(self):
                train = json.load(open("raw.json"))
                valid = self.shuffle(train)
                json.dump(valid, open("valid_dataset.json", "w"))
        if __name__ == "__main__":
            Frogs().pull()
        """;
    assertThat(data(trained().file("common/frog_work.py", reader))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("common/frog_reader.py", reader))).isEqualTo(State.ABSENT);
  }

  /// What only stands where training is fitted by a library is for it, and so is what is named for
  /// training data.
  @Test
  void whatIsNamedForTrainingIsForIt() {
    String make =
        """
        use std::fs::File;
        fn main() {
            let mut out = File::create("kept.csv").unwrap();
            out.write(b"frog");
        }
        """;
    Release alone = new Release().file("src/bin/create_train_dataset.rs", make);
    assertThat(data(alone)).isEqualTo(State.PRESENT);
    assertThat(data(new Release().file("src/bin/create_dataset.rs", make))).isEqualTo(State.ABSENT);
  }

  /// A script that is named for preprocessing and takes data out of archives.
  @Test
  void dataIsTakenOutOfArchives() {
    String script = "#!/bin/bash\nmkdir data\nunzip packed/ponds.zip -d data\n\"\n";
    assertThat(data(trained().file("preprocess.sh", script))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("preprocess.sh", script.replace("data", "log"))))
        .isEqualTo(State.ABSENT);
  }

  /// What only shows data or sets a run, whatever it cleans on the way and is called.
  @Test
  void whatIsDrawnOrSetIsNotMade() {
    String script =
        """
        import sys
        def clean_line(line):
            return line.strip()
        def main():
            for line in open(sys.argv[1]):
                open("kept", "w").write(clean_line(line))
        if __name__ == "__main__":
            main()
        """;
    assertThat(data(trained().file("data/ponds.py", script))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("data/plot_ponds.py", script))).isEqualTo(State.ABSENT);
    String settings = "config = {'folder': 'ponds', 'n': 4}\nregister(config)\n";
    assertThat(data(trained().file("ponds/pond_make_data.py", settings))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("ponds/config_make_data.py", settings))).isEqualTo(State.ABSENT);
  }

  /// A module called data that has a function for generating them and keeps what comes out.
  @Test
  void aModuleCalledDataGeneratesThem() {
    String module =
        """
        import pickle
        def gen_data(again):
            if again:
                pickle.dump(ponds(100), open("kept.pkl", "wb"))
        """;
    assertThat(data(trained().file("pond/data.py", module))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("pond/data.py", module.replace("gen_data", "get_data"))))
        .isEqualTo(State.ABSENT);
    assertThat(data(trained().file("pond/data.py", module + "class Ponds:\n    n = 1\n")))
        .isEqualTo(State.ABSENT);
    assertThat(data(trained().file("pond/things.py", module))).isEqualTo(State.ABSENT);
  }
}
