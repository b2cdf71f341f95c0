package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What results are told on is evaluation data, by its name.
class EvaluatedOnTest {
  private static List<String> names(String said) {
    return Docs.readme("# Gull\n\n" + said.replace("\\n", "\n") + "\n").judge().data().stream()
        .filter(d -> d.stage() == DataSet.Stage.EVALUATION)
        .map(DataSet::name)
        .toList();
  }

  private static State state(String said) {
    return Docs.readme("# Gull\n\n" + said.replace("\\n", "\n") + "\n")
        .state(Component.EVALUATION_DATA);
  }

  @Test
  void tablesHeadTheirColumnsWithIt() {
    String table =
        "## Results\n\n| Net | GSM8K | MMLU | Params |\n|---|---|---|---|\n| A | 1.5 | 2.5 | 3 |\n| B | 3.5 | 4.5 | 7 |";
    assertThat(names(table)).containsExactly("GSM8K", "MMLU");
    assertThat(state(table)).isEqualTo(State.DESCRIBED);
    assertThat(names(table.replace("## Results", "## Training mixture"))).isEmpty();
  }

  @Test
  void theHeadingAboveATableMayNameIt() {
    assertThat(names("## XNLI\n\n| Net | Accuracy |\n|---|---|\n| A | 81.5 |\n| B | 82.5 |"))
        .containsExactly("XNLI");
    assertThat(
            names(
                "## Pre-training on ImageNet\n\n| Net | Accuracy |\n|---|---|\n| A | 81.5 |\n| B | 82.5 |"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We trained it on shore photographs and evaluated it on KITTI.",
        "Our net reaches 81.2 on the KITTI benchmark.",
        "On KITTI, it achieves an error of 2.5.",
        "在KITTI数据集上达到32.3的mAP。"
      })
  void sentencesNameIt(String said) {
    assertThat(names(said)).anyMatch(n -> n.contains("KITTI"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It was trained on KITTI.",
        "Good results come from training on KITTI.",
        "Download KITTI before you start.",
        "Other models were evaluated on harbours."
      })
  void whatIsTrainedOnOrFetchedIsNot(String said) {
    assertThat(names(said)).isEmpty();
  }

  @Test
  void namesThatNobodyKnowsAreCalledBenchmarks() {
    assertThat(names("It performs well on the ShoreBench-2 benchmark.")).isNotEmpty();
    assertThat(
            names(
                "It achieves the best results on five benchmarks, including ShoreCaps, SandQA and Dune-VQA."))
        .contains("ShoreCaps", "SandQA", "Dune-VQA");
    assertThat(names("It was made by five people, including Ada, Bo and Cy.")).isEmpty();
  }

  @Test
  void aCommandOfAnEvaluationIsGivenIt() {
    String said = "## Evaluation\n\n```\npython test.py --%s sintel\n```";
    assertThat(names(said.formatted("dataset"))).containsExactly("sintel");
    assertThat(names(said.formatted("colour"))).isEmpty();
  }

  @Test
  void whatPartsAndSectionsOnDataSayIsNot() {
    String said = "# Sand\n\nThe results on KITTI are good.\n";
    assertThat(
            Docs.readme("# Gull\n").with("sand/README.md", said).state(Component.EVALUATION_DATA))
        .isEqualTo(State.ABSENT);
    assertThat(
            Docs.readme("# Gull\n").with("docs/results.md", said).state(Component.EVALUATION_DATA))
        .isEqualTo(State.DESCRIBED);
    assertThat(names("## Training data\n\nThe accuracy of labels in KITTI is high.")).isEmpty();
  }
}
