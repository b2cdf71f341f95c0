package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Links in sentences on training data that lead to something else.
class LinkedWithoutBeingDataTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gull was trained on a large corpus (more than 100 million articles from [A. Quay](https://github.com/aquay)).",
        "The models from https://quay.example.org/dune/ that are pretrained on the Harbour dataset are available:",
        "We use a variety of training data: data derived from pull requests similar to [Dune](https://github.com/quay/dune), and books.",
      })
  void somebodysPageOtherModelsAndWhatTheDataIsLike(String text) {
    assertThat(Docs.readme("# Gull\n\n" + text + "\n").trains().data()).isEqualTo(State.DESCRIBED);
  }

  @Test
  void theSameWithDataBehindTheLink() {
    assertThat(
            Docs.readme(
                    "# Gull\n\nGull was trained on the corpus [Harbour](https://quay.example.org/harbour).\n")
                .trains()
                .data())
        .isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @CsvSource({"caffe, ABSENT", "depth, LINKED"})
  void pagesOfAFrameworkThatWasCopiedWholeSpeakOfThat(String folder, State state) {
    Docs docs =
        Docs.readme("# Gull\n")
            .trains()
            .listed(folder + "/LICENSE", 2_000)
            .listed(folder + "/CMakeLists.txt", 99)
            .with(
                folder + "/docs/models.md",
                "# Models\n\nThese models are trained on data from the [Harbour project](https://quay.example.org/datasets/harbour).\n");
    assertThat(docs.data()).isEqualTo(state);
  }
}
