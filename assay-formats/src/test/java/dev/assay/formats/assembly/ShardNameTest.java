package dev.assay.formats.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShardNameTest {
  @Test
  void readsNumberAndTotal() {
    ShardName n = Objects.requireNonNull(ShardName.of("a/model-00002-of-00005.safetensors"));
    assertThat(n.expected()).isEqualTo(5);
    assertThat(n.path(3)).isEqualTo("a/model-00003-of-00005.safetensors");
  }

  @Test
  void setsDifferByNameAndTotal() {
    ShardName n = Objects.requireNonNull(ShardName.of("x-00001-of-00002.gguf"));
    assertThat(n.sameSet(Objects.requireNonNull(ShardName.of("x-00002-of-00002.gguf")))).isTrue();
    assertThat(n.sameSet(Objects.requireNonNull(ShardName.of("y-00002-of-00002.gguf")))).isFalse();
  }

  @Test
  void otherNamesAreNoShards() {
    assertThat(ShardName.of("model.safetensors")).isNull();
    assertThat(ShardName.of("state-of-the-art.bin")).isNull();
    assertThat(ShardName.of("x-1-of-99999999999.bin")).isNull();
  }

  @Test
  void labelsOfSizeAreNumbers() {
    assertThat(Declared.label("7B")).hasValue(7e9);
    assertThat(Declared.label("0.6B")).hasValue(6e8);
    assertThat(Declared.label("8x7B")).isEmpty();
    assertThat(Declared.label("large")).isEmpty();
    assertThat(Declared.label(".B")).isEmpty();
  }

  @Test
  void foldersOfMomentsAreCheckpoints() {
    assertThat(Checkpoints.numbered("runs/checkpoint-500")).isTrue();
    assertThat(Checkpoints.numbered("step_1000")).isTrue();
    assertThat(Checkpoints.numbered("epoch=3")).isTrue();
    assertThat(Checkpoints.numbered("checkpoints")).isFalse();
    assertThat(Checkpoints.numbered("stepwise")).isFalse();
  }
}
