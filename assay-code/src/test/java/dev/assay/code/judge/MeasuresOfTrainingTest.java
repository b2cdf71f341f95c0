package dev.assay.code.judge;

import static dev.assay.code.judge.States.evaluation;
import static dev.assay.code.judge.States.inference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What measures for training alone, and what training leaves to others.
class MeasuresOfTrainingTest {
  private static final String METRICS = "def rmse(pred, gt):\n    return mean(pred, gt)\n";

  private static Release with(String importer) {
    return new Release()
        .file("train.py", "from metrics import rmse\n" + Loops.OVER_BATCHES)
        .file("metrics.py", METRICS)
        .file("other.py", importer);
  }

  @Test
  void aModuleThatOnlyTrainingBringsInIsAPartOfIt() {
    String other = "from metrics import rmse\nprint(rmse(open('a'), open('b')))\n";
    assertThat(evaluation(with(other))).isEqualTo(State.PRESENT);
    assertThat(evaluation(with("print(open('a'))\n"))).isEqualTo(State.ABSENT);
  }

  /// The package hands on what others take from it, and to nobody else.
  @Test
  void aPackageIsNoUserOfItsModules() {
    Release release =
        new Release()
            .file("train.py", "from tools import rmse\n" + Loops.OVER_BATCHES)
            .file("tools/__init__.py", "from .metrics import rmse\nfrom .draw import show\n")
            .file("tools/draw.py", "def show(x):\n    print(x)\n")
            .file("tools/metrics.py", METRICS)
            .file("demo.py", "from tools import show\nshow(open('a'))\n");
    assertThat(evaluation(release)).isEqualTo(State.ABSENT);
    Release offered =
        new Release()
            .file("tools/__init__.py", "from .metrics import evaluate\n")
            .file("tools/metrics.py", METRICS.replace("rmse", "evaluate"));
    assertThat(evaluation(offered)).isEqualTo(State.PRESENT);
  }

  /// A trainer that may only measure, or that loads weights and runs them, measures by its modules.
  @Test
  void aTrainerWithAModeForItMeasures() {
    String main = "import argparse\nargs = argparse.ArgumentParser().parse_args()\n";
    Release release =
        new Release()
            .file(
                "train.py", main + Loops.OVER_BATCHES + "\nif args.mode == \"eval\":\n    look()\n")
            .file("metrics.py", METRICS);
    assertThat(evaluation(release)).isEqualTo(State.PRESENT);
    Release other =
        new Release()
            .file(
                "train.py",
                main
                    + "from metrics import rmse\n"
                    + Loops.OVER_BATCHES
                    + "\nif args.mode == \"draw\":\n    look()\n")
            .file("metrics.py", METRICS);
    assertThat(evaluation(other)).isEqualTo(State.ABSENT);
  }

  @Test
  void aSwitchMayBeDeclaredElsewhere() {
    String main =
        "import argparse\nfrom options import get\nargs = get()\n%s\n    look()\n"
            + Loops.OVER_BATCHES
            + "if __name__ == '__main__':\n    main()\n";
    for (String asked : new String[] {"if args.eval_only:", "if not cfg[\"test_only\"]:"}) {
      assertThat(evaluation("main.py", main.formatted(asked))).as(asked).isEqualTo(State.PRESENT);
    }
    for (String asked : new String[] {"if args.eval_only_x:", "x.test_only = 1\nif y:"}) {
      assertThat(evaluation("main.py", main.formatted(asked))).as(asked).isEqualTo(State.ABSENT);
    }
  }

  @Test
  void aLossAndAFormulaAreNoModel() {
    String defines =
        "import torch\ndef %s(x):\n    return x\ndef main():\n    print(1)\nif __name__ == '__main__':\n    main()\n";
    assertThat(evaluation("look.py", defines.formatted("eval_all"))).isEqualTo(State.PRESENT);
    for (String name : new String[] {"eval_step", "eval_node", "evaluate_position"}) {
      assertThat(evaluation("look.py", defines.formatted(name))).as(name).isEqualTo(State.ABSENT);
    }
    String trains = "import torch\nfor x in y:\n    z.backward()\n    optimizer.step()\n";
    String call = trains + "c = %s.evaluate(p, q)\n";
    assertThat(evaluation("eval/a.py", call.formatted("ops.loss.distance")))
        .isEqualTo(evaluation("eval/a.py", trains));
  }

  /// What is named for evaluation, writes what comes out and knows nothing to hold it against.
  @Test
  void whatKnowsNoTruthOnlyRuns() {
    String program =
        """
        import argparse
        import torch
        def main():
            args = argparse.ArgumentParser().parse_args()
            model.load_state_dict(torch.load(args.path))
            for name in files:
                boxes = model(name)
                out.write(boxes)
                %s
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("eval.py", program.formatted("pass"))).isEqualTo(State.ABSENT);
    assertThat(evaluation("eval.py", program.formatted("hit(boxes, labels)")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aFunctionThatAnswersOneRequestMeasuresNothing() {
    String program =
        "import transformers\ndef evaluate(%s):\n    return model.generate(x)\nprint(evaluate('a'))\n";
    assertThat(evaluation("evaluate.py", program.formatted("instruction, more=None")))
        .isEqualTo(State.ABSENT);
    assertThat(evaluation("evaluate.py", program.formatted("rows"))).isEqualTo(State.PRESENT);
  }

  /// A network that applies a function to its parts is not run by that.
  @Test
  void applyingIsRunningInJaxOnly() {
    String program =
        "import %s\ndef main():\n    model.apply(f)\nif __name__ == '__main__':\n    main()\n";
    assertThat(inference("look.py", program.formatted("jax"))).isEqualTo(State.PRESENT);
    assertThat(inference("look.py", program.formatted("torch"))).isEqualTo(State.ABSENT);
  }
}
