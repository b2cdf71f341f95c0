package dev.assay.text;

import dev.assay.io.TextFile;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The options of a directive: the lines `:name: value` below it.
///
/// @param values by name, in lower case
/// @param end the first line behind them
record RstOptions(Map<String, String> values, int end) {
  private static final int MAX_LINES = 64;

  /// @param from the line behind the directive's own
  /// @param depth how far the directive is indented
  static RstOptions read(TextFile file, int from, int depth) {
    Map<String, String> values = new HashMap<>();
    int n = from;
    String name = "";
    while (n <= file.lines() && n < from + MAX_LINES) {
      String line = file.line(n);
      String text = line.strip();
      if (text.isEmpty() || RstReader.depth(line) <= depth) {
        break;
      }
      int colon = fieldEnd(text);
      if (colon > 0) {
        name = text.substring(1, colon).toLowerCase(Locale.ROOT);
        values.put(name, text.substring(colon + 1).strip());
      } else if (name.isEmpty()) {
        break;
      } else {
        // An option may be continued on lines of its own.
        values.merge(name, text, (a, b) -> a.length() > Blocks.MAX_BLOCK ? a : a + " " + b);
      }
      n++;
    }
    return new RstOptions(values, n);
  }

  /// An option's value; empty for none.
  String get(String name) {
    return values.getOrDefault(name, "");
  }

  /// Where the colon stands that ends a field's name, or -1 where the text is no field: `:name:`
  /// before white space or the end.
  static int fieldEnd(String text) {
    if (text.length() < 3 || text.charAt(0) != ':' || Character.isWhitespace(text.charAt(1))) {
      return -1;
    }
    int colon = text.indexOf(':', 1);
    boolean field =
        colon > 1
            && colon < 80
            && (colon + 1 == text.length() || Character.isWhitespace(text.charAt(colon + 1)));
    return field ? colon : -1;
  }
}
