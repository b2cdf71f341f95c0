package dev.assay.formats.language;

import dev.assay.formats.JsonValue;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// spaCy's `meta.json`: licence, author, and every corpus that the pipeline was trained on with its
/// own licence. No other format says as much about its data.
public final class SpacyMeta implements WeightsFormat {
  @Override
  public String id() {
    return "spacy";
  }

  @Override
  public String title() {
    return "spaCy meta.json";
  }

  @Override
  public Weights.Kind kind() {
    return Weights.Kind.OTHER;
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (!entry.name().equals("meta.json")) {
      return false;
    }
    String text = new String(head, StandardCharsets.UTF_8).stripLeading();
    return text.startsWith("{")
        && text.contains("\"lang\"")
        && (text.contains("spacy")
            || text.contains("\"pipeline\"")
            || text.contains("\"vectors\""));
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    out.kind(Weights.Kind.OTHER).uncounted().header(0, Math.min(bytes.size(), 4096));
    JsonValue root = JsonValue.read(bytes);
    if (root.text("lang").isEmpty()) {
      throw new Malformed(0, "no language in it");
    }
    text(out, root, "name", Weights.Topic.NAME);
    text(out, root, "description", Weights.Topic.OTHER);
    text(out, root, "version", Weights.Topic.OTHER);
    text(out, root, "lang", Weights.Topic.OTHER);
    text(out, root, "license", Weights.Topic.LICENCE);
    text(out, root, "author", Weights.Topic.AUTHOR);
    text(out, root, "url", Weights.Topic.OTHER);
    text(out, root, "spacy_version", Weights.Topic.TOOL);
    text(out, root, "spacy_git_version", Weights.Topic.TOOL);
    text(out, root, "parent_package", Weights.Topic.BASE_MODEL);
    JsonValue pipeline = root.get("pipeline");
    if (pipeline instanceof JsonValue.Arr a) {
      out.fact(Weights.Topic.ARCHITECTURE, "pipeline", words(a.items()), a.at(), a.at() + 1);
    }
    sources(out, root.get("sources"));
    performance(out, root);
    return out.build();
  }

  private static String words(List<JsonValue> items) {
    return String.join(", ", items.stream().limit(200).map(JsonValue::plain).toList());
  }

  private static void text(WeightsBuilder out, JsonValue root, String key, Weights.Topic topic) {
    if (root.get(key) instanceof JsonValue.Str s) {
      out.fact(topic, key, s.value(), s.at(), s.at() + s.value().length() + 2);
    }
  }

  // A list of objects with name, url, licence and author; older files have plain texts.
  private static void sources(
      WeightsBuilder out, @org.jspecify.annotations.Nullable JsonValue sources) {
    List<JsonValue> items = sources instanceof JsonValue.Arr a ? a.items() : List.of();
    for (JsonValue s : items) {
      var parts = new ArrayList<String>();
      parts.add(s instanceof JsonValue.Str text ? text.value() : s.text("name").orElse(""));
      s.text("license").filter(l -> !l.isBlank()).ifPresent(l -> parts.add("licence: " + l));
      s.text("author").filter(l -> !l.isBlank()).ifPresent(l -> parts.add("author: " + l));
      s.text("url").filter(l -> !l.isBlank()).ifPresent(parts::add);
      String value = String.join("; ", parts);
      out.fact(Weights.Topic.TRAINING_DATA, "sources", value, s.at(), s.at() + value.length());
    }
  }

  private static void performance(WeightsBuilder out, JsonValue root) {
    JsonValue.Obj scores =
        root.object(root.get("performance") == null ? "accuracy" : "performance");
    for (Map.Entry<String, JsonValue> e : scores.members().entrySet()) {
      if (e.getValue() instanceof JsonValue.Num n) {
        String key = e.getKey().toLowerCase(Locale.ROOT);
        var topic =
            key.equals("speed") || key.endsWith("_loss")
                ? Weights.Topic.OTHER
                : Weights.Topic.METRIC;
        out.fact(topic, e.getKey(), n.written(), n.at(), n.at() + n.written().length());
      }
    }
  }
}
