import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Makes the two releases that `bench/inspect` measures, from a fixed seed:
/// `many`: 1,000 small files of code, configuration and prose, 5 MB in all;
/// `large`: safetensors weights of 100 GB in 20 shards, as sparse files with true headers.
public final class MakeRelease {
  public static void main(String[] args) throws IOException {
    Path to = Path.of(args[0]);
    many(to.resolve("many"));
    large(to.resolve("large"));
  }

  static void many(Path folder) throws IOException {
    var random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      Path file = folder.resolve("package" + i / 50 + "/module" + i + (i % 10 == 0 ? ".md" : i % 10 == 1 ? ".yaml" : ".py"));
      Files.createDirectories(file.getParent());
      var text = new StringBuilder();
      while (text.length() < 5_000) {
        int n = random.nextInt(1000);
        text.append(
            switch (i % 10) {
              case 0 -> "The data of part " + n + " was collected by hand.\n\n";
              case 1 -> "option" + n + "_" + text.length() + ": " + random.nextInt() + "\n";
              default -> "def function_" + n + "(x, y=" + n + "):\n    return x * y + " + n + "\n\n";
            });
      }
      Files.writeString(file, text);
    }
    Files.writeString(folder.resolve("README.md"), "---\nlicense: mit\n---\n# Many files\n");
  }

  static void large(Path folder) throws IOException {
    Files.createDirectories(folder);
    int shards = 20;
    var index = new StringBuilder("{\"metadata\":{},\"weight_map\":{");
    for (int s = 0; s < shards; s++) {
      String name = String.format("model-%05d-of-%05d.safetensors", s + 1, shards);
      var header = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
      long offset = 0;
      for (int t = 0; t < 25; t++) {
        long bytes = 10_000L * 10_000 * 2;
        String tensor = "model.layers." + (s * 25 + t) + ".mlp.down_proj.weight";
        header
            .append(",\"").append(tensor).append("\":{\"dtype\":\"BF16\",\"shape\":[10000,10000],\"data_offsets\":[")
            .append(offset).append(',').append(offset + bytes).append("]}");
        offset += bytes;
        index.append(s + t == 0 ? "" : ",").append('"').append(tensor).append("\":\"").append(name).append('"');
      }
      byte[] json = header.append('}').toString().getBytes(StandardCharsets.UTF_8);
      try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
        file.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).array());
        file.write(json);
        file.setLength(8 + json.length + offset);
      }
    }
    Files.writeString(folder.resolve("model.safetensors.index.json"), index.append("}}"));
    Files.writeString(folder.resolve("config.json"), "{\"architectures\":[\"Example\"],\"hidden_size\":10000}");
  }
}
