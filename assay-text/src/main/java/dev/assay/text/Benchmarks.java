package dev.assay.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The names of public evaluation sets, from `benchmarks.txt`.
final class Benchmarks {
  private static final List<String> NAMES = load();

  private Benchmarks() {}

  static List<String> names() {
    return NAMES;
  }

  /// Whether a part of a path is such a name.
  static boolean inPath(String path) {
    for (String part : path.toLowerCase(Locale.ROOT).split("/")) {
      for (String name : NAMES) {
        boolean starts =
            part.startsWith(name)
                && (part.length() == name.length()
                    || !Character.isLetterOrDigit(part.charAt(name.length())));
        if (starts) {
          return true;
        }
      }
    }
    return false;
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
