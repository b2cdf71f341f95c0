package dev.assay.code.judge;

import static dev.assay.code.judge.States.evaluation;
import static dev.assay.code.judge.States.inference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What measures the model, what runs it, and what only looks like it.
class MeasuringTest {
  /// Bits per dimension are a measure of quality.
  @Test
  void likelihoodsMeasure() {
    String program =
        """
        import torch
        def main():
            model.load_state_dict(torch.load("a.pt"))
            model.eval()
            total_bpd = model.bits(x)
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("scripts/image_nll.py", program)).isEqualTo(State.PRESENT);
    assertThat(evaluation("scripts/image_nll.py", program.replace("total_bpd", "size")))
        .isEqualTo(State.ABSENT);
  }

  /// A `test.py` that has a module of the release measure is no test of code.
  @Test
  void aTestHasAModuleMeasure() {
    String program =
        """
        import hydra
        from gull.testing import %s

        @hydra.main(config_path=".")
        def main(cfg):
            %1$s(cfg=cfg)

        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("test.py", program.formatted("evaluate"))).isEqualTo(State.PRESENT);
    assertThat(evaluation("test.py", program.formatted("collect"))).isEqualTo(State.ABSENT);
    assertThat(evaluation("tests/test.py", program.formatted("evaluate"))).isEqualTo(State.ABSENT);
  }

  /// An option that is declared, and asked for in a remark or named in its own help alone, is a
  /// leftover.
  @Test
  void whatIsAskedInARemarkIsAskedNoLonger() {
    String program =
        """
        import argparse
        import torch
        def main():
            p = argparse.ArgumentParser()
            p.add_argument("--test", action="store_true", help="test")
            args = p.parse_args()
            optimizer = torch.optim.AdamW(net.parameters())
            for x in loader:
                net(x).backward()
                optimizer.step()
            %sif args.test:
            %1$s    tester(net)
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("main.py", program.formatted(""))).isEqualTo(State.PRESENT);
    assertThat(evaluation("main.py", program.formatted("# "))).isEqualTo(State.ABSENT);
  }

  /// What loads the weights and prints what they make runs them, though it is named for evaluation.
  @Test
  void whatComparesNothingMeasuresNothing() {
    String chat =
        """
        import argparse
        from transformers import AutoModelForCausalLM
        def main():
            argparse.ArgumentParser().parse_args()
            model = AutoModelForCausalLM.from_pretrained("m")
            print(model.generate(ids))
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("eval_chat.py", chat)).isEqualTo(State.ABSENT);
    String scored = chat.replace("print(", "accuracy = count(");
    assertThat(evaluation("eval_chat.py", scored)).isEqualTo(State.PRESENT);
  }

  /// A script named for evaluation that starts a program with a measure in it.
  @Test
  void aScriptOfEvaluationStartsAMeasure() {
    String tune =
        """
        import torch
        def main():
            optimizer = torch.optim.AdamW(net.parameters())
            for x in loader:
                net(x).backward()
                optimizer.step()
            bleu = score(net)
        if __name__ == "__main__":
            main()
        """;
    String start = "python3 main.py --do_it --weights out\n";
    assertThat(evaluation(new Release().file("t/main.py", tune).file("t/evaluate.sh", start)))
        .isEqualTo(State.PRESENT);
    assertThat(evaluation(new Release().file("t/main.py", tune).file("t/start.sh", start)))
        .isEqualTo(State.ABSENT);
    assertThat(
            evaluation(
                new Release()
                    .file("t/main.py", tune.replace("bleu", "x"))
                    .file("t/evaluate.sh", start)))
        .isEqualTo(State.ABSENT);
    assertThat(
            evaluation(
                new Release()
                    .file("t/main.py", tune.replace("bleu", "x"))
                    .file("t/compute_wer.sh", start)))
        .isEqualTo(State.PRESENT);
  }

  /// A benchmark that reads a clock is of speed, whichever clock it is.
  @Test
  void aClockMeansSpeed() {
    String program =
        """
        import argparse
        import time
        import onnxruntime
        def main():
            args = argparse.ArgumentParser().parse_args()
            start = time.monotonic_ns()
            print(run(args), time.monotonic_ns() - start)
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("src/benchmark/benchmark_all.py", program)).isEqualTo(State.ABSENT);
    assertThat(
            evaluation("src/benchmark/benchmark_all.py", program.replace("monotonic_ns", "zone")))
        .isEqualTo(State.PRESENT);
  }

  /// What builds and checks the code stands in folders with a dot.
  @Test
  void foldersWithADotMeasureNothing() {
    String program =
        "import torch\ndef main():\n    print(evaluate(torch.load('a')))\nif __name__ == '__main__':\n    main()\n";
    assertThat(evaluation(".site-ci/evaluate.py", program)).isEqualTo(State.ABSENT);
    assertThat(evaluation("site/evaluate.py", program)).isEqualTo(State.PRESENT);
  }

  /// A setting that a command of an evaluation names is not the program.
  @Test
  void aSettingIsNoProgram() {
    String readme = "# A\n\n## Evaluation\n\n```\ntorchrun go.py configs/big.py\n```\n";
    String setting = "model = dict(a=1)\noptim = dict(b=2)\n";
    assertThat(evaluation(new Release().file("README.md", readme).file("configs/big.py", setting)))
        .isEqualTo(State.ABSENT);
    assertThat(
            evaluation(
                new Release()
                    .file("README.md", readme)
                    .file("go.py", "import torch\nx = run(torch.load('a.pt'))\nprint(x)\n")
                    .file("configs/big.py", setting)))
        .isEqualTo(State.PRESENT);
  }

  /// In C a function that validates may look at its input.
  @Test
  void validatingInputMeasuresNothing() {
    String text = "int validate_next(char *it, char *end) { return check(it, end); }\n";
    assertThat(evaluation("src/utf8.c", text)).isEqualTo(State.ABSENT);
    String model =
        "float validate_net(char *w) { float accuracy = run(w); printf(\"%f\", accuracy); return accuracy; }\n";
    assertThat(evaluation("src/classifier.c", model)).isEqualTo(State.PRESENT);
  }

  /// A copy of a library of vision is nobody's evaluation here.
  @Test
  void aCopyOfALibraryIsNotTheRelease() {
    String metrics =
        "import torch\ndef accuracy(pred, target):\n    return score(pred, target)\ndef evaluate(p):\n    return accuracy(p, p)\n";
    assertThat(evaluation("annotator/x/mmseg/core/evaluation/eval_all.py", metrics))
        .isEqualTo(State.ABSENT);
    assertThat(evaluation("annotator/x/core/evaluation/eval_all.py", metrics))
        .isEqualTo(State.PRESENT);
  }

  /// A program that hands over to a module here which loads the weights and runs them runs them.
  @Test
  void aProgramMayHandOver() {
    String engine =
        """
        import torch
        def embed(texts):
            net.load_state_dict(torch.load("a.pt"))
            with torch.no_grad():
                return net(texts)
        """;
    String program =
        """
        import argparse
        from embedder_engine import embed
        if __name__ == "__main__":
            print(embed(argparse.ArgumentParser().parse_args().texts))
        """;
    var release = new Release().file("embedder_engine.py", engine);
    assertThat(release.file("embed_text.py", program).finding(Component.INFERENCE_CODE).state())
        .isEqualTo(State.PRESENT);
    assertThat(
            new Release()
                .file("embedder_engine.py", engine.replace("with torch.no_grad():", "if texts:"))
                .file("embed_text.py", program)
                .finding(Component.INFERENCE_CODE)
                .state())
        .isNotEqualTo(State.PRESENT);
  }

  /// A snippet runs what stands here although commands of the document come after it.
  @Test
  void aSnippetCountsBesideCommands() {
    String net =
        """
        import torch
        from torch import nn
        class Binder(nn.Module):
            def __init__(self):
                super().__init__()
                self.a = nn.Linear(1, 1)
        def binder():
            net = Binder()
            net.load_state_dict(torch.load("a.pt"))
            return net
        """;
    String readme =
        "```bash\npip install .\n```\n\n```python\nfrom bind.models import binder\nx = binder.binder()(y)\n```\n\n```bash\npython -m http.server\n```\n";
    var release =
        new Release()
            .file("bind/__init__.py", "")
            .file("bind/models/__init__.py", "")
            .file("bind/models/binder.py", net);
    assertThat(inference(release)).isEqualTo(State.ABSENT);
    release.file("README.md", readme);
    assertThat(inference(release)).isEqualTo(State.PRESENT);
  }

  private static final String TUNER =
      """
      import argparse
      import torch
      def main():
          p = argparse.ArgumentParser()
          p.add_argument("-e", "--evaluate", action="store_true")
          args = p.parse_args()
          optimizer = torch.optim.SGD(net.parameters(), lr=1)
          if args.evaluate:
              return check(net)
          for x in loader:
              net(x).backward()
              optimizer.step()
      if __name__ == "__main__":
          main()
      """;

  /// The long name of a switch counts behind its short one, and only where it is read.
  @Test
  void aSwitchThatOnlyMeasuresIsRead() {
    assertThat(evaluation("main_cls.py", TUNER)).isEqualTo(State.PRESENT);
    String unread = TUNER.replace("args.evaluate", "args.gpu").replace("\"-e\", ", "");
    assertThat(evaluation("main_cls.py", unread)).isEqualTo(State.ABSENT);
    String called = unread.replace("return check(net)", "net.evaluate()");
    assertThat(evaluation("main_cls.py", called.replace("--evaluate", "--eval")))
        .isEqualTo(State.ABSENT);
  }

  /// A trainer that takes a step with a test set and brings a measure along measures.
  @Test
  void aStepWithATestSetMeasures() {
    String run =
        """
        import numpy as np
        from transformers import HfArgumentParser, Trainer, TrainingArguments
        def compute_metrics(p):
            return {}
        def main():
            args, = HfArgumentParser(TrainingArguments).parse_args_into_dataclasses()
            trainer = Trainer(model=m, args=args, compute_metrics=compute_metrics)
            if args.do_train:
                trainer.train()
            if args.do_predict:
                trainer.predict(test)
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("src/run_qa.py", run)).isEqualTo(State.PRESENT);
    assertThat(evaluation("src/run_qa.py", run.replace("do_predict", "do_more")))
        .isEqualTo(State.ABSENT);
    // What is written down and measured by nothing is not.
    assertThat(evaluation("src/run_qa.py", run.replace("compute_metrics", "collate")))
        .isEqualTo(State.ABSENT);
  }

  /// A command that does nothing but measure.
  @Test
  void aCommandThatOnlyMeasures() {
    String experiment =
        """
        import torch
        ex = Experiment("sounds")
        @ex.command
        def evaluate_only():
            return trainer.validate(net)
        @ex.automain
        def main():
            optimizer = torch.optim.SGD(net.parameters(), lr=1)
            for x in loader:
                net(x).backward()
                optimizer.step()
        """;
    assertThat(evaluation("ex_sounds.py", experiment)).isEqualTo(State.PRESENT);
    assertThat(evaluation("ex_sounds.py", experiment.replace("evaluate_only", "look_at")))
        .isEqualTo(State.ABSENT);
  }

  /// A program that trains nothing and has a function of its own that evaluates.
  @Test
  void aProgramWithAFunctionThatEvaluates() {
    String program =
        """
        import torch
        def evaluate(model, loader):
            return sum(model(x) == y for x, y in loader)
        def main():
            print(evaluate(net, loader))
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("zero-shot.py", program)).isEqualTo(State.PRESENT);
    assertThat(evaluation("convert_zero.py", program)).isEqualTo(State.ABSENT);
    assertThat(evaluation("data/zero-shot.py", program)).isEqualTo(State.ABSENT);
  }

  /// A test that documents start to run the model, or that keeps its pictures, runs it.
  @Test
  void aTestThatKeepsPicturesMeasuresNothing() {
    String test =
        """
        import argparse
        import torch
        def main():
            argparse.ArgumentParser().add_argument("--out")
            net.load_state_dict(torch.load("a.pt"))
            out = net(x)
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("test.py", test)).isEqualTo(State.PRESENT);
    assertThat(evaluation("test.py", test.replace("out = net(x)", "save_image(net(x))")))
        .isEqualTo(State.ABSENT);
    assertThat(
            evaluation(
                new Release()
                    .file("test.py", test)
                    .file("README.md", "## Inference\n\n```bash\npython test.py --out a\n```\n")))
        .isEqualTo(State.ABSENT);
  }

  /// What stands in a folder of evaluation without a word of measuring only helps there.
  @Test
  void aFolderAloneDoesNotMeasure() {
    String helper =
        """
        import torch
        def setup(rank):
            torch.cuda.set_device(rank)
        if __name__ == "__main__":
            setup(0)
        """;
    assertThat(evaluation("evaluation/wrapper.py", helper)).isEqualTo(State.ABSENT);
    assertThat(evaluation("evaluation/evaluate.py", helper)).isEqualTo(State.PRESENT);
    assertThat(evaluation("evaluation/wrapper.py", helper.replace("setup", "accuracy")))
        .isEqualTo(State.PRESENT);
  }

  /// A network that is named for a measure is a loss, and its trial run measures nothing.
  @Test
  void aPerceptualNetworkIsALoss() {
    String net =
        """
        import torch
        from torch import nn
        class Distance(nn.Module):
            def __init__(self):
                super().__init__()
                self.a = nn.Conv2d(3, 1, 1)
                self.load_state_dict(torch.load("a.pt"))
            def forward(self, x):
                return self.a(x)
        if __name__ == "__main__":
            lpips = Distance().eval()
            print(lpips(x))
        """;
    assertThat(evaluation("vae/modeling_lpips.py", net)).isEqualTo(State.ABSENT);
    String loss =
        """
        from sklearn.metrics import accuracy_score
        from torch import nn
        class ClipLoss(nn.Module):
            def forward(self, pred, target):
                return pred
        def evaluate_metrics(pred, target):
            return accuracy_score(pred, target)
        """;
    assertThat(evaluation("clap/loss.py", loss)).isEqualTo(State.ABSENT);
  }

  /// Data is scored before it is chosen, and speed is no quality, whatever a heading calls it.
  @Test
  void scoresOfDataAndOfSpeedAreNone() {
    String scores = "import argparse\nargparse.ArgumentParser()\nPipeline(\"score\").run()\n";
    assertThat(evaluation("pipe/score_dataset.py", scores)).isEqualTo(State.ABSENT);
    assertThat(evaluation("pipe/score_answers.py", scores)).isEqualTo(State.PRESENT);
    String speed = "import torch\nif __name__ == \"__main__\":\n    net(x)\n";
    String readme = "## Speed evaluation\n\n```bash\npython NAME.py\n```\n";
    assertThat(
            evaluation(
                new Release()
                    .file("speed.py", speed)
                    .file("README.md", readme.replace("NAME", "speed"))))
        .isEqualTo(State.ABSENT);
    assertThat(
            evaluation(
                new Release()
                    .file("masks.py", speed)
                    .file("README.md", readme.replace("NAME", "masks").replace("Speed ", "An "))))
        .isEqualTo(State.PRESENT);
  }

  /// A script that pipes translations into a scorer measures them.
  @Test
  void aScriptThatCallsAScorerMeasures() {
    assertThat(evaluation("scripts/bleu.sh", "mkdir run\nsacrebleu -i run/out -t wmt\n"))
        .isEqualTo(State.PRESENT);
  }
}
