package dev.assay.code.judge;

import static dev.assay.code.judge.States.data;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Training data that comes about while something else runs, and names that are written as one
/// word.
class DataMadeByRunningTest {
  private static State beside(String path, String text) {
    return data(Release.trained().file(path, text));
  }

  @Test
  void gamesOfAModelAgainstItself() {
    String worker =
        """
        from pond.player import Player
        class Worker:
            def start(self):
                games = [Player().game() for _ in range(10)]
                write_games("games.bin", games)
        """;
    assertThat(beside("pond/worker/self_play.py", worker)).isEqualTo(State.PRESENT);
    assertThat(beside("pond/worker/watch_play.py", worker)).isEqualTo(State.ABSENT);
  }

  @Test
  void rowsOfAHubThatGoBackThere() {
    String command =
        """
        from datasets import load_dataset
        def main(args):
            rows = load_dataset(args.input)
            rows = rows.filter(lambda r: len(r["text"]) > 0).map(spell)
            rows.push_to_hub(args.output)
        """;
    assertThat(beside("src/commands/kana.py", command)).isEqualTo(State.PRESENT);
    String own = command.replace("load_dataset", "ponds");
    assertThat(beside("src/commands/kana.py", own)).isEqualTo(State.ABSENT);
    String asks = command.replace("def main", "import torch\ndef main");
    assertThat(beside("src/commands/kana.py", asks)).isEqualTo(State.ABSENT);
  }

  @Test
  void aSetThatMakesItselfWhenItIsFirstOpened() {
    String set =
        """
        import torch
        from torch_geometric.data import InMemoryDataset
        class Ponds(InMemoryDataset):
            def download(self):
                fetch(self.root)
            def process(self):
                self.save([read(self.raw)], self.processed_paths[0])
        """;
    assertThat(beside("data/ponds.py", set)).isEqualTo(State.PRESENT);
    assertThat(beside("data/ponds.py", set.replace("def process", "def describe")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aNotebookThatHasAnothersProgramMakeThem() {
    String notebook =
        """
        {"cells": [{"cell_type": "code", "source": ["! cd pond && python build_pretraining_dataset.py --out out\\n"]}],
         "metadata": {}, "nbformat": 4}
        """;
    assertThat(beside("Pond.ipynb", notebook)).isEqualTo(State.PRESENT);
    assertThat(beside("Pond.ipynb", notebook.replace("build_", "download_")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aNotebookThatIsNamedForPreparingRunsWhatItDefines() {
    String notebook =
        """
        {"cells": [{"cell_type": "code", "source": ["import shutil\\n", "def one(f):\\n",
         "    shutil.move(f, 'kept')\\n", "pool.map(one, files)\\n"]}],
         "metadata": {}, "nbformat": 4}
        """;
    assertThat(beside("dataset_preprocess.ipynb", notebook)).isEqualTo(State.PRESENT);
    assertThat(beside("dataset_notes.ipynb", notebook)).isEqualTo(State.ABSENT);
  }

  @Test
  void tablesOfADatabase() {
    String table =
        """
        import sqlite3
        import pandas
        con = sqlite3.connect("ponds.sqlite")
        frame = pandas.read_sql_query("select * from ponds", con)
        frame.to_sql("rows", con)
        """;
    assertThat(beside("src/process-data/ponds.py", table)).isEqualTo(State.PRESENT);
  }

  @Test
  void aVerbAndWhatItMakesInOneWord() {
    String patches = "function out = generatepatches\nout = cut(imread('a.png'));\n";
    assertThat(beside("code/generatepatches.m", patches)).isEqualTo(State.PRESENT);
    assertThat(beside("code/degenerates.m", patches.replace("generatepatches", "degenerates")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatIsDrawnIsNoData() {
    String draws =
        """
        import json
        def make_all_tables(rows):
            return [clean_row(r) for r in rows]
        def filter_rows(rows):
            return rows
        if __name__ == "__main__":
            json.dump(make_all_tables(json.load(open("train.json"))), open("rows.json", "w"))
        """;
    assertThat(beside("tools/make_dataset.py", draws)).isEqualTo(State.PRESENT);
    assertThat(beside("visualization/make_dataset.py", draws)).isEqualTo(State.ABSENT);
  }

  /// Many pictures beside each other are made to be looked at.
  @Test
  void aGridOfVideosIsNoData() {
    String tiles =
        """
        import subprocess
        def tile(out, files):
            subprocess.call(["tile", out] + files)
        if __name__ == "__main__":
            with open("all.sh", "w") as f:
                f.write("tile")
            open("list.txt").read()
        """;
    assertThat(beside("baselines/xml_to_lines.py", tiles)).isEqualTo(State.PRESENT);
    assertThat(beside("baselines/vids_to_grid.py", tiles)).isEqualTo(State.ABSENT);
  }
}
