package dev.assay.code.judge;

import static dev.assay.code.judge.States.inference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What counts as a program that runs the model, and which files are shown for it.
class RunningTest {
  private static final String MAIN =
      """
      import argparse
      import torch
      from model import Net

      def main():
          parser = argparse.ArgumentParser()
          parser.add_argument("--mode")
          net = Net()
          optimizer = torch.optim.Adam(net.parameters())
          for x, y in loader:
              loss = net(x, y)
              loss.backward()
              optimizer.step()

      if __name__ == "__main__":
          main()
      """;

  private static Finding withReadme(String command) {
    return new Release()
        .file("model.py", Sources.NETWORK)
        .file("main.py", MAIN)
        .file("README.md", "# Net\n\nThen:\n\n```bash\n" + command + "\n```\n")
        .finding(Component.INFERENCE_CODE);
  }

  @Test
  void aDocumentThatStartsATrainerInAModeThatRunsTheModelShowsInference() {
    for (String mode :
        new String[] {"--mode sample", "--sample", "--do_predict", "--task=predict"}) {
      Finding f = withReadme("python main.py --size 3 " + mode + " --out x");
      assertThat(f.state()).as(mode).isEqualTo(State.PRESENT);
      assertThat(f.evidence().getFirst().path()).isEqualTo("main.py");
    }
  }

  @Test
  void otherModesOfATrainerAreNoInference() {
    for (String mode :
        new String[] {
          "--mode train", "--sample_size 3", "--sample-rate 100", "--predict false", "--mode eval"
        }) {
      assertThat(withReadme("python main.py " + mode).state()).as(mode).isEqualTo(State.ABSENT);
    }
  }

  @Test
  void aModelThatChoosesOrSortsDataIsNotTheReleasesOwn() {
    String mines =
        """
        from sentence_transformers import CrossEncoder
        import argparse
        parser = argparse.ArgumentParser()
        encoder = CrossEncoder("other/model")
        scores = encoder.predict(pairs)
        """;
    assertThat(
            new Release()
                .file("scripts/mine_hard_negatives.py", mines)
                .finding(Component.INFERENCE_CODE)
                .state())
        .isEqualTo(State.ABSENT);
    assertThat(new Release().file("run.py", mines).finding(Component.INFERENCE_CODE).state())
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aModuleWhoseFunctionsPredictWithLoadedWeightsRunsTheModel() {
    Finding f =
        new Release()
            .file(
                "src/cells/tasks.py",
                """
                from transformers import AutoModelForCausalLM

                def predict_types_of_cells(path, cells):
                    model = AutoModelForCausalLM.from_pretrained(path)
                    return [model(c) for c in cells]
                """)
            .finding(Component.INFERENCE_CODE);
    assertThat(f.state()).isEqualTo(State.PRESENT);
  }

  @Test
  void theProgramNamedForRunningIsShownBeforeModulesAndTrials() {
    String module =
        """
        import torch
        from model import Net

        class Runner:
            def load(self):
                self.net = Net()
                self.net.load_state_dict(torch.load("w.pt"))
            def generate(self, x):
                return self.net.generate(x)
            def infer(self, x):
                return self.net.infer(x)
        """;
    String program =
        """
        import torch
        from inference.model import Runner
        if __name__ == "__main__":
            print(Runner().generate("x"))
        """;
    Finding f =
        new Release()
            .file("inference/model.py", module)
            .file("inference/speed.py", module + "\nif __name__ == \"__main__\":\n    Runner()\n")
            .file("generate.py", program)
            .finding(Component.INFERENCE_CODE);
    assertThat(f.evidence()).extracting(e -> e.path()).startsWith("generate.py");
    assertThat(f.evidence()).extracting(e -> e.path()).endsWith("inference/speed.py");
  }

  @Test
  void aPageThatStartsAtItsTopIsShownBeforeWhatPreparesData() {
    String prepares =
        """
        import argparse
        import torch
        from model import Net

        def embed(x):
            net = Net()
            net.load_state_dict(torch.load("w.pt"))
            with torch.inference_mode():
                return net.generate(x)

        if __name__ == "__main__":
            parser = argparse.ArgumentParser()
            torch.save(embed(parser.parse_args()), "embedded.pt")
        """;
    String page =
        """
        import gradio as gr
        import torch
        from model import Net

        net = Net()
        net.load_state_dict(torch.load("w.pt"))

        def speak(x):
            return net.generate(x)

        page = gr.Interface(speak, "text", "audio")
        page.launch()
        """;
    Finding f =
        new Release()
            .file("a/fine_tuner/embed_infer.py", prepares)
            .file("page.py", page)
            .finding(Component.INFERENCE_CODE);
    assertThat(f.evidence()).extracting(e -> e.path()).startsWith("page.py");
  }

  @Test
  void theClassThatHoldsTheOthersIsShownForTheNetwork() {
    Finding f =
        new Release()
            .file(
                "net/layers.py",
                """
                import torch.nn as nn

                class Norm(nn.Module):
                    def __init__(self):
                        self.w = nn.LayerNorm(4)

                class Block(nn.Module):
                    def __init__(self):
                        self.n = Norm()
                        self.a = nn.Linear(4, 4)

                class Spare(nn.Module):
                    def __init__(self):
                        self.a = nn.Linear(4, 4)
                """)
            .file(
                "net/whole.py",
                """
                import torch.nn as nn
                from net.layers import Block

                class Whole(nn.Module):
                    def __init__(self):
                        self.blocks = [Block() for _ in range(3)]
                """)
            .finding(Component.ARCHITECTURE);
    assertThat(f.evidence().getFirst().place()).isEqualTo("net/whole.py:4");
    assertThat(f.evidence().get(1).place()).isEqualTo("net/layers.py:7");
  }

  @Test
  void whatQuantizesWeightsDefinesNoNetwork() {
    String layers =
        """
        import torch
        def change(model):
            for layer in model.layers:
                layer.a = torch.nn.Linear(4, 4)
                layer.b = torch.nn.Linear(4, 4)
                layer.c = torch.nn.Linear(4, 4)
                layer.d = torch.nn.Linear(4, 4)
                layer.e = torch.nn.Linear(4, 4)
                layer.f = torch.nn.Linear(4, 4)
        """;
    assertThat(
            new Release()
                .file("quantization/__init__.py", layers)
                .finding(Component.ARCHITECTURE)
                .state())
        .isEqualTo(State.ABSENT);
    assertThat(
            new Release().file("core/__init__.py", layers).finding(Component.ARCHITECTURE).state())
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aTestThatKeepsWhatTheNetworkPutsOutRunsIt() {
    String start =
        """
        from options.test_options import TestOptions
        from models.model import Net

        opt = TestOptions().parse()
        net = Net()
        """;
    Release release =
        new Release()
            .file("models/model.py", Sources.NETWORK)
            .file("test.py", start + "for x in data:\n    visual.save_images(net(x))\n");
    assertThat(inference(release)).isEqualTo(State.PRESENT);
    Release measures =
        new Release()
            .file("models/model.py", Sources.NETWORK)
            .file(
                "test.py", start + "psnr = 0\nfor x in data:\n    psnr += compute_psnr(net(x))\n");
    assertThat(inference(measures)).isEqualTo(State.ABSENT);
  }

  /// A command line of a package has a module load the weights and run them.
  @Test
  void aCommandLineCarriesOverToAModule() {
    String module =
        """
        import tensorflow as tf
        def extract(path):
            saver.restore(session, "weights/")
            predictions = session.run(out, feed_dict={x: path})
            return predictions
        """;
    String program =
        """
        import argparse
        from ears.extractor import extract
        if __name__ == "__main__":
            print(extract(argparse.ArgumentParser().parse_args().path))
        """;
    assertThat(
            new Release()
                .file("ears/extractor.py", module)
                .file("ears/tagger.py", program)
                .finding(Component.INFERENCE_CODE)
                .state())
        .isEqualTo(State.PRESENT);
    assertThat(
            new Release()
                .file("ears/extractor.py", module)
                .file("ears/size.py", program)
                .finding(Component.INFERENCE_CODE)
                .state())
        .isEqualTo(State.ABSENT);
    assertThat(
            new Release()
                .file("ears/extractor.py", module.replace("saver.restore", "saver.look"))
                .file("ears/tagger.py", program)
                .finding(Component.INFERENCE_CODE)
                .state())
        .isEqualTo(State.ABSENT);
  }

  /// A notebook that loads the weights and runs them does so although it trains on them after.
  @Test
  void aNotebookShowsRunningBesideTraining() {
    String cells =
        "{\"cells\":[{\"cell_type\":\"code\",\"source\":[\"import torch\\n\",\"net = Net()\\n\","
            + "\"LOAD\\n\",\"with torch.no_grad():\\n\",\"    y = net(x)\\n\","
            + "\"optimizer = torch.optim.SGD(net.parameters(), lr=1)\\n\",\"loss = f(net(x))\\n\","
            + "\"loss.backward()\\n\",\"optimizer.step()\\n\"]}]}";
    assertThat(
            new Release()
                .file(
                    "colabs/big.ipynb",
                    cells.replace("LOAD", "net.load_state_dict(torch.load('a.pt'))"))
                .finding(Component.INFERENCE_CODE)
                .state())
        .isEqualTo(State.PRESENT);
    assertThat(
            new Release()
                .file("colabs/big.ipynb", cells.replace("LOAD", "net.cuda()"))
                .finding(Component.INFERENCE_CODE)
                .state())
        .isEqualTo(State.ABSENT);
  }

  /// What every pass forward goes through is done in training too.
  @Test
  void aWayThatTheNetworkItselfGoesForwardIsNoWayToRunIt() {
    String net =
        """
        import torch.nn as nn

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.a = nn.Linear(4, 4)

            def forecast(self, x):
                return self.a(x)

            def predict(self, x):
                return self.a(x)

            def forward(self, x, task):
                if task == "far":
                    return self.forecast(x)
                return self.%s(x)
        """;
    assertThat(inference("models/net.py", net.formatted("predict"))).isEqualTo(State.ABSENT);
    assertThat(inference("models/net.py", net.replace("self.forecast(x)", "x").formatted("a")))
        .isEqualTo(State.PRESENT);
  }

  /// Whose program it is matters not where a script hands it what it is given itself.
  @Test
  void aScriptThatHandsItsInputToAModelRunsIt() {
    String script =
        """
        input_file=$1
        python $TOOLS/%s.py --beam 12 --path $MODELS %s input.txt > out.txt
        """;
    assertThat(inference("run.sh", script.formatted("generate", "<"))).isEqualTo(State.PRESENT);
    assertThat(inference("run.sh", script.formatted("train", "<"))).isEqualTo(State.ABSENT);
    assertThat(inference("run.sh", script.formatted("generate", "--log"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aDocumentMayCallAClassThatHoldsAndCallsTheModel() {
    String holds =
        """
        import torch
        from cut.nets import load_net

        class Cutter:
            def __init__(self, path):
                self.model = load_net(path)
                self.model.load_state_dict(torch.load(path))

            def cut(self, text):
                return torch.sigmoid(self.model(text)) > 0.5
        """;
    String page = "# Cut\n\n```python\nfrom cut.cutter import Cutter\nCutter('a').cut('b')\n```\n";
    assertThat(inference(new Release().file("cut/cutter.py", holds).file("README.md", page)))
        .isEqualTo(State.PRESENT);
    assertThat(
            inference(
                new Release()
                    .file("cut/cutter.py", holds.replace("self.model(text)", "text"))
                    .file("README.md", page)))
        .isEqualTo(State.ABSENT);
  }

  /// A network that draws words inside itself is trained so; what generates has a method for it.
  @Test
  void aNetworkThatDrawsInsideItselfRunsNothing() {
    String net =
        """
        import torch
        import torch.nn as nn

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.a = nn.Linear(4, 4)
                self.load_state_dict(torch.load("w.pt"))

            def forward(self, x):
                with torch.no_grad():
                    drawn = torch.multinomial(self.a(x), 1)
                return drawn
        %s
        """;
    assertThat(inference("models/net.py", net.formatted(""))).isEqualTo(State.ABSENT);
    assertThat(inference("models/net.py", net.formatted("").replace("def forward", "def sample")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void whatIsNamedForAScoreMeasures() {
    String program =
        """
        import mxnet as mx
        def score(prefix, data):
            sym, args, aux = mx.model.load_checkpoint(prefix, 0)
            mod = mx.mod.Module(symbol=sym)
            mod.score(data, "acc")
        if __name__ == "__main__":
            score("net", [])
        """;
    assertThat(inference("score.py", program)).isEqualTo(State.ABSENT);
    assertThat(inference("show.py", program)).isEqualTo(State.PRESENT);
  }

  /// A part may have the name that others give to running a model.
  @Test
  void aPartOfTheNetworkIsNoWayToRunIt() {
    String net =
        """
        import torch
        import torch.nn as nn

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                %s = nn.ModuleList([nn.Linear(4, 4)])

            def forward(self, x):
                return self.enhance(x)

        if __name__ == "__main__":
            print(Net()(torch.rand(4)))
        """;
    assertThat(inference("net.py", net.formatted("self.enhance"))).isEqualTo(State.ABSENT);
    assertThat(inference("net.py", net.formatted("self.a"))).isEqualTo(State.PRESENT);
  }

  /// Putting a model in a shop is not running it.
  @Test
  void whatATwoFacedToolIsToldDecides() {
    String script =
        """
        #!/bin/bash
        build/bin/quantize "$base" "$out" q4_0
        ollama %s "$user/$name:q4_0"
        """;
    assertThat(inference("publish.sh", script.formatted("create"))).isEqualTo(State.ABSENT);
    assertThat(inference("publish.sh", script.formatted("push"))).isEqualTo(State.ABSENT);
    assertThat(inference("publish.sh", script.formatted("run"))).isEqualTo(State.PRESENT);
  }

  /// Wrong answers that are drawn to learn from are drawn by a sampler too.
  @Test
  void drawingFalseAnswersRunsNothing() {
    String sampler =
        """
        import torch
        import torch.nn as nn

        def sample_logits(embedding, labels, sampler):
            %s = torch.multinomial(sampler.dist, 5)
            return embedding(sampler.sample(labels))

        if __name__ == "__main__":
            print(sample_logits(nn.Embedding(3, 4), torch.zeros(3), None))
        """;
    assertThat(inference("utils/uniform_sampler.py", sampler.formatted("neg_samples")))
        .isEqualTo(State.ABSENT);
    assertThat(inference("utils/uniform_sampler.py", sampler.formatted("words")))
        .isEqualTo(State.PRESENT);
  }
}
