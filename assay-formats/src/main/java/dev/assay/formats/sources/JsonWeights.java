package dev.assay.formats.sources;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Weights that a program of its own writes and reads as JSON: the lists of a small network, or the
/// scores of a linear model by feature. The format is nobody's, so the name or the folder has to
/// say that it is a model, and the values have to be such as are learnt.
public final class JsonWeights implements WeightsFormat {
  /// Smaller ones hold settings.
  private static final int LEAST = 8 * 1024;

  private static final int LOOKED_AT = 64 * 1024;

  private static final int QUOTE = 120;

  private static final Set<String> MODEL =
      Set.of(
          "model",
          "models",
          "brain",
          "trained",
          "pretrained",
          "checkpoint",
          "checkpoints",
          "classifier");

  /// What only a network is called. Bare lists of numbers are weights where one of these stands.
  private static final Set<String> NETWORK =
      Set.of(
          "weights",
          "net",
          "network",
          "networks",
          "nn",
          "perceptron",
          "rnn",
          "lstm",
          "gru",
          "cnn",
          "mlp",
          "vae",
          "autoencoder");

  /// What lies beside models and is none.
  private static final Set<String> OTHER =
      Set.of(
          "vocab",
          "vocabulary",
          "tokenizer",
          "config",
          "labels",
          "classes",
          "mapping",
          "dict",
          "index",
          "test",
          "tests",
          "fixtures",
          "data",
          "dataset",
          "metrics",
          "history",
          "results",
          "result",
          "log",
          "logs",
          "state",
          "scores",
          "eval",
          "evaluation",
          "stats",
          "statistics",
          "predictions",
          "losses",
          "loss",
          "curves",
          "mesh",
          "scene",
          "animation",
          "3d",
          "obj");

  /// Parameters by their names, as trainers in Python keep them.
  private static final Pattern STATE =
      Pattern.compile(
          "\"(?:model_)?state_dict\"\\s{0,8}:\\s{0,8}\\{\\s{0,8}\"[\\w.]{0,80}(?:weight|bias|kernel)\"\\s{0,8}:\\s{0,8}\\[");

  @Override
  public String id() {
    return "json";
  }

  @Override
  public String title() {
    return "weights as JSON";
  }

  @Override
  public String begins() {
    return "{[";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return entry.size() >= LEAST
        && entry.name().toLowerCase(Locale.ROOT).endsWith(".json")
        && isPlaced(entry.path());
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    String beginning = beginning(bytes);
    WrittenScores values = WrittenScores.in(beginning);
    return STATE.matcher(beginning).find()
        || values.areWeights()
        || values.areScores()
        || values.areLists() && words(entry.path()).stream().anyMatch(NETWORK::contains);
  }

  /// Whether the name of a file, or of the folder that it lies in, says that it is a model, and
  /// neither says anything else.
  private static boolean isPlaced(String path) {
    List<String> words = words(path);
    return words.stream().anyMatch(word -> MODEL.contains(word) || NETWORK.contains(word))
        && words.stream().noneMatch(OTHER::contains);
  }

  /// The words of the name and of the folder; none where these are too long.
  private static List<String> words(String path) {
    int slash = path.lastIndexOf('/');
    int folder = slash < 0 ? 0 : path.lastIndexOf('/', slash - 1) + 1;
    String place = path.substring(folder, path.length() - ".json".length());
    return place.length() > 200
        ? List.of()
        : Stream.of(place.split("[^\\p{L}\\d]|(?<=\\p{Ll})(?=\\p{Lu})"))
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();
  }

  private static String beginning(ByteSource bytes) {
    return new String(bytes.head(LOOKED_AT), StandardCharsets.UTF_8);
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id()).uncounted();
    byte[] head = bytes.head(QUOTE);
    out.header(0, head.length).quote(new String(head, StandardCharsets.UTF_8));
    if (!confirms(entry, bytes)) {
      return out.kind(Weights.Kind.OTHER).build();
    }
    out.whole("values");
    return out.build();
  }
}
