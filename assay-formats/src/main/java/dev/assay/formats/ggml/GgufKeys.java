package dev.assay.formats.ggml;

import dev.assay.formats.ChatTemplate;
import dev.assay.formats.WeightsBuilder;
import dev.assay.model.Weights.Topic;
import java.util.Map;

/// What the keys of a GGUF header are about, by the specification and by what its writers really
/// write.
final class GgufKeys {
  private static final Map<String, Topic> GENERAL =
      Map.ofEntries(
          Map.entry("architecture", Topic.ARCHITECTURE),
          Map.entry("name", Topic.NAME),
          Map.entry("basename", Topic.NAME),
          Map.entry("finetune", Topic.NAME),
          Map.entry("author", Topic.AUTHOR),
          Map.entry("organization", Topic.AUTHOR),
          Map.entry("size_label", Topic.PARAMETERS),
          Map.entry("parameter_count", Topic.PARAMETERS),
          Map.entry("license", Topic.LICENCE),
          Map.entry("license.name", Topic.LICENCE),
          Map.entry("license.link", Topic.LICENCE),
          Map.entry("quantized_by", Topic.TOOL),
          Map.entry("quantization_version", Topic.TOOL),
          Map.entry("file_type", Topic.TOOL));

  private GgufKeys() {}

  static void add(
      WeightsBuilder out,
      String key,
      String text,
      GgufValue value,
      String architecture,
      long from,
      long to) {
    Topic topic = topic(key, architecture);
    if (topic == Topic.TEMPLATE) {
      out.fact(topic, key, text, from, to);
      ChatTemplate.danger(text).ifPresent(d -> out.danger(d, from, to));
    } else if (topic == Topic.TOKENIZER && value.count() >= 0) {
      out.fact(topic, key, value.count() + " items", from, to);
    } else if (value.items().isEmpty()) {
      out.fact(topic, key, text, from, to);
    } else if (topic == Topic.TRAINING_DATA || topic == Topic.CALIBRATION_DATA) {
      value.items().forEach(item -> out.fact(topic, key, item, from, to));
    } else {
      out.fact(topic, key, text, from, to);
    }
  }

  private static Topic topic(String key, String architecture) {
    if (key.startsWith("general.")) {
      String rest = key.substring(8);
      // Two spellings of data sets: the old specification's list, and what converters write.
      if (rest.equals("datasets") || rest.startsWith("dataset.")) {
        return rest.endsWith(".count") ? Topic.OTHER : Topic.TRAINING_DATA;
      }
      if (rest.startsWith("base_model.")) {
        return rest.endsWith(".count") ? Topic.OTHER : Topic.BASE_MODEL;
      }
      return GENERAL.getOrDefault(rest, Topic.OTHER);
    }
    // An importance matrix is made from text that steers quantisation; nothing is trained on it.
    if (key.equals("quantize.imatrix.dataset") || key.equals("imatrix.datasets")) {
      return Topic.CALIBRATION_DATA;
    }
    if (key.startsWith("quantize.imatrix.") || key.startsWith("imatrix.")) {
      return key.endsWith(".file") ? Topic.CALIBRATION_DATA : Topic.TOOL;
    }
    if (key.startsWith("tokenizer.chat_template")) {
      return key.endsWith("chat_templates") ? Topic.OTHER : Topic.TEMPLATE;
    }
    if (key.startsWith("tokenizer.")) {
      return Topic.TOKENIZER;
    }
    if (!architecture.isEmpty() && key.startsWith(architecture + ".")) {
      return Topic.ARCHITECTURE;
    }
    if (key.startsWith("adapter.") || key.startsWith("clip.")) {
      return Topic.ARCHITECTURE;
    }
    return Topic.OTHER;
  }
}
