package dev.assay.code.judge;

import static dev.assay.code.judge.Release.trained;
import static dev.assay.code.judge.States.data;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What is a preparation of training data, and what only stands near one.
class DataWorkTest {
  /// Records in, records out, and names of parts of data sets between: whatever it is called.
  @Test
  void recordsInAndRecordsOutPrepareData() {
    String kitchen =
        """
        import json
        rows = [json.loads(l) for l in open("raw.txt")]
        train = rows[:90]
        valid = rows[90:]
        json.dump(train, open("dataset_a.json", "w"))
        json.dump(valid, open("dataset_b.json", "w"))
        """;
    assertThat(data(trained().file("kitchen.py", kitchen))).isEqualTo(State.PRESENT);
    String plain = kitchen.replace("train", "left").replace("valid", "right");
    assertThat(data(trained().file("kitchen.py", plain))).isEqualTo(State.ABSENT);
    // What only keeps records with a library for models prepares them; what trains does not.
    assertThat(data(trained().file("kitchen.py", "import torch\n" + kitchen)))
        .isEqualTo(State.PRESENT);
    assertThat(data(trained().file("kitchen.py", "import torch\n" + kitchen + "\ntrain(rows)\n")))
        .isEqualTo(State.ABSENT);
    assertThat(data(trained().file("evaluation/kitchen.py", kitchen))).isEqualTo(State.ABSENT);
    assertThat(data(trained().file("demo/kitchen.py", kitchen))).isEqualTo(State.ABSENT);
    // Settings name the parts of data too, and are kept by what reads them.
    assertThat(data(trained().file("lib/config/kitchen.py", kitchen))).isEqualTo(State.ABSENT);
    assertThat(data(trained().file("data/config/kitchen.py", kitchen))).isEqualTo(State.PRESENT);
  }

  /// A class of data that cleans and keeps its records prepares them; one that only reads does not.
  @Test
  void aClassOfDataMayPrepareIt() {
    String module =
        """
        import json
        import torch
        class Poems(DataModule):
            def prepare_data(self):
                rows = json.load(open("raw.json"))
                train, valid = self.split(rows)
                json.dump(train, open("train_dataset.jsonl", "w"))
                json.dump(valid, open("valid_dataset.jsonl", "w"))
            def split(self, rows):
                return shuffle(rows), rows
        """;
    assertThat(data(trained().file("src/poems.py", module))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("src/poems.py", module.replace("prepare_data", "setup"))))
        .isEqualTo(State.ABSENT);
    assertThat(data(trained().file("src/poems.py", module.replace("json.dump(", "keep("))))
        .isEqualTo(State.ABSENT);
    assertThat(data(trained().file("evaluation/poems.py", module))).isEqualTo(State.ABSENT);
  }

  /// Records are converted in a folder of data, weights elsewhere.
  @Test
  void whatIsConvertedInAFolderOfDataIsData() {
    String convert =
        """
        import csv
        import json
        rows = json.load(open("a.json"))
        with open("a.tsv", "w") as f:
            csv.writer(f).writerows(rows)
        """;
    assertThat(data(trained().file("dataset/convert_birds.py", convert))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("tools/convert_birds.py", convert))).isEqualTo(State.ABSENT);
    assertThat(data(trained().file("dataset/convert_birds.py", "import torch\n" + convert)))
        .isEqualTo(State.ABSENT);
  }

  /// What is prepared below a heading of evaluation is what the model is measured on; a command may
  /// be indented as well as fenced.
  @Test
  void theHeadingTellsWhatDataIsFor() {
    String guide =
        "# Birds\n## Records\nTo generate the data, run:\n\n    python3 record.py --n 5\n";
    assertThat(data(trained().file("record.py", Sources.PROGRAM).file("README.md", guide)))
        .isEqualTo(State.PRESENT);
    assertThat(
            data(
                trained()
                    .file("record.py", Sources.PROGRAM)
                    .file("README.md", guide.replace("## Records", "## Evaluation\n### Records"))))
        .isEqualTo(State.ABSENT);
  }

  /// A script that a document starts to prepare data and that cuts pictures is one.
  @Test
  void aScriptThatCutsFilms() {
    String script = "for v in *.mp4; do\n  ffmpeg -i $v -vf scale=-1:288 out/$v\ndone\n";
    String guide = "## Data\nPreprocess the films:\n```\nbash tools/crop_films.sh\n```\n";
    assertThat(data(trained().file("tools/crop_films.sh", script).file("README.md", guide)))
        .isEqualTo(State.PRESENT);
    assertThat(data(trained().file("tools/crop_films.sh", script))).isEqualTo(State.ABSENT);
  }

  /// What is printed into a file is written, and what is printed for people is not.
  @Test
  void whatIsPrintedIntoAFileIsWritten() {
    String print =
        """
        import json
        rows = [json.loads(l) for l in open("raw.txt")]
        train = rows[:90]
        valid = rows[90:]
        dataset_file = open("a", "w")
        print(train, file=dataset_file)
        print(valid, file=dataset_file)
        """;
    assertThat(data(trained().file("kitchen.py", print))).isEqualTo(State.PRESENT);
    assertThat(
            data(
                trained()
                    .file("kitchen.py", print.replace("file=dataset_file", "file=sys.stderr"))))
        .isEqualTo(State.ABSENT);
  }

  /// A file that calls its own functions where nothing guards them is a program.
  @Test
  void aProgramMayBeUnguarded() {
    String program =
        """
        import json
        def keep(name):
            rows = json.load(open("raw_" + name))
            train, valid, dataset = cut(rows)
            json.dump(train, open("out.json", "w"))
        keep("a")
        """;
    assertThat(data(trained().file("kitchen.py", program))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("kitchen.py", program.replace("\nkeep(", "\nx = keep("))))
        .isEqualTo(State.ABSENT);
  }

  /// What is named for generating runs a model, unless it stands with the data and knows of none.
  @Test
  void dataIsGeneratedWithoutAModel() {
    String program =
        """
        import json
        rows = json.load(open("raw.json"))
        train = rows[:90]
        valid = rows[90:]
        dataset = {"a": train, "b": valid}
        json.dump(dataset, open("out.json", "w"))
        """;
    assertThat(data(trained().file("files/generate_json.py", program))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("generation/kitchen.py", program))).isEqualTo(State.ABSENT);
    assertThat(data(trained().file("examples/generate_json.py", program))).isEqualTo(State.ABSENT);
  }

  /// A release of nothing but data and its preparation prepares data for training elsewhere.
  @Test
  void aCorpusNeedsNoTraining() {
    String program =
        """
        import argparse
        import json
        def main():
            args = argparse.ArgumentParser().parse_args()
            train, valid, dataset = cut(json.load(open(args.a)))
            json.dump(train, open("out.json", "w"))
        if __name__ == "__main__":
            main()
        """;
    assertThat(data("scripts/split_rows.py", program)).isEqualTo(State.PRESENT);
    assertThat(data("scripts/look_at_rows.py", program)).isEqualTo(State.ABSENT);
  }

  /// Of what knows nothing of models two kinds of words are enough, and one is too little.
  @Test
  void fewWordsAreEnoughWhereNoModelIs() {
    String rewrite =
        """
        import json
        rows = json.load(open("old.json"))
        kept = []
        for row in rows:
            instruction = ask(row)
            kept.append({"i": instruction})
        json.dump(kept, open("train_rows.json", "w"))
        """;
    assertThat(data(trained().file("Instruct_More/main.py", rewrite))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("notes/main.py", rewrite))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("notes/main.py", rewrite.replace("train_", "some_"))))
        .isEqualTo(State.ABSENT);
    assertThat(data(trained().file("notes/main.py", "import torch\n" + rewrite)))
        .isEqualTo(State.ABSENT);
  }

  /// A script with functions that writes from its top is a program all the same.
  @Test
  void aScriptWithFunctionsMayWriteFromItsTop() {
    String script =
        """
        import os
        import torch
        def name(p):
            return p.strip()
        bert = torch.load("b.pt")
        with open(os.environ["IN"]) as f:
            for line in f:
                torch_save(bert(name(line)), line)
        """;
    assertThat(data(trained().file("prepare_datasets/2-sounds.py", script)))
        .isEqualTo(State.PRESENT);
    String library =
        script
            .replace("with open", "def run():\n  with open")
            .replace("\n    for", "\n      for")
            .replace("\n        torch_save", "\n          torch_save");
    assertThat(data(trained().file("prepare_datasets/2-sounds.py", library)))
        .isEqualTo(State.ABSENT);
  }

  /// A loader that a main guard tries out feeds, and so does one that cleans what it loads.
  @Test
  void aLoaderPreparesNothing() {
    String loader =
        """
        import torch
        from torch.utils.data import DataLoader, Dataset
        class Rooms(Dataset):
            def __getitem__(self, i):
                return {"a": self.a.copy(), "b": open(self.b).read()}
        if __name__ == "__main__":
            for x in DataLoader(Rooms()):
                show.write(x)
        """;
    assertThat(data(trained().file("net/data/rooms.py", loader))).isEqualTo(State.ABSENT);
    assertThat(data(trained().file("net/data/build_rooms.py", loader))).isEqualTo(State.PRESENT);
    String cleans = "import justext\ndef rows(path):\n    yield justext.justext(read(path))\n";
    assertThat(data(trained().file("net/datasets/rooms.py", cleans))).isEqualTo(State.ABSENT);
    assertThat(
            data(
                trained()
                    .file(
                        "net/datasets/rooms.py",
                        cleans
                            .replace("yield ", "out.write")
                            .replace("justext.justext", "(justext.justext)"))))
        .isEqualTo(State.PRESENT);
  }

  /// A program that labels without a loader of its own makes the labels.
  @Test
  void labellingWithAModelMakesData() {
    String program =
        """
        import torch
        from torch.utils.data import DataLoader
        def filter_short(x):
            return len(x) > 3
        def main():
            net.load_state_dict(torch.load("a.pt"))
            for x in filter(filter_short, DataLoader(rows)):
                out.write(net(x))
        if __name__ == "__main__":
            main()
        """;
    assertThat(data(trained().file("training/run_labelling.py", program))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("training/run_listening.py", program))).isEqualTo(State.ABSENT);
  }

  /// One form of records that becomes another, by a program that knows nothing of models.
  @Test
  void aFormThatBecomesAnotherIsDataWork() {
    String program =
        """
        import json
        def main():
            for l in open("a"):
                json.dump(json.loads(l), open("b", "w"))
        if __name__ == "__main__":
            main()
        """;
    assertThat(data(trained().file("scripts/brat_to_lines.py", program))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("scripts/brat_to_html.py", program))).isEqualTo(State.ABSENT);
    assertThat(data(trained().file("scripts/brat_to_lines.py", "import torch\n" + program)))
        .isEqualTo(State.ABSENT);
  }

  /// A recipe in a shell prepares data with the shell's own tools; a download alone does not.
  @Test
  void aShellPreparesDataWithItsTools() {
    String script =
        "#!/bin/bash\nfor d in $1/*; do\n  awk '{print $1}' $d/list >> out/text\n  sort -u out/text\ndone\n";
    assertThat(data(trained().file("recipe/local/data_prep.sh", script))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("recipe/local/score_all.sh", script))).isEqualTo(State.ABSENT);
    assertThat(data(trained().file("recipe/local/data_prep.sh", "wget http://a.org/b.zip\n")))
        .isEqualTo(State.ABSENT);
  }

  /// An array's copy is no file; a folder of converters of data converts no weights.
  @Test
  void whatStaysInMemoryIsNotWritten() {
    String program =
        """
        import shutil
        import numpy
        def main():
            a.copy(b)
        if __name__ == "__main__":
            main()
        """;
    assertThat(data(trained().file("dataset/recolour.py", program))).isEqualTo(State.ABSENT);
    assertThat(
            data(trained().file("dataset/recolour.py", program.replace("a.copy", "shutil.copy"))))
        .isEqualTo(State.PRESENT);
    String writes = program.replace("a.copy", "a.imwrite");
    assertThat(data(trained().file("tools/convert_datasets/eyes.py", writes)))
        .isEqualTo(State.PRESENT);
    assertThat(data(trained().file("tools/convert/eyes.py", writes))).isEqualTo(State.ABSENT);
  }

  /// The word data in the name of a training program says what it trains on.
  @Test
  void aTrainingProgramOnDataTrains() {
    String keeps = Loops.OVER_BATCHES.replace("    for", "    torch.save(net, 'a')\n    for");
    assertThat(data("train_on_clean_data.py", keeps)).isEqualTo(State.ABSENT);
  }

  /// What loads weights and is named for converting converts weights.
  @Test
  void whatIsConvertedMayBeWeights() {
    String program =
        """
        import torch
        def main():
            state = torch.load("a.pt")
            for k in state:
                out.write(k)
        if __name__ == "__main__":
            main()
        """;
    assertThat(data(trained().file("scripts/convert_audio_layout.py", program)))
        .isEqualTo(State.ABSENT);
    assertThat(
            data(
                trained()
                    .file(
                        "scripts/convert_audio_layout.py", program.replace("torch.load", "read"))))
        .isEqualTo(State.PRESENT);
  }

  /// A test of the code is none of the release's programs, in a folder of unit tests too.
  @Test
  void unitTestsMakeNoData() {
    String maker =
        "import json\ndef make():\n    json.dump([], open('a', 'w'))\nif __name__ == '__main__':\n    make()\n";
    assertThat(data(trained().file("unit_test/make_data.py", maker))).isEqualTo(State.ABSENT);
    assertThat(data(trained().file("tools/make_data.py", maker))).isEqualTo(State.PRESENT);
  }

  /// What data are prepared for is no second use of the program.
  @Test
  void aPurposeIsNoUse() {
    assertThat(Use.of("## Preparing the data for training")).containsExactly(Use.DATA);
    assertThat(Use.of("### Preprocess the corpus before fine-tuning")).containsExactly(Use.DATA);
    assertThat(Use.of("## Training")).containsExactly(Use.TRAINING);
    assertThat(Use.of("## Prepare data and train"))
        .containsExactlyInAnyOrder(Use.DATA, Use.TRAINING);
    assertThat(Use.of("## Data for evaluation: how to create them"))
        .containsExactly(Use.EVALUATION);
    assertThat(Use.of("## Reproducing our results")).containsExactly(Use.EVALUATION);
    String readme = "## Prepare the dataset for training\n\n```\npython harvest.py\n```\n";
    String harvest = "import sys\nx = read(sys.argv[1])\nwrite(x)\n";
    assertThat(data(trained().file("harvest.py", harvest))).isEqualTo(State.ABSENT);
    assertThat(data(trained().file("harvest.py", harvest).file("README.md", readme)))
        .isEqualTo(State.PRESENT);
  }

  /// A line of bold words between heading and command takes nothing from the heading.
  @Test
  void aBoldLineIsNoLastHeading() {
    String readme =
        "# A\n\n## Create the tuning datasets\n\n**Only for the models of last year**\n\n```\npython -m tools.mixer\n```\n";
    String mixer =
        "import wave\ndef mix(a):\n    wave.open(a)\nif __name__ == '__main__':\n    mix('')\n";
    assertThat(data(trained().file("README.md", readme).file("tools/mixer.py", mixer)))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void whatIsMadeForARunOfTheModelIsNoTrainingData() {
    String parses =
        """
        import argparse
        import json
        def main(args):
            for line in open(args.input_path):
                with open(args.output, "w") as out:
                    json.dump({"train": line, "split": 1, "dataset": 2}, out)
        if __name__ == "__main__":
            main(argparse.ArgumentParser().parse_args())
        """;
    String runs =
        """
        import torch
        def main():
            model.load_state_dict(torch.load("w.pt"))
            print(model.sample())
        if __name__ == "__main__":
            main()
        """;
    String example =
        "python ../help/make_dataset.py --input_path a\npython ../run_owl.py --input b\n";
    Release used =
        Release.trained()
            .file("help/make_dataset.py", parses)
            .file("run_owl.py", runs)
            .file("examples/one.sh", example);
    assertThat(data(used)).isEqualTo(State.ABSENT);
    // A script that gives a learning rate trains, whatever its programs are called.
    assertThat(data(used.file("examples/one.sh", "lr=1e-4\n" + example))).isEqualTo(State.PRESENT);
    assertThat(
            data(
                used.file(
                    "train.sh", "python help/make_dataset.py --input_path a\npython train.py\n")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aNotebookThatLooksAtDataMakesNone() {
    String cell =
        "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"import json\\n\","
            + " \"train = json.load(open('a'))\\n\", \"valid = train[1:]\\n\","
            + " \"dataset, split, annotations, manifest, shard = train\\n\","
            + " \"filter_data(dataset, shuffle, caption, metadata, normalize)\\n\","
            + " \"json.dump(valid, open('dataset', 'w'))\\n\"]}]}";
    assertThat(data(Release.trained().file("making.ipynb", cell))).isEqualTo(State.PRESENT);
    assertThat(data(Release.trained().file("exploration.ipynb", cell))).isEqualTo(State.ABSENT);
  }
}
