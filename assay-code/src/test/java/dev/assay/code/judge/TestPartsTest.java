package dev.assay.code.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs beside a trainer that handle the part for tests by its name.
class TestPartsTest {
  private static final String TRAINER =
      """
      import torch
      from net import Net

      def train(net, loader, test_loader):
          opt = torch.optim.Adam(net.parameters())
          for epoch in range(9):
              for x, y in loader:
                  opt.zero_grad()
                  loss = net(x, y)
                  loss.backward()
                  opt.step()
      %s

      if __name__ == "__main__":
          train(Net(), [], [])
      """;

  private static Finding evaluation(String more) {
    return new Release()
        .file("main.py", TRAINER.formatted(more.indent(8)))
        .finding(Component.EVALUATION_CODE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "said = collect(net, test_loader)\nscores = [rmse(*said), pearson(*said)]",
        "bleu = run(net, test_set)\nlog(bleu)",
      })
  void whatHoldsTheTestPartNearAMeasureLikelyMeasures(String more) {
    Finding found = evaluation(more);
    assertThat(found.state()).isEqualTo(State.PRESENT);
    assertThat(found.qualifiers()).contains(Qualifier.BY_WORDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pass",
        "show(net, test_loader)",
        "show(net, test_image, test_image)\naccuracy = 0",
        "metrics = collect(net, test_loader)",
        "parts = train_test_split(rows, test_size=0.1)\naccuracy = 0",
      })
  void whatNamesNoMeasureOrSplitsOnlyIsNone(String more) {
    assertThat(evaluation(more).state()).isEqualTo(State.ABSENT);
  }

  @Test
  void whereNothingTrainsNothingIsMeasuredSo() {
    Finding found =
        new Release()
            .file(
                "app.py",
                """
                import torch

                def collect(net, test_loader):
                    said = [net(x) for x in test_loader]
                    return pearson(said)
                """)
            .finding(Component.EVALUATION_CODE);
    assertThat(found.state()).isEqualTo(State.ABSENT);
  }
}
