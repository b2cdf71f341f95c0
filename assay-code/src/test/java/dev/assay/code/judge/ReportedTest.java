package dev.assay.code.judge;

import static dev.assay.code.judge.States.evaluation;
import static dev.assay.code.judge.States.inference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Programs that tell how good the model is without being named for it.
class ReportedTest {
  /// A program that runs the model and holds what comes out against what is known.
  @Test
  void aRunThatCountsWhatMasksShareMeasures() {
    String program =
        """
        import torch
        from tools import dsc
        def main():
            net.load_state_dict(torch.load("w.pt"))
            net.eval()
            for x, y_true in loader:
                y_pred = net(x)
                print(%s)
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("inference.py", program.formatted("dsc(y_pred, y_true)")))
        .isEqualTo(State.PRESENT);
    assertThat(evaluation("inference.py", program.formatted("y_pred"))).isEqualTo(State.ABSENT);
    // To load a network that was trained by it, a measure must be defined.
    String loads = program.formatted("y_pred") + "def loss(a, b):\n    return 1 - dsc(a, b)\n";
    assertThat(evaluation("inference.py", loads)).isEqualTo(State.ABSENT);
  }

  @Test
  void aReportOnATestSetAfterFittingMeasures() {
    String program =
        """
        import keras
        from sklearn.metrics import classification_report
        def main():
            model.compile(optimizer="sgd")
            model.fit(train_x, train_y, epochs=3)
            out = model.predict(test_x)
            print(classification_report(%s))
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("train_letters.py", program.formatted("test_y.argmax(1), out")))
        .isEqualTo(State.PRESENT);
    assertThat(evaluation("train_letters.py", program.formatted("dev_y, out")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aPredictionOfATestSetAfterFittingIsMeasuredByTheMeasureThatIsNamed() {
    String program =
        """
        import xgboost as xgb
        from scipy.stats import spearmanr
        bst = xgb.train(settings, rows, 100)
        out = bst.predict(%s)
        print(spearmanr(
            out, known))
        bst.save_model("trees.bin")
        """;
    assertThat(evaluation("fit_trees.py", program.formatted("dtest"))).isEqualTo(State.PRESENT);
    assertThat(evaluation("fit_trees.py", program.formatted("drows"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aScriptInRCountsWhatIsRight() {
    String script = "fit <- lm(y ~ x, data = a)\nbest.pred <- predict(fit, b)\n%s\n";
    assertThat(evaluation("try.R", script.formatted("sum(best.pred == y_test) / length(y_test)")))
        .isEqualTo(State.PRESENT);
    assertThat(evaluation("try.R", script.formatted("sum(best.pred) / length(y_test)")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void scriptsInMatlabMeasureByTheirToolboxes() {
    String script = "net = load_it('w.mat');\nout = run_it(net, x);\n%s\n";
    String measured = script.formatted("[p, s] = Cal_PSNRSSIM(label, out, 0, 0);");
    assertThat(evaluation("Demo_gray.m", measured)).isEqualTo(State.PRESENT);
    assertThat(evaluation("Demo_gray.m", script.formatted("imshow(out);"))).isEqualTo(State.ABSENT);
    String cpp =
        "double psnr(Tensor a, Tensor b) { return log(a, b); }\nint main() { psnr(a, b); }\n";
    assertThat(evaluation("render.cpp", cpp)).isEqualTo(State.ABSENT);
  }

  /// A program named for tests that reads its settings from a file.
  @Test
  void aTestThatScoresNeedsNoOptions() {
    String program =
        """
        import keras
        %s
        def main():
            model = build()
            print(%s)
        if __name__ == "__main__":
            main()
        """;
    assertThat(
            evaluation(
                "test.py",
                program.formatted(
                    "from sklearn.metrics import roc_auc_score", "roc_auc_score(y, out)")))
        .isEqualTo(State.PRESENT);
    assertThat(evaluation("test.py", program.formatted("import board", "board.evaluate(y)")))
        .isEqualTo(State.ABSENT);
    String top =
        """
        import torch
        from torch.utils.data import DataLoader
        net.load_state_dict(torch.load("w"))
        for x, y in DataLoader(rows):
            print(abs(net(x) - y))
        """;
    assertThat(evaluation("train/runTest.py", top)).isEqualTo(State.PRESENT);
    assertThat(evaluation("train/lossTest.py", top)).isEqualTo(State.ABSENT);
  }

  /// What is named for playing or running and brings in the network runs it.
  @Test
  void aProgramThatPlaysByTheNetworkRunsIt() {
    String program =
        "%s\ndef run():\n    game.start(Player(open('w')))\nif __name__ == '__main__':\n    run()\n";
    String net = "class Player:\n    def move(self, x):\n        return best(x)\n";
    assertThat(played("play_human.py", program.formatted("from policy_net import Player"), net))
        .isEqualTo(State.PRESENT);
    assertThat(played("self_play.py", program.formatted("from policy_net import Player"), net))
        .isEqualTo(State.ABSENT);
    assertThat(played("play_human.py", program.formatted("from game import Player"), net))
        .isEqualTo(State.ABSENT);
  }

  private static State played(String name, String program, String net) {
    return inference(new Release().file(name, program).file("policy_net.py", net));
  }

  /// Words alone tell nothing of a file whose place says that it makes data or another program.
  @Test
  void wordsOfDataWorkAndOfBuildsAreNoRun() {
    String words =
        """
        require 'image'
        local engine = require 'engine'
        local options = engine.options(arg)
        local session = engine.session(options.model_path)
        local img = image.scale(image.load(options.image), 224, 224)
        local tokens = session:step(img)
        print(engine.decode(tokens))
        """;
    assertThat(new Release().file("demo.lua", words).finding(Component.INFERENCE_CODE).state())
        .isEqualTo(State.PRESENT);
    assertThat(
            new Release().file("dataset/demo.lua", words).finding(Component.INFERENCE_CODE).state())
        .isEqualTo(State.ABSENT);
  }

  /// An operation of networks among kernels is no measure by neighbours.
  @Test
  void neighboursAmongOperationsMeasureNothing() {
    String program =
        "import torch\nclass Points(torch.autograd.Function):\n    def forward(c, x):\n        return near(x)\n";
    assertThat(evaluation("net/ops/knn.py", program)).isEqualTo(State.ABSENT);
    assertThat(evaluation("net/look/knn.py", program)).isEqualTo(State.PRESENT);
  }

  /// The line that is shown is where it measures, and not where it begins.
  @Test
  void theLineThatMeasuresIsShown() {
    String script =
        "setup(a, b)\nfit <- lm(y ~ x, data = a)\nbest.pred <- predict(fit, b)\nmean(best.pred == known)\n";
    assertThat(shown("try.R", script)).contains("mean(best.pred");
    String asks =
        "import argparse\nargs = argparse.ArgumentParser().parse_args()\n"
            + Loops.OVER_BATCHES
            + "\nif args.eval_only:\n    look()\n";
    assertThat(shown("main.py", asks)).contains("args.eval_only");
    String brings =
        "import torch\nfrom sklearn.metrics import f1_score\ndef main():\n    print(f1_score(y, torch.load('p')))\nif __name__ == '__main__':\n    main()\n";
    assertThat(shown("evaluate.py", brings)).contains("print(f1_score");
  }

  private static String shown(String path, String text) {
    var finding = new Release().file(path, text).finding(Component.EVALUATION_CODE);
    assertThat(finding.state()).isEqualTo(State.PRESENT);
    return finding.evidence().getFirst().quote();
  }
}
