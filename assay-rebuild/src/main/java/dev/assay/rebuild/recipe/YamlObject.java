package dev.assay.rebuild.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A YAML mapping read key by key: what is asked for must be there and of the right kind, and what
/// was not asked for is an error, so that a misspelt key is never passed over.
final class YamlObject {
  private final Node node;
  private final String what;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  YamlObject(Node node, String what) {
    this.node = node;
    this.what = what;
    if (!(node instanceof MappingNode mapping)) {
      throw error(node, what + " must be a mapping");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw error(tuple.getKeyNode(), "a key must be a word");
      }
      if (values.put(key.getValue(), tuple.getValueNode()) != null) {
        throw error(key, "the key \"" + key.getValue() + "\" stands twice");
      }
      keys.put(key.getValue(), key);
    }
  }

  static RecipeError.Found error(Node node, String message) {
    return node.getStartMark()
        .map(m ->
            new RecipeError.Found(new RecipeError(m.getLine() + 1, m.getColumn() + 1, message)))
        .orElseGet(() -> new RecipeError.Found(new RecipeError(0, 0, message)));
  }

  RecipeError.Found error(String message) {
    return error(node, message);
  }

  RecipeError.Found errorAt(String key, String message) {
    return error(values.getOrDefault(key, node), message);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Set<String> keys() {
    return values.keySet();
  }

  Node required(String key) {
    Node value = optional(key);
    if (value == null) {
      throw error(what + " needs the key \"" + key + "\"");
    }
    return value;
  }

  @Nullable Node optional(String key) {
    asked.add(key);
    return values.get(key);
  }

  String text(String key) {
    return scalar(required(key), key);
  }

  @Nullable String optionalText(String key) {
    Node value = optional(key);
    return value == null ? null : scalar(value, key);
  }

  String text(String key, String otherwise) {
    String value = optionalText(key);
    return value == null ? otherwise : value;
  }

  static String scalar(Node node, String what) {
    if (node instanceof ScalarNode s) {
      return s.getValue();
    }
    throw error(node, "\"" + what + "\" must be one value");
  }

  List<String> texts(String key) {
    List<String> all = new ArrayList<>();
    for (Node n : items(required(key), key)) {
      all.add(scalar(n, key));
    }
    return all;
  }

  static List<Node> items(Node node, String what) {
    if (node instanceof SequenceNode s) {
      return s.getValue();
    }
    throw error(node, "\"" + what + "\" must be a list");
  }

  /// Refuses keys that nobody asked for.
  void done() {
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        throw error(
            keys.getOrDefault(key, node),
            what + " has no key \"" + key + "\"; it may have " + String.join(", ", asked));
      }
    }
  }
}
