package dev.assay.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Why we and an expert disagree, found by reading the files and the expert's note.
final class Causes {
  private static final Map<String, String> KINDS =
      Map.of(
          "a", "Assay misreads the files",
          "b", "our rule does not say what the definition says",
          "c", "judged from what is not in the folder",
          "d", "the index against its own criteria, or out of date",
          "e", "the index judges another release",
          "?", "not looked into");

  private final Map<String, String> known = new HashMap<>();
  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

  static Causes read(Path file) throws IOException {
    var causes = new Causes();
    for (Map<String, String> row : Csv.read(file)) {
      causes.known.put(
          row.get("id") + "/" + row.get("what") + "/" + row.get("judge"), row.get("cause"));
    }
    return causes;
  }

  /// The cause of one disagreement, counted.
  ///
  /// @param table which table it is counted in
  String of(String table, String id, String what, String judge) {
    String cause = known.getOrDefault(id + "/" + what + "/" + judge, "?");
    counts.computeIfAbsent(table, t -> new TreeMap<>()).merge(cause, 1, Integer::sum);
    return cause;
  }

  void print(PrintWriter out) {
    counts.forEach((table, of) -> {
      out.printf("%nCauses: %s%n", table);
      of.forEach(
          (cause, n) -> out.printf(Locale.ROOT, "  (%s) %-55s %3d%n", cause, KINDS.get(cause), n));
    });
  }
}
