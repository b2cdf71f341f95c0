package dev.assay.formats.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.MadeSafetensors;
import dev.assay.formats.MemoryTree;
import dev.assay.formats.ProtoBytes;
import dev.assay.formats.Sample;
import dev.assay.model.Note;
import dev.assay.testing.Gen;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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

  private static byte[] npy(byte[] content, String type, int rows) {
    String about =
        "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + rows + ", 64), }";
    String padded = about + " ".repeat(117 - about.length()) + "\n";
    ByteBuffer b = ByteBuffer.allocate(128 + content.length).order(ByteOrder.LITTLE_ENDIAN);
    b.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.ISO_8859_1));
    b.put((byte) 1).put((byte) 0).putShort((short) 118);
    return b.put(padded.getBytes(StandardCharsets.ISO_8859_1)).put(content).array();
  }

  private static byte[] swapped(byte[] content, int width) {
    byte[] other = content.clone();
    for (int i = 0; i < content.length; i++) {
      other[i] = content[i / width * width + width - 1 - i % width];
    }
    return other;
  }

  private static List<String> said(String name, byte[] file) {
    return Sample.read(name, file).dangers().stream().map(Note::text).toList();
  }

  private static final LongToIntFunction BRAIN = r -> Float.floatToIntBits(weight(r)) & 0xffff0000;

  @Test
  void everyFormatThatSaysWhereItsBytesAreIsLookedAt() {
    byte[] inflated = floats(BRAIN);
    assertThat(said("w.npy", npy(inflated, "<f4", 64))).anyMatch(t -> t.contains("exact in BF16"));
    assertThat(said("w.npy", npy(swapped(inflated, 4), ">f4", 64)))
        .anyMatch(t -> t.contains("exact in BF16"));
    ProtoBytes tensor =
        ProtoBytes.message()
            .number(1, 64)
            .number(1, 64)
            .number(2, 1)
            .text(8, "w")
            .bytes(9, inflated);
    byte[] onnx =
        ProtoBytes.message()
            .number(1, 8)
            .inner(7, ProtoBytes.message().inner(5, tensor))
            .inner(8, ProtoBytes.message().number(2, 13))
            .bytes();
    assertThat(said("m.onnx", onnx)).anyMatch(t -> t.contains("exact in BF16"));
  }

  @Test
  void otherByteOrdersTablesAndMissingValuesAreNoNoise() {
    byte[] halves = new byte[128 * 64 * 2];
    byte[] metres = new byte[128 * 64 * 2];
    var gen = new Gen(2);
    for (int i = 0; i < 128 * 64; i++) {
      short h = Float.floatToFloat16(weight(gen.anyLong()) - 0.5f);
      halves[2 * i] = (byte) (h >> 8);
      halves[2 * i + 1] = (byte) h;
      short m = Float.floatToFloat16(i % 7 == 0 ? Float.NaN : 9000 * weight(gen.anyLong()));
      metres[2 * i] = (byte) m;
      metres[2 * i + 1] = (byte) (m >> 8);
    }
    assertThat(said("w.npy", npy(halves, ">f2", 128))).isEmpty();
    assertThat(said("w.npy", npy(metres, "<f2", 128))).isEmpty();
    int[] at = {0};
    assertThat(said("w.npy", npy(floats(_ -> Float.floatToIntBits(at[0]++)), "<f4", 64))).isEmpty();
    assertThat(notes(floats(r -> (int) r), "BF16"))
        .singleElement()
        .satisfies(n -> assertThat(n.text()).contains("BF16"));
  }
}
