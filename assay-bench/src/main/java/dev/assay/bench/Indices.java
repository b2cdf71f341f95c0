package dev.assay.bench;

import dev.assay.bench.Judged.Judge;
import dev.assay.model.Assessment;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.logging.LogManager;

/// Assay's verdicts against those of the Model Openness Tool and the European index, and those two
/// against each other, over the six components that both judge: is it released, licence aside? It
/// fetches nothing.
public final class Indices {
  private final Path trees;
  private final Map<String, Map<String, String>> mot = new HashMap<>();
  private final Map<String, Map<String, String>> osai = new HashMap<>();
  private final Map<String, String> excluded = new HashMap<>();
  private final List<Judged> judged = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();
  private final Map<String, Counts> grades = new TreeMap<>();
  private final List<String> outside = new ArrayList<>();

  private final Causes causes;
  private double width;

  private Indices(Path trees, Causes causes) {
    this.trees = trees;
    this.causes = causes;
  }

  /// `TREES_DIR TRUTH_DIR MAPPING.csv EXCLUDED.csv CAUSES.csv [--list]`.
  public static void main(String[] args) throws IOException {
    // What reads papers tells of every font that it does not know.
    LogManager.getLogManager().reset();
    var indices = new Indices(Path.of(args[0]), Causes.read(Path.of(args[4])));
    Path truth = Path.of(args[1]);
    for (Map<String, String> row : Csv.read(truth.resolve("mot.csv"))) {
      indices.mot.putIfAbsent(row.getOrDefault("model", ""), row);
    }
    for (Map<String, String> row : Csv.read(truth.resolve("osai.csv"))) {
      indices.osai.put(row.getOrDefault("file", "").toLowerCase(Locale.ROOT), row);
    }
    for (Map<String, String> row : Csv.read(Path.of(args[3]))) {
      indices.excluded.put(
          row.get("index") + "/" + row.get("record") + "/" + row.get("field"), row.get("reason"));
    }
    try (var out = new PrintWriter(new PrintStream(System.out, false, StandardCharsets.UTF_8))) {
      indices.experts(out, Csv.read(truth.resolve("crosswalk.csv")));
      for (Map<String, String> row : Csv.read(Path.of(args[2]))) {
        indices.release(row);
      }
      indices.print(out, args.length > 5 && args[5].equals("--list"));
    }
  }

  private void release(Map<String, String> row) throws IOException {
    var roots = new ArrayList<Path>();
    for (String repository : row.getOrDefault("repos", "").split(" ")) {
      roots.add(trees.resolve(repository.replace('/', '+')));
    }
    String id = row.getOrDefault("id", "");
    for (Path root : roots) {
      if (!Files.isDirectory(root)) {
        skipped.add(id + ": not there: " + root.getFileName());
        return;
      }
    }
    Assessment a = Trees.inspect(roots);
    Map<String, String> m = mot.get(row.getOrDefault("mot", ""));
    Map<String, String> o = osai.get(row.getOrDefault("osai", "").toLowerCase(Locale.ROOT));
    for (Six six : Six.values()) {
      judged.add(
          new Judged(
              id,
              six,
              six.ours(a),
              m == null ? null : six.mot(m),
              m != null && m.getOrDefault("shown_on_site", "").equals("yes"),
              o == null ? null : six.osai(o, this::isExcluded),
              !row.getOrDefault("note", "").startsWith("the index judges")));
    }
    if (o != null) {
      grade(id, a, o);
    }
  }

  private boolean isExcluded(String key) {
    return excluded.containsKey(key);
  }

  /// Whether the index's grade lies in our range, per dimension.
  private void grade(String id, Assessment a, Map<String, String> o) {
    for (Range range : Range.of(a)) {
      String said = o.getOrDefault(range.dimension(), "");
      String key = "osai/" + o.get("file") + "/" + range.dimension();
      if (!said.isEmpty() && !isExcluded(key)) {
        int grade = Range.GRADES.indexOf(said);
        boolean inside = grade >= range.low() && grade <= range.high();
        if (!inside) {
          String cause = causes.of("grades outside our range", id, range.dimension(), "index");
          outside.add(
              "(%s) %s %s: Assay %s, index %s"
                  .formatted(cause, id, range.dimension(), range.words(), said));
        }
        width += range.high() - range.low();
        grades.merge(
            range.dimension(),
            Counts.NONE.with(range.low() == range.high(), inside),
            (x, y) -> x.with(range.low() == range.high(), inside));
      }
    }
  }

  /// The two against each other, over every pair of the crosswalk.
  private void experts(PrintWriter out, List<Map<String, String>> crosswalk) {
    Counts all = Counts.NONE;
    Map<Six, Counts> each = new LinkedHashMap<>();
    int pairs = 0;
    for (Map<String, String> row : crosswalk) {
      Map<String, String> m = mot.get(row.getOrDefault("mot_model", ""));
      Map<String, String> o = osai.get(row.getOrDefault("osai_file", "").toLowerCase(Locale.ROOT));
      if (m == null || o == null) {
        continue;
      }
      pairs++;
      for (Six six : Six.values()) {
        boolean left = six.motAsGiven(m);
        boolean right = Boolean.TRUE.equals(six.osai(o, key -> false));
        all = all.with(left, right);
        each.merge(six, Counts.NONE.with(left, right), (x, y) -> x.with(left, right));
      }
    }
    out.printf(
        "The experts with each other, all %d pairs of the crosswalk, records as given%n", pairs);
    table(out, each, all);
  }

  private void print(PrintWriter out, boolean list) {
    out.printf("%n%d releases inspected.%n", judged.size() / Six.values().length);
    skipped.forEach(s -> out.println("  skipped " + s));
    out.println();
    agreements(out);
    grades(out);
    causes(out);
    if (list) {
      out.println();
      outside.forEach(out::println);
      out.println();
      disagreements(out);
    }
  }

  private void agreements(PrintWriter out) {
    compare(
        out,
        "The experts with each other, releases inspected here",
        Judged::both,
        Judge.MOT,
        Judge.OSAI);
    compare(
        out, "Assay with the MOT, all its records", j -> j.mot() != null, Judge.FOR_MOT, Judge.MOT);
    compare(
        out,
        "Assay with the MOT, records that its site shows",
        j -> j.mot() != null && j.motShown(),
        Judge.FOR_MOT,
        Judge.MOT);
    compare(
        out, "Assay with the European index", j -> j.osai() != null, Judge.FOR_OSAI, Judge.OSAI);
    compare(
        out,
        "Assay with the MOT, where both experts judge",
        Judged::both,
        Judge.FOR_MOT,
        Judge.MOT);
    compare(
        out,
        "Assay with the index, where both experts judge",
        Judged::both,
        Judge.FOR_OSAI,
        Judge.OSAI);
    compare(
        out,
        "Assay with both, where the experts agree",
        j -> j.both() && Objects.equals(j.mot(), j.osai()),
        Judge.FOR_OSAI,
        Judge.OSAI);
    differences(out, "where both experts judge", Judged::both);
    differences(
        out,
        "where both experts judge and the index judges the release in hand",
        j -> j.both() && j.same());
    differences(
        out,
        "where both experts judge and Assay decides for both",
        j -> j.both() && Judge.FOR_MOT.decides(j) && Judge.FOR_OSAI.decides(j));
  }

  private void grades(PrintWriter out) {
    out.println("The index's twelve dimensions: is its grade in our range?");
    out.println("dimension               n  decided  right when decided  in range when open");
    grades.forEach((dimension, c) ->
        out.printf(
            "%-22s %3d      %3d                %s                %s%n",
            dimension,
            c.all(),
            c.bothYes() + c.onlyOurs(),
            Counts.show((double) c.bothYes() / (c.bothYes() + c.onlyOurs())),
            Counts.show((double) c.onlyLabel() / (c.onlyLabel() + c.bothNo()))));
    int graded = grades.values().stream().mapToInt(Counts::all).sum();
    out.printf(
        Locale.ROOT,
        "%d grades; %d outside our range; the range is %.2f steps wide on the mean (2 is the"
            + " widest).%n",
        graded,
        outside.size(),
        width / graded);
  }

  private void causes(PrintWriter out) {
    for (Judged j : judged) {
      if (j.againstMot()) {
        causes.of("components, Assay with the MOT", j.id(), j.six().words(), "MOT");
      }
      if (j.againstOsai()) {
        causes.of("components, Assay with the index", j.id(), j.six().words(), "index");
      }
    }
    causes.print(out);
  }

  private void disagreements(PrintWriter out) {
    for (Judged j : judged) {
      if (j.againstMot() || j.againstOsai()) {
        out.printf(
            "%s %s: Assay %s, MOT %s, index %s: %s%n",
            j.id(),
            j.six().words(),
            j.ours().tool() ? "yes" : j.ours().index() ? "to the index yes" : "no",
            j.mot() == null ? "-" : j.mot() ? "yes" : "no",
            j.osai() == null ? "-" : j.osai() ? "yes" : "no",
            j.ours().why());
      }
    }
  }

  /// The three pairs of judges over the same judgements, and how surely we are below or above the
  /// experts.
  private void differences(PrintWriter out, String where, Predicate<Judged> which) {
    List<Counts> experts = perRelease(which, Judge.MOT, Judge.OSAI);
    List<Counts> tool = perRelease(which, Judge.FOR_MOT, Judge.MOT);
    List<Counts> index = perRelease(which, Judge.FOR_OSAI, Judge.OSAI);
    out.printf("Kappa %s (%d releases), and its 95 %% interval%n", where, experts.size());
    out.printf("  the experts with each other  %s%n", kappa(experts));
    out.printf("  Assay with the MOT           %s%n", kappa(tool));
    out.printf("    less the experts'          %s%n", Again.difference(tool, experts).words());
    out.printf("  Assay with the index         %s%n", kappa(index));
    out.printf("    less the experts'          %s%n%n", Again.difference(index, experts).words());
  }

  private static String kappa(List<Counts> releases) {
    Counts all = releases.stream().reduce(Counts.NONE, Counts::and);
    return "%s  %s, %d judgements"
        .formatted(Counts.show(all.kappa()), Again.kappa(releases).words(), all.all());
  }

  private List<Counts> perRelease(Predicate<Judged> which, Judge left, Judge right) {
    var each = new LinkedHashMap<String, Counts>();
    for (Judged j : judged) {
      if (which.test(j)) {
        each.merge(j.id(), Counts.NONE.with(left.answer(j), right.answer(j)), Counts::and);
      }
    }
    return List.copyOf(each.values());
  }

  private void compare(
      PrintWriter out, String title, Predicate<Judged> which, Judge left, Judge right) {
    Counts all = Counts.NONE;
    Map<Six, Counts> each = new LinkedHashMap<>();
    for (Judged j : judged) {
      if (which.test(j)) {
        boolean x = left.answer(j);
        boolean y = right.answer(j);
        all = all.with(x, y);
        each.merge(j.six(), Counts.NONE.with(x, y), (a, b) -> a.with(x, y));
      }
    }
    out.println(title);
    table(out, each, all);
    out.printf("  kappa, 95 %% interval       %s%n", kappa(perRelease(which, left, right)));
    Predicate<Judged> decided = which.and(j -> left.decides(j) && right.decides(j));
    out.printf("  where Assay decides        %s%n%n", kappa(perRelease(decided, left, right)));
  }

  private static void table(PrintWriter out, Map<Six, Counts> each, Counts all) {
    each.forEach((six, c) -> line(out, six.words(), c));
    line(out, "together", all);
  }

  private static void line(PrintWriter out, String name, Counts c) {
    out.printf(
        "  %-16s n=%3d  agreement %s  kappa %s  both %d, only first %d, only second %d, neither"
            + " %d%n",
        name,
        c.all(),
        Counts.show(c.accuracy()),
        Counts.show(c.kappa()),
        c.bothYes(),
        c.onlyOurs(),
        c.onlyLabel(),
        c.bothNo());
  }
}
