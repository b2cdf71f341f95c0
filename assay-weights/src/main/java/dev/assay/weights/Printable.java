package dev.assay.weights;

/// Makes text from a release safe for a terminal or a log: control characters, and those that
/// change the direction of writing, are shown as `\x1b` or `\u202e`.
public final class Printable {
  private Printable() {}

  /// One line: line ends and tabs are escaped too.
  public static String line(CharSequence text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          switch (Character.getType(c)) {
            case Character.CONTROL ->
                out.append(
                    switch (c) {
                      case '\n' -> "\\n";
                      case '\r' -> "\\r";
                      case '\t' -> "\\t";
                      default -> "\\x%02x".formatted(c);
                    });
            case Character.FORMAT,
                Character.SURROGATE,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR ->
                out.append("\\u%04x".formatted(c));
            default -> out.appendCodePoint(c);
          }
        });
    return out.toString();
  }
}
