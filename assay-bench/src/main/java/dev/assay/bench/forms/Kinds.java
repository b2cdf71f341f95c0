package dev.assay.bench.forms;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a file is, by its name.
final class Kinds {
  private static final Pattern LICENCE =
      Pattern.compile("(?i)(?:un)?licen[cs]e(?:[-_.][a-z0-9-]+)?|copying");

  private Kinds() {}

  /// Whether it is written in Markdown.
  static boolean markdown(String path) {
    return ends(path, ".md", ".markdown");
  }

  static boolean python(String path) {
    return ends(path, ".py");
  }

  static boolean shell(String path) {
    return ends(path, ".sh", ".bash");
  }

  static boolean json(String path) {
    return ends(path, ".json");
  }

  static boolean yaml(String path) {
    return ends(path, ".yaml", ".yml");
  }

  /// Whether it is a text that people read.
  static boolean document(String path) {
    return markdown(path) || ends(path, ".txt", ".rst") || licence(path);
  }

  /// Whether it is a text whose lines may end in any way. A shell does not run such a script.
  static boolean text(String path) {
    return document(path)
        || python(path)
        || json(path)
        || yaml(path)
        || ends(path, ".toml", ".cfg", ".ini", ".bib", ".cff", ".html", ".ipynb", ".tex", ".csv");
  }

  /// Whether its name says that it is a licence.
  static boolean licence(String path) {
    return LICENCE.matcher(name(path)).matches() && !python(path);
  }

  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// The folder that it lies in, with the slash; empty at the top.
  static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static boolean ends(String path, String... endings) {
    String small = path.toLowerCase(Locale.ROOT);
    return List.of(endings).stream().anyMatch(small::endsWith);
  }
}
