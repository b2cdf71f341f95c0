package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is shown for results, logs and samples must show them.
class ResultsOfMeasuringTest {
  private static Finding finding(Component component, String text) {
    return Docs.readme("# M\n\n" + text + "\n").judge().findings().stream()
        .filter(f -> f.component() == component)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| Model | Bits | Max Memory (MiB) | Speed (ms/token) |\n|---|---|---|---|\n| A | 4 | 5543 |"
            + " 12.1 |\n| B | 16 | 13333 | 24.5 |",
        "| Model | #layers | #params |\n|---|---|---|\n| A | 12 | 165 |\n| B | 24 | 340 |",
        "| Model | Pretrain (hours) | Latency (ms) |\n|---|---|---|\n| A | 50,000 | 3 |\n| B | 700 |"
            + " 4 |"
      })
  void sizesAndSpeedsAreNoResults(String table) {
    assertThat(finding(Component.EVALUATION_RESULTS, "## Evaluation\n\n" + table).state())
        .isNotEqualTo(State.PRESENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| Model | #params | MMLU |\n|---|---|---|\n| A | 7 | 62.1 |\n| B | 13 | 70.4 |",
        "| Method | AP | AR |\n|---|---|---|\n| A | 75.8 | 81.1 |\n| B | 78.3 | 83.5 |"
      })
  void figuresOfQualityAre(String table) {
    assertThat(finding(Component.EVALUATION_RESULTS, "## Evaluation\n\n" + table).state())
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aSectionIsShownByItsHeading() {
    Finding f = finding(Component.EVALUATION_RESULTS, "Words.\n\n## Evaluation\n\nRun it.");
    assertThat(f.state()).isEqualTo(State.DESCRIBED);
    assertThat(f.evidence()).extracting(Evidence::quote).containsExactly("## Evaluation");
  }

  @Test
  void whatAPackageInsideSaysOfItsResultsIsNotSaidOfTheRelease() {
    Docs docs =
        Docs.readme("# M\n\nA net.\n")
            .with("lib/README.md", "# Lib\n\n## Evaluation\n\nIt is good.\n")
            .listed("lib/LICENSE", 9_000)
            .listed("lib/setup.py", 500);
    assertThat(docs.state(Component.EVALUATION_RESULTS)).isEqualTo(State.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Log in to [WANDB](https://wandb.ai/).",
        "Metrics go to [W&B](https://wandb.ai/site).",
        "See [this](https://wandb.ai/authorize)."
      })
  void thePageOfAServiceForLogsIsNoLog(String text) {
    assertThat(finding(Component.TRAINING_LOGS, text).state()).isEqualTo(State.ABSENT);
  }

  @Test
  void aPageOfARunIs() {
    assertThat(
            finding(Component.TRAINING_LOGS, "The [run](https://wandb.ai/team/m/runs/x1).").state())
        .isEqualTo(State.LINKED);
  }

  @Test
  void whatAProgramOfEvaluationWroteIsAResult() {
    for (String path : List.of("evaluation.json", "eval-metrics.csv", "evaluation/scores.tsv")) {
      assertThat(listed(path, 300)).as(path).isEqualTo(State.PRESENT);
    }
    for (String path :
        List.of("data/evaluation.json", "tutorial/metrics.csv", "evaluation.jsonl", "other.json")) {
      assertThat(listed(path, 300)).as(path).isEqualTo(State.ABSENT);
    }
    assertThat(listed("evaluation.json", 1 << 20)).isEqualTo(State.ABSENT);
  }

  private static State listed(String path, long size) {
    return Docs.readme("# A model\n\nWords.\n")
        .listed(path, size)
        .finding(Component.EVALUATION_RESULTS)
        .state();
  }
}
