package dev.assay.weights;

import java.util.HexFormat;

/// Makes text from a release safe for a terminal or a log: control characters, and those that
/// change the direction of writing, are shown as `\x1b` or `\u202e`.
public final class Printable {
  private static final HexFormat HEX = HexFormat.of();

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
                      default -> "\\x" + HEX.toHexDigits((byte) c);
                    });
            case Character.FORMAT,
                Character.SURROGATE,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR ->
                out.append("\\u").append(HEX.toHexDigits(c, c > 0xffff ? 6 : 4));
            default -> out.appendCodePoint(c);
          }
        });
    return out.toString();
  }
}
