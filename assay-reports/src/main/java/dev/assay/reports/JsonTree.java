package dev.assay.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A value of a JSON document that knows its place in it, so that a refusal can name it. Read by
/// streaming; Jackson's own limits hold for depth and length.
///
/// @param at the place, for example `findings[3].state`
/// @param value a map, list, string, long, double or boolean; null for `null` and for what is not
///   there
record JsonTree(String at, @Nullable Object value) {

  /// Something in a saved assessment that is not as the schema says.
  static final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unexpected(String at, String what) {
      super((at.isEmpty() ? "the document" : at) + " " + what, null, false, false);
    }
  }

  /// The value that the parser stands on.
  static @Nullable Object parse(JsonParser parser, @Nullable JsonToken token) {
    return switch (token) {
      case START_OBJECT -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          map.put(name, parse(parser, parser.nextToken()));
        }
        yield map;
      }
      case START_ARRAY -> {
        var list = new ArrayList<@Nullable Object>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
          list.add(parse(parser, t));
        }
        yield list;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case null, default -> throw new Unexpected("", "ends too early");
    };
  }

  JsonTree get(String name) {
    String place = at.isEmpty() ? name : at + "." + name;
    if (value instanceof Map<?, ?> map) {
      return new JsonTree(place, map.get(name));
    }
    throw new Unexpected(at, "is not an object");
  }

  boolean missing() {
    return value == null;
  }

  <T> List<T> list(Function<JsonTree, T> each) {
    if (value instanceof List<?> list) {
      var values = new ArrayList<T>(list.size());
      for (int i = 0; i < list.size(); i++) {
        values.add(each.apply(new JsonTree(at + "[" + i + "]", list.get(i))));
      }
      return values;
    }
    throw new Unexpected(at, "is not a list");
  }

  /// A list that may be left out.
  <T> List<T> optionalList(Function<JsonTree, T> each) {
    return missing() ? List.of() : list(each);
  }

  String string() {
    if (value instanceof String s) {
      return s;
    }
    throw new Unexpected(at, missing() ? "is missing" : "is not a string");
  }

  @Nullable String stringOrNull() {
    return missing() ? null : string();
  }

  long number() {
    if (value instanceof Long n) {
      return n;
    }
    throw new Unexpected(at, missing() ? "is missing" : "is not a whole number");
  }

  double fraction() {
    return value instanceof Double d ? d : number();
  }

  int smallNumber() {
    long n = number();
    if (n != (int) n) {
      throw new Unexpected(at, "is out of range: " + n);
    }
    return (int) n;
  }

  <E extends Enum<E>> E word(Class<E> type) {
    String word = string();
    return Stream.of(type.getEnumConstants())
        .filter(c -> JsonText.word(c).equals(word))
        .findFirst()
        .orElseThrow(() ->
            new Unexpected(
                at,
                "is not a "
                    + type.getSimpleName().toLowerCase(Locale.ROOT)
                    + " that this version knows: "
                    + SafeText.cut(SafeText.line(word), 60)));
  }

  <E extends Enum<E>> Set<E> words(Class<E> type) {
    return list(t -> t.word(type)).stream().collect(Collectors.toUnmodifiableSet());
  }
}
