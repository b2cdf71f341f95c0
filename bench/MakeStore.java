import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Makes the store that `bench/store` measures: a cache of the hub with 200 models, each a card, a
/// configuration, a tokenizer of 1 MB and 4 GB of safetensors (sparse, with true headers of 291
/// tensors), laid out as the hub's client does: links from a snapshot into blobs.
public final class MakeStore {
  public static void main(String[] args) throws IOException {
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      model(Path.of(args[0]), i);
    }
  }

  static void model(Path cache, int n) throws IOException {
    Path repository = cache.resolve("models--org" + n % 20 + "--model" + n);
    String commit = String.format(Locale.ROOT, "%040x", n + 1);
    Path snapshot = Files.createDirectories(repository.resolve("snapshots").resolve(commit));
    Files.createDirectories(repository.resolve("blobs"));
    Files.createDirectories(repository.resolve("refs"));
    Files.writeString(repository.resolve("refs/main"), commit);
    String licence = n % 3 == 0 ? "apache-2.0" : n % 3 == 1 ? "llama3.1" : "mit";
    add(repository, snapshot, "README.md", card(n, licence), n);
    add(
        repository,
        snapshot,
        "config.json",
        "{\"architectures\":[\"LlamaForCausalLM\"],\"model_type\":\"llama\",\"hidden_size\":2048,"
            + "\"num_hidden_layers\":32,\"num_attention_heads\":32,\"vocab_size\":32000}",
        n);
    var vocabulary = new StringBuilder("{\"version\":\"1.0\",\"model\":{\"type\":\"BPE\",\"vocab\":{");
    for (int i = 0; i < 32_000; i++) {
      vocabulary.append(i == 0 ? "" : ",").append("\"token").append(n).append('x').append(i);
      vocabulary.append("\":").append(i);
    }
    add(repository, snapshot, "tokenizer.json", vocabulary.append("},\"merges\":[]}}").toString(), n);
    String blob = String.format(Locale.ROOT, "%064x", n + 1);
    weights(repository.resolve("blobs").resolve(blob));
    Files.createSymbolicLink(snapshot.resolve("model.safetensors"), Path.of("../../blobs/" + blob));
  }

  private static String card(int n, String licence) {
    var text = new StringBuilder("---\nlicense: " + licence + "\n---\n# Model " + n + "\n\n");
    for (int i = 0; i < 60; i++) {
      text.append("Paragraph ").append(i).append(" says what this model is for, how it was evaluated")
          .append(" on set ").append(i * n).append(", and what it must not be used for.\n\n");
    }
    return text.toString();
  }

  private static void add(Path repository, Path snapshot, String name, String text, int n)
      throws IOException {
    String blob = String.format(Locale.ROOT, "%032x%08x", name.hashCode() & 0xffffffffL, n);
    Files.writeString(repository.resolve("blobs").resolve(blob), text);
    Files.createSymbolicLink(snapshot.resolve(name), Path.of("../../blobs/" + blob));
  }

  private static void weights(Path file) throws IOException {
    var header = new StringBuilder("{");
    long at = 0;
    for (int i = 0; i < 291; i++) {
      long next = at + 4_000_000L * 4;
      header.append(i == 0 ? "" : ",").append("\"model.layers.").append(i / 9).append(".part")
          .append(i % 9).append(".weight\":{\"dtype\":\"F32\",\"shape\":[2000,2000],\"data_offsets\":[")
          .append(at).append(',').append(next).append("]}");
      at = next;
    }
    byte[] json = header.append('}').toString().getBytes(StandardCharsets.UTF_8);
    try (var out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(
          ByteBuffer.allocate(8 + json.length).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length)
              .put(json).array());
      out.setLength(8 + json.length + at);
    }
  }
}
