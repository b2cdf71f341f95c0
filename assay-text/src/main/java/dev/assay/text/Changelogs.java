package dev.assay.text;

import java.util.List;

/// Tells the record of a project's versions by its name, or by what it calls itself.
final class Changelogs {
  private static final List<String> NAMES =
      List.of(
          "changelog",
          "changes.",
          "history.",
          "history_changelog",
          "release_notes",
          "releasenotes",
          "releases.");

  private static final List<String> WHOLE = List.of("changes", "history");

  private static final List<String> TITLES =
      List.of(
          "release notes",
          "changelog",
          "change log",
          "version history",
          "release history",
          "revision history");

  private Changelogs() {}

  /// @param name the file's name, lower case, with underscores between its words
  /// @param title its first heading, lower case, with blanks between its words
  static boolean isOne(String name, String title) {
    if (AnyOf.is(NAMES, name::startsWith) || WHOLE.contains(name)) {
      return true;
    }
    // News are as often announcements; those of a package begin with its newest version.
    boolean news = name.startsWith("news.") || name.equals("news");
    boolean named = AnyOf.is(TITLES, title::startsWith) && !name.startsWith("readme");
    return named || news && (hasVersion(title) || title.contains("development version"));
  }

  /// Whether a heading has a number of parts, as versions have: `tool 0.7.1`.
  private static boolean hasVersion(String title) {
    for (int dot = title.indexOf('.'); dot >= 0; dot = title.indexOf('.', dot + 1)) {
      if (dot > 0
          && dot + 1 < title.length()
          && Character.isDigit(title.charAt(dot - 1))
          && Character.isDigit(title.charAt(dot + 1))) {
        return true;
      }
    }
    return false;
  }
}
