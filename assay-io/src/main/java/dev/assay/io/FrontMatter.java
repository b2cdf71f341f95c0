package dev.assay.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The machine-readable head of a card: YAML between `---` lines, or `<!-- key: value -->`
/// comments.
///
/// @param status whether there is one and whether it could be read
/// @param reason for {@link Status#BROKEN}: what is wrong, in words
/// @param first the first line of it, or 0
/// @param last the last line of it, or 0; the body starts after it
/// @param values what it says: strings, numbers, booleans, lists and maps
/// @param lines the line on which each top-level key stands
public record FrontMatter(
    Status status,
    String reason,
    int first,
    int last,
    Map<String, Object> values,
    Map<String, Integer> lines) {
  /// No head.
  public static final FrontMatter NONE = new FrontMatter(Status.NONE, "", 0, 0, Map.of(), Map.of());

  /// Whether there is one and whether it could be read.
  public enum Status {
    /// There is none.
    NONE,
    /// There is one, and its values are here.
    READ,
    /// There is one, and it is not YAML that can be read without guessing.
    BROKEN
  }

  public FrontMatter {
    values = Map.copyOf(values);
    lines = Map.copyOf(lines);
  }

  /// Whether it has a key.
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /// The text of a key, or the empty string.
  public String text(String key) {
    Object value = values.get(key);
    return value == null || value instanceof List<?> || value instanceof Map<?, ?>
        ? ""
        : value.toString();
  }

  /// The texts of a key that may hold one or a list.
  public List<String> texts(String key) {
    Object value = values.get(key);
    List<String> texts = new ArrayList<>();
    for (Object item : value instanceof List<?> list ? list : Arrays.asList(value)) {
      if (item != null && !(item instanceof Map<?, ?>) && !(item instanceof List<?>)) {
        texts.add(item.toString());
      }
    }
    return List.copyOf(texts);
  }

  /// The line of a key, or the first line.
  public int line(String key) {
    return lines.getOrDefault(key, Math.max(1, first));
  }
}
