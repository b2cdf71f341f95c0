package dev.assay.formats.trees;

import dev.assay.formats.JsonReader;
import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import tools.jackson.core.JsonToken;

/// What looks at a large document of nested objects as it streams by, in JSON or in UBJSON. A path
/// is names joined by `/`, with `[]` for the items of an array.
interface Outline {

  /// Whether what lies under a path is wanted at all.
  boolean enters(String path);

  /// A text or a number.
  void scalar(String path, String text, long from, long to);

  /// How many items an array had.
  void items(String path, long count);

  /// The path of a member. Paths stop growing where no document of ours has any: names of any
  /// length, repeated on each of a million members, would cost more than the file.
  static String inner(String path, String name) {
    if (path.length() > 500) {
      return path;
    }
    String kept = name.length() > 200 ? name.substring(0, 200) : name;
    return path.isEmpty() ? kept : path + "/" + kept;
  }

  /// Walks a JSON document.
  static void json(ByteSource source, Outline outline) {
    try (JsonReader in = JsonReader.over(source, 0, source.size())) {
      JsonToken first = in.next();
      if (first != JsonToken.START_OBJECT) {
        throw new Malformed(0, "JSON: no object");
      }
      value(in, first, "", outline);
      in.end();
    }
  }

  // Recursion is bounded by the depth that the reader lets through.
  private static void value(JsonReader in, JsonToken token, String path, Outline outline) {
    switch (token) {
      case START_OBJECT -> {
        for (JsonToken t = in.next(); t != JsonToken.END_OBJECT; t = in.next()) {
          if (t == null) {
            throw new Malformed(in.offset(), "JSON: ends in the middle");
          }
          String name = in.name();
          String inner = inner(path, name);
          if (outline.enters(inner)) {
            value(in, required(in), inner, outline);
          } else {
            in.skip();
          }
        }
      }
      case START_ARRAY -> {
        String inner = path + "[]";
        boolean inside = outline.enters(inner);
        long n = 0;
        for (JsonToken t = required(in); t != JsonToken.END_ARRAY; t = required(in)) {
          if (inside) {
            value(in, t, inner, outline);
          } else {
            in.skip();
          }
          n++;
        }
        outline.items(path, n);
      }
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        long at = in.offset();
        String text = in.text();
        outline.scalar(path, text, at, at + text.length());
      }
      default -> {}
    }
  }

  private static JsonToken required(JsonReader in) {
    JsonToken token = in.next();
    if (token == null) {
      throw new Malformed(in.offset(), "JSON: ends in the middle");
    }
    return token;
  }
}
