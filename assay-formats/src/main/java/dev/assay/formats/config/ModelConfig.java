package dev.assay.formats.config;

import dev.assay.formats.JsonValue;
import dev.assay.formats.Limits;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The configuration beside a model: of the model, its tokenizer or its processor. It holds no
/// weights; it is read here for what it makes a loader run, and so that one that is damaged is said
/// to be.
public final class ModelConfig implements WeightsFormat {
  /// The identifier of this format.
  public static final String ID = "config";

  private static final Set<String> NAMES =
      Set.of(
          "config.json",
          "tokenizer_config.json",
          "processor_config.json",
          "preprocessor_config.json",
          "image_processor_config.json",
          "adapter_config.json",
          "model_index.json");

  private static final Map<String, Weights.Topic> TOPICS =
      Map.ofEntries(
          Map.entry("architectures", Weights.Topic.ARCHITECTURE),
          Map.entry("model_type", Weights.Topic.ARCHITECTURE),
          Map.entry("_class_name", Weights.Topic.ARCHITECTURE),
          Map.entry("image_processor_type", Weights.Topic.ARCHITECTURE),
          Map.entry("feature_extractor_type", Weights.Topic.ARCHITECTURE),
          Map.entry("processor_class", Weights.Topic.ARCHITECTURE),
          Map.entry("tokenizer_class", Weights.Topic.TOKENIZER),
          Map.entry("vocab_size", Weights.Topic.TOKENIZER),
          Map.entry("transformers_version", Weights.Topic.TOOL),
          Map.entry("_diffusers_version", Weights.Topic.TOOL),
          Map.entry("base_model_name_or_path", Weights.Topic.BASE_MODEL));

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "model configuration";
  }

  @Override
  public Weights.Kind kind() {
    return Weights.Kind.OTHER;
  }

  @Override
  public String begins() {
    return "{[";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return NAMES.contains(entry.name()) && head.length > 1 && (head[0] == '{' || head[0] == '[');
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out =
        new WeightsBuilder(source, entry, bytes, id())
            .kind(Weights.Kind.OTHER)
            .uncounted()
            .header(0, bytes.size());
    if (bytes.size() > Limits.UNPACKED / 16) {
      throw new Malformed(-1, "a configuration of " + bytes.size() + " bytes is over the limit");
    }
    if (JsonValue.read(bytes) instanceof JsonValue.Obj root) {
      root.members().forEach((key, value) -> member(out, key, value, bytes.size()));
    }
    return out.build();
  }

  private static void member(WeightsBuilder out, String key, JsonValue value, long size) {
    long from = Math.min(value.at(), size);
    long to = Math.min(size, from + 256);
    Weights.Topic topic = TOPICS.get(key);
    if (topic != null) {
      out.fact(topic, key, line(value), from, to);
    } else if (key.equals("auto_map")
        && value instanceof JsonValue.Obj map
        && !map.members().isEmpty()) {
      TemplateFile.code(out, map);
    } else if (key.equals("chat_template")) {
      if (value instanceof JsonValue.Str s) {
        out.fact(Weights.Topic.TEMPLATE, key, s.value(), from, to);
      }
      TemplateFile.templates(out, value);
    }
  }

  private static String line(JsonValue value) {
    if (value instanceof JsonValue.Arr a) {
      return joined(a.items());
    }
    return value instanceof JsonValue.Obj o
        ? joined(new TreeMap<>(o.members()).values())
        : value.plain();
  }

  private static String joined(Collection<JsonValue> values) {
    return String.join(", ", values.stream().limit(20).map(JsonValue::plain).toList());
  }
}
