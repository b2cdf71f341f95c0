package dev.assay.formats.tensorflow;

import dev.assay.formats.DTypes;
import dev.assay.formats.Formats;
import dev.assay.formats.HeaderKeys;
import dev.assay.formats.JsonValue;
import dev.assay.formats.TextHead;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.ZipDirectory;
import dev.assay.formats.keras.KerasConfig;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// TensorFlow.js: `model.json` with the topology, and a manifest of every weight in the shards
/// beside it.
public final class TfJs implements WeightsFormat {
  @Override
  public String id() {
    return "tfjs";
  }

  @Override
  public String title() {
    return "TensorFlow.js";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (TextHead.begins(head, '[')) {
      // The paths may follow a long list of weights.
      return TextHead.contains(head, "\"weights\"")
          && (TextHead.contains(head, "\"paths\"")
              || (TextHead.contains(head, "\"shape\"") && TextHead.contains(head, "\"dtype\"")));
    }
    return TextHead.begins(head, '{')
        && TextHead.contains(
            head,
            "\"modelTopology\"",
            "\"weightsManifest\"",
            "\"graph-model\"",
            "\"layers-model\"");
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    String text = new String(bytes.head(Formats.HEAD), StandardCharsets.UTF_8).strip();
    return !text.startsWith("[")
        || text.contains("\"paths\"")
        || (JsonValue.read(bytes) instanceof JsonValue.Arr groups
            && groups.items().stream()
                .anyMatch(g -> g.get("paths") != null && g.get("weights") != null));
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    JsonValue root = JsonValue.read(bytes);
    out.header(0, Math.min(bytes.size(), 4096));
    List<JsonValue> groups =
        root instanceof JsonValue.Arr a ? a.items() : root.items("weightsManifest");
    if (groups.isEmpty() && root.get("modelTopology") == null) {
      throw new Malformed(0, "neither weights nor a topology in it");
    }
    text(out, root, "generatedBy", Weights.Topic.TOOL);
    text(out, root, "convertedBy", Weights.Topic.TOOL);
    text(out, root, "format", Weights.Topic.ARCHITECTURE);
    userData(out, root.object("userDefinedMetadata"));
    topology(out, root);
    for (JsonValue group : groups) {
      group(out, entry, group);
    }
    if (groups.isEmpty()) {
      out.uncounted();
    }
    return out.build();
  }

  private static void text(WeightsBuilder out, JsonValue root, String key, Weights.Topic topic) {
    JsonValue value = root.get(key);
    if (value instanceof JsonValue.Str s) {
      out.fact(topic, key, s.value(), s.at(), s.at() + s.value().length() + 2);
    }
  }

  private static void userData(WeightsBuilder out, JsonValue.Obj data) {
    for (Map.Entry<String, JsonValue> e : data.members().entrySet()) {
      Weights.Topic topic = HeaderKeys.topic(e.getKey());
      out.fact(topic, e.getKey(), e.getValue().plain(), e.getValue().at(), e.getValue().at() + 1);
    }
  }

  private static void topology(WeightsBuilder out, JsonValue root) {
    JsonValue topology = root.get("modelTopology");
    if (topology == null) {
      return;
    }
    long at = topology.at();
    text(out, topology, "keras_version", Weights.Topic.TOOL);
    JsonValue config = topology.get("model_config");
    if (config != null) {
      KerasConfig.model(out, config, at, at + 1);
    } else if (topology.get("class_name") != null) {
      KerasConfig.model(out, topology, at, at + 1);
    }
    JsonValue training = topology.get("training_config");
    if (training == null) {
      training = root.get("trainingConfig");
    }
    if (training != null) {
      KerasConfig.training(out, "training_config", training, training.at(), training.at() + 1);
    }
    var operators = new java.util.TreeMap<String, Integer>();
    for (JsonValue node : topology.items("node")) {
      node.text("op").ifPresent(op -> operators.merge(op, 1, Integer::sum));
    }
    if (!operators.isEmpty()) {
      var parts = new ArrayList<String>();
      operators.forEach((op, n) -> parts.add(op + " " + n));
      out.fact(Weights.Topic.ARCHITECTURE, "operators", String.join(", ", parts), at, at + 1);
    }
  }

  private static void group(WeightsBuilder out, FileEntry entry, JsonValue group) {
    List<JsonValue> paths = group.items("paths");
    String folder = entry.folder().isEmpty() ? "" : entry.folder() + "/";
    String file = "";
    for (JsonValue p : paths) {
      String path = p.plain();
      file = file.isEmpty() ? folder + path : file;
      if (ZipDirectory.leaves(path) || path.contains("://")) {
        out.danger(
            "a shard is named " + path + ", which leads out of the model's folder (path traversal)",
            p.at(),
            p.at() + path.length() + 2);
      } else {
        out.once(Weights.Topic.OTHER, "external_data", path, p.at(), p.at() + path.length() + 2);
      }
    }
    long offset = 0;
    for (JsonValue w : group.items("weights")) {
      offset = weight(out, w, paths.size() == 1 ? file : "", offset);
    }
  }

  private static long weight(WeightsBuilder out, JsonValue w, String file, long offset) {
    String name = w.text("name").orElse("");
    var shape = new ArrayList<Long>();
    long elements = 1;
    for (JsonValue d : w.items("shape")) {
      long n = d instanceof JsonValue.Num num ? num.whole().orElse(-1L) : -1;
      if (n < 0 || (n > 0 && elements > Long.MAX_VALUE / n / 16) || shape.size() == 64) {
        throw new Malformed(w.at(), "the shape of " + name + " is no shape");
      }
      elements *= n;
      shape.add(n);
    }
    JsonValue quantised = w.get("quantization");
    DType real = type(w.text("dtype").orElse(""));
    DType stored = quantised == null ? real : type(quantised.text("dtype").orElse(""));
    if (quantised != null) {
      out.quantisation("tfjs " + quantised.text("dtype").orElse(""));
    }
    long bytes = stored.bits() == 0 ? -1 : elements * (long) stored.bits() / 8;
    out.tensor(
        new Tensor(
            name,
            shape.isEmpty() && !DTypes.isFloat(real)
                ? Tensor.Role.UNKNOWN
                : DTypes.role(name, real),
            shape,
            stored,
            file,
            file.isEmpty() || offset < 0 ? -1 : offset,
            bytes,
            null));
    return bytes < 0 || offset < 0 ? -1 : Math.addExact(offset, bytes);
  }

  private static DType type(String word) {
    @Nullable DType known = DTypes.word(word);
    return known == null ? DTypes.UNKNOWN : known;
  }
}
