package dev.assay.formats.frameworks;

import dev.assay.formats.HeaderKeys;
import dev.assay.formats.JsonValue;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The `metadata.json` of a compiled Core ML model (a `.mlmodelc` folder): a list of one object
/// that repeats what the model's description said before it was compiled. The weights beside it
/// have no names.
public final class CompiledCoreMl implements WeightsFormat {
  private static final int LARGEST = 4 << 20;

  /// Fields of the description, and what they are about.
  private static final Map<String, Weights.Topic> FIELDS =
      Map.of(
          "author", Weights.Topic.AUTHOR,
          "license", Weights.Topic.LICENCE,
          "shortDescription", Weights.Topic.NAME,
          "generatedClassName", Weights.Topic.NAME,
          "storagePrecision", Weights.Topic.ARCHITECTURE,
          "computePrecision", Weights.Topic.ARCHITECTURE,
          "specificationVersion", Weights.Topic.TOOL);

  @Override
  public String id() {
    return "coreml-compiled";
  }

  @Override
  public String title() {
    return "Core ML, compiled";
  }

  @Override
  public Weights.Kind kind() {
    return Weights.Kind.OTHER;
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    int first = 0;
    while (first < head.length && head[first] <= ' ') {
      first++;
    }
    if (first == head.length || head[first] != '[') {
      return false;
    }
    String text = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
    return text.startsWith("[") && text.contains("\"metadataOutputVersion\"");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    if (bytes.size() > LARGEST) {
      throw new Malformed(0, "a description of more than " + LARGEST + " bytes");
    }
    // It describes weights and holds none.
    var out = new WeightsBuilder(source, entry, bytes, id()).uncounted().kind(Weights.Kind.OTHER);
    out.header(0, bytes.size());
    if (!(JsonValue.read(bytes) instanceof JsonValue.Arr(var items, long at))
        || items.isEmpty()
        || !(items.getFirst() instanceof JsonValue.Obj about)) {
      throw new Malformed(0, "no object in the list that it must be");
    }
    about
        .members()
        .forEach((key, value) -> {
          Weights.Topic topic = FIELDS.get(key);
          if (topic != null) {
            fact(out, topic, key, value, bytes.size());
          }
        });
    about
        .object("userDefinedMetadata")
        .members()
        .forEach((key, value) -> fact(out, topic(key), key, value, bytes.size()));
    return out.build();
  }

  private static void fact(
      WeightsBuilder out, Weights.Topic topic, String key, JsonValue value, long size) {
    String text = value.plain();
    if (value instanceof JsonValue.Str || value instanceof JsonValue.Num) {
      long from = Math.clamp(value.at(), 0, size - 1);
      out.fact(topic, key, text, from, Math.clamp(from + text.length() + 2, from + 1, size));
    }
  }

  // Everything under Apple's own prefix is about the tool; the rest is what the author wrote.
  private static Weights.Topic topic(String key) {
    return key.startsWith("com.github.apple.") ? Weights.Topic.TOOL : HeaderKeys.topic(key);
  }
}
