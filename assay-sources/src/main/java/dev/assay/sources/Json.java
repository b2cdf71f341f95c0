package dev.assay.sources;

import dev.assay.io.Malformed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// A server's or a cache's JSON in memory, read within limits. What is missing or of another kind
/// is {@link Json#NONE}, so that a path of names can be asked for without looking at each step.
public final class Json {
  /// Nothing there.
  public static final Json NONE = new Json(null);

  private static final int DEPTH = 64;
  private static final int MOST_VALUES = 5_000_000;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DEPTH).maxNumberLength(100).build())
          .build();

  private final @Nullable Object value;

  private Json(@Nullable Object value) {
    this.value = value;
  }

  /// Reads a document.
  ///
  /// @throws Malformed when it is none or over a limit
  public static Json parse(byte[] text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      int[] left = {MOST_VALUES};
      Object value = read(parser, parser.nextToken(), left);
      if (parser.nextToken() != null) {
        throw new Malformed(-1, "not JSON: more after its end");
      }
      return new Json(value);
    } catch (JacksonException e) {
      throw new Malformed(-1, "not JSON that can be read");
    }
  }

  // The nesting is bounded by the parser before this can go deep.
  private static @Nullable Object read(JsonParser parser, @Nullable JsonToken token, int[] left) {
    if (left[0]-- <= 0) {
      throw new Malformed(-1, "holds more than " + MOST_VALUES + " values");
    }
    if (token == null) {
      throw new Malformed(-1, "not JSON: it ends too early");
    }
    return switch (token) {
      case START_OBJECT -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          map.put(name, read(parser, parser.nextToken(), left));
        }
        yield map;
      }
      case START_ARRAY -> {
        var list = new ArrayList<@Nullable Object>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
          list.add(read(parser, t, left));
        }
        yield list;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Number(parser.getString());
      default -> throw new Malformed(-1, "not JSON");
    };
  }

  private record Number(String written) {}

  /// A member of an object.
  public Json get(String name) {
    return value instanceof Map<?, ?> map && map.get(name) != null ? new Json(map.get(name)) : NONE;
  }

  /// The items of an array; none where it is no array.
  public List<Json> items() {
    return value instanceof List<?> list ? list.stream().map(Json::new).toList() : List.of();
  }

  /// The members of an object in their order; none where it is no object.
  public Map<String, Json> members() {
    var members = new LinkedHashMap<String, Json>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> members.put(String.valueOf(name), new Json(member)));
    }
    return members;
  }

  /// Its text, or null where it is none.
  public @Nullable String text() {
    return value instanceof String text ? text : null;
  }

  /// Its text, or `otherwise`.
  public String text(String otherwise) {
    return value instanceof String text ? text : otherwise;
  }

  /// Its whole number, or `otherwise`.
  public long whole(long otherwise) {
    try {
      return value instanceof Number(String written) ? Long.parseLong(written) : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /// Whether it is `true`.
  public boolean isTrue() {
    return Boolean.TRUE.equals(value);
  }

  /// Whether there is anything.
  public boolean isHere() {
    return value != null;
  }
}
