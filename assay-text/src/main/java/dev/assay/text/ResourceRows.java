package dev.assay.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The rows of a list of this module's: columns between tabulators, `#` before a comment.
final class ResourceRows {
  private ResourceRows() {}

  /// @param name of a file beside this class
  /// @param columns how many each row has
  /// @throws IllegalStateException where the file is missing or a row has other columns
  static List<List<String>> of(String name, int columns) {
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = ResourceRows.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#") || line.isEmpty()) {
          continue;
        }
        List<String> row = List.of(line.split("\t"));
        if (row.size() != columns) {
          throw new IllegalStateException(name + ": not " + columns + " columns: " + line);
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(rows);
  }
}
