package dev.assay.code.judge;

import static dev.assay.code.judge.States.data;
import static dev.assay.code.judge.States.inference;
import static dev.assay.code.judge.States.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Programs that only show, try out, start or read settings: they look like more than they are.
class ShowsAndTriesTest {
  @Test
  void aHubReadsItsFileAtTheTopOnly() {
    String hub = "dependencies = ['torch']\nfrom net import small\n";
    assertThat(inference("hubconf.py", hub)).isEqualTo(State.PRESENT);
    assertThat(inference("parts/images/hubconf.py", hub)).isEqualTo(State.ABSENT);
  }

  private static final String DRAWS =
      """
      import argparse
      import pickle
      import torch
      import matplotlib.pyplot as plt

      def main():
          args = argparse.ArgumentParser().parse_args()
          plt.plot(torch.tensor(pickle.load(open(args.results, "rb"))))
          plt.savefig("out.png")

      if __name__ == "__main__":
          main()
      """;

  @Test
  void whatDrawsResultsRunsNothing() {
    assertThat(inference("tools/visualize/run.py", DRAWS)).isEqualTo(State.ABSENT);
    String runs = DRAWS.replace("plt.plot", "load_model('w').eval()\n    plt.plot");
    assertThat(inference("tools/visualize/run.py", runs)).isEqualTo(State.PRESENT);
  }

  @Test
  void aRowOfStepsIsNoModel() {
    String starts =
        """
        import yaml

        def pipeline(settings):
            run(settings)

        if __name__ == "__main__":
            pipeline(yaml.safe_load(open("a.yaml")))
        """;
    assertThat(inference("pipelines/daily.py", starts)).isEqualTo(State.ABSENT);
    String declares =
        """
        from steps import graph

        @graph.pipeline(name="daily")
        def daily():
            graph.add("clean")
        """;
    assertThat(inference("pipelines/daily.py", declares)).isEqualTo(State.ABSENT);
    String runs =
        """
        from transformers import pipeline

        say = pipeline("text-generation", "a/b")
        print(say("x"))
        """;
    assertThat(inference("pipelines/daily.py", runs)).isEqualTo(State.PRESENT);
  }

  @Test
  void toSortIntoClustersIsNotToRunTheModel() {
    String sorts =
        """
        import argparse
        import numpy as np
        from sklearn.cluster import KMeans

        def main():
            args = argparse.ArgumentParser().parse_args()
            rows = np.load(args.rows)
            %1$s = KMeans(9)
            np.save(args.out, %1$s.predict(rows))

        if __name__ == "__main__":
            main()
        """;
    assertThat(inference("cluster_rows.py", sorts.formatted("model"))).isEqualTo(State.ABSENT);
    assertThat(inference("work.py", sorts.formatted("kmeans"))).isEqualTo(State.ABSENT);
    assertThat(inference("work.py", sorts.formatted("model"))).isEqualTo(State.PRESENT);
  }

  private static final String STARTS =
      """
      import argparse
      import torch
      from engine import train_one_epoch
      from model import Net

      def main():
          args = argparse.ArgumentParser().parse_args()
          net = Net()
          optimizer = torch.optim.AdamW(net.parameters())
          if args.resume:
              net.load_state_dict(torch.load(args.resume))
          train_one_epoch(net, optimizer)
          net.eval()

      if __name__ == "__main__":
          main()
      """;

  @Test
  void whatStartsALoopInAnotherFileOnlyTrains() {
    Release release = new Release().file("model.py", Sources.NETWORK).file("main.py", STARTS);
    assertThat(inference(release)).isEqualTo(State.ABSENT);
  }

  @Test
  void whatSendsATrainerToAClusterOnlyTrains() {
    String sends =
        """
        import argparse
        import main as classification

        class Trainer(object):
            def __call__(self):
                classification.train(self.args)

        if __name__ == "__main__":
            executor.submit(Trainer(argparse.ArgumentParser().parse_args()))
        """;
    Release release =
        new Release()
            .file("main.py", Sources.NETWORK + "    def train(self): pass\n")
            .file("run_on_cluster.py", sends);
    assertThat(inference(release)).isEqualTo(State.ABSENT);
  }

  @Test
  void aMainThatTriesNetworksOutRunsNoModel() {
    String second = Sources.NETWORK.replace("import torch.nn as nn", "").replace("Net", "Wide");
    String tries =
        "import torch\n"
            + Sources.NETWORK
            + second
            + """

            def small(where):
                net = Net()
                net.load_state_dict(torch.load(where))
                return net

            if __name__ == "__main__":
                small("w").eval()
            """;
    assertThat(inference("models/net.py", tries)).isEqualTo(State.ABSENT);
  }

  private static final String SETTINGS =
      """
      import argparse
      import json
      import yaml

      class Config:
          def dump(self, path):
              json.dump(self.train_dataset, open(path, "w"))

          def from_file(self, path):
              split, shuffle, valid = yaml.load(open(path)), self.shuffled, self.validation
              return split

      if __name__ == "__main__":
          argparse.ArgumentParser().parse_args()
      """;

  @Test
  void whatReadsTheSettingsOfARunMakesNoData() {
    assertThat(data(Release.trained().file("tool/config.py", SETTINGS))).isEqualTo(State.ABSENT);
    assertThat(data(Release.trained().file("tool/pairs.py", SETTINGS))).isEqualTo(State.PRESENT);
  }

  private static final String LOADER =
      """
      import os
      from torch.utils.data import DataLoader, Dataset

      class Scenes(Dataset):
          def __init__(self, root, split="train"):
              if not os.path.exists("train.txt"):
                  shuffled, val, subset, lmdb = list(os.listdir(root)), [], [], []
                  open("train.txt", "w").write(str(shuffled))
              self.annotations = open("train.txt").read()

      if __name__ == "__main__":
          for batch in DataLoader(Scenes("x")):
              print(batch)
      """;

  @Test
  void aLoaderThatSplitsItsFilesOnlyFeeds() {
    assertThat(data(Release.trained().file("lib/data/scenes.py", LOADER))).isEqualTo(State.ABSENT);
  }

  private static final String GATHERS =
      """
      import pickle
      import torch

      def process_row(row):
          dataset = fetch(row)
          open("train.bin", "wb").write(dataset)

      if __name__ == "__main__":
          process_row(pickle.load(open("rows.pkl", "rb")))
      """;

  @Test
  void whatGathersRecordsMakesDataWhereNothingTrains() {
    assertThat(data("data_work/download_cells.py", GATHERS)).isEqualTo(State.PRESENT);
    assertThat(data("data_work/cells.py", GATHERS)).isEqualTo(State.ABSENT);
    assertThat(data("download_cells.py", GATHERS)).isEqualTo(State.ABSENT);
  }

  @Test
  void aLibraryOfTensorsIsNoNetwork() {
    assertThat(network("tools/chat/ops.c", operations(60))).isEqualTo(State.ABSENT);
    assertThat(network("tools/chat/model.c", operations(10))).isEqualTo(State.PRESENT);
  }

  private static String operations(int forwards) {
    var code = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      code.append(i < forwards ? "void op" + i + "_forward(float *x) {}\n" : "");
      code.append("void op").append(i).append("_backward(float *dx) { op_backward(dx); }\n");
    }
    return code.toString();
  }

  private static final String TRIES =
      """
      import torch

      class Slow(torch.optim.Optimizer):
          def step(self):
              pass

      def _test_slow():
          net = torch.nn.Linear(9, 9)
          optim = Slow(net.parameters())
          for step in range(20):
              loss = net(torch.randn(4, 9)).sum()
              loss.backward()
              optim.step()

      if __name__ == "__main__":
          _test_slow()
      """;

  @Test
  void theMainOfAnOptimizerTrainsNothing() {
    assertThat(States.scratch("modules/optim.py", TRIES)).isEqualTo(State.ABSENT);
  }

  private static final String FITS =
      """
      from keras.optimizers import Adam
      from net import Net

      class Worker:
          def __init__(self, games):
              self.net = Net()
              self.games = games

          def train(self):
              self.net.model.compile(optimizer=Adam(), loss="mse")
              self.net.model.fit(self.games.x, self.games.y, epochs=3)
      """;

  @Test
  void whatIsCalledToOptimizeTrains() {
    assertThat(States.scratch("src/worker/optimize.py", FITS)).isEqualTo(State.PRESENT);
    assertThat(States.scratch("src/worker/optimizers.py", FITS)).isEqualTo(State.ABSENT);
  }
}
