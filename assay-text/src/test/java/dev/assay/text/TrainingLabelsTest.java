package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Labels and leads that make of a link what a training took in.
class TrainingLabelsTest {
  private static final String LINK = "[Tide tables](https://zenodo.org/record/77)";

  @ParameterizedTest
  @ValueSource(strings = {"Training input: ", "Train set: ", "Ground truth (labels): "})
  void aLabelBeforeTheLinkSaysWhatItIsFor(String label) {
    String readme = "# Net\n\n## Purpose\n\nIt makes tides. See below:\n\n- " + label + LINK + "\n";
    assertThat(Docs.readme(readme).trains().data()).isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Input: ", "Testing input: ", "Validation: ", "Training code: "})
  void otherLabelsDoNot(String label) {
    String readme = "# Net\n\n## Purpose\n\nIt makes tides. See below:\n\n- " + label + LINK + "\n";
    assertThat(Docs.readme(readme).trains().data()).isNotEqualTo(State.LINKED);
  }

  @Test
  void stepsByWhichTheModelWasMadeFetchItsData() {
    String readme =
        """
        # Gulls

        GullsAndTerns.mlmodel is created with these steps:
        1. Open the tool
        2. Download dataset from link:
           https://www.kaggle.com/datasets/acme/gulls-and-terns
        3. Put the folder into its place
        """;
    assertThat(Docs.readme(readme).listed("App.swift", 99).data()).isEqualTo(State.LINKED);
    String other = readme.replace("is created with these steps", "can be tried so");
    assertThat(Docs.readme(other).listed("App.swift", 99).data()).isEqualTo(State.ABSENT);
  }

  @Test
  void aKindOfDataIsForModelsInGeneralAndNotForThisOne() {
    String manual =
        "# Data\n\n## Kinds\n\nSound datasets are used for training models that hear.\n";
    assertThat(Docs.readme("# Net\n").trains().with("docs/own_data.md", manual).data())
        .isEqualTo(State.ABSENT);
  }
}
