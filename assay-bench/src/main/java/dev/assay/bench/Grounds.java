package dev.assay.bench;

import dev.assay.model.Finding;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What answers rest on, and how often each ground is right: a ground that is wrong more often than
/// right over several releases is a fault of its rule, whatever the single releases look like
/// (decision 0819).
final class Grounds {
  /// Fewer answers say nothing of a ground.
  private static final int FEWEST = 5;

  private static final int LONGEST = 70;

  /// What a finding's words name and count: what follows a colon, quotations, numbers, paths.
  private static final Pattern NAMED =
      Pattern.compile("[:\"“].*|`[^`]*`|\\d[\\d.,]*|\\S*/\\S*", Pattern.DOTALL);

  private final Map<String, Map<String, Counts>> grounds = new TreeMap<>();

  /// The words of a finding without names and numbers, with its state and qualifiers.
  static String of(Finding finding) {
    String words = NAMED.matcher(finding.summary()).replaceAll("").strip();
    String shown = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    return finding.state().title() + " " + finding.qualifiers() + " " + shown;
  }

  /// One more answer.
  ///
  /// @param right whether the label, corrected, says yes
  void add(Column column, Finding finding, boolean ours, boolean right) {
    grounds
        .computeIfAbsent(column.label(), c -> new TreeMap<>())
        .merge(of(finding), Counts.NONE.with(ours, right), (a, b) -> a.with(ours, right));
  }

  /// The grounds of each column, the worst first.
  void print(PrintWriter out) {
    out.println();
    out.println(
        "What answers rest on: right of all, for grounds of " + FEWEST + " answers and more");
    grounds.forEach((column, all) -> {
      List<Map.Entry<String, Counts>> rows = new ArrayList<>(all.entrySet());
      rows.removeIf(e -> e.getValue().all() < FEWEST);
      rows.sort(Comparator.comparingDouble(e -> e.getValue().accuracy()));
      for (Map.Entry<String, Counts> row : rows) {
        Counts c = row.getValue();
        out.printf(
            "  %-16s %4d of %4d  %s%n", column, c.bothYes() + c.bothNo(), c.all(), row.getKey());
      }
    });
  }
}
