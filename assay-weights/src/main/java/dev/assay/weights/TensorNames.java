package dev.assay.weights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What programs call the same tensor, and how each keeps it, from a readable file.
final class TensorNames {
  private TensorNames() {}

  /// Architectures that are named alike.
  ///
  /// @param name in words
  /// @param architectures the values of a GGUF header's `general.architecture`
  /// @param conventions one for each column of the file; the first is that of GGUF
  record Family(String name, Set<String> architectures, List<Convention> conventions) {}

  /// One convention of names in a family.
  ///
  /// @param cells a tensor in each row, or null where the convention has none
  /// @param rows which row a name belongs to, its numbers left out
  record Convention(String name, List<@Nullable Cell> cells, Map<String, Integer> rows) {}

  /// A tensor in one convention.
  ///
  /// @param pattern its name with `{n}` and `{e}` for numbers, without `.weight`
  /// @param rows the order of its rows, where conventions differ in that
  /// @param ofKeys whether its rows are those of the key heads, and not of the query heads
  /// @param plusOne whether 1 was added to each value
  record Cell(String pattern, Rows rows, boolean ofKeys, boolean plusOne) {
    /// Whether it is one of several that another convention joins.
    boolean numbered() {
      return pattern.contains("{e}");
    }
  }

  /// The order of the rows within an attention head.
  enum Rows {
    /// Not known to differ between conventions.
    AS_THEY_ARE,
    /// Rows that are turned together are neighbours.
    PAIRS,
    /// Rows that are turned together lie half a head apart.
    HALVES
  }

  private static final class BuiltIn {
    private static final List<Family> ALL = load();
  }

  /// The families that come with Assay.
  static List<Family> builtIn() {
    return BuiltIn.ALL;
  }

  private static List<Family> load() {
    try (InputStream in = TensorNames.class.getResourceAsStream("tensor-names.txt")) {
      if (in == null) {
        throw new IllegalStateException("tensor-names.txt is not on the class path");
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads the form that the file explains at its head.
  static List<Family> read(String text) {
    List<Family> families = new ArrayList<>();
    String name = "";
    Set<String> architectures = Set.of();
    List<Convention> conventions = List.of();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      String value = line.substring(equals + 1).strip();
      switch (equals < 0 ? "" : line.substring(0, equals).strip()) {
        case "family" -> name = value;
        case "source" -> {} // For people.
        case "gguf" -> architectures = Set.of(value.split(" "));
        case "columns" -> {
          conventions = columns(value).stream().map(TensorNames::empty).toList();
          families.add(new Family(name, architectures, conventions));
        }
        default -> row(line, conventions);
      }
    }
    return List.copyOf(families);
  }

  private static List<String> columns(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }

  private static Convention empty(String name) {
    return new Convention(name, new ArrayList<>(), new HashMap<>());
  }

  private static void row(String line, List<Convention> conventions) {
    List<String> cells = columns(line);
    if (conventions.isEmpty() || cells.size() != conventions.size()) {
      throw new IllegalArgumentException("not as many columns as conventions: " + line);
    }
    for (int i = 0; i < cells.size(); i++) {
      Convention c = conventions.get(i);
      if (cells.get(i).isEmpty()) {
        c.cells().add(null);
        continue;
      }
      Cell cell = cell(cells.get(i));
      String key = cell.pattern().replace("{n}", "{}").replace("{e}", "{}");
      if (c.rows().put(key, c.cells().size()) != null) {
        throw new IllegalArgumentException("stands twice: " + cell.pattern());
      }
      c.cells().add(cell);
    }
  }

  private static Cell cell(String text) {
    String[] words = text.split(" +");
    var rows = Rows.AS_THEY_ARE;
    boolean keys = false;
    boolean plusOne = false;
    for (String word : List.of(words).subList(1, words.length)) {
      if (word.equals("plus-one")) {
        plusOne = true;
      } else {
        int colon = word.indexOf(':');
        rows = Rows.valueOf(word.substring(0, colon).toUpperCase(Locale.ROOT));
        keys = word.endsWith(":k");
      }
    }
    return new Cell(words[0], rows, keys, plusOne);
  }
}
