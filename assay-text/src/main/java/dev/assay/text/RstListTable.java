package dev.assay.text;

import dev.assay.io.TextFile;
import java.util.ArrayList;
import java.util.List;

/// The rows of a table that a directive of reStructuredText makes of items or of values.
final class RstListTable {
  private final List<RstTable.Row> rows = new ArrayList<>();
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();

  /// How far the items are indented that are rows, and those that are cells; -1 before the first.
  private int outer = -1;

  private int inner = -1;
  private int first;
  private int last;

  private RstListTable() {}

  /// Reads a list of lists: an item of the outer one is a row, its items are the cells.
  ///
  /// @param from the first line of the list
  /// @param end the line behind it
  static RstTable items(TextFile file, int from, int end) {
    RstListTable table = new RstListTable();
    for (int n = from; n < end; n++) {
      String line = file.line(n);
      if (!line.isBlank()) {
        table.line(line.strip(), RstReader.depth(line), n);
      }
    }
    table.endRow();
    return new RstTable(List.copyOf(table.rows), end);
  }

  private void line(String text, int depth, int n) {
    int mark = RstReader.itemText(text);
    boolean bare = text.equals("-") || text.equals("*");
    if (mark > 0 && (outer < 0 || depth == outer)) {
      endRow();
      String words = text.substring(mark).stripLeading();
      outer = depth;
      inner = depth + text.length() - words.length();
      first = n;
      int second = RstReader.itemText(words);
      cell.append(words.equals("-") ? "" : words.substring(second));
    } else if (depth == inner && (mark > 0 || bare)) {
      endCell();
      cell.append(bare ? "" : text.substring(mark));
    } else {
      cell.append('\n').append(text);
    }
    last = n;
  }

  private void endCell() {
    cells.add(cell.toString().strip());
    cell.setLength(0);
  }

  private void endRow() {
    if (outer >= 0) {
      endCell();
      rows.add(new RstTable.Row(List.copyOf(cells), first, last));
      cells.clear();
    }
  }

  /// Reads lines of values between commas.
  ///
  /// @param header the values of the first row; empty where the directive names none
  /// @param from the first line of values
  /// @param end the line behind the last
  static RstTable values(TextFile file, String header, int from, int end) {
    List<RstTable.Row> rows = new ArrayList<>();
    if (!header.isEmpty()) {
      rows.add(new RstTable.Row(values(header), from - 1, from - 1));
    }
    for (int n = from; n < end; n++) {
      String text = file.line(n).strip();
      if (!text.isEmpty()) {
        rows.add(new RstTable.Row(values(text), n, n));
      }
    }
    return new RstTable(List.copyOf(rows), end);
  }

  /// The values of a line; a comma between quotation marks divides nothing.
  private static List<String> values(String line) {
    List<String> values = new ArrayList<>();
    var value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        values.add(value.toString().strip());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString().strip());
    return List.copyOf(values);
  }
}
