import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The shape of the network, as in `config.json`.
///
/// @param vocabulary characters that the model knows
/// @param hidden width of the residual stream
/// @param layers transformer blocks
/// @param heads attention heads in each block
/// @param feedForward width inside the feed-forward network
/// @param context longest question and answer together, in characters
record Config(int vocabulary, int hidden, int layers, int heads, int feedForward, int context) {

  int headSize() {
    return hidden / heads;
  }

  static Config read(Path file) throws IOException {
    String json = Files.readString(file);
    return new Config(
        number(json, "vocab_size"),
        number(json, "hidden_size"),
        number(json, "num_hidden_layers"),
        number(json, "num_attention_heads"),
        number(json, "intermediate_size"),
        number(json, "max_position_embeddings"));
  }

  private static int number(String json, String key) {
    Matcher m = Pattern.compile("\"" + key + "\"\\s*:\\s*(\\d+)").matcher(json);
    if (!m.find()) {
      throw new IllegalArgumentException("config.json has no number \"" + key + "\"");
    }
    return Integer.parseInt(m.group(1));
  }
}
