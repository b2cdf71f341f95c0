package dev.assay.formats.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.MadeSafetensors;
import dev.assay.formats.Sample;
import dev.assay.model.Note;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Pages of packed weights that can be none.
class PackedContentTest {
  private static final int SIZE = 64 * 1024;

  private static List<String> said(String name, String type, byte[] content, int... shape) {
    Weights w =
        Sample.read(
            "m.safetensors", new MadeSafetensors().with(name, type, content, shape).bytes());
    assertThat(w.status()).isEqualTo(Weights.Status.OK);
    return w.dangers().stream()
        .filter(n -> n.kind() == Note.Kind.DISAGREES)
        .map(Note::text)
        .toList();
  }

  private static byte[] filled(int value) {
    byte[] b = new byte[SIZE];
    Arrays.fill(b, (byte) value);
    return b;
  }

  private static byte[] random() {
    byte[] b = new byte[SIZE];
    new Random(3).nextBytes(b);
    return b;
  }

  @Test
  void oneByteThroughoutIsNoTrainedWeight() {
    assertThat(said("l.0.mlp.up_proj.qweight", "I32", filled(0), 128, 128))
        .singleElement()
        .asString()
        .contains("nothing but the byte 00");
    assertThat(said("l.0.mlp.up_proj.weight", "U8", filled(0x88), SIZE, 1))
        .singleElement()
        .asString()
        .contains("88");
  }

  @Test
  void plainTextIsNoTrainedWeight() {
    byte[] text =
        "what is written here is no weight\n".repeat(2000).getBytes(StandardCharsets.US_ASCII);
    assertThat(said("l.0.mlp.up_proj.weight", "U32", Arrays.copyOf(text, SIZE), 128, 128))
        .singleElement()
        .asString()
        .contains("plain text");
  }

  @Test
  void weightsArePassedOver() {
    assertThat(said("l.0.mlp.up_proj.qweight", "I32", random(), 128, 128)).isEmpty();
    // Inputs that never carried anything leave the beginning constant.
    byte[] dead = random();
    Arrays.fill(dead, 0, SIZE / 3, (byte) 0x88);
    assertThat(said("l.0.mlp.up_proj.qweight", "I32", dead, 128, 128)).isEmpty();
  }

  @Test
  void whatIsNotPackedWeightsIsPassedOver() {
    assertThat(said("model.embed_tokens.weight", "I8", filled(0), SIZE / 64, 64)).isEmpty();
    assertThat(said("l.0.mlp.up_proj.qzeros", "I32", filled(0x77), 128, 128)).isEmpty();
    assertThat(said("attn.masked_bias", "U8", filled(1), SIZE / 64, 64)).isEmpty();
    assertThat(said("l.0.mlp.up_proj.weight", "F16", filled(0), SIZE / 128, 64)).isEmpty();
  }
}
