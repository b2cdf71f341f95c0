package dev.assay.code.judge;

import static dev.assay.code.judge.States.inference;
import static dev.assay.code.judge.States.scratch;
import static dev.assay.code.judge.States.tuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs whose training stands in a module that is not here.
class HandedOverTest {
  private static final String PROGRAM =
      """
      import jax
      import loops
      from absl import app
      def main(argv):
          data = loops.read(argv[1])
          CALL
      if __name__ == "__main__":
          app.run(main)
      """;

  private static Release program(String path, String call) {
    return new Release().file(path, PROGRAM.replace("CALL", call));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "loops.train_and_evaluate(data, argv[2])",
        "models = loops.train_models(data)",
        "loops.my_train_wrapper(data)",
        "trainer = loops.Thing(data); trainer.train()"
      })
  void aFunctionForTrainingThatIsNotHereIsCalled(String call) {
    var found = program("apples/main.py", call).finding(Component.TRAINING_CODE);
    assertThat(found.state()).as(call).isEqualTo(State.PRESENT);
    assertThat(found.qualifiers()).contains(Qualifier.DELEGATED);
    assertThat(inference(program("apples/main.py", call))).isEqualTo(State.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model = loops.net(); model.train(False)",
        "a, b = train_test_split(data)",
        "x = loops.load_train_data(data)",
        "loops.show(train_loss(data))",
        "loops.train_tokenizer(data)"
      })
  void otherCallsTrainNothing(String call) {
    assertThat(scratch(program("apples/main.py", call))).as(call).isEqualTo(State.ABSENT);
  }

  @Test
  void whereItIsNamedForFineTuningItTunes() {
    assertThat(tuning(program("finetune/main.py", "loops.train_models(data)")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aCompiledProgramHandsOverToo() {
    String main =
        """
        #include <iostream>
        #include "loops.h"
        int main(int argc, char *argv[]) {
          float learningRate = 0.1f;
          Net net;
          train(argv[1], net, learningRate);
          return 0;
        }
        """;
    assertThat(scratch("src/main.cpp", main)).isEqualTo(State.PRESENT);
    String java =
        """
        import org.nd4j.linalg.api.ndarray.INDArray;
        public class Pears {
          public static void main(String[] args) {
            Bag bag = new Bag(args[0]);
            for (int epoch = 0; epoch < 9; epoch++) {
              INDArray cost = bag.batchTrain();
              System.out.println(cost);
            }
          }
        }
        """;
    assertThat(scratch("src/Pears.java", java)).isEqualTo(State.PRESENT);
  }

  @Test
  void aProgramNamedForRunningThatTrainsAndLoadsNothingRunsNothing() {
    String demo =
        """
        import torch
        from bits import Private
        def main():
            private = Private(torch.nn.Linear(2, 2))
            private.fit(epochs=3)
        if __name__ == "__main__":
            main()
        """;
    assertThat(inference("examples/tradeoff_demo.py", demo)).isEqualTo(State.ABSENT);
  }

  @Test
  void aFlatProgramAndARunOfATrainerStartItToo() {
    String flat =
        """
        from pears import Trainer
        trainer = Trainer()
        trainer.compile_model()
        trainer.train_model("a", "b")
        """;
    assertThat(scratch("run_training.py", flat)).isEqualTo(State.PRESENT);
    String run =
        """
        import torch
        from pears import trainers
        def main(cfg):
            trainer = getattr(trainers, cfg.name)(cfg)
            trainer.run()
        if __name__ == "__main__":
            main(None)
        """;
    assertThat(scratch("train.py", run)).isEqualTo(State.PRESENT);
    assertThat(scratch("play.py", run)).isEqualTo(State.ABSENT);
  }

  @Test
  void aModuleThatIsNamedTrainIsTheTrainingWhoeverCallsIt() {
    String module =
        """
        import torch
        def train(cfg):
            trainer = cfg.make()
            trainer.fit(cfg.loaders())
        """;
    assertThat(scratch("src/bin/train.py", module)).isEqualTo(State.PRESENT);
    assertThat(scratch("src/bin/steps.py", module)).isEqualTo(State.ABSENT);
  }
}
