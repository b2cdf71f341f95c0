package dev.assay.bench;

import dev.assay.model.Assessment;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Note;
import dev.assay.model.Standing;
import dev.assay.model.State;
import dev.assay.model.Step;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;

/// Assay against people: inspects each labelled release and prints, per component, how far the two
/// agree, and every disagreement with both sides' evidence. It fetches nothing.
public final class Agreement {
  private final Path trees;
  private final List<Map<String, String>> labels;
  private final Map<String, Map<String, String>> corrections;
  private final Map<Column, Counts> counts = new LinkedHashMap<>();
  private final Map<Column, Counts> corrected = new LinkedHashMap<>();
  private final List<String> disagreements = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();
  private final Map<String, Counts> families = new TreeMap<>();
  private final Grounds grounds = new Grounds();
  private final DataStates dataStates = new DataStates();
  private final List<String> reachOpen = new ArrayList<>();
  private boolean byFamily;
  private boolean byGround;
  private int inspected;

  private Agreement(
      Path trees, List<Map<String, String>> labels, Map<String, Map<String, String>> corrections) {
    this.trees = trees;
    this.labels = labels;
    this.corrections = corrections;
  }

  /// `TREES_DIR LABELS.csv... [--corrections FILE] [--by-family] [--grounds]`: the folder holds one
  /// folder for each repository, named `owner+name`.
  public static void main(String[] args) throws IOException {
    Path trees = Path.of(args[0]);
    List<Map<String, String>> labels = new ArrayList<>();
    Map<String, Map<String, String>> corrections = Map.of();
    boolean byFamily = false;
    boolean byGround = false;
    // What the libraries log of single files is no part of the table.
    LogManager.getLogManager().reset();
    for (int i = 1; i < args.length; i++) {
      if (args[i].equals("--corrections")) {
        corrections = corrections(Path.of(args[++i]));
      } else if (args[i].equals("--by-family")) {
        byFamily = true;
      } else if (args[i].equals("--grounds")) {
        byGround = true;
      } else {
        labels.addAll(Csv.read(Path.of(args[i])));
      }
    }
    var agreement = new Agreement(trees, labels, corrections);
    agreement.byFamily = byFamily;
    agreement.byGround = byGround;
    long start = System.nanoTime();
    agreement.run();
    try (var out = new PrintWriter(new PrintStream(System.out, false, StandardCharsets.UTF_8))) {
      agreement.print(out);
      out.printf("%nTime: %.1f s.%n", (System.nanoTime() - start) / 1e9);
    }
  }

  private static Map<String, Map<String, String>> corrections(Path file) throws IOException {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    for (Map<String, String> row : Csv.read(file)) {
      all.computeIfAbsent(row.getOrDefault("id", ""), k -> new LinkedHashMap<>())
          .put(row.getOrDefault("column", ""), row.getOrDefault("now", ""));
    }
    return all;
  }

  private void run() throws IOException {
    for (Map<String, String> row : labels) {
      String id = row.getOrDefault("id", "");
      List<Path> roots = Trees.roots(trees, row);
      List<String> missing =
          roots.stream().filter(r -> !Files.isDirectory(r)).map(Path::toString).toList();
      if (missing.isEmpty()) {
        compare(id, row, Trees.inspect(roots));
        inspected++;
      } else {
        skipped.add(id + ": not there: " + String.join(", ", missing));
      }
    }
  }

  /// A family shares a publisher and, for derived models, a base: rules that were read off one
  /// member fit the others too, so families and not releases are the independent cases.
  private static String family(Map<String, String> row) {
    String repositories = row.getOrDefault("repos", "");
    int slash = repositories.indexOf('/');
    return (slash < 0 ? repositories : repositories.substring(0, slash)).toLowerCase(Locale.ROOT);
  }

  private void compare(String id, Map<String, String> row, Assessment assessment) {
    Map<String, String> amended = corrections.getOrDefault(id, Map.of());
    Standing standing = assessment.standing();
    if (standing.highest().compareTo(Step.OPEN_SOURCE) >= 0) {
      reachOpen.add(
          id
              + ": "
              + standing.lowest().title()
              + " to "
              + standing.highest().title()
              + ": "
              + standing.why());
    }
    String data = amended.getOrDefault("training_data", row.getOrDefault("training_data", ""));
    if (!data.isEmpty()) {
      dataStates.add(id, data, assessment);
    }
    for (Column column : Column.ALL) {
      String label = row.getOrDefault(column.label(), "");
      if (label.isEmpty()) {
        continue;
      }
      Finding finding = column.answer(assessment);
      boolean ours = column.yes(finding);
      boolean theirs = column.yes().contains(label);
      counts.merge(column, Counts.NONE.with(ours, theirs), (a, b) -> a.with(ours, theirs));
      String now = corrections.getOrDefault(id, Map.of()).getOrDefault(column.label(), label);
      boolean right = column.yes().contains(now);
      grounds.add(column, finding, ours, right);
      families.merge(family(row), Counts.NONE.with(ours, right), (a, b) -> a.with(ours, right));
      corrected.merge(column, Counts.NONE.with(ours, right), (a, b) -> a.with(ours, right));
      if (ours != theirs) {
        boolean unsure = row.getOrDefault("uncertain", "").contains(column.label());
        disagreements.add(
            disagreement(id, column, label, unsure, now.equals(label) ? "" : now, row, finding));
      }
    }
  }

  private static String disagreement(
      String id,
      Column column,
      String label,
      boolean unsure,
      String now,
      Map<String, String> row,
      Finding f) {
    var s = new StringBuilder();
    s.append(id).append(' ').append(column.label()).append(": label ").append(label);
    s.append(unsure ? " (marked uncertain)" : "");
    s.append(now.isEmpty() ? "" : " (relabelled " + now + ")");
    s.append(", Assay ").append(f.state().title());
    f.qualifiers().forEach(q -> s.append(", ").append(q.title()));
    s.append('\n');
    if (f.state() == State.ABSENT) {
      s.append("    searched: ").append(String.join("; ", f.searched())).append('\n');
    }
    f.evidence().stream().limit(4).forEach(e -> s.append("    ").append(line(e)).append('\n'));
    f.notes().stream()
        .filter(n -> n.kind() == Note.Kind.SET_ASIDE)
        .forEach(n -> s.append("    set aside: ").append(n.text()).append('\n'));
    String theirs = row.getOrDefault("evidence", "");
    s.append("    label's evidence: ").append(theirs.isEmpty() ? "none given" : theirs);
    String note = row.getOrDefault("note", "");
    s.append(note.isEmpty() ? "" : " | " + note);
    return s.toString();
  }

  private static String line(Evidence e) {
    String quote = e.quote().replaceAll("\\s+", " ");
    return e.place() + "  " + quote.substring(0, Math.min(100, quote.length()));
  }

  private void print(PrintWriter out) {
    out.printf("%d of %d labelled releases inspected.%n", inspected, labels.size());
    skipped.forEach(s -> out.println("  skipped " + s));
    out.println();
    table(out, counts);
    if (!corrections.isEmpty()) {
      out.println();
      out.println("With the labels that were found wrong corrected:");
      table(out, corrected);
    }
    dataStates.print(out);
    out.println();
    out.println(
        reachOpen.size() + " that are open source, or may be for all that was found; check each:");
    reachOpen.forEach(r -> out.println("  " + r));
    if (byFamily) {
      printFamilies(out);
    }
    if (byGround) {
      grounds.print(out);
    }
    out.println();
    out.println(disagreements.size() + " disagreements with the labels as given:");
    disagreements.forEach(d -> out.println("  " + d));
  }

  /// Rules are written by hand and not fitted, so there is nothing to train without a family. What
  /// can be said is how agreement spreads over families, each weighing the same.
  private void printFamilies(PrintWriter out) {
    out.println();
    out.printf(
        "%d families (publishers), all components together; each weighs the same: mean %.3f.%n",
        families.size(),
        families.values().stream().mapToDouble(Counts::accuracy).average().orElse(0));
    families.entrySet().stream()
        .filter(e -> e.getValue().accuracy() < 1)
        .sorted(Comparator.comparingDouble(e -> e.getValue().accuracy()))
        .forEach(e ->
            out.printf(
                "  %-28s %s of %d%n",
                e.getKey(), Counts.show(e.getValue().accuracy()), e.getValue().all()));
  }

  private static void table(PrintWriter out, Map<Column, Counts> counts) {
    out.println(
        "component         asked          n  accuracy  kappa  precision  recall  both/ours/label/none");
    counts.forEach((column, c) ->
        out.printf(
            "%-17s %-12s %3d      %s   %s       %s    %s  %d/%d/%d/%d%n",
            column.label(),
            column.question(),
            c.all(),
            Counts.show(c.accuracy()),
            Counts.show(c.kappa()),
            Counts.show(c.precision()),
            Counts.show(c.recall()),
            c.bothYes(),
            c.onlyOurs(),
            c.onlyLabel(),
            c.bothNo()));
  }
}
