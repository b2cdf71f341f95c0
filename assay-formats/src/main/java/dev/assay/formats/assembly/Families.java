package dev.assay.formats.assembly;

import dev.assay.formats.DTypes;
import dev.assay.formats.JsonValue;
import dev.assay.model.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// The shapes that configurations give to tensors, by families of architectures, from a readable
/// file.
final class Families {
  private static final int MOST = 200_000;

  private final Map<String, String> defaults = new TreeMap<>();
  private final List<Family> families = new ArrayList<>();

  /// One family.
  ///
  /// @param name in words
  /// @param types the configuration's types that belong to it
  /// @param tensors shapes by name from the end
  record Family(String name, Set<String> types, List<Pattern> tensors) {}

  /// One tensor of a family.
  ///
  /// @param name its name from the end: `*` is any part, `<n>` a part that is a number, which the
  ///   shape can use as n
  /// @param shape its dimensions, of which one that comes to 0 is not there
  record Pattern(String name, String[] parts, List<String> shape) {}

  /// How a set of tensors compares with a configuration.
  ///
  /// @param family the family's name
  /// @param same how many tensors have the shape that the fields give
  /// @param others what the others have instead, in words
  record Outcome(String family, int same, List<String> others) {}

  private static final class BuiltIn {
    private static final Families ALL = load();
  }

  /// The families that come with Assay, read when a release first asks for one.
  static Families builtIn() {
    return BuiltIn.ALL;
  }

  /// The same, read again.
  static Families load() {
    try (InputStream in = Families.class.getResourceAsStream("families.json")) {
      if (in == null) {
        throw new IllegalStateException("families.json is not on the class path");
      }
      return new Families(JsonValue.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Families(JsonValue file) {
    file.object("defaults").members().forEach((k, v) -> defaults.put(k, v.plain()));
    for (JsonValue f : file.items("families")) {
      var types = new TreeSet<String>();
      f.items("types").forEach(t -> types.add(t.plain()));
      var patterns = new ArrayList<Pattern>();
      f.object("tensors")
          .members()
          .forEach((name, shape) ->
              patterns.add(
                  new Pattern(
                      name,
                      name.split("\\."),
                      ((JsonValue.Arr) shape).items().stream().map(JsonValue::plain).toList())));
      families.add(new Family(f.text("name").orElseThrow(), types, patterns));
    }
  }

  /// The family of a type, if there is one.
  Optional<Family> of(String type) {
    return families.stream().filter(f -> f.types().contains(type)).findFirst();
  }

  List<Family> all() {
    return families;
  }

  /// Compares tensors with what the fields give.
  ///
  /// @param tower whether the tensors that are meant are those of a tower for pictures, and not all
  ///   others
  Outcome compare(
      Family family, List<Tensor> tensors, Function<String, OptionalLong> fields, boolean tower) {
    int same = 0;
    var others = new ArrayList<String>();
    int n = 0;
    for (Tensor t : tensors) {
      if (n++ == MOST || !DTypes.isFloat(t.type()) || !meant(t.name(), tower)) {
        continue;
      }
      Pattern p = match(family, t.name());
      if (p == null) {
        continue;
      }
      List<Long> expected = new ArrayList<>();
      Boolean fits = fits(p, t, bound(p, t.name(), fields), expected);
      if (fits == null) {
        continue;
      }
      if (fits) {
        same++;
      } else if (others.size() < 20) {
        others.add(
            t.name()
                + " is "
                + dims(t.shape())
                + " where the configuration gives "
                + dims(expected)
                + " ("
                + String.join(" × ", p.shape()).replace("~", "")
                + ")");
      }
    }
    return new Outcome(family.name(), same, others);
  }

  /// How many elements the fields give a tensor; empty where the family does not know its name.
  OptionalLong elements(
      Family family, String tensor, Function<String, OptionalLong> fields, boolean tower) {
    Pattern p = meant(tensor, tower) ? match(family, tensor) : null;
    if (p == null) {
      return OptionalLong.empty();
    }
    long n = 1;
    var known = bound(p, tensor, fields);
    for (String text : p.shape()) {
      String plain = text.startsWith("~") ? text.substring(1) : text;
      OptionalLong v = Expression.value(plain, f -> field(f, known, 0));
      if (v.isEmpty()) {
        return v;
      }
      n *= v.getAsLong() == 0 ? 1 : v.getAsLong();
    }
    return OptionalLong.of(n);
  }

  /// Parts of models of several modes have fields of their own, as have layers that predict further
  /// tokens.
  private static boolean meant(String name, boolean tower) {
    boolean pictures = ofTower(name);
    return tower
        ? pictures
        : !pictures && !name.contains("image") && !name.contains("audio") && !name.contains("mtp.");
  }

  /// Whether a tensor belongs to a tower for pictures, by its name.
  static boolean ofTower(String name) {
    return name.contains("visual") || name.contains("vision");
  }

  private static @org.jspecify.annotations.Nullable Pattern match(Family family, String name) {
    String[] parts = name.split("\\.");
    for (Pattern p : family.tensors()) {
      if (ends(parts, p.parts())) {
        return p;
      }
    }
    return null;
  }

  private static boolean ends(String[] name, String[] pattern) {
    int shift = name.length - pattern.length;
    if (shift < 0) {
      return false;
    }
    for (int i = pattern.length - 1; i >= 0; i--) {
      String wanted = pattern[i];
      String has = name[shift + i];
      boolean same =
          wanted.equals("*") || (wanted.startsWith("<") ? number(has) : wanted.equals(has));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static boolean number(String part) {
    return !part.isEmpty() && part.length() < 6 && part.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// The fields, and the numbers of the tensor's name that its pattern gives a letter.
  private static Function<String, OptionalLong> bound(
      Pattern p, String name, Function<String, OptionalLong> fields) {
    if (p.name().indexOf('<') < 0) {
      return fields;
    }
    String[] parts = name.split("\\.");
    int shift = parts.length - p.parts().length;
    return field -> {
      for (int i = 0; i < p.parts().length; i++) {
        if (p.parts()[i].equals("<" + field + ">")) {
          return OptionalLong.of(Long.parseLong(parts[shift + i]));
        }
      }
      return fields.apply(field);
    };
  }

  private @org.jspecify.annotations.Nullable Boolean fits(
      Pattern p, Tensor t, Function<String, OptionalLong> fields, List<Long> expected) {
    boolean same = true;
    for (String text : p.shape()) {
      boolean padded = text.startsWith("~");
      OptionalLong v =
          Expression.value(padded ? text.substring(1) : text, f -> field(f, fields, 0));
      if (v.isEmpty()) {
        return null;
      }
      long wanted = v.getAsLong();
      if (wanted == 0) {
        continue;
      }
      int i = expected.size();
      expected.add(wanted);
      if (i < t.shape().size()) {
        long has = t.shape().get(i);
        same &= padded ? has >= wanted && has <= padded(wanted) : has == wanted;
      }
    }
    return same && expected.size() == t.shape().size();
  }

  /// The most rows that padding to a round number explains.
  static long padded(long rows) {
    return rows + Math.max(1024, rows / 8);
  }

  private OptionalLong field(String name, Function<String, OptionalLong> fields, int depth) {
    OptionalLong own = fields.apply(name);
    String instead = defaults.get(name);
    if (own.isPresent() || instead == null || depth > 4) {
      return own;
    }
    return Expression.value(instead, f -> field(f, fields, depth + 1));
  }

  static String dims(List<Long> shape) {
    return shape.stream().map(String::valueOf).collect(java.util.stream.Collectors.joining("×"));
  }
}
