package dev.assay.formats.assembly;

import dev.assay.formats.JsonValue;
import dev.assay.io.Malformed;
import dev.assay.io.TextFile;
import dev.assay.model.Evidence;
import java.util.Optional;

/// A configuration file in JSON, with evidence for each of its fields.
///
/// @param text the file
/// @param root its outermost object
record Config(TextFile text, JsonValue.Obj root) {

  /// Reads a configuration.
  ///
  /// @throws Malformed when it is not JSON, is over a limit, or names a key twice
  static Optional<Config> read(TextFile text) {
    return JsonValue.read(text.text()) instanceof JsonValue.Obj o
        ? Optional.of(new Config(text, o))
        : Optional.empty();
  }

  /// The part that describes the language model: models of several modes keep it in a part of its
  /// own.
  JsonValue.Obj model() {
    for (String part : new String[] {"text_config", "llm_config", "language_config"}) {
      if (root.get(part) instanceof JsonValue.Obj o && o.get("hidden_size") != null) {
        return o;
      }
    }
    return root;
  }

  /// Evidence for a member: the key with its value.
  Evidence evidence(String key, JsonValue value) {
    String all = text.text();
    int at = (int) Math.clamp(value.at(), 0, all.length());
    int from = all.lastIndexOf("\"" + key + "\"", at);
    if (from < 0) {
      from = at;
    }
    int to = Math.min(all.length(), Math.max(at + 1, at + length(value)));
    return text.evidenceAt(from, to);
  }

  private static int length(JsonValue value) {
    if (value instanceof JsonValue.Arr(var items, long at)) {
      return items.isEmpty() ? 2 : (int) (items.getLast().at() - at) + length(items.getLast()) + 1;
    }
    int quotes = value instanceof JsonValue.Str ? 2 : 0;
    return value instanceof JsonValue.Obj ? 40 : value.plain().length() + quotes;
  }

  /// Evidence for the file as a whole.
  Evidence evidence() {
    return text.evidenceWhole("");
  }
}
