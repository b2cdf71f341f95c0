package dev.assay.code.judge;

import static dev.assay.code.judge.States.evaluation;
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
    assertThat(evaluation(new Release().file("scripts/image_nll.py", program)))
        .isEqualTo(State.PRESENT);
    assertThat(
            evaluation(
                new Release().file("scripts/image_nll.py", program.replace("total_bpd", "size"))))
        .isEqualTo(State.ABSENT);
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
    assertThat(evaluation(new Release().file("eval_chat.py", chat))).isEqualTo(State.ABSENT);
    String scored = chat.replace("print(", "accuracy = count(");
    assertThat(evaluation(new Release().file("eval_chat.py", scored))).isEqualTo(State.PRESENT);
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
    assertThat(evaluation(new Release().file("src/benchmark/benchmark_all.py", program)))
        .isEqualTo(State.ABSENT);
    assertThat(
            evaluation(
                new Release()
                    .file(
                        "src/benchmark/benchmark_all.py", program.replace("monotonic_ns", "zone"))))
        .isEqualTo(State.PRESENT);
  }

  /// What builds and checks the code stands in folders with a dot.
  @Test
  void foldersWithADotMeasureNothing() {
    String program =
        "import torch\ndef main():\n    print(evaluate(torch.load('a')))\nif __name__ == '__main__':\n    main()\n";
    assertThat(evaluation(new Release().file(".site-ci/evaluate.py", program)))
        .isEqualTo(State.ABSENT);
    assertThat(evaluation(new Release().file("site/evaluate.py", program)))
        .isEqualTo(State.PRESENT);
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
    assertThat(evaluation(new Release().file("src/utf8.c", text))).isEqualTo(State.ABSENT);
    String model =
        "float validate_net(char *w) { float accuracy = run(w); printf(\"%f\", accuracy); return accuracy; }\n";
    assertThat(evaluation(new Release().file("src/classifier.c", model))).isEqualTo(State.PRESENT);
  }

  /// A copy of a library of vision is nobody's evaluation here.
  @Test
  void aCopyOfALibraryIsNotTheRelease() {
    String metrics =
        "import torch\ndef accuracy(pred, target):\n    return score(pred, target)\ndef evaluate(p):\n    return accuracy(p, p)\n";
    assertThat(
            evaluation(
                new Release().file("annotator/x/mmseg/core/evaluation/eval_all.py", metrics)))
        .isEqualTo(State.ABSENT);
    assertThat(evaluation(new Release().file("annotator/x/core/evaluation/eval_all.py", metrics)))
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
    assertThat(release.finding(Component.INFERENCE_CODE).state()).isEqualTo(State.ABSENT);
    release.file("README.md", readme);
    assertThat(release.finding(Component.INFERENCE_CODE).state()).isEqualTo(State.PRESENT);
  }
}
