package dev.assay.formats.assembly;

import dev.assay.formats.JsonValue;
import dev.assay.model.Weights;
import java.util.Collection;

/// What `config.json` says of the weights beside it, as facts of theirs.
final class ConfigFacts {
  private ConfigFacts() {}

  static void add(Draft d, Config config) {
    JsonValue.Obj root = config.root();
    root.members()
        .forEach((key, value) -> {
          Weights.Topic topic =
              switch (key) {
                case "architectures", "model_type", "_class_name" -> Weights.Topic.ARCHITECTURE;
                case "transformers_version", "_diffusers_version" -> Weights.Topic.TOOL;
                case "license" -> Weights.Topic.LICENCE;
                // Often the model's own name or a path on the author's disk: a clue, no claim.
                case "_name_or_path" -> Weights.Topic.OTHER;
                default -> null;
              };
          if (topic != null && !flat(value).isBlank()) {
            d.fact(topic, "config.json " + key, flat(value), config.evidence(key, value));
          }
        });
    if (root.get("auto_map") instanceof JsonValue.Obj map && !map.members().isEmpty()) {
      var evidence = config.evidence("auto_map", map);
      d.fact(Weights.Topic.REMOTE_CODE, "config.json auto_map", flat(map), evidence);
      d.danger(
          "config.json names code of its own ("
              + flat(map)
              + "): loading it runs that code when remote code is trusted",
          evidence);
    }
  }

  /// A value as one line.
  static String flat(JsonValue value) {
    String text = value.plain();
    if (value instanceof JsonValue.Arr a) {
      text = joined(a.items());
    } else if (value instanceof JsonValue.Obj o) {
      text = joined(o.members().values());
    }
    return text.length() > 400 ? text.substring(0, 400) + "…" : text;
  }

  private static String joined(Collection<JsonValue> values) {
    return String.join(", ", values.stream().limit(50).map(ConfigFacts::flat).toList());
  }
}
