package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files whose names tell nothing, in folders that the README calls data.
class ToldFoldersTest {
  private static State of(String said) {
    return Docs.readme("# Net\n\n" + said + "\n")
        .trains()
        .listed("data/harbour/users.lst", 90_000)
        .listed("data/harbour/pairs.allx", 90_000)
        .data();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- `data/` contains the necessary dataset files for Harbour;",
        "- **data/harbour**: holds the data set",
        "We provide two processed datasets: Harbour and Dune.",
        "We also include the corpora (harbour, dune)."
      })
  void areData(String said) {
    assertThat(of(said)).isEqualTo(State.PRESENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The layers are in `net/`.",
        "- `data/` contains scripts for the dataset",
        "- `data/` contains sample datasets",
        "- `data/` contains the test set of the dataset",
        "- `data/` should contain your dataset",
        "We provide links to two datasets: Harbour and Dune.",
        "We provide two processed datasets: Dune and Tide.",
        "- `net/` contains the dataset classes"
      })
  void areNotToldOf(String said) {
    assertThat(of(said)).isNotEqualTo(State.PRESENT);
  }

  @Test
  void aListOrTwoAreNone() {
    Docs docs =
        Docs.readme("# Net\n\n- `data/` contains the dataset files\n")
            .trains()
            .listed("data/harbour/users.lst", 900)
            .listed("data/harbour/read.py", 90_000)
            .listed("data/harbour/test.allx", 90_000);
    assertThat(docs.data()).isNotEqualTo(State.PRESENT);
  }
}
