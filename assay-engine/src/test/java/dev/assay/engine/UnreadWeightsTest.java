package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileEntry;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadWeightsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "data/model.rda",
        "model/Maxent/weights.gob",
        "net_detection_model_v1.dat.bz2",
        "language-models/af/models/ngrams.fst",
        "inst/models/tagger.ner.rds",
        "cascade/facefinder",
        "nets/hop-20000"
      })
  void namedAndPlacedAsWeights(String path) {
    assertThat(UnreadWeights.isOne(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model/vocab.dat",
        "models/README.md",
        "data/model.dat",
        "data/labels.rda",
        "src/model.params",
        "models/net.py.gz",
        "assets/model.bin",
        "models/LICENSE",
        "models/vocab",
        "bin/model",
        "notes/harbour.dat"
      })
  void notNamedOrPlacedAsWeights(String path) {
    assertThat(UnreadWeights.isOne(path)).isFalse();
  }

  private static final OwnWeights NONE = new OwnWeights(List.of(), List.of(), List.of());

  @Test
  void theyAreHereAndNotRead() {
    Finding found =
        WeightsJudge.weights(
            NONE, List.of(FileEntry.file("model/weights.gob", 5_000)), List.of(), Map.of());
    assertThat(found.component()).isEqualTo(Component.WEIGHTS);
    assertThat(found.state()).isEqualTo(State.PRESENT);
    assertThat(found.qualifiers()).containsExactly(Qualifier.UNREAD);
    Finding small =
        WeightsJudge.weights(
            NONE, List.of(FileEntry.file("model/weights.gob", 50)), List.of(), Map.of());
    assertThat(small.state()).isEqualTo(State.ABSENT);
  }

  @Test
  void aSmallFileWithoutAnEndingIsNone() {
    for (int size : new int[] {5_000, 50_000}) {
      Finding found =
          WeightsJudge.weights(
              NONE, List.of(FileEntry.file("nets/hop-20000", size)), List.of(), Map.of());
      assertThat(found.state()).isEqualTo(size < 20_000 ? State.ABSENT : State.PRESENT);
    }
  }
}
