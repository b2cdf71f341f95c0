package dev.assay.formats.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.MadeSafetensors;
import dev.assay.formats.MemoryTree;
import dev.assay.model.Note;
import dev.assay.testing.Gen;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.LongToIntFunction;
import org.junit.jupiter.api.Test;

class PrecisionTest {
  private static byte[] floats(LongToIntFunction bits) {
    ByteBuffer b = ByteBuffer.allocate(64 * 64 * 4).order(ByteOrder.LITTLE_ENDIAN);
    var gen = new Gen(1);
    while (b.hasRemaining()) {
      b.putInt(bits.applyAsInt(gen.anyLong()));
    }
    return b.array();
  }

  private static float weight(long random) {
    return (random >> 40) / (float) (1 << 24);
  }

  private static List<Note> notes(byte[] content, String type) {
    int rows = type.equals("F32") ? 64 : 128;
    return new MemoryTree()
        .with("m.safetensors", new MadeSafetensors().with("w", type, content, rows, 64).bytes())
        .assembled()
        .artefacts()
        .getFirst()
        .dangers();
  }

  @Test
  void sixteenBitsInThirtyTwoAreSaid() {
    assertThat(notes(floats(r -> Float.floatToIntBits(weight(r)) & 0xffff0000), "F32"))
        .singleElement()
        .satisfies(n -> assertThat(n.text()).contains("exact in BF16"));
    assertThat(
            notes(
                floats(r ->
                    Float.floatToIntBits(Float.float16ToFloat(Float.floatToFloat16(weight(r))))),
                "F32"))
        .singleElement()
        .satisfies(n -> assertThat(n.text()).contains("exact in F16"));
  }

  @Test
  void realThirtyTwoBitsAndZerosAreNot() {
    assertThat(notes(floats(r -> Float.floatToIntBits(weight(r))), "F32")).isEmpty();
    assertThat(notes(floats(r -> 0), "F32")).isEmpty();
  }

  @Test
  void bytesThatAreNoHalfPrecisionAreSaid() {
    assertThat(notes(floats(r -> (int) r), "F16"))
        .singleElement()
        .satisfies(n -> assertThat(n.text()).contains("not 16-bit floating point"));
  }
}
