package dev.assay.code.judge;

import static dev.assay.code.judge.States.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What loads the trained network and runs it runs the model, whatever it and its folder are called
/// and however it is started; and which classes are networks whatever their bases.
class RunsWhereverItStandsTest {
  private static State inference(String path, String program) {
    return new Release()
        .file("model.py", Sources.NETWORK)
        .file(path, program)
        .finding(Component.INFERENCE_CODE)
        .state();
  }

  @Test
  void aScriptThatRunsFromItsTopNeedsNoMain() {
    String script =
        """
        import torch
        from model import Net
        net = Net()
        net.load_state_dict(torch.load("net.pt"))
        with torch.no_grad():
            print(net(torch.zeros(1, 4)))
        """;
    assertThat(inference("scripts/look.py", script)).isEqualTo(State.PRESENT);
    assertThat(
            inference(
                "scripts/look.py",
                script.replace("net.load_state_dict(torch.load(\"net.pt\"))", "net.eval()")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aConversationAmongMeasurementsIsOne() {
    String loop =
        """
        import argparse
        from transformers import AutoModelForCausalLM, pipeline

        def main(args):
            model = AutoModelForCausalLM.from_pretrained(args.model)
            pipe = pipeline("text-generation", model=model)
            while True:
                text = input("> ")
                print(pipe(text)[0])

        if __name__ == "__main__":
            main(argparse.ArgumentParser().parse_args())
        """;
    assertThat(inference("eval/prompts.py", loop)).isEqualTo(State.PRESENT);
    assertThat(inference("eval/prompts.py", loop.replace("input(\"> \")", "next(questions)")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void anAgentThatActsByTrainedWeightsIsTheModelAtWork() {
    String agent =
        """
        import torch
        from model import Net

        class Agent:
            def __init__(self, path):
                self.net = Net()
                self.net.load_state_dict(torch.load(path))
                self.net.eval()

            def act(self, state):
                return self.net(state).argmax()
        """;
    assertThat(inference("game/evaluation/agent.py", agent)).isEqualTo(State.PRESENT);
    assertThat(inference("game/evaluation/agent.py", agent.replace("def act", "def count")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aConversionThatWritesNoWeightsConvertsWhatIsPutIn() {
    String convert =
        """
        import torch
        from model import Net
        net = Net().eval()
        net.load_state_dict(torch.load("net.ckpt"))
        with torch.no_grad():
            voice = net(torch.zeros(1, 4))
        """;
    assertThat(inference("conversion.py", convert)).isEqualTo(State.PRESENT);
    assertThat(inference("conversion.py", convert + "torch.save(net.state_dict(), 'x.pt')\n"))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatATrainerPredictsIsWhatItIsMeasuredOn() {
    String tuning =
        """
        import argparse
        from transformers import Trainer, AutoModelForSequenceClassification

        def main():
            args = argparse.ArgumentParser().parse_args()
            model = AutoModelForSequenceClassification.from_pretrained(args.base)
            trainer = Trainer(model=model)
            trainer.train()
            print(trainer.predict(test))

        if __name__ == "__main__":
            main()
        """;
    assertThat(inference("run_tasks.py", tuning)).isEqualTo(State.ABSENT);
  }

  @Test
  void aTestModeThatKeepsPicturesAndMeasuresNothingShowsWhatTheModelMakes() {
    String solver =
        """
        import torch
        from torchvision.utils import save_image

        class Solver:
            def restore(self):
                self.net.load_state_dict(torch.load("net.pt"))

            def train(self):
                for x in self.loader:
                    loss = self.net(x).mean()
                    loss.backward()
                    self.optimizer.step()

            def test(self):
                with torch.no_grad():
                    save_image(self.net(self.x), "out.png")
        """;
    String main =
        """
        import argparse
        from solver import Solver

        if __name__ == "__main__":
            parser = argparse.ArgumentParser()
            parser.add_argument("--mode")
            args = parser.parse_args()
            Solver().train() if args.mode == "train" else Solver().test()
        """;
    for (String mode : new String[] {"test", "train"}) {
      State state =
          new Release()
              .file("model.py", Sources.NETWORK)
              .file("solver.py", "from model import Net\n" + solver)
              .file("main.py", "from model import Net\n" + main)
              .file("README.md", "# Net\n\n```bash\npython main.py --mode " + mode + "\n```\n")
              .finding(Component.INFERENCE_CODE)
              .state();
      assertThat(state).as(mode).isEqualTo(mode.equals("test") ? State.PRESENT : State.ABSENT);
    }
  }

  @Test
  void aDocumentMayLoadAndRunTheNetworkThatIsDefinedHere() {
    String readme =
        """
        # Net

        ```python
        from net.model import Net
        net = Net.from_pretrained("net-base")
        ```

        ```python
        import torch
        x = torch.zeros(1, 4)
        ```
        """;
    Release release = new Release().file("net/model.py", Sources.NETWORK).file("README.md", readme);
    assertThat(release.finding(Component.INFERENCE_CODE).state()).isEqualTo(State.PRESENT);
  }

  @Test
  void aClassThatMakesLayersAndRunsThemForwardIsANetworkWhateverItsBase() {
    String tagger =
        """
        from somelibrary.models import Model
        from torch.nn.modules.linear import Linear

        class Tagger(Model):
            def __init__(self, size):
                self.out = Linear(size, 4)

            def forward(self, tokens):
                return self.out(tokens)
        """;
    State state =
        new Release().file("tags/model.py", tagger).finding(Component.ARCHITECTURE).state();
    assertThat(state).isEqualTo(State.PRESENT);
    assertThat(
            new Release()
                .file("tags/model.py", tagger.replace("def forward", "def label"))
                .finding(Component.ARCHITECTURE)
                .state())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aPackageInACopiedTreeIsKnownByTheNameThatIsImported() {
    Release release =
        new Release()
            .file("copy/LICENSE", "x".repeat(4000))
            .file("copy/setup.py", "from setuptools import setup\nsetup(name='copy')\n")
            .file(
                "copy/core/models/net.py",
                Sources.NETWORK.replace("class Net(", "class A(") + Sources.NETWORK);
    for (int i = 0; i < 6; i++) {
      release.file("own/part" + i + ".py", "import core.models.net\nprint(" + i + ")\n");
    }
    assertThat(network(release)).isEqualTo(State.PRESENT);
  }

  private static final String LOADS =
      """
      import torch
      from .main import Net

      def from_pretrained(type):
          net = Net()
          net.load_state_dict(torch.load(type + ".pt"))
          return net
      """;

  /// A module that is named for it is called by a document with weights that this has loaded.
  @Test
  void aModuleForItIsShownByADocument() {
    String module =
        """
        import torch

        def each(net, board):
            net.eval()
            with torch.no_grad():
                moves, value = net(board)
            return moves.softmax(-1)
        """;
    String guide =
        """
        # Gull

        ```sh
        python -m pip install -e ".[dev]"
        ```

        ```python
        from gull import %s, model

        net = model.from_pretrained(type="rapid")
        %1$s.each(net, board)
        ```
        """;
    Release shown =
        new Release()
            .file("gull/main.py", Sources.NETWORK)
            .file("gull/model.py", LOADS)
            .file("gull/inference.py", module)
            .file("gull/figures.py", module)
            .file("README.md", guide.formatted("inference"));
    assertThat(shown.finding(Component.INFERENCE_CODE).state()).isEqualTo(State.PRESENT);
    Release other =
        new Release()
            .file("gull/main.py", Sources.NETWORK)
            .file("gull/model.py", LOADS)
            .file("gull/figures.py", module)
            .file("README.md", guide.formatted("figures"));
    assertThat(other.finding(Component.INFERENCE_CODE).state()).isNotEqualTo(State.PRESENT);
  }

  /// A script that is named for it starts a program that trains and runs.
  @Test
  void aScriptStartsTheProgramThatRuns() {
    String program =
        """
        import torch
        from model import Net
        def train(net):
            optimizer = torch.optim.Adam(net.parameters())
            for x, y in load():
                loss = ((net(x) - y) ** 2).mean()
                loss.backward()
                optimizer.step()
        def test(net):
            net.load_state_dict(torch.load("net.pt"))
            with torch.no_grad():
                out = net(load())
        if __name__ == "__main__":
            train(Net()) if opt.mode == "train" else test(Net())
        """;
    Release release = new Release().file("model.py", Sources.NETWORK).file("text2sql.py", program);
    assertThat(release.finding(Component.INFERENCE_CODE).state()).isEqualTo(State.ABSENT);
    Release started =
        new Release()
            .file("model.py", Sources.NETWORK)
            .file("text2sql.py", program)
            .file("scripts/infer_text.sh", "cd ..\npython text2sql.py --mode eval\n");
    assertThat(started.finding(Component.INFERENCE_CODE).state()).isEqualTo(State.PRESENT);
  }

  private static final String TEST_OF_A_CLASS =
      """
      import tensorflow as tf
      class Gull(object):
          def build(self):
              self.opt = tf.train.AdamOptimizer(1e-4).minimize(self.loss)
          def train(self):
              for i in range(9):
                  self.sess.run(self.opt)
          def load(self):
              tf.train.Saver().restore(self.sess, "gull.ckpt")
          def test(self):
              self.load()
              for f in files:
                  out = self.sess.run(self.out)
                  %s
      """;

  private static Release phases(String last) {
    return new Release()
        .file("GULL.py", TEST_OF_A_CLASS.formatted(last))
        .file(
            "main.py",
            """
            import argparse
            from GULL import Gull
            def main():
                parser = argparse.ArgumentParser()
                parser.add_argument("--phase", default="train")
                args = parser.parse_args()
                gull = Gull()
                if args.phase == "train":
                    gull.train()
                if args.phase == "test":
                    gull.test()
            if __name__ == "__main__":
                main()
            """)
        .file("README.md", "# Gull\n\n## Test\n\n```\npython main.py --phase test\n```\n");
  }

  /// A test that only keeps pictures of what comes out runs the model, and measures nothing.
  @Test
  void aTestThatKeepsWhatComesOutRuns() {
    Release keeps = phases("save_images(out, [1, 1], f)");
    assertThat(keeps.finding(Component.INFERENCE_CODE).state()).isEqualTo(State.PRESENT);
    assertThat(keeps.finding(Component.EVALUATION_CODE).state()).isEqualTo(State.ABSENT);
    Release tells = phases("print('accuracy: %f' % score(out))");
    assertThat(tells.finding(Component.EVALUATION_CODE).state()).isEqualTo(State.PRESENT);
  }

  /// Layers that a class makes by methods of its own.
  @Test
  void methodsOfAClassMakeItsLayers() {
    String network =
        """
        import tensorflow.contrib.slim as slim
        class DepthModel(object):
            def conv(self, x, n):
                return slim.conv2d(x, n, 3)
            def up(self, x, n):
                return slim.conv2d_transpose(x, n, 3)
            def build(self, x):
        %s        return x
        """;
    String layers =
        "        x = self.conv(x, 8)\n".repeat(4) + "        x = self.up(x, 8)\n".repeat(3);
    assertThat(network("depth_model.py", network.formatted(layers))).isEqualTo(State.PRESENT);
    assertThat(network("depth_model.py", network.formatted("        x = self.conv(x, 8)\n")))
        .isNotEqualTo(State.PRESENT);
  }
}
