package dev.assay.formats;

import dev.assay.model.Weights.Topic;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a key of free metadata is about, by the words that tools use for it. Formats whose keys
/// have a specification map those themselves and fall back to this.
public final class HeaderKeys {
  private static final Map<String, Topic> WORDS =
      Map.ofEntries(
          Map.entry("license", Topic.LICENCE),
          Map.entry("licence", Topic.LICENCE),
          Map.entry("licenses", Topic.LICENCE),
          Map.entry("license_name", Topic.LICENCE),
          Map.entry("license_link", Topic.LICENCE),
          Map.entry("license_url", Topic.LICENCE),
          Map.entry("usage_hint", Topic.OTHER),
          Map.entry("author", Topic.AUTHOR),
          Map.entry("authors", Topic.AUTHOR),
          Map.entry("creator", Topic.AUTHOR),
          Map.entry("organization", Topic.AUTHOR),
          Map.entry("copyright", Topic.AUTHOR),
          Map.entry("name", Topic.NAME),
          Map.entry("title", Topic.NAME),
          Map.entry("model_name", Topic.NAME),
          Map.entry("base_model", Topic.BASE_MODEL),
          Map.entry("base_model_name", Topic.BASE_MODEL),
          Map.entry("base_model_name_or_path", Topic.BASE_MODEL),
          Map.entry("merged_from", Topic.BASE_MODEL),
          Map.entry("parent_model", Topic.BASE_MODEL),
          Map.entry("dataset", Topic.TRAINING_DATA),
          Map.entry("datasets", Topic.TRAINING_DATA),
          Map.entry("dataset_name", Topic.TRAINING_DATA),
          Map.entry("training_data", Topic.TRAINING_DATA),
          Map.entry("train_data", Topic.TRAINING_DATA),
          Map.entry("trained_on", Topic.TRAINING_DATA),
          Map.entry("train_dataset", Topic.TRAINING_DATA),
          Map.entry("data_path", Topic.TRAINING_DATA),
          Map.entry("train_file", Topic.TRAINING_DATA),
          Map.entry("calibration_dataset", Topic.CALIBRATION_DATA),
          Map.entry("calibration_data", Topic.CALIBRATION_DATA),
          Map.entry("architecture", Topic.ARCHITECTURE),
          Map.entry("architectures", Topic.ARCHITECTURE),
          Map.entry("model_type", Topic.ARCHITECTURE),
          Map.entry("arch", Topic.ARCHITECTURE),
          Map.entry("framework", Topic.TOOL),
          Map.entry("producer", Topic.TOOL),
          Map.entry("tool", Topic.TOOL),
          Map.entry("version", Topic.OTHER),
          Map.entry("quantized_by", Topic.TOOL),
          Map.entry("learning_rate", Topic.RECIPE),
          Map.entry("lr", Topic.RECIPE),
          Map.entry("epochs", Topic.RECIPE),
          Map.entry("batch_size", Topic.RECIPE),
          Map.entry("optimizer", Topic.RECIPE),
          Map.entry("max_epochs", Topic.RECIPE),
          Map.entry("weight_decay", Topic.RECIPE),
          Map.entry("seed", Topic.RECIPE),
          Map.entry("accuracy", Topic.METRIC),
          Map.entry("loss", Topic.METRIC),
          Map.entry("chat_template", Topic.TEMPLATE),
          Map.entry("vocab_size", Topic.TOKENIZER));

  private HeaderKeys() {}

  /// The topic of a key such as `license`, `modelspec.author` or `train/dataset`; OTHER where its
  /// words say nothing.
  public static Topic topic(String key) {
    Topic known = known(key);
    return known == null ? Topic.OTHER : known;
  }

  /// As {@link #topic}; null where its words say nothing.
  public static @Nullable Topic known(String key) {
    String k = key.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    Topic whole = WORDS.get(k);
    if (whole != null) {
      return whole;
    }
    int cut = Math.max(Math.max(k.lastIndexOf('.'), k.lastIndexOf('/')), k.lastIndexOf(':'));
    return WORDS.get(k.substring(cut + 1));
  }
}
