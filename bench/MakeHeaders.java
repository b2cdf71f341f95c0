import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes the files that no fixture is as large as: `java bench/MakeHeaders.java FOLDER` writes an
/// index of 500,000 tensors in 60 MB and a safetensors header of 40,000 tensors.
final class MakeHeaders {
  private MakeHeaders() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    index(folder.resolve("model.safetensors.index.json"));
    safetensors(folder.resolve("large-header.safetensors"));
  }

  private static void index(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(ascii("{\"metadata\": {\"total_size\": 4000000}, \"weight_map\": {\n"));
      for (int i = 0; i < 500_000; i++) {
        out.write(
            ascii(
                String.format(
                    "    \"model.layers.%03d.mlp.experts.%04d.projection_%05d.weight_packed\": \"model-%05d-of-00096.safetensors\"%s%n",
                    i / 5_000, i % 1_000, i % 30_000, 1 + i % 96, i == 499_999 ? "" : ",")));
      }
      out.write(ascii("}}\n"));
    }
  }

  private static void safetensors(Path file) throws IOException {
    int tensors = 40_000;
    var header = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
    for (int i = 0; i < tensors; i++) {
      header
          .append(",\"model.layers.")
          .append(i / 400)
          .append(".mlp.experts.")
          .append(i % 400)
          .append(".weight\":{\"dtype\":\"F16\",\"shape\":[2,4],\"data_offsets\":[")
          .append(16L * i)
          .append(',')
          .append(16L * (i + 1))
          .append("]}");
    }
    header.append('}');
    byte[] text = ascii(header.toString());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).array());
      out.write(text);
      out.write(new byte[16 * tensors]);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
