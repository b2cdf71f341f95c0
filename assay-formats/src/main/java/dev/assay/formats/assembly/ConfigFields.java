package dev.assay.formats.assembly;

import dev.assay.formats.JsonValue;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Fields of a configuration as numbers.
final class ConfigFields {
  private static final String VISION = "vision_";

  private ConfigFields() {}

  /// A whole number, where the text is one.
  static OptionalLong whole(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /// The fields of a model's configuration as families ask for them; `vision_X` is the field X of
  /// the part of the configuration that is about pictures.
  static Function<String, OptionalLong> fields(JsonValue.Obj root, JsonValue.Obj model) {
    return name ->
        name.startsWith(VISION)
            ? number(root.object("vision_config"), name.substring(VISION.length()))
            : number(model, name);
  }

  /// A field that is a whole number and stands in the object itself.
  static OptionalLong plain(JsonValue.Obj o, String name) {
    Long n = o.number(name).orElse(null);
    return n == null ? OptionalLong.empty() : OptionalLong.of(n);
  }

  /// A field as a number: true is 1 and false is 0. `a.b` is the member b of the object a, or
  /// whether the text a is b; `a[2]` is an element of the list a, and `a.length` how many it has.
  ///
  /// @throws ArithmeticException when it is a fraction
  static OptionalLong number(JsonValue.Obj o, String name) {
    int dot = name.indexOf('.');
    if (dot > 0) {
      return member(o.get(name.substring(0, dot)), name.substring(dot + 1));
    }
    if (name.endsWith("]")) {
      int bracket = name.indexOf('[');
      List<JsonValue> items = o.items(name.substring(0, bracket));
      OptionalLong at = whole(name.substring(bracket + 1, name.length() - 1));
      return at.isPresent() && at.getAsLong() < items.size()
          ? number(items.get((int) at.getAsLong()))
          : OptionalLong.empty();
    }
    return number(o.get(name));
  }

  private static OptionalLong member(@Nullable JsonValue of, String name) {
    return switch (of) {
      case JsonValue.Obj o -> number(o, name);
      case JsonValue.Str s -> OptionalLong.of(s.value().equals(name) ? 1 : 0);
      case JsonValue.Arr a when name.equals("length") -> OptionalLong.of(a.items().size());
      case null, default -> OptionalLong.empty();
    };
  }

  private static OptionalLong number(@Nullable JsonValue v) {
    if (v instanceof JsonValue.Bool b) {
      return OptionalLong.of(b.value() ? 1 : 0);
    }
    if (!(v instanceof JsonValue.Num n)) {
      return OptionalLong.empty();
    }
    Long whole = n.whole().orElse(null);
    return whole == null ? rounded(n.written()) : OptionalLong.of(whole);
  }

  // "4.0" is four. Of a fraction no dimension is made, nor is what families take for a field that
  // is not there: `Expression` makes nothing of it.
  private static OptionalLong rounded(String written) {
    double d;
    try {
      d = Double.parseDouble(written);
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
    if (d != Math.rint(d) || Math.abs(d) > 1e15) {
      throw new ArithmeticException(written + " is no whole number");
    }
    return OptionalLong.of((long) d);
  }
}
