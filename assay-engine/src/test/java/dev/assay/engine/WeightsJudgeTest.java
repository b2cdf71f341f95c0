package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.Span;
import dev.assay.model.State;
import dev.assay.model.Weights;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What pointers to files that are stored elsewhere say of the weights.
class WeightsJudgeTest {
  private static Weights weights(String path, Weights.Status status) {
    return new Weights(
        path,
        List.of(path),
        "safetensors",
        status,
        "",
        Weights.Kind.MODEL,
        1,
        4L,
        Map.of("F32", 4L),
        null,
        null,
        List.of(),
        List.of(),
        8,
        new Evidence("s", path, new Span.Bytes(0, 8), "", null),
        List.of());
  }

  private static OwnWeights own(Weights... artefacts) {
    return OwnWeights.of(
        List.of(artefacts), List.of(), List.of(), new ReleaseNames(List.of("release")));
  }

  private static Finding found(Weights... artefacts) {
    return WeightsJudge.weights(own(artefacts), List.of(), List.of(), Map.of());
  }

  @Test
  void aPointerToRecordsIsNoPartOfTheWeights() {
    Weights here = weights("model.safetensors", Weights.Status.OK);
    assertThat(found(here, weights("all.tfrecord", Weights.Status.POINTER)).qualifiers())
        .doesNotContain(Qualifier.PARTIAL);
    assertThat(found(here, weights("second.safetensors", Weights.Status.POINTER)).qualifiers())
        .contains(Qualifier.PARTIAL);
  }

  @Test
  void aPointerToRecordsAloneIsNoWeights() {
    assertThat(found(weights("all.tfrecord", Weights.Status.POINTER)).state())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aPointerToAShardOfTensorsIsALinkToWeights() {
    Finding shard = found(weights("variables.data-00000-of-00001", Weights.Status.POINTER));
    assertThat(shard.state()).isEqualTo(State.LINKED);
    assertThat(shard.qualifiers()).contains(Qualifier.POINTER);
    assertThat(found(weights("names-00000-of-00001", Weights.Status.POINTER)).state())
        .isEqualTo(State.ABSENT);
  }
}
