package dev.assay.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The names of public evaluation sets, from `benchmarks.txt`.
final class Benchmarks {
  private static final List<String> NAMES = load();

  private static final Map<Character, List<String>> BY_FIRST = byFirst();

  private Benchmarks() {}

  static List<String> names() {
    return NAMES;
  }

  /// Whether a part of a path is such a name.
  static boolean inPath(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    int from = 0;
    while (from < lower.length()) {
      int slash = lower.indexOf('/', from);
      int to = slash < 0 ? lower.length() : slash;
      if (to > from && begins(lower, from, to)) {
        return true;
      }
      from = to + 1;
    }
    return false;
  }

  /// Whether one of the names, as a whole, is what a part of a path begins with.
  private static boolean begins(String lower, int from, int to) {
    for (String name : BY_FIRST.getOrDefault(lower.charAt(from), List.of())) {
      int end = from + name.length();
      if (end <= to
          && lower.startsWith(name, from)
          && (end == to || !Character.isLetterOrDigit(lower.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static Map<Character, List<String>> byFirst() {
    Map<Character, List<String>> names = new HashMap<>();
    for (String name : NAMES) {
      names.computeIfAbsent(name.charAt(0), c -> new ArrayList<>(2)).add(name);
    }
    return names;
  }

  private static List<String> load() {
    try (InputStream in = Benchmarks.class.getResourceAsStream("benchmarks.txt")) {
      if (in == null) {
        throw new IllegalStateException("no benchmarks.txt");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
