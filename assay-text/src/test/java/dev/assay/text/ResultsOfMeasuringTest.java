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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| model | # params | dev ppl |\n|-|-|-|\n| a | 1.3B | 13.9 |\n| b | 336M | 18 |",
        "| | **Harbour**<br/>(acc) | **Quay (Dev)**<br/>(F1) |\n|-|-|-|\n| a | 90.6 | 87.1 |\n| b | 91.0"
            + " | 88.2 |",
        "## Mean Absolute Error (MAE) logs\n\n| partition | Energy (eV) |\n|-|-|\n| Train | 26 |\n| Test"
            + " | 29 |",
        "| name | Size | Harbour abs. rel. error | delta < 1.25 |\n|-|-|-|-|\n| a | 640 x 192 | 0.115 |"
            + " 0.877 |\n| b | 1024 x 320 | 0.109 | 0.864 |",
        "<table>\n<tr><th>Model</th><th>AP50</th><th>AP75</th><th>AR</th></tr>\n"
            + "<tr><td>N</td><td>0.995</td><td>0.989</td><td>0.985</td></tr>\n</table>",
        "## Result on Subtask\n\n| | Harbour |\n|-|-|\n| a | 90.6 |\n| b | 91.0 |",
        "Final perplexity on test set is `12.05`.",
        "Our net achieves 83.2 pass@1 on Harbour.",
        "It reaches **63.2** on MMLU.",
        "In our evaluation across 12 benchmarks, M performs well with a score of **63.2**.",
        "M scores 41%, +16.5% on QuayBench 2.0.",
        "整体分词F1值超过0.91。"
      })
  void figuresByTheNameOfAMeasureAre(String text) {
    assertThat(finding(Component.EVALUATION_RESULTS, text).state()).isEqualTo(State.PRESENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It reaches 30.5 frames per second on V100.",
        "Unlike the original model, which achieves 81.2 accuracy on Harbour, it is small.",
        "We kept texts that a classifier gave an accuracy of 0.9.",
        "The annotators reached an accuracy of 95%.",
        "Set the learning rate to 0.1 and look at the accuracy.",
        "| lr | epochs |\n|-|-|\n| 0.1 | 3 |\n| 0.2 | 4 |",
        "## Papers mentioning M\n\n### Another\n\nIt reaches an accuracy of 95.3.",
      })
  void otherFiguresAreNot(String text) {
    assertThat(finding(Component.EVALUATION_RESULTS, text).state()).isNotEqualTo(State.PRESENT);
  }

  @Test
  void aSectionIsShownByItsHeading() {
    Finding f =
        finding(Component.EVALUATION_RESULTS, "Words.\n\n## Evaluation\n\nIt outperforms all.");
    assertThat(f.state()).isEqualTo(State.DESCRIBED);
    assertThat(f.evidence()).extracting(Evidence::quote).containsExactly("## Evaluation");
    assertThat(finding(Component.EVALUATION_RESULTS, "## Results\n\n![curves](a.png)").state())
        .isEqualTo(State.DESCRIBED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Evaluation\n\nRun it.",
        "## Evaluation\n\nFor details, please refer to [this](eval/README.md).",
        "## Performance & Limitations\n\nQ: Can it handle missing values?\n\nYes!",
        "## R CMD check results\n\n0 errors",
        "## Replicate results\n\nTo get the results of the paper, check out v1.0.",
        "## Papers mentioning M\n\n### Model Evaluation\n\nIt outperforms all.",
      })
  void aSectionThatTellsNoResultIsNone(String text) {
    assertThat(finding(Component.EVALUATION_RESULTS, text).state()).isEqualTo(State.ABSENT);
  }

  @Test
  void whatAPackageInsideSaysOfItsResultsIsNotSaidOfTheRelease() {
    Docs docs =
        Docs.readme("# M\n\nA net.\n")
            .with("lib/README.md", "# Lib\n\n## Evaluation\n\nIt outperforms all.\n")
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It is the first net to achieve 90% top-1 accuracy on Harbours-400.",
        "On the Shores data our net achieves a J&F score of 63.3% at 37 frames per second.",
        "This model achieves about 70 mAP on these classes.",
        "在Harbour数据集上达到32.3/38.2的mAP。",
        "The expected J&F after tuning the small net is 79.4.",
        "A checkpoint of it should give:\n\n```\n* Acc@1 81.430 Acc@5 95.664 loss 0.907\n```"
      })
  void figuresThatWereReachedAreResults(String said) {
    assertThat(finding(Component.EVALUATION_RESULTS, said.replace("\\n", "\n")).state())
        .isEqualTo(State.PRESENT);
    // A map of a place, and what a reader sets, are none.
    assertThat(
            finding(Component.EVALUATION_RESULTS, "It gives you 3 maps; set alpha to 0.5.").state())
        .isEqualTo(State.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| Tool | Version |\n|---|---|\n| Python | 3.8.12 |\n| Boost | 1.71.0 |",
        "| Cohort | Source (patients) | With a trace (patients) |\n|---|---|---|\n| A | 38,548 | 176 |\n| B | 70,545 | 154 |"
      })
  void versionsAndCountsAreNoResults(String table) {
    assertThat(
            finding(Component.EVALUATION_RESULTS, "## Evaluation\n\n" + table.replace("\\n", "\n"))
                .state())
        .isEqualTo(State.ABSENT);
  }
}
