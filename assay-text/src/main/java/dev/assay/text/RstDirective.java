package dev.assay.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How what stands below a directive of reStructuredText is read.
enum RstDirective {
  /// As it stands.
  CODE,

  /// As HTML, if it says so; else not at all.
  RAW,

  /// Its argument is a picture's address, what stands below it words.
  PICTURE,

  /// Its argument is where its words begin.
  WORDS,

  /// Its argument is a line of its own above words.
  TITLED,

  /// Its argument heads what follows, although it is no section.
  HEADING,

  /// Rows of items in items.
  LIST_TABLE,

  /// Rows of values between commas.
  CSV_TABLE,

  /// Not at all: it lists pages, or steers the program that sets the document.
  NOTHING,

  /// One that an extension brings: what stands below it is words, its argument may be anything.
  OTHER;

  private static final Map<RstDirective, Set<String>> NAMES =
      Map.of(
          CODE,
          Set.of(
              "code",
              "code-block",
              "sourcecode",
              "parsed-literal",
              "math",
              "doctest",
              "testcode",
              "testsetup",
              "testoutput",
              "prompt",
              "console",
              "ipython",
              "jupyter-execute",
              "productionlist",
              "mermaid",
              "graphviz",
              "digraph",
              "plot",
              "highlight-block"),
          RAW,
          Set.of("raw"),
          PICTURE,
          Set.of("image", "figure", "thumbnail", "video"),
          WORDS,
          Set.of(
              "note",
              "warning",
              "tip",
              "important",
              "attention",
              "caution",
              "danger",
              "error",
              "hint",
              "seealso",
              "todo",
              "centered",
              "epigraph",
              "highlights",
              "pull-quote",
              "compound",
              "deprecated",
              "versionadded",
              "versionchanged",
              "header",
              "footer",
              "line-block"),
          TITLED,
          Set.of(
              "admonition",
              "topic",
              "sidebar",
              "table",
              "dropdown",
              "details",
              "collapse",
              "toggle",
              "tab",
              "group-tab",
              "tab-item",
              "card",
              "grid-item-card"),
          HEADING,
          Set.of("rubric"),
          LIST_TABLE,
          Set.of("list-table", "flat-table"),
          CSV_TABLE,
          Set.of("csv-table"),
          NOTHING,
          Set.of(
              "toctree",
              "include",
              "literalinclude",
              "contents",
              "meta",
              "index",
              "sectnum",
              "highlight",
              "autosummary",
              "bibliography",
              "currentmodule",
              "module",
              "default-role",
              "role",
              "title",
              "target-notes",
              "tabularcolumns",
              "date",
              "unicode"));

  /// @param name as it is written
  static RstDirective of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (var known : NAMES.entrySet()) {
      if (known.getValue().contains(lower)) {
        return known.getKey();
      }
    }
    return OTHER;
  }
}
