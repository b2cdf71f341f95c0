package dev.assay.code.judge;

import static dev.assay.code.judge.States.evaluation;
import static dev.assay.code.judge.States.inference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Programs that are called evaluation and only run the model, and runs of the model that are only
/// evaluation.
class NamedForMeasuringTest {
  private static final String LOOKS =
      """
      import cv2
      import torch
      from net import Net
      def evaluate(folder):
          net = Net()
          net.load_state_dict(torch.load("w.pth"))
          net.eval()
          with torch.no_grad():
              for name in folder:
                  out = net(cv2.imread(name))
                  %s
      if __name__ == "__main__":
          evaluate("pictures")
      """;

  @Test
  void whoOnlyKeepsPicturesMeasuresNothing() {
    String keeps = "cv2.imwrite('out.png', out)";
    assertThat(evaluation("evaluate.py", LOOKS.formatted(keeps))).isEqualTo(State.ABSENT);
    String holds = "predictions.append(out == labels); cv2.imwrite('out.png', target)";
    assertThat(evaluation("evaluate.py", LOOKS.formatted(holds))).isEqualTo(State.PRESENT);
  }

  @Test
  void whatIsNamedForRunningAndGeneratesMeasuresNothing() {
    String program =
        """
        import torch
        from builder import load_pretrained_model
        def eval_model(args):
            model = load_pretrained_model(args.path)
            model.eval()
            with torch.inference_mode():
                out = model.generate(args.prompt)
            %s
        if __name__ == "__main__":
            eval_model(args)
        """;
    String writes = "write({'prediction': out, 'answer': row['answer']})";
    assertThat(evaluation("speech/infer.py", program.formatted(writes))).isEqualTo(State.ABSENT);
    assertThat(evaluation("speech/eval_qa.py", program.formatted(writes))).isEqualTo(State.PRESENT);
    assertThat(evaluation("speech/infer.py", program.formatted("print('accuracy:', right)")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aBenchmarkThatTakesStepsIsOfSpeed() {
    String program =
        """
        import argparse
        import torch
        def main():
            args = argparse.ArgumentParser().parse_args()
            for x in rows:
                loss = net(x)
                loss.backward()
                optimizer.step()
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("benchmark/run.py", program)).isEqualTo(State.ABSENT);
  }

  @Test
  void anEvaluationBelowPreparationIsOfSomebodyElsesModel() {
    String program =
        """
        import argparse
        import torch
        def main():
            args = argparse.ArgumentParser().parse_args()
            net.load_state_dict(torch.load(args.w))
            net.eval()
            for x in rows:
                prediction = net(x)
                save(prediction, label)
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("preprocess/masks/masks_evaluate.py", program)).isEqualTo(State.ABSENT);
    assertThat(evaluation("masks/masks_evaluate.py", program)).isEqualTo(State.PRESENT);
  }

  @Test
  void aPredictionOfWhatIsEvaluatedRunsNothingNew() {
    String program =
        """
        import tensorflow as tf
        def main(_):
            estimator = tf.contrib.tpu.TPUEstimator(model_fn=model_fn)
            if FLAGS.do_train:
                estimator.train(input_fn=train_input_fn)
            result = estimator.predict(input_fn=%s)
            write(result)
        if __name__ == "__main__":
            tf.app.run()
        """;
    assertThat(inference("run_ranker.py", program.formatted("eval_input_fn")))
        .isEqualTo(State.ABSENT);
    assertThat(inference("run_ranker.py", program.formatted("predict_input_fn")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aProgramThatEmbedsRunsTheModel() {
    String program =
        """
        import argparse
        import torch
        def %s(net, rows):
            return [net(r) for r in rows]
        def main():
            args = argparse.ArgumentParser().parse_args()
            write(%s(build(args.model_dir), read(args.rows)))
        if __name__ == "__main__":
            main()
        """;
    assertThat(inference("vec/vec.py", program.formatted("get_embeddings", "get_embeddings")))
        .isEqualTo(State.PRESENT);
    assertThat(inference("vec/vec.py", program.formatted("get_lines", "get_lines")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aCascadeThatIsAppliedRunsTheModel() {
    String program =
        """
        import cv2
        import sys
        def find(name):
            cascade = cv2.CascadeClassifier("eyes.xml")
            found = cascade.detectMultiScale(cv2.imread(name))
            cv2.imwrite("found.png", found)
        find(sys.argv[1])
        """;
    assertThat(inference("examples/detect.py", program)).isEqualTo(State.PRESENT);
    // Elsewhere faces are cut out by it for something else.
    assertThat(inference("tools/cut.py", program)).isEqualTo(State.ABSENT);
  }

  @Test
  void aFunctionOfAnyLanguageThatRunsInferenceRunsTheModel() {
    String program =
        """
        use safetensors::SafeTensors;
        fn main() { println!("{}", %1$s(&read("row.bin"))); }
        fn %1$s(row: &[f32]) -> usize { best(&times(&load("w.safetensors"), row)) }
        """;
    assertThat(inference("src/main.rs", program.formatted("run_inference_on_row")))
        .isEqualTo(State.PRESENT);
    assertThat(inference("src/main.rs", program.formatted("widest_row"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aGraphThatIsBuiltForTrainingRunsNothing() {
    String program =
        """
        import tensorflow as tf
        saver = tf.train.Saver()
        with tf.Session() as sess:
            saver.restore(sess, "w.ckpt")
            out = model.inference(rows)
            sess.run([%s])
        """;
    assertThat(inference("graph_cites.py", program.formatted("train_op, loss")))
        .isEqualTo(State.ABSENT);
    assertThat(inference("graph_cites.py", program.formatted("out"))).isEqualTo(State.PRESENT);
  }

  @Test
  void whoOptimizesAndMeasuresKeepsItsWeightsAndNoOutput() {
    String program =
        """
        import argparse
        import torch
        from sklearn.metrics import accuracy_score
        from net import Net
        def main():
            args = argparse.ArgumentParser().parse_args()
            net = Net()
            net.load_state_dict(torch.load(args.w))
            %s
            net.eval()
            with torch.no_grad():
                out = net(rows)
            print(accuracy_score(known, out))
            torch.save(out, "kept")
        if __name__ == "__main__":
            main()
        """;
    String optimizes = "optimizer = torch.optim.Adam(net.parameters())";
    assertThat(inference("nodes/main.py", program.formatted(optimizes))).isEqualTo(State.ABSENT);
    assertThat(inference("nodes/main.py", program.formatted("net.cuda()")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void whatChecksRecordsMeasuresNoModel() {
    String checks =
        """
        import os
        %s

        def validate_manifest(path):
            errors = []
            for row in open(path):
                if not os.path.isfile(row):
                    errors.append(row)
            return errors
        """;
    assertThat(evaluation("net/training/validate.py", checks.formatted("import json")))
        .isEqualTo(State.ABSENT);
    assertThat(evaluation("net/training/validate.py", checks.formatted("import torch")))
        .isEqualTo(State.PRESENT);
  }

  /// A folder `test` at the top, beside `train`, tests the model; further down it tests the code.
  @Test
  void anEvaluationInTheFolderForTestsAtTheTopMeasures() {
    String measures =
        """
        import torch
        from sklearn.metrics import accuracy_score
        def main():
            net = torch.load("w.pt")
            print("accuracy", accuracy_score(labels, net(batch)))
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("test/code/evaluation.py", measures)).isEqualTo(State.PRESENT);
    assertThat(evaluation("test/code/checks.py", measures)).isEqualTo(State.ABSENT);
    assertThat(evaluation("net/test/evaluation.py", measures)).isEqualTo(State.ABSENT);
  }

  @Test
  void aTesterMeasures() {
    String tests =
        """
        import numpy as np
        import tensorflow as tf
        def model_test(inputs, path):
            with tf.Session() as sess:
                saver.restore(sess, path)
                evl = multi_pred(sess, inputs)
                print(f"MAPE {evl[0]:7.3%}; MAE {evl[1]:4.3f}; RMSE {evl[2]:6.3f}.")
        """;
    assertThat(evaluation("models/tester.py", tests)).isEqualTo(State.PRESENT);
    assertThat(evaluation("models/steps.py", tests)).isEqualTo(State.ABSENT);
  }

  /// A program that trains and has its own function measure the file of tests that it is given.
  @Test
  void aTrainerThatIsGivenTestsMeasuresThem() {
    String program =
        """
        import argparse
        import torch
        from net import Net
        def evaluate(args, path):
            print("Acc. (Correct/Total): {:.4f}".format(right(path)))
            print("Report precision, recall, and f1: {}".format(report(path)))
            print("precision: {}".format(1))
        def main():
            parser = argparse.ArgumentParser()
            parser.add_argument("%s", type=str)
            args = parser.parse_args()
            net = Net()
            optimizer = torch.optim.Adam(net.parameters())
            for x, y in batches:
                loss = net(x, y)
                loss.backward()
                optimizer.step()
            evaluate(args, args.path)
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("run_cls.py", program.formatted("--test_path"))).isEqualTo(State.PRESENT);
    assertThat(evaluation("run_cls.py", program.formatted("--path"))).isEqualTo(State.ABSENT);
  }
}
