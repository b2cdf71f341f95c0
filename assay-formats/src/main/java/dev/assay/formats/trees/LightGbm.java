package dev.assay.formats.trees;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// LightGBM's text models. The head names features and their ranges in the training data; the
/// settings of the training, and the file that it read, stand at the very end.
public final class LightGbm implements WeightsFormat {
  private static final int HEAD = 64 * 1024;
  private static final int TAIL = 256 * 1024;
  private static final Set<String> ARCHITECTURE =
      Set.of("num_class", "num_tree_per_iteration", "max_feature_idx", "objective");

  @Override
  public String id() {
    return "lightgbm";
  }

  @Override
  public String title() {
    return "LightGBM";
  }

  @Override
  public String begins() {
    return "t";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (head.length == 0 || head[0] != 't') {
      return false;
    }
    String text = new String(head, 0, Math.min(32, head.length), StandardCharsets.US_ASCII);
    return text.replace("\r", "").startsWith("tree\nversion=v");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id()).uncounted();
    // One byte a character: places in the text are places in the file.
    String head = new String(bytes.head(HEAD), StandardCharsets.ISO_8859_1);
    int end = head.indexOf("\nTree=");
    out.header(0, end < 0 ? head.length() : end);
    head(out, end < 0 ? head : head.substring(0, end));
    long from = Math.max(0, bytes.size() - TAIL);
    String tail =
        new String(bytes.bytes(from, (int) (bytes.size() - from)), StandardCharsets.ISO_8859_1);
    int parameters = tail.lastIndexOf("\nparameters:");
    if (tail.indexOf("end of trees") < 0 && tail.indexOf("end of parameters") < 0) {
      out.status(Weights.Status.INCOMPLETE, "the end of the trees is not in it");
    } else if (parameters >= 0 && tail.indexOf("end of parameters", parameters) < 0) {
      out.status(Weights.Status.INCOMPLETE, "the end of the parameters is not in it");
    } else if (parameters < 0 && tail.indexOf("feature_importances", 0) < 0) {
      // The importances follow the trees in every version, though there may be none.
      out.status(Weights.Status.INCOMPLETE, "what follows the trees is not in it");
    }
    if (parameters >= 0) {
      parameters(out, tail, parameters + 12, from);
    }
    return out.build();
  }

  private static String utf8(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static void head(WeightsBuilder out, String head) {
    int at = 0;
    while (at < head.length()) {
      int stop = head.indexOf('\n', at);
      int end = stop < 0 ? head.length() : stop;
      int equals = head.indexOf('=', at);
      if (equals > at && equals < end) {
        String key = head.substring(at, equals);
        String value = utf8(head.substring(equals + 1, end).strip());
        switch (key) {
          case "version" -> out.fact(Weights.Topic.TOOL, "version", value, at, end);
          case "feature_infos" ->
              out.fact(Weights.Topic.TRAINING_DATA, "feature_infos", value, at, end);
          case "feature_names" -> out.fact(Weights.Topic.OTHER, "feature_names", value, at, end);
          case "tree_sizes" -> {
            int trees = value.isEmpty() ? 0 : value.split(" ").length;
            String shown = stop < 0 ? "at least " + trees : "" + trees;
            out.fact(Weights.Topic.ARCHITECTURE, "trees", shown, at, end);
          }
          default -> {
            if (ARCHITECTURE.contains(key)) {
              out.fact(Weights.Topic.ARCHITECTURE, key, value, at, end);
            }
          }
        }
      }
      at = end + 1;
    }
  }

  private static void parameters(WeightsBuilder out, String tail, int start, long offset) {
    int at = start;
    while (at < tail.length()) {
      int stop = tail.indexOf('\n', at);
      int end = stop < 0 ? tail.length() : stop;
      String line = tail.substring(at, end).strip();
      if (line.equals("end of parameters")) {
        return;
      }
      int colon = line.indexOf(": ");
      if (line.startsWith("[") && line.endsWith("]") && colon > 0) {
        String key = line.substring(1, colon);
        String value = utf8(line.substring(colon + 2, line.length() - 1));
        var topic = key.equals("data") ? Weights.Topic.TRAINING_DATA : Weights.Topic.RECIPE;
        out.fact(topic, key, value, offset + at, offset + end);
      }
      at = end + 1;
    }
  }
}
