package dev.assay.formats.ggml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Sample;
import dev.assay.model.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Files of ggml before GGUF, as llama and GPT-2 programs laid them out.
class LegacyTensorsTest {
  private final ByteBuffer out = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);

  private void numbers(int... numbers) {
    for (int n : numbers) {
      out.putInt(n);
    }
  }

  private void tokens(int count, boolean scores) {
    for (int i = 0; i < count; i++) {
      out.putInt(2).put((byte) 't').put((byte) ('a' + i));
      if (scores) {
        out.putFloat(-i);
      }
    }
  }

  private void tensor(String name, int aligned, int... dims) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    numbers(dims.length, bytes.length, 1);
    int elements = 1;
    for (int d : dims) {
      out.putInt(d);
      elements *= d;
    }
    out.put(bytes);
    out.position((out.position() + aligned - 1) / aligned * aligned);
    out.position(out.position() + 2 * elements);
  }

  private byte[] bytes() {
    return Arrays.copyOf(out.array(), out.position());
  }

  @Test
  void llamaFilesAreCounted() {
    numbers(0x67676a74, 3, 5, 8, 256, 2, 1, 4, 1);
    tokens(5, true);
    tensor("tok_embeddings.weight", 32, 8, 5);
    tensor("norm.weight", 32, 8);
    Weights w = Sample.read("m.bin", bytes());
    assertThat(w.status()).as(w.reason()).isEqualTo(Weights.Status.OK);
    assertThat(w.parameters()).isEqualTo(48);
    assertThat(w.listing().getFirst().shape()).containsExactly(5L, 8L);
    Weights cut = Sample.read("m.bin", Arrays.copyOf(bytes(), bytes().length - 1));
    assertThat(cut.status()).isEqualTo(Weights.Status.INCOMPLETE);
  }

  @Test
  void filesOfGpt2AreCounted() {
    numbers(0x67676d6c, 4, 16, 8, 2, 1, 1, 4);
    tokens(4, false);
    tensor("model/wte", 1, 8, 4);
    Weights w = Sample.read("m.bin", bytes());
    assertThat(w.status()).as(w.reason()).isEqualTo(Weights.Status.OK);
    assertThat(w.parameters()).isEqualTo(32);
    assertThat(Sample.facts(w, Weights.Topic.TOOL)).anyMatch(t -> t.contains("GPT-2"));
  }

  @Test
  void aTransducersFilesAreCountedAndMustBeWhole() {
    // Two bands, sixteen samples, two durations.
    numbers(0x67676d6c, 3, 64, 8, 2, 1, 2, 1, 16, 8, 1, 3, 8, 1, 2, 4);
    numbers(2, 9);
    out.position(out.position() + 4 * 2 * 9);
    numbers(16);
    out.position(out.position() + 4 * 16);
    numbers(0, 1);
    numbers(3);
    tokens(3, false);
    tensor("joint.bias", 1, 8);
    tensor("encoder.weight", 1, 8, 2);
    Weights w = Sample.read("m.bin", bytes());
    assertThat(w.status()).as(w.reason()).isEqualTo(Weights.Status.OK);
    assertThat(w.parameters()).isEqualTo(24);
    assertThat(Sample.facts(w, Weights.Topic.TOOL)).anyMatch(t -> t.contains("Parakeet"));
    for (int less : new int[] {1, 20, 60, 100, 200}) {
      Weights cut = Sample.read("m.bin", Arrays.copyOf(bytes(), bytes().length - less));
      assertThat(cut.status()).as("less " + less).isEqualTo(Weights.Status.INCOMPLETE);
    }
  }

  @Test
  void anOrderThatIsNotKnownIsNotCounted() {
    numbers(0x67676d6c, 4, 16, 8, 2, 1, 1, 4, 99, 98, 97, 96, 95);
    Weights w = Sample.read("m.bin", bytes());
    assertThat(w.parameters()).isNull();
    assertThat(Sample.facts(w, Weights.Topic.TOOL)).anyMatch(t -> t.contains("variant unknown"));
  }
}
