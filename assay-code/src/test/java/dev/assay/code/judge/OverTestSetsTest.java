package dev.assay.code.judge;

import static dev.assay.code.judge.States.evaluation;
import static dev.assay.code.judge.States.inference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Runs over test sets: what only measures and runs nothing new, what measures in the program that
/// trained, and programs that are named for tests.
class OverTestSetsTest {
  @Test
  void whatIsPredictedOfATestSetAndMeasuredRunsNothingNew() {
    String program =
        """
        import argparse
        import pandas
        from sklearn.ensemble import RandomForestClassifier
        from sklearn.metrics import recall_score

        def main():
            argparse.ArgumentParser().parse_args()
            forest = RandomForestClassifier()
            said = forest.predict(%s)
            pandas.DataFrame(said).to_csv("said.csv")
            print(recall_score(y_test, said))

        if __name__ == "__main__":
            main()
        """;
    assertThat(inference("trees/forest_main.py", program.formatted("X_test")))
        .isEqualTo(State.ABSENT);
    assertThat(inference("trees/forest_main.py", program.formatted("rows")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aMeasureOfTheBestWeightsAfterTrainingMeasures() {
    String trainer =
        """
        import torch
        from scores import Meter

        class Trainer:
            def fit(self):
                for x, y in self.loader:
                    loss = self.net(x, y)
                    loss.backward()
                    self.optimizer.step()
                    accuracy = self.on_held_out.all(self.net)
                %s
                accuracy = self.on_%s.all_measures(self.net)
                print(accuracy)
        """;
    String reloads = "self.net.load_state_dict(self.best)";
    assertThat(evaluation("tuner.py", trainer.formatted(reloads, "test"))).isEqualTo(State.PRESENT);
    assertThat(evaluation("tuner.py", trainer.formatted(reloads, "val"))).isEqualTo(State.ABSENT);
    assertThat(evaluation("tuner.py", trainer.formatted("pass", "test"))).isEqualTo(State.ABSENT);
  }

  @Test
  void whatIsTrainedAndThenTestedIsMeasured() {
    String program =
        """
        import argparse
        from machine import Machine

        def main():
            args = argparse.ArgumentParser().parse_args()
            %1$s = Machine(args)
            %1$s.train(%2$s)
            %1$s.test(%3$s)

        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("main.py", program.formatted("machine", "rows", "rest")))
        .isEqualTo(State.PRESENT);
    // A mode, a call without data, and what a framework tests by hooks that may not be here.
    assertThat(evaluation("main.py", program.formatted("machine", "", "rest")))
        .isEqualTo(State.ABSENT);
    assertThat(evaluation("main.py", program.formatted("machine", "rows", "")))
        .isEqualTo(State.ABSENT);
    assertThat(evaluation("main.py", program.formatted("trainer", "rows", "rest")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aScriptNamedForTestsThatKeepsPredictionsRunsTheModel() {
    String script =
        """
        import sys
        import h5py
        from keras.models import load_model

        model = load_model("peaks.hdf5")
        with h5py.File(sys.argv[1], "r") as given:
            said = model.predict(given["x"])
        out = h5py.File(sys.argv[2], "w")
        out.create_dataset("said", data=said)
        %s
        """;
    assertThat(inference("peaks_test.py", script.formatted("out.close()")))
        .isEqualTo(State.PRESENT);
    assertThat(inference("peaks_test.py", script.formatted("def test_it():\n    pass")))
        .isEqualTo(State.ABSENT);
    assertThat(inference("tests/peaks_test.py", script.formatted("out.close()")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aScriptNamedForTestsThatHoldsPredictionsAgainstLabelsMeasures() {
    String script =
        """
        import numpy as np
        from keras.models import Model
        from helpers import build

        encoder = build("weights.h5")
        pairs = [line.split() for line in open("pairs.txt")]
        labels = np.array([int(p[2]) for p in pairs])
        a = encoder.predict([p[0] for p in pairs])
        b = encoder.predict([p[1] for p in pairs])
        predictions = (a * b).sum(axis=1) > 0.9
        targets = labels.astype(bool)
        print("right:", (predictions == targets).mean())
        """;
    assertThat(evaluation("pairs_test.py", script)).isEqualTo(State.PRESENT);
    assertThat(evaluation("tests/pairs_test.py", script)).isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramNamedForItsMeasureMeasures() {
    String program =
        """
        import argparse
        from math import sqrt

        def main():
            args = argparse.ArgumentParser().parse_args()
            rows = [r.split() for r in open(args.path)]
            print("RMSE:", sqrt(sum((float(a) - float(b)) ** 2 for a, b in rows) / len(rows)))

        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("tell_rmse.py", program)).isEqualTo(State.PRESENT);
    assertThat(evaluation("tell_it.py", program)).isEqualTo(State.ABSENT);
    assertThat(evaluation("tell_rmse.py", program.replace("RMSE:", ""))).isEqualTo(State.ABSENT);
  }

  @Test
  void aFunctionOfAPackageInRThatEvaluatesMeasures() {
    String function =
        """
        evaluate_shots <- function(%1$s, known) {
          all <- merge(%1$s, known, by = "file")
          sum(all$said == all$%2$s) / nrow(all)
        }
        """;
    assertThat(evaluation("R/evaluate_shots.R", function.formatted("predictions", "label")))
        .isEqualTo(State.PRESENT);
    assertThat(evaluation("R/evaluate_shots.R", function.formatted("a", "b")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aBenchmarkInCIsOfSpeed() {
    String program =
        "#include \"net.h\"\nint main() { for (int i = 0; i < 99; i++) run(i); return 0; }\n";
    assertThat(evaluation("example/benchmark.cpp", program)).isEqualTo(State.ABSENT);
  }

  @Test
  void aRunOfAnEngineOverABenchmarkThatOnlyKeepsAnswersIsNoMeasure() {
    String program =
        """
        import argparse
        from vllm import LLM

        def main():
            args = argparse.ArgumentParser().parse_args()
            engine = LLM(model=args.model)
            for answer in engine.generate(open(args.pages).readlines()):
                open(args.out, "a").write(answer.text)
                %s

        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("eval_pages.py", program.formatted("pass"))).isEqualTo(State.ABSENT);
    assertThat(evaluation("eval_pages.py", program.formatted("accuracy = count(answer)")))
        .isEqualTo(State.PRESENT);
  }

  /// A report on a test set, predicted after the training, needs no other measure.
  @Test
  void aReportOnWhatWasPredictedOfATestSetMeasures() {
    String program =
        """
        from sklearn.metrics import classification_report
        from keras.layers import Dense
        from keras.models import Model

        def main():
            model = Model(inputs=a, outputs=Dense(3)(a))
            model.compile(loss="categorical_crossentropy", optimizer="adam")
            model.fit_generator(train_images)
            out = model.predict_generator(%s, 10)
            print(classification_report(known, out))
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("weeds.py", program.formatted("test_images"))).isEqualTo(State.PRESENT);
    assertThat(evaluation("weeds.py", program.formatted("more_images"))).isEqualTo(State.ABSENT);
  }

  /// A program that is named for the test of a model tells how far off it is.
  @Test
  void aTestOfAModelTellsItsError() {
    String program =
        """
        import argparse
        import numpy as np
        from keras.models import load_model
        def main():
            parser = argparse.ArgumentParser()
            parser.add_argument("--db")
            args = parser.parse_args()
            model = build()
            model.load_weights("w.h5")
            out = model.predict(x)
            %s
        if __name__ == "__main__":
            main()
        """;
    assertThat(
            evaluation(
                "poses/POSE_test.py",
                program.formatted("print('MAE = %3.3f' % np.mean(np.abs(out - y)))")))
        .isEqualTo(State.PRESENT);
    assertThat(evaluation("poses/POSE_test.py", program.formatted("print('out', out)")))
        .isEqualTo(State.ABSENT);
  }
}
