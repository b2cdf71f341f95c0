package dev.assay.licences.scan;

import dev.assay.licences.names.Name;
import dev.assay.licences.names.Tokens;
import dev.assay.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A row of a table that has a column of licences: `| model | 7B | MIT |` below `| what | size |
/// license |`. What stands in that column is a licence without any word that says so, and what it
/// covers is said by the row's other cells, or by the head of the column they stand in.
final class LicenceTable {
  /// The head of a column of licences is short.
  private static final int LONGEST_HEAD = 40;

  /// What stands behind these words in a cell is what the licence is not for.
  private static final Set<String> EXCEPT = Set.of("excluding", "except", "without", "excl");

  /// What a whole column can be of: a column of libraries lists those of others.
  private static final Set<Subject> OWN = Set.of(Subject.WEIGHTS, Subject.DATA);

  private final Tokens tokens;
  private final List<Cell> cells;
  private final List<String> heads;

  /// Whether the row leads to what it speaks of, by a link or a name in code: tables that compare
  /// with what others made name them only.
  private final boolean pointed;

  /// A cell.
  ///
  /// @param from the offset of its first character in the text
  /// @param to the offset after its last
  private record Cell(int from, int to) {}

  private final String heading;

  private LicenceTable(
      Tokens tokens, List<Cell> cells, List<String> heads, boolean pointed, String heading) {
    this.heading = heading;
    this.tokens = tokens;
    this.cells = cells;
    this.heads = heads;
    this.pointed = pointed;
  }

  /// Whether the first row of a table has a column of licences.
  static boolean headed(String row) {
    return cells(row, 0, row.length()).stream()
        .anyMatch(c -> licences(row.substring(c.from, c.to)));
  }

  /// A passage as such a row, or null.
  ///
  /// @param text the text of the file
  /// @param masked the same with addresses blanked out
  static @Nullable LicenceTable row(String text, String masked, Tokens tokens, Passages.Passage p) {
    if (p.columns().isEmpty()) {
      return null;
    }
    List<String> heads =
        cells(p.columns(), 0, p.columns().length()).stream()
            .map(c -> p.columns().substring(c.from, c.to))
            .toList();
    String row = text.substring(p.from(), p.to());
    boolean pointed = row.contains("](") || row.contains("`") || row.contains("http");
    return new LicenceTable(tokens, cells(masked, p.from(), p.to()), heads, pointed, p.heading());
  }

  private static boolean licences(String head) {
    return head.length() <= LONGEST_HEAD && LicenceWords.spoken(head.toLowerCase(Locale.ROOT));
  }

  private static List<Cell> cells(String text, int from, int to) {
    List<Cell> cells = new ArrayList<>();
    int at = from;
    while (at < to && text.charAt(at) <= ' ') {
      at++;
    }
    if (at < to && text.charAt(at) == '|') {
      at++;
    }
    int start = at;
    for (; at < to; at++) {
      if (text.charAt(at) == '|') {
        cells.add(trimmed(text, start, at));
        start = at + 1;
      }
    }
    Cell last = trimmed(text, start, to);
    if (last.to > last.from) {
      cells.add(last);
    }
    return cells;
  }

  private static Cell trimmed(String text, int from, int to) {
    int first = from;
    int end = to;
    while (first < end && text.charAt(first) <= ' ') {
      first++;
    }
    while (end > first && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return new Cell(first, end);
  }

  /// Whether a name stands in a column of licences.
  boolean licence(Name name) {
    return licenceAt(tokens.start(name.from()));
  }

  /// Whether a place of the text is in a column of licences.
  boolean licenceAt(int offset) {
    return column(offset) >= 0;
  }

  private int column(int offset) {
    for (int i = 0; i < cells.size() && i < heads.size(); i++) {
      if (cells.get(i).from <= offset && offset < cells.get(i).to && licences(heads.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /// What a licence of the row covers: of as many as parts, each one, in their order.
  Set<Subject> covers(List<Name> found, int n) {
    int column = column(tokens.start(found.get(n).from()));
    List<Name> together =
        found.stream().filter(f -> column(tokens.start(f.from())) == column).toList();
    List<Subject> parts = parts(column);
    return Set.copyOf(
        parts.size() == together.size()
            ? List.of(parts.get(together.indexOf(found.get(n))))
            : parts);
  }

  /// What a licence at a place in a column of licences covers.
  Set<Subject> coversAt(int offset) {
    return Set.copyOf(parts(column(offset)));
  }

  /// What the licences of a column cover: by its head (`code license`), else by the first cell of
  /// the row that says so, else by the head of the first column that does (`model`, `corpus`), else
  /// by the heading above. Empty where nothing does: it is the licence of one part, and not known
  /// of which.
  private List<Subject> parts(int column) {
    Tokens head = Tokens.of(heads.get(column));
    List<Subject> parts = parts(head, 0, head.size());
    for (int i = 0; parts.isEmpty() && i < cells.size() && i < heads.size(); i++) {
      if (!licences(heads.get(i))) {
        parts = parts(cells.get(i));
      }
    }
    for (int i = 0; parts.isEmpty() && pointed && i < heads.size(); i++) {
      if (!licences(heads.get(i))) {
        Tokens t = Tokens.of(heads.get(i));
        parts = parts(t, 0, t.size()).stream().filter(OWN::contains).toList();
      }
    }
    if (parts.isEmpty() && pointed) {
      Tokens t = Tokens.of(heading);
      parts = parts(t, 0, t.size()).stream().filter(OWN::contains).toList();
    }
    return parts;
  }

  private List<Subject> parts(Cell cell) {
    int from = 0;
    while (from < tokens.size() && tokens.start(from) < cell.from) {
      from++;
    }
    int to = from;
    while (to < tokens.size() && tokens.start(to) < cell.to && !EXCEPT.contains(tokens.at(to))) {
      if (to > from && folder(cell, from, to)) {
        // Of a path the first folder says what lies there, as `models/net/public_dataset`.
        List<Subject> first = parts(tokens, from, to);
        if (!first.isEmpty()) {
          return first;
        }
      }
      to++;
    }
    return parts(tokens, from, to);
  }

  /// Whether a cell is a path so far, and a new folder of it begins at a token.
  private boolean folder(Cell cell, int from, int to) {
    for (int i = from + 1; i <= to; i++) {
      if (tokens.before(i).contains(" ")) {
        return false;
      }
    }
    return tokens.before(to).equals("/") && tokens.start(from) - cell.from <= 1;
  }

  private static List<Subject> parts(Tokens t, int from, int to) {
    Set<Subject> meant = Subjects.between(t, from, to);
    return IntStream.range(from, to)
        .mapToObj(i -> Subjects.of(t, i))
        .filter(meant::contains)
        .distinct()
        .toList();
  }
}
