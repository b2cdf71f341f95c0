package dev.assay.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Formats;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.ReadMeter;
import dev.assay.model.Weights;
import dev.assay.testing.Gen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A safetensors file and a GGUF file of the same weights, written here byte by byte.
class NamingOfFilesTest {
  private static final int HEADS = 2;
  private static final int ROWS = 8;
  private static final int COLUMNS = 4;

  @TempDir Path folder;

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] floats(int[] rows, byte[] values) {
    ByteBuffer out = little(4 * values.length);
    for (int row : rows) {
      for (int i = 0; i < COLUMNS; i++) {
        out.putFloat(values[row * COLUMNS + i] / 16f);
      }
    }
    return out.array();
  }

  private static byte[] safetensors(byte[] data) {
    String header =
        "{\"model.layers.0.self_attn.q_proj.weight\":{\"dtype\":\"F32\",\"shape\":["
            + ROWS
            + ","
            + COLUMNS
            + "],\"data_offsets\":[0,"
            + data.length
            + "]}}";
    header += " ".repeat((8 - header.length() % 8) % 8);
    var out = new ByteArrayOutputStream();
    out.writeBytes(little(8).putLong(header.length()).array());
    out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(data);
    return out.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.writeBytes(little(8).putLong(text.length()).array());
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] gguf(byte[] data) {
    var out = new ByteArrayOutputStream();
    out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(little(20).putInt(3).putLong(1).putLong(2).array());
    text(out, "general.architecture");
    out.writeBytes(little(4).putInt(8).array());
    text(out, "llama");
    text(out, "llama.attention.head_count");
    out.writeBytes(little(8).putInt(4).putInt(HEADS).array());
    text(out, "blk.0.attn_q.weight");
    out.writeBytes(little(4 + 16 + 12).putInt(2).putLong(COLUMNS).putLong(ROWS).putInt(0).array());
    out.writeBytes(new byte[(32 - out.size() % 32) % 32]);
    out.writeBytes(data);
    return out.toByteArray();
  }

  private Weights read(String name, byte[] file) throws IOException {
    Files.write(folder.resolve(name), file);
    FileEntry entry = FileEntry.file(name, file.length);
    ByteSource bytes = ByteSource.of(file);
    var format = Formats.recognise(entry, bytes.head(Formats.HEAD), bytes).orElseThrow();
    return Formats.read(format, "s", entry, bytes);
  }

  @Test
  void they_are_the_same_and_one_value_more_is_not() throws IOException {
    byte[] values = new Gen(11).bytes(ROWS * COLUMNS);
    Weights a =
        read("a.safetensors", safetensors(floats(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, values)));
    byte[] pairs = floats(new int[] {0, 2, 1, 3, 4, 6, 5, 7}, values);
    Weights b = read("b.gguf", gguf(pairs));
    pairs[0] ^= 1;
    Weights c = read("c.gguf", gguf(pairs));
    var meter = new ReadMeter();
    try (TensorBytes one = TensorBytes.files(folder, meter);
        TensorBytes other = TensorBytes.files(folder, meter)) {
      assertThat(WeightsDiff.compare(a, one, b, other).counts())
          .containsExactly(java.util.Map.entry(TensorDiff.Change.RENAMED, 1L));
      assertThat(WeightsDiff.compare(c, one, a, other).tensors())
          .singleElement()
          .satisfies(t -> {
            assertThat(t.change()).isEqualTo(TensorDiff.Change.CHANGED);
            assertThat(java.util.Objects.requireNonNull(t.values()).differing()).isEqualTo(1);
          });
    }
  }
}
