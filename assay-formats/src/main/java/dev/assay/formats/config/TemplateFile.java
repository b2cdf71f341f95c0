package dev.assay.formats.config;

import dev.assay.formats.ChatTemplate;
import dev.assay.formats.JsonValue;
import dev.assay.formats.TextHead;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Templates and other files that name code, beside the configurations that have a name of their
/// own ({@link ModelConfig}): chat templates as files, JSON and YAML with templates or with classes
/// to import. A file that reaches out of no sandbox and names no class is no artefact and is passed
/// over.
public final class TemplateFile implements WeightsFormat {
  private static final long LARGEST = 16L << 20;
  private static final List<String> TEMPLATES = List.of(".jinja", ".jinja2", ".j2", ".template");

  @Override
  public String id() {
    return "template";
  }

  @Override
  public String title() {
    return "template or configuration that runs code";
  }

  @Override
  public Weights.Kind kind() {
    return Weights.Kind.OTHER;
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (isTemplate(entry.name())) {
      return true;
    }
    if (isYaml(entry.name())) {
      return TextHead.contains(head, "chat_template");
    }
    return TextHead.begins(head, '{')
        && (entry.name().equals("chat_template.json")
            || TextHead.contains(head, "\"chat_template\"", "\"auto_map\""));
  }

  private static boolean isTemplate(String name) {
    String n = name.toLowerCase(Locale.ROOT);
    for (String ending : TEMPLATES) {
      if (n.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isYaml(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  // Only what has something to say is an artefact.
  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    return !read("", entry, bytes).dangers().isEmpty();
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    out.kind(Weights.Kind.OTHER).uncounted().header(0, Math.min(bytes.size(), 4096));
    if (bytes.size() > LARGEST) {
      throw new Malformed(-1, "a configuration of " + bytes.size() + " bytes is over the limit");
    }
    if (isTemplate(entry.name()) || isYaml(entry.name())) {
      String text = new String(bytes.bytes(0, (int) bytes.size()), StandardCharsets.UTF_8);
      ChatTemplate.danger(text).ifPresent(d -> out.danger(d, 0, bytes.size()));
      return out.build();
    }
    Deque<JsonValue> waiting = new ArrayDeque<>();
    waiting.add(JsonValue.read(bytes));
    while (!waiting.isEmpty()) {
      switch (waiting.removeFirst()) {
        case JsonValue.Obj o ->
            o.members().forEach((key, value) -> member(out, key, value, waiting));
        case JsonValue.Arr a -> waiting.addAll(a.items());
        default -> {}
      }
    }
    return out.build();
  }

  private static void member(
      WeightsBuilder out, String key, JsonValue value, Deque<JsonValue> waiting) {
    if (key.equals("auto_map")) {
      code(out, value);
    } else if (key.contains("template")) {
      templates(out, value);
    } else {
      waiting.add(value);
    }
  }

  // A class for each task, `module.Class`, or `owner/repository--module.Class` for code from
  // elsewhere; tokenizers give a list of two.
  /// Adds the classes that an `auto_map` names.
  static void code(WeightsBuilder out, JsonValue map) {
    if (!(map instanceof JsonValue.Obj tasks)) {
      return;
    }
    for (Map.Entry<String, JsonValue> task : tasks.members().entrySet()) {
      List<JsonValue> names =
          task.getValue() instanceof JsonValue.Arr a ? a.items() : List.of(task.getValue());
      for (JsonValue name : names) {
        if (name instanceof JsonValue.Str s && !s.value().isBlank()) {
          long to = s.at() + s.value().length() + 2;
          out.fact(Weights.Topic.REMOTE_CODE, "auto_map." + task.getKey(), s.value(), s.at(), to);
          int split = s.value().indexOf("--");
          String where =
              split < 0 ? "code of this release" : "code of " + s.value().substring(0, split);
          out.danger(
              "loading it with trust_remote_code runs "
                  + where
                  + ": "
                  + s.value().substring(split < 0 ? 0 : split + 2),
              s.at(),
              to);
        }
      }
    }
  }

  // A text, or a list of objects with a name and a text, or an object of texts.
  /// Adds what is dangerous in templates.
  static void templates(WeightsBuilder out, JsonValue value) {
    Deque<JsonValue> waiting = new ArrayDeque<>();
    waiting.add(value);
    while (!waiting.isEmpty()) {
      switch (waiting.removeFirst()) {
        case JsonValue.Str s ->
            ChatTemplate.danger(s.value())
                .ifPresent(d -> out.danger(d, s.at(), s.at() + s.value().length() + 2));
        case JsonValue.Arr a -> waiting.addAll(a.items());
        case JsonValue.Obj o -> waiting.addAll(o.members().values());
        default -> {}
      }
    }
  }
}
