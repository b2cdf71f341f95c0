package dev.assay.formats.safetensors;

import dev.assay.formats.ChatTemplate;
import dev.assay.formats.DTypes;
import dev.assay.formats.HeaderKeys;
import dev.assay.formats.JsonValue;
import dev.assay.formats.WeightsBuilder;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights.Topic;
import java.util.Map;

/// What the free texts of a safetensors header say: the keys of the ModelSpec metadata standard,
/// those that the kohya trainers write (`ss_...`), and others by their words.
final class SafetensorsMetadata {
  private static final Map<String, Topic> SPECIFIED =
      Map.ofEntries(
          Map.entry("modelspec.architecture", Topic.ARCHITECTURE),
          Map.entry("modelspec.implementation", Topic.ARCHITECTURE),
          Map.entry("modelspec.title", Topic.NAME),
          Map.entry("modelspec.author", Topic.AUTHOR),
          Map.entry("modelspec.license", Topic.LICENCE),
          Map.entry("modelspec.merged_from", Topic.BASE_MODEL),
          Map.entry("ss_base_model_version", Topic.BASE_MODEL),
          Map.entry("ss_sd_model_name", Topic.BASE_MODEL),
          Map.entry("ss_sd_model_hash", Topic.BASE_MODEL),
          Map.entry("ss_new_sd_model_hash", Topic.BASE_MODEL),
          Map.entry("ss_output_name", Topic.NAME),
          Map.entry("ss_num_train_images", Topic.RECIPE),
          Map.entry("format", Topic.TOOL));

  private SafetensorsMetadata() {}

  static void add(WeightsBuilder out, String key, String value, long from, long to) {
    switch (key) {
      case "ss_dataset_dirs", "ss_reg_dataset_dirs" -> folders(out, key, value, from, to);
      case "ss_datasets", "ss_tag_frequency" -> out.fact(Topic.TRAINING_DATA, key, value, from, to);
      case "ss_sd_scripts_commit_hash" ->
          out.fact(Topic.TOOL, key, "sd-scripts " + value, from, to);
      default -> out.fact(topic(key), key, value, from, to);
    }
    if (HeaderKeys.topic(key) == Topic.TEMPLATE) {
      ChatTemplate.danger(value).ifPresent(d -> out.danger(d, from, to));
    }
  }

  private static Topic topic(String key) {
    Topic topic = SPECIFIED.get(key);
    if (topic != null) {
      return topic;
    }
    return key.startsWith("ss_") ? Topic.RECIPE : HeaderKeys.topic(key);
  }

  /// The folders of pictures that a kohya trainer read: `{"10_cats": {"n_repeats": 10, "img_count":
  /// 62}}`.
  private static void folders(WeightsBuilder out, String key, String value, long from, long to) {
    JsonValue read;
    try {
      read = JsonValue.read(value);
    } catch (Malformed e) {
      out.fact(Topic.TRAINING_DATA, key, value, from, to);
      return;
    }
    if (!(read instanceof JsonValue.Obj folders)) {
      out.fact(Topic.TRAINING_DATA, key, value, from, to);
      return;
    }
    folders
        .members()
        .forEach((name, about) ->
            out.fact(
                Topic.TRAINING_DATA,
                key,
                name + about.number("img_count").map(n -> " (" + n + " images)").orElse(""),
                from,
                to));
  }

  static Tensor.Role role(String name, DType type) {
    if (name.endsWith(".exp_avg")
        || name.endsWith(".exp_avg_sq")
        || name.endsWith(".max_exp_avg_sq")) {
      return Tensor.Role.OPTIMIZER;
    }
    return DTypes.role(name, type);
  }

  /// Whether a tensor belongs to an adapter: the names that low-rank trainers give.
  static boolean isAdapter(String name) {
    return name.contains("lora_")
        || name.contains(".lora.")
        || name.contains("hada_w")
        || name.contains("lokr_w")
        || name.contains(".oft_")
        || name.endsWith(".alpha")
        || name.endsWith(".dora_scale")
        || name.startsWith("prompt_embeddings");
  }
}
