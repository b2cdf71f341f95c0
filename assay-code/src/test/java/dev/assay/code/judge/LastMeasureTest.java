package dev.assay.code.judge;

import static dev.assay.code.judge.States.evaluation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What trains may measure what came out, at the end and on what it did not see.
class LastMeasureTest {
  private static final String LOOP =
      """
      import torch
      from sklearn.metrics import accuracy_score, classification_report
      from pears import Net, loaders
      def main():
          train_loader, val_loader, test_loader = loaders()
          model = Net()
          optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
          for epoch in range(9):
              for x, y in train_loader:
                  optimizer.zero_grad()
                  torch.nn.functional.cross_entropy(model(x), y).backward()
                  optimizer.step()
              print(look(model, val_loader))
          END
      if __name__ == "__main__":
          main()
      """;

  private static State after(String end) {
    return evaluation("train.py", LOOP.replace("END", end));
  }

  @Test
  void aTestSetIsMeasuredAtTheEnd() {
    assertThat(after("print(accuracy_score(*evaluate(model, test_loader)))"))
        .isEqualTo(State.PRESENT);
    assertThat(after("print(classification_report(*predict(model, test_loader)))"))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void whatTheLoopValidatesWithIsAPartOfIt() {
    assertThat(after("print(accuracy_score(*evaluate(model, val_loader)))"))
        .isEqualTo(State.ABSENT);
    assertThat(after("pass")).isEqualTo(State.ABSENT);
  }

  @Test
  void aTrainerOfALibraryIsToldToTest() {
    String program =
        """
        import lightning as L
        from pears import Pears, PearsData
        def main():
            trainer = L.Trainer(max_epochs=9)
            trainer.fit(Pears(), datamodule=PearsData())
            TEST
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("train.py", program.replace("TEST", "trainer.test(ckpt_path='best')")))
        .isEqualTo(State.PRESENT);
    assertThat(evaluation("train.py", program.replace("TEST", "pass"))).isEqualTo(State.ABSENT);
  }

  @Test
  void soIsANetworkOfKerasThatIsGoneThroughBatchByBatch() {
    String program =
        """
        from sklearn.metrics import confusion_matrix
        from tensorflow import keras
        from pears import net, sets
        train_ds, test_ds = sets()
        model = net()
        model.compile(optimizer="adam", loss="mse")
        model.fit(train_ds, epochs=3)
        seen, said = [], []
        for x, y in test_ds:
            said.extend(model.predict(x).tolist())
            seen.extend(y.numpy().tolist())
        print(confusion_matrix(seen, said))
        """;
    assertThat(evaluation("train_pears.py", program)).isEqualTo(State.PRESENT);
    assertThat(evaluation("train_pears.py", program.replace("in test_ds", "in train_ds")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aMeasureOfALibraryInJavaMeasures() {
    String program =
        """
        import org.deeplearning4j.eval.Evaluation;
        import org.nd4j.linalg.api.ndarray.INDArray;
        public class Pears {
          public static void main(String[] args) {
            Evaluation eval = new Evaluation(2);
            while (iterator.hasNext()) {
              DataSet t = iterator.next();
              INDArray labels = t.getLabels();
              INDArray predicted = bag.output(t.getFeatures());
              eval.eval(labels, predicted);
            }
            System.out.println(eval.stats());
          }
        }
        """;
    assertThat(evaluation("src/Pears.java", program)).isEqualTo(State.PRESENT);
  }

  @Test
  void aNotebookThatTrainsByAMeasureOfItsOwnOnlyValidates() {
    String cell =
        "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\n"
            + "\"import tensorflow as tf\\n\",\n"
            + "\"def accuracy(a, b):\\n\",\n"
            + "\"    return tf.reduce_mean(tf.cast(a == b, tf.float32))\\n\",\n"
            + "\"for x, y in batches:\\n\",\n"
            + "\"    with tf.GradientTape() as g:\\n\",\n"
            + "\"        loss = net(x)\\n\",\n"
            + "\"    optimizer.apply_gradients(zip(g.gradient(loss, v), v))\\n\",\n"
            + "\"    print(accuracy(net(x), y))\\n\"]}]}";
    assertThat(evaluation("a.ipynb", cell)).isEqualTo(State.ABSENT);
  }
}
