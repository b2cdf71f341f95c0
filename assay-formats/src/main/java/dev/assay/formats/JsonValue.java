package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/// A small JSON document in memory: a configuration, not a header of a million tensors. Each value
/// knows where it begins, so that evidence can point to it.
public sealed interface JsonValue {
  /// How many values a document may hold.
  int MOST = 1_000_000;

  /// Where it begins: characters from the start.
  long at();

  /// The value in few words: a text's characters, a number's digits.
  String plain();

  /// An object, in the order of the document.
  record Obj(Map<String, JsonValue> members, long at) implements JsonValue {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public String plain() {
      return "{" + members.size() + " members}";
    }
  }

  /// An array.
  record Arr(List<JsonValue> items, long at) implements JsonValue {
    public Arr {
      items = List.copyOf(items);
    }

    @Override
    public String plain() {
      return "[" + items.size() + " items]";
    }
  }

  /// A text.
  record Str(String value, long at) implements JsonValue {
    @Override
    public String plain() {
      return value;
    }
  }

  /// A number as it is written.
  record Num(String written, long at) implements JsonValue {
    /// The number, when it is whole and a long holds it.
    public Optional<Long> whole() {
      try {
        return Optional.of(Long.parseLong(written));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }

    @Override
    public String plain() {
      return written;
    }
  }

  /// True or false.
  record Bool(boolean value, long at) implements JsonValue {
    @Override
    public String plain() {
      return String.valueOf(value);
    }
  }

  /// Null.
  record Null(long at) implements JsonValue {
    @Override
    public String plain() {
      return "null";
    }
  }

  /// A member of an object; null where this is no object or has none of that name.
  default @Nullable JsonValue get(String name) {
    return this instanceof Obj o ? o.members().get(name) : null;
  }

  /// A member that is a text.
  default Optional<String> text(String name) {
    return get(name) instanceof Str s ? Optional.of(s.value()) : Optional.empty();
  }

  /// A member that is a whole number of a long's size.
  default Optional<Long> number(String name) {
    return get(name) instanceof Num n ? n.whole() : Optional.empty();
  }

  /// A member that is true or false.
  default Optional<Boolean> flag(String name) {
    return get(name) instanceof Bool b ? Optional.of(b.value()) : Optional.empty();
  }

  /// A member's object; empty where there is none.
  default Obj object(String name) {
    return get(name) instanceof Obj o ? o : new Obj(Map.of(), at());
  }

  /// A member's items; empty where there are none.
  default List<JsonValue> items(String name) {
    return get(name) instanceof Arr a ? a.items() : List.of();
  }

  /// Reads a whole document.
  ///
  /// @throws Malformed when it is not JSON or over a limit
  static JsonValue read(String text) {
    try (JsonReader in = JsonReader.over(text)) {
      return whole(in);
    }
  }

  /// Reads a whole document from bytes.
  ///
  /// @throws Malformed when it is not JSON or over a limit
  static JsonValue read(ByteSource bytes) {
    if (bytes.size() > Limits.UNPACKED / 4) {
      throw new Malformed(-1, "a JSON document of " + bytes.size() + " bytes is over the limit");
    }
    try (JsonReader in = JsonReader.over(bytes, 0, bytes.size())) {
      return whole(in);
    }
  }

  private static JsonValue whole(JsonReader in) {
    JsonToken first = in.next();
    if (first == null) {
      throw new Malformed(0, "JSON: empty");
    }
    JsonValue value = value(in, first, new int[] {MOST});
    in.end();
    return value;
  }

  /// Reads the value that `token` begins; `left` is how many more values may be read. Recursion is
  /// bounded by the reader's depth.
  static JsonValue value(JsonReader in, JsonToken token, int[] left) {
    if (--left[0] < 0) {
      throw new Malformed(in.offset(), "JSON: more than " + MOST + " values");
    }
    long at = in.offset();
    return switch (token) {
      case START_OBJECT -> {
        var members = new LinkedHashMap<String, JsonValue>();
        while (required(in) != JsonToken.END_OBJECT) {
          String name = in.name();
          members.put(name, value(in, required(in), left));
        }
        yield new Obj(members, at);
      }
      case START_ARRAY -> {
        var items = new ArrayList<JsonValue>();
        for (JsonToken t = required(in); t != JsonToken.END_ARRAY; t = required(in)) {
          items.add(value(in, t, left));
        }
        yield new Arr(items, at);
      }
      case VALUE_STRING -> new Str(in.text(), at);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Num(in.text(), at);
      case VALUE_TRUE -> new Bool(true, at);
      case VALUE_FALSE -> new Bool(false, at);
      case VALUE_NULL -> new Null(at);
      default -> throw new Malformed(at, "JSON: " + token + " where a value must be");
    };
  }

  private static JsonToken required(JsonReader in) {
    JsonToken token = in.next();
    if (token == null) {
      throw new Malformed(in.offset(), "JSON: ends in the middle");
    }
    return token;
  }
}
