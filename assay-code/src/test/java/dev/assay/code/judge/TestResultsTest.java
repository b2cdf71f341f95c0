package dev.assay.code.judge;

import static dev.assay.code.judge.States.evaluation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Results on a test set that are told by that name, by whatever program.
class TestResultsTest {
  private static final String TRAINER =
      """
      import torch
      for x, y in rows:
          loss = net(x, y)
          loss.backward()
          optimizer.step()
          %s
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "print('Result: test accuracy', right / count)",
        "log.info(f'Test AUC {value:.3f}')",
        "writer.add_scalar(\"Test/NDCG@5\", value, step)",
        "table.add(mean_metrics(y_test, y_pred))"
      })
  void whoTellsAResultOnTheTestSetMeasures(String line) {
    assertThat(evaluation("go.py", TRAINER.formatted(line))).isEqualTo(State.PRESENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "print('validation accuracy', right / count)",
        "print('the latest accuracy', right / count)",
        "print('Test loss', loss)",
        "print('epoch %d, train loss %f, test accuracy %f' % told)",
        "print('accuracy', right / len(test_rows))",
        "parser.add_argument('--x', help='the test accuracy to reach')",
        "plt.plot(values, label='Test accuracy')",
        "# 'the test accuracy' was better before",
        "table.add(mean_metrics(y_train, y_pred))",
        "tested = scores(x)"
      })
  void otherLinesTellNone(String line) {
    assertThat(evaluation("go.py", TRAINER.formatted(line))).isEqualTo(State.ABSENT);
  }

  @Test
  void whatDrawsShowsResultsOfElsewhere() {
    String draws = "import torch\ndef main():\n    write('Test recall', rows)\nmain()\n";
    assertThat(evaluation("plot_rows.py", draws)).isEqualTo(State.ABSENT);
    assertThat(evaluation("look_rows.py", draws)).isEqualTo(State.PRESENT);
  }

  @Test
  void theLineIsShown() {
    var finding =
        new Release()
            .file("go.py", TRAINER.formatted("print('Test recall', value)"))
            .finding(Component.EVALUATION_CODE);
    assertThat(finding.evidence().getFirst().quote()).contains("Test recall");
  }

  @Test
  void whatIsWrittenInPiecesIsReadAsALine() {
    String program =
        """
        class Digits {
          public static void main(String[] args) {
            net.train(rows);
            System.out.println("Accuracy: " + right + " of " + %s.length);
          }
        }
        """;
    assertThat(evaluation("Digits.java", program.formatted("testRows"))).isEqualTo(State.PRESENT);
    assertThat(evaluation("Digits.java", program.formatted("rows"))).isEqualTo(State.ABSENT);
    String score = program.formatted("testRows").replace("Accuracy", "Score");
    assertThat(evaluation("Digits.java", score)).isEqualTo(State.ABSENT);
  }

  @Test
  void aModuleThatTellsItIsNoPartOfTraining() {
    String module =
        """
        import torch
        from sklearn.metrics import roc_auc_score
        def look(net, rows):
            with torch.no_grad():
                value = net.rank(rows)
            board.add("%s recall", value)
        """;
    String trainer = "import look_at\n" + TRAINER.formatted("look_at.look(net, rows)");
    assertThat(
            evaluation(
                new Release()
                    .file("main.py", trainer)
                    .file("look_at.py", module.formatted("Test"))))
        .isEqualTo(State.PRESENT);
    assertThat(
            evaluation(
                new Release()
                    .file("main.py", trainer)
                    .file("look_at.py", module.formatted("Held"))))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aModeThatSettingsCarryMeasures() {
    String program =
        """
        import torch
        from settings import config
        def main():
            if config.%s:
                validate(net, rows)
                return
            for x, y in rows:
                loss = net(x, y)
                loss.backward()
                optimizer.step()
        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("main.py", program.formatted("EVAL_MODE"))).isEqualTo(State.PRESENT);
    assertThat(evaluation("main.py", program.formatted("FAST_MODE"))).isEqualTo(State.ABSENT);
  }

  @Test
  void otherMeasuresOfErrorAreTold() {
    String program =
        """
        import torch
        from net import Net
        net = Net()
        loss = net(x)
        loss.backward()
        opt.step()
        print("%s rse {:5.4f} | rae {:5.4f} | corr {:5.4f}".format(a, b, c))
        """;
    assertThat(States.evaluation("main.py", program.formatted("test"))).isEqualTo(State.PRESENT);
    assertThat(States.evaluation("main.py", program.formatted("valid"))).isEqualTo(State.ABSENT);
  }
}
