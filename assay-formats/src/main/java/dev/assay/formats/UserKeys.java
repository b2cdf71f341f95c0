package dev.assay.formats;

import dev.assay.model.Weights;
import java.util.Locale;

/// What free key-and-value metadata is about, by the words of its keys. Formats that let anybody
/// put any key share these words.
public final class UserKeys {
  private UserKeys() {}

  /// The topic of a key; {@link Weights.Topic#OTHER} where its words say nothing.
  public static Weights.Topic topic(String key) {
    String k = key.toLowerCase(Locale.ROOT);
    String last = k.substring(Math.max(k.lastIndexOf('.'), k.lastIndexOf('/')) + 1);
    return switch (last) {
      case "license", "licence", "license_name", "license_link", "license_url" ->
          Weights.Topic.LICENCE;
      case "author", "authors", "organization", "organisation", "creator", "copyright" ->
          Weights.Topic.AUTHOR;
      case "base_model", "parent_model", "finetuned_from" -> Weights.Topic.BASE_MODEL;
      case "dataset", "datasets", "training_data", "trained_on", "train_data" ->
          Weights.Topic.TRAINING_DATA;
      case "name", "model_name", "title" -> Weights.Topic.NAME;
      case "version", "source", "producer", "framework", "tool", "converter" ->
          k.contains("coremltools") || !last.equals("version")
              ? Weights.Topic.TOOL
              : Weights.Topic.OTHER;
      case "optimizer", "learning_rate", "epochs", "batch_size", "loss" -> Weights.Topic.RECIPE;
      case "accuracy", "f1", "metrics", "score" -> Weights.Topic.METRIC;
      default -> Weights.Topic.OTHER;
    };
  }
}
