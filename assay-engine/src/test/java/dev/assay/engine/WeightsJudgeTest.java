package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileEntry;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Mention;
import dev.assay.model.Qualifier;
import dev.assay.model.Span;
import dev.assay.model.State;
import dev.assay.model.Weights;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private static Weights checkpoint(String path, Weights.Status status) {
    return new Weights(
        path,
        List.of(path),
        "tf-checkpoint",
        status,
        status == Weights.Status.OK ? "" : "its weights are in another file, which is not here",
        Weights.Kind.CHECKPOINT,
        9,
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

  private static List<Mention> linked() {
    return List.of(
        new Mention(
            Component.WEIGHTS,
            State.LINKED,
            Set.of(),
            "https://drive.example/x",
            null,
            new Evidence("s", "README.md", new Span.Lines(1, 1), "", null)));
  }

  @Test
  void theIndexOfACheckpointWhoseNumbersAreMissingIsPartOfTheWeights() {
    Weights index = checkpoint("kept/variables.index", Weights.Status.INCOMPLETE);
    Finding alone = found(index);
    assertThat(alone.state()).isEqualTo(State.PRESENT);
    assertThat(alone.qualifiers())
        .containsExactlyInAnyOrder(Qualifier.INCOMPLETE, Qualifier.PARTIAL);
    assertThat(alone.summary()).contains("which is not here");
    assertThat(WeightsJudge.weights(own(index), List.of(), linked(), Map.of()).state())
        .isEqualTo(State.LINKED);
  }

  @Test
  void graphsBesideAListOfCheckpointsArePartOfTheWeights() {
    List<FileEntry> both =
        List.of(FileEntry.file("kept/checkpoint", 90), FileEntry.file("kept/hop-200.meta", 9_000));
    Finding part = WeightsJudge.weights(own(), both, List.of(), Map.of());
    assertThat(part.state()).isEqualTo(State.PRESENT);
    assertThat(part.qualifiers())
        .containsExactlyInAnyOrder(Qualifier.INCOMPLETE, Qualifier.PARTIAL);
    assertThat(part.evidence()).singleElement().matches(e -> e.path().equals("kept/hop-200.meta"));
    assertThat(WeightsJudge.weights(own(), both, linked(), Map.of()).state())
        .isEqualTo(State.LINKED);
    assertThat(WeightsJudge.weights(own(), both.subList(1, 2), List.of(), Map.of()).state())
        .isEqualTo(State.ABSENT);
    List<FileEntry> apart =
        List.of(FileEntry.file("checkpoint", 90), FileEntry.file("kept/hop-200.meta", 9_000));
    assertThat(WeightsJudge.weights(own(), apart, List.of(), Map.of()).state())
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aFileThatIsTooShortForWeightsKeepsAPlaceForThem() {
    Weights place = weights("ckpt/net.safetensors", Weights.Status.MALFORMED);
    Mention page =
        new Mention(
            Component.WEIGHTS,
            State.LINKED,
            Set.of(),
            "https://huggingface.co/acme/net",
            null,
            place.evidence());
    assertThat(damaged(place, 30, List.of(page)).state()).isEqualTo(State.LINKED);
    assertThat(damaged(place, 30_000, List.of(page)).state()).isEqualTo(State.UNDECIDABLE);
    assertThat(damaged(place, 30, List.of()).state()).isEqualTo(State.UNDECIDABLE);
  }

  private static Finding damaged(Weights file, long size, List<Mention> mentions) {
    return WeightsJudge.weights(
        own(file), List.of(FileEntry.file(file.path(), size)), mentions, Map.of());
  }
}
