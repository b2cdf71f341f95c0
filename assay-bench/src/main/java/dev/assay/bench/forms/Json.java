package dev.assay.bench.forms;

/// JSON with other blanks: every token stays as it is written.
final class Json {
  private Json() {}

  static Rewriting indented() {
    return new TextRewriting(
        "json-indented",
        "JSON with one value a line, indented by four",
        Kinds::json,
        (path, text) -> laid(text, true));
  }

  static Rewriting minified() {
    return new TextRewriting(
        "json-minified",
        "JSON on one line without blanks",
        Kinds::json,
        (path, text) -> laid(text, false));
  }

  private static String laid(String text, boolean lines) {
    var out = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case ' ', '\t', '\n', '\r' -> {}
        case '"' -> {
          int end = stringEnd(text, i);
          out.append(text, i, end);
          i = end - 1;
        }
        case '{', '[' -> {
          out.append(c);
          line(out, lines, ++depth);
        }
        case '}', ']' -> {
          line(out, lines, --depth);
          out.append(c);
        }
        case ',' -> {
          out.append(c);
          line(out, lines, depth);
        }
        case ':' -> out.append(lines ? ": " : ":");
        default -> out.append(c);
      }
    }
    return depth == 0 ? out.append(lines ? "\n" : "").toString() : text;
  }

  private static void line(StringBuilder out, boolean lines, int depth) {
    if (lines) {
      out.append('\n').append("    ".repeat(Math.max(0, depth)));
    }
  }

  private static int stringEnd(String text, int from) {
    for (int i = from + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        return i + 1;
      }
    }
    return text.length();
  }
}
