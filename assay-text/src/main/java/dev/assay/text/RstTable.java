package dev.assay.text;

import dev.assay.io.TextFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// The rows of a table that is drawn with characters in reStructuredText: with a grid, or with
/// rules above, below its head and at its end. A character of an East Asian script takes two
/// columns, as it does on a screen.
///
/// @param rows its rows
/// @param end the first line behind it
record RstTable(List<Row> rows, int end) {
  /// More columns than this are read as the last of them.
  private static final int MAX_COLUMNS = 64;

  /// A row, with the lines of each cell joined by line feeds.
  record Row(List<String> cells, int first, int last) {}

  /// Whether a line, stripped, is the edge of a grid.
  static boolean isGridEdge(String text) {
    if (text.length() < 4 || text.charAt(0) != '+' || text.charAt(text.length() - 1) != '+') {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if ("+-=".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return text.indexOf("--") > 0 || text.indexOf("==") > 0;
  }

  /// Whether a line, stripped, is a rule of a table without a grid: at least two runs of `=`.
  static boolean isRule(String text) {
    if (text.length() < 3 || text.charAt(0) != '=') {
      return false;
    }
    boolean gap = false;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      gap |= c == ' ';
      if (c != '=' && c != ' ') {
        return false;
      }
    }
    return gap;
  }

  /// Reads a grid whose upper edge is line `n`.
  static RstTable grid(TextFile file, int n) {
    List<String> lines = new ArrayList<>();
    BitSet corners = new BitSet();
    for (int k = n; k <= file.lines(); k++) {
      String text = file.line(k).strip();
      if (text.isEmpty() || text.charAt(0) != '+' && text.charAt(0) != '|') {
        break;
      }
      lines.add(text);
      for (int i = 0; text.charAt(0) == '+' && i < text.length(); i++) {
        if (text.charAt(i) == '+' && corners.cardinality() <= MAX_COLUMNS) {
          corners.set(i);
        }
      }
    }
    int[] edges = corners.stream().toArray();
    if (edges.length < 2) {
      return new RstTable(List.of(), n + lines.size());
    }
    Gathered row = new Gathered(edges.length - 1);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<String> cells = cells(lines.get(i), edges);
      if (cells.stream().anyMatch(RstTable::isEdge)) {
        row.endInto(rows);
        cells = cells.stream().map(c -> isEdge(c) ? "" : c).toList();
      }
      row.add(cells, n + i);
    }
    row.endInto(rows);
    return new RstTable(rows, n + lines.size());
  }

  private static boolean isEdge(String cell) {
    if (cell.isEmpty()) {
      return false;
    }
    char c = cell.charAt(0);
    for (int i = 0; i < cell.length(); i++) {
      if (cell.charAt(i) != c && cell.charAt(i) != '+') {
        return false;
      }
    }
    return c == '-' || c == '=';
  }

  /// The cells of a line between the edges of a grid; one that reaches over several columns stands
  /// in the first of them.
  private static List<String> cells(String line, int[] edges) {
    int columns = edges.length - 1;
    String[] cells = new String[columns];
    Arrays.fill(cells, "");
    int open = 0;
    int from = 1;
    int next = 1;
    int met = 0;
    int column = 0;
    for (int i = 0; i < line.length() && next <= columns; ) {
      while (next <= columns && column > edges[next]) {
        next++;
      }
      if (next <= columns && column == edges[next]) {
        if (line.charAt(i) == '|' || line.charAt(i) == '+') {
          cells[open] = line.substring(from, i);
          open = next;
          from = i + 1;
          met++;
        }
        next++;
      }
      int c = line.codePointAt(i);
      column += width(c);
      i += Character.charCount(c);
    }
    // Where the borders do not stand below the corners, each bar is taken for one.
    if (met < columns) {
      List<String> barred = List.of(line.substring(1).split("\\|", -1));
      if (barred.size() - 1 == columns) {
        return barred.subList(0, columns);
      }
    }
    if (from < line.length() && open < columns) {
      String rest = line.substring(from);
      cells[open] = rest.endsWith("|") ? rest.substring(0, rest.length() - 1) : rest;
    }
    return List.of(cells);
  }

  /// Reads a table whose upper rule is line `n`; nothing where no rule ends it.
  static Optional<RstTable> ruled(TextFile file, int n) {
    int depth = RstReader.depth(file.line(n));
    int end = rulesEnd(file, n, depth);
    if (end < 0) {
      return Optional.empty();
    }
    int[] starts = starts(file.line(n).strip());
    Gathered row = new Gathered(starts.length);
    List<Row> rows = new ArrayList<>();
    for (int k = n + 1; k < end; k++) {
      String line = file.line(k);
      String text = line.strip();
      if (text.isEmpty() || isRule(text) || isSpan(text)) {
        row.endInto(rows);
        continue;
      }
      List<String> cells = columns(line.substring(Math.min(depth, RstReader.depth(line))), starts);
      if (!cells.getFirst().isBlank()) {
        row.endInto(rows);
      }
      row.add(cells, k);
    }
    row.endInto(rows);
    return Optional.of(new RstTable(rows, end + 1));
  }

  /// The line of the rule at a table's end: the second below its first, or one before a blank line.
  private static int rulesEnd(TextFile file, int n, int depth) {
    boolean head = false;
    for (int k = n + 1; k <= file.lines(); k++) {
      String line = file.line(k);
      if (line.isBlank()) {
        continue;
      }
      if (RstReader.depth(line) < depth) {
        return -1;
      }
      if (isRule(line.strip())) {
        if (head || k == file.lines() || file.line(k + 1).isBlank()) {
          return k;
        }
        head = true;
      }
    }
    return -1;
  }

  /// Whether a line only says which columns the head above it reaches over.
  private static boolean isSpan(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '-' && text.charAt(i) != ' ') {
        return false;
      }
    }
    return text.startsWith("--");
  }

  private static int[] starts(String rule) {
    BitSet starts = new BitSet();
    for (int i = 0; i < rule.length() && starts.cardinality() < MAX_COLUMNS; i++) {
      if (rule.charAt(i) == '=' && (i == 0 || rule.charAt(i - 1) == ' ')) {
        starts.set(i);
      }
    }
    return starts.stream().toArray();
  }

  /// The cells of a line below the runs of a rule; what is written across a gap is not cut there.
  private static List<String> columns(String line, int[] starts) {
    String[] cells = new String[starts.length];
    Arrays.fill(cells, "");
    int open = 0;
    int from = 0;
    int next = 1;
    int column = 0;
    for (int i = 0; i < line.length() && next < starts.length; ) {
      if (column >= starts[next]) {
        if (Character.isWhitespace(line.charAt(i - 1)) || Character.isWhitespace(line.charAt(i))) {
          cells[open] = line.substring(from, i);
          open = next;
          from = i;
        }
        next++;
        continue;
      }
      int c = line.codePointAt(i);
      column += width(c);
      i += Character.charCount(c);
    }
    cells[open] = line.substring(Math.min(from, line.length()));
    return List.of(cells);
  }

  /// How many columns a character takes.
  private static int width(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        c >= 0x1100 && c <= 0x115f
            || c >= 0x2e80 && c <= 0xa4cf
            || c >= 0xac00 && c <= 0xd7a3
            || c >= 0xf900 && c <= 0xfaff
            || c >= 0xfe30 && c <= 0xfe6f
            || c >= 0xff00 && c <= 0xff60
            || c >= 0xffe0 && c <= 0xffe6
            || c >= 0x1f300 && c <= 0x1faff
            || c >= 0x20000 && c <= 0x3fffd;
    return wide ? 2 : 1;
  }

  /// A row whose lines are being read.
  private static final class Gathered {
    private final StringBuilder[] cells;
    private int first;
    private int last;

    Gathered(int columns) {
      cells = new StringBuilder[columns];
      Arrays.setAll(cells, i -> new StringBuilder());
    }

    void add(List<String> pieces, int line) {
      boolean any = false;
      for (int i = 0; i < cells.length; i++) {
        String written = pieces.get(i).strip();
        // A bar at the start of a line in a cell keeps the line; it is none of its words.
        String piece = written.startsWith("| ") ? written.substring(2) : written;
        if (!piece.isEmpty()) {
          any = true;
          cells[i].append(cells[i].isEmpty() ? "" : "\n").append(piece);
        }
      }
      if (any) {
        first = first == 0 ? line : first;
        last = line;
      }
    }

    void endInto(List<Row> rows) {
      if (first == 0) {
        return;
      }
      rows.add(new Row(Arrays.stream(cells).map(StringBuilder::toString).toList(), first, last));
      Arrays.stream(cells).forEach(c -> c.setLength(0));
      first = 0;
    }
  }
}
