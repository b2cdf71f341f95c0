package dev.assay.bench.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// YAML as maps, lists and values, to be written again. What only YAML can say (tags, anchors,
/// several documents) is not read, and neither is a text whose comments say something of their own.
final class Yaml {
  /// A comment that is more than a remark.
  private static final Pattern TELLING_COMMENT =
      Pattern.compile("(?im)^[^\"'\\n]*#.*(?:licen[cs]|copyright|spdx|https?:)");

  /// What is no word: a tag, an anchor, an alias, or a merge of keys.
  private static final Pattern ONLY_YAML =
      Pattern.compile("(?m)(?:^|[:\\-,\\[{]\\s+)[!&*][\\w!]|^\\s*<<:|^%|^\\.\\.\\.");

  /// Words that readers of older YAML take for something else where they are not quoted.
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][\\w./ -]*[\\w/]|[A-Za-z_]");

  private static final Set<String> NO_WORDS =
      Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf");

  private Yaml() {}

  /// The one document of a text; empty where it cannot be said otherwise.
  static Optional<Node> read(String text) {
    if (TELLING_COMMENT.matcher(text).find() || ONLY_YAML.matcher(text).find()) {
      return Optional.empty();
    }
    try {
      var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
      return new Compose(settings)
          .composeString(text)
          .filter(n -> n instanceof MappingNode || n instanceof SequenceNode)
          .filter(Yaml::keysDiffer);
    } catch (YamlEngineException e) {
      return Optional.empty();
    }
  }

  /// The parser lets a key stand twice; JSON and most readers do not.
  private static boolean keysDiffer(Node node) {
    return switch (node) {
      case MappingNode map -> {
        var keys = new HashSet<String>();
        yield map.getValue().stream()
            .allMatch(t ->
                t.getKeyNode() instanceof ScalarNode key
                    && keys.add(key.getValue())
                    && keysDiffer(t.getValueNode()));
      }
      case SequenceNode list -> list.getValue().stream().allMatch(Yaml::keysDiffer);
      default -> true;
    };
  }

  /// The node in JSON, on one line or indented by two; empty where JSON has no such value.
  static Optional<String> json(Node node, boolean oneLine) {
    var out = new StringBuilder();
    return json(node, oneLine ? null : "\n", out) ? Optional.of(out.toString()) : Optional.empty();
  }

  private static boolean json(Node node, @Nullable String indent, StringBuilder out) {
    @Nullable String inner = indent == null ? null : indent + "  ";
    String separator = indent == null ? ", " : ",";
    switch (node) {
      case MappingNode map -> {
        out.append('{');
        for (int i = 0; i < map.getValue().size(); i++) {
          NodeTuple entry = map.getValue().get(i);
          out.append(i > 0 ? separator : "").append(inner == null ? "" : inner);
          out.append(quoted(((ScalarNode) entry.getKeyNode()).getValue())).append(": ");
          if (!json(entry.getValueNode(), inner, out)) {
            return false;
          }
        }
        out.append(indent == null || map.getValue().isEmpty() ? "" : indent).append('}');
        return true;
      }
      case SequenceNode list -> {
        out.append('[');
        for (int i = 0; i < list.getValue().size(); i++) {
          out.append(i > 0 ? separator : "").append(inner == null ? "" : inner);
          if (!json(list.getValue().get(i), inner, out)) {
            return false;
          }
        }
        out.append(indent == null || list.getValue().isEmpty() ? "" : indent).append(']');
        return true;
      }
      case ScalarNode value -> {
        @Nullable String said = scalar(value);
        out.append(said);
        return said != null;
      }
      default -> {
        return false;
      }
    }
  }

  private static @Nullable String scalar(ScalarNode value) {
    String text = value.getValue();
    Tag tag = value.getTag();
    if (tag.equals(Tag.NULL)) {
      return "null";
    }
    if (tag.equals(Tag.BOOL)) {
      return text.toLowerCase(java.util.Locale.ROOT);
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(text);
    }
    return quoted(text);
  }

  private static @Nullable String number(String text) {
    if (text.matches("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][-+]?\\d+)?")) {
      return text;
    }
    try {
      return text.matches("[-+]?[\\d.]+(?:[eE][-+]?\\d+)?") && !text.matches("[-+]?0\\d+")
          ? new BigDecimal(text).toPlainString()
          : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /// The node as YAML in lines, its texts quoted where they have to be or all of them.
  static Optional<String> block(Node node, boolean allQuoted) {
    var lines = new ArrayList<String>();
    return block(node, "", allQuoted, lines)
        ? Optional.of(String.join("\n", lines) + "\n")
        : Optional.empty();
  }

  private static boolean block(Node node, String indent, boolean quote, List<String> lines) {
    switch (node) {
      case MappingNode map -> {
        for (NodeTuple entry : map.getValue()) {
          String key = text((ScalarNode) entry.getKeyNode(), quote);
          if (!entry(indent + key + ":", entry.getValueNode(), indent, quote, lines)) {
            return false;
          }
        }
        return true;
      }
      case SequenceNode list -> {
        for (Node item : list.getValue()) {
          if (!entry(indent + "-", item, indent, quote, lines)) {
            return false;
          }
        }
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  private static boolean entry(
      String before, Node value, String indent, boolean quote, List<String> lines) {
    if (value instanceof ScalarNode scalar) {
      lines.add(before + " " + text(scalar, quote));
      return true;
    }
    boolean empty =
        (value instanceof MappingNode map && map.getValue().isEmpty())
            || (value instanceof SequenceNode list && list.getValue().isEmpty());
    if (empty) {
      lines.add(before + (value instanceof MappingNode ? " {}" : " []"));
      return true;
    }
    lines.add(before);
    return block(value, indent + "  ", quote, lines);
  }

  private static String text(ScalarNode value, boolean quote) {
    String text = value.getValue();
    if (value.getTag().equals(Tag.NULL)) {
      return "null";
    }
    if (!value.getTag().equals(Tag.STR)) {
      return text;
    }
    boolean plain =
        PLAIN.matcher(text).matches()
            && !NO_WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
    return quote || !plain ? quoted(text) : text;
  }

  /// A text between quotes, as JSON and YAML both read it.
  static String quoted(String text) {
    var out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> out.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    return out.append('"').toString();
  }
}
