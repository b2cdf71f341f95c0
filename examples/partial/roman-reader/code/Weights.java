import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The learned numbers, by name, and a file of them in safetensors form. A matrix has one row for
/// each output, so that `y = W x`; a vector is a matrix of one row.
final class Weights {
  /// One tensor.
  record Tensor(String name, float[][] rows, boolean vector) {
    int size() {
      return rows.length * rows[0].length;
    }
  }

  /// The tensors of one transformer block.
  record Block(
      float[] attentionNorm,
      float[][] query,
      float[][] key,
      float[][] value,
      float[][] output,
      float[] feedForwardNorm,
      float[][] up,
      float[][] down) {}

  final List<Tensor> tensors = new ArrayList<>();
  final float[][] embedding;
  final List<Block> blocks = new ArrayList<>();
  final float[] finalNorm;

  /// All zero.
  Weights(Config c) {
    embedding = matrix("model.embed_tokens.weight", c.vocabulary(), c.hidden());
    for (int i = 0; i < c.layers(); i++) {
      String layer = "model.layers." + i + ".";
      blocks.add(
          new Block(
              vector(layer + "input_layernorm.weight", c.hidden()),
              matrix(layer + "self_attn.q_proj.weight", c.hidden(), c.hidden()),
              matrix(layer + "self_attn.k_proj.weight", c.hidden(), c.hidden()),
              matrix(layer + "self_attn.v_proj.weight", c.hidden(), c.hidden()),
              matrix(layer + "self_attn.o_proj.weight", c.hidden(), c.hidden()),
              vector(layer + "post_attention_layernorm.weight", c.hidden()),
              matrix(layer + "mlp.up_proj.weight", c.feedForward(), c.hidden()),
              matrix(layer + "mlp.down_proj.weight", c.hidden(), c.feedForward())));
    }
    finalNorm = vector("model.norm.weight", c.hidden());
  }

  private float[][] matrix(String name, int out, int in) {
    float[][] rows = new float[out][in];
    tensors.add(new Tensor(name, rows, false));
    return rows;
  }

  private float[] vector(String name, int size) {
    float[][] rows = new float[1][size];
    tensors.add(new Tensor(name, rows, true));
    return rows[0];
  }

  /// Random weights to start from: norms are one, matrices normal with variance 1 / inputs.
  static Weights random(Config c, SplitMix64 random) {
    Weights w = new Weights(c);
    for (Tensor t : w.tensors) {
      // The square root is exact on every machine (IEEE 754).
      float scale = (float) Math.sqrt(1.0 / t.rows()[0].length);
      for (float[] row : t.rows()) {
        for (int i = 0; i < row.length; i++) {
          row[i] = t.vector() ? 1 : scale * random.normal();
        }
      }
    }
    return w;
  }

  int parameters() {
    return tensors.stream().mapToInt(Tensor::size).sum();
  }

  void clear() {
    for (Tensor t : tensors) {
      for (float[] row : t.rows()) {
        Arrays.fill(row, 0);
      }
    }
  }

  /// Writes a safetensors file: the length of the header, the header in JSON, the numbers.
  void save(Path file) throws IOException {
    var header = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
    int at = 0;
    for (Tensor t : tensors) {
      int end = at + 4 * t.size();
      String shape = t.vector() ? "" + t.size() : t.rows().length + "," + t.rows()[0].length;
      header.append(
          ",\"%s\":{\"dtype\":\"F32\",\"shape\":[%s],\"data_offsets\":[%d,%d]}"
              .formatted(t.name(), shape, at, end));
      at = end;
    }
    header.append('}');
    while (header.length() % 8 != 0) {
      header.append(' ');
    }
    byte[] json = header.toString().getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = ByteBuffer.allocate(8 + json.length + at).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(json.length).put(json);
    for (Tensor t : tensors) {
      for (float[] row : t.rows()) {
        for (float f : row) {
          out.putFloat(f);
        }
      }
    }
    Files.write(file, out.array());
  }

  /// Reads a file that {@link #save} wrote for the same configuration.
  static Weights load(Path file, Config c) throws IOException {
    Weights w = new Weights(c);
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    long header = in.getLong();
    if (header < 0 || 8 + header + 4L * w.parameters() != in.limit()) {
      throw new IOException(file + " does not fit config.json");
    }
    in.position((int) (8 + header));
    for (Tensor t : w.tensors) {
      for (float[] row : t.rows()) {
        for (int i = 0; i < row.length; i++) {
          row[i] = in.getFloat();
        }
      }
    }
    return w;
  }
}
