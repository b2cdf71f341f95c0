package dev.assay.bench.forms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether a release says the same in another form: each release of a folder is inspected as it is
/// and written again in each form, and what was found is compared. No label is needed to see that
/// one of two answers is wrong.
///
/// `Forms TREES [--only FORM,...] [--list]`
public final class Forms {
  private record Line(String form, String release, Found.Difference difference) {
    @Override
    public String toString() {
      return "%s  %s  %s: %s -> %s"
          .formatted(form, release, difference.what(), difference.before(), difference.after());
    }
  }

  /// How often a form could be applied, and what differed then.
  private static final class Count {
    private int releases;
    private int otherwise;
    private int differences;
  }

  private Forms() {}

  /// Prints a table of the forms and a line for each difference; 1 where there is any.
  public static void main(String[] args) throws IOException {
    List<Rewriting> forms = Rewritings.ALL;
    @Nullable Path trees = null;
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--list")) {
        forms.forEach(f -> System.out.printf("%-24s %s%n", f.name(), f.does()));
        return;
      } else if (args[i].equals("--only") && i + 1 < args.length) {
        forms = named(args[++i]);
      } else {
        trees = Path.of(args[i]);
      }
    }
    if (trees == null || forms.isEmpty()) {
      System.err.println("usage: bench/forms TREES [--only FORM,...] [--list]");
      System.exit(2);
      return;
    }
    System.exit(run(trees, forms) ? 0 : 1);
  }

  private static List<Rewriting> named(String names) {
    Set<String> wanted = Set.of(names.split(","));
    List<Rewriting> forms = Rewritings.ALL.stream().filter(f -> wanted.contains(f.name())).toList();
    return forms.size() == wanted.size() ? forms : List.of();
  }

  private static boolean run(Path trees, List<Rewriting> forms) throws IOException {
    var counts = new LinkedHashMap<String, Count>();
    forms.forEach(f -> counts.put(f.name(), new Count()));
    var lines = new ArrayList<Line>();
    for (Path release : releases(trees)) {
      compare(release, forms, counts, lines);
    }
    System.out.println("| form | releases | with a difference | differences |");
    System.out.println("| --- | --- | --- | --- |");
    counts.forEach((name, c) ->
        System.out.printf("| %s | %d | %d | %d |%n", name, c.releases, c.otherwise, c.differences));
    System.out.println();
    List<String> order = forms.stream().map(Rewriting::name).toList();
    lines.sort(Comparator.comparingInt(l -> order.indexOf(l.form())));
    lines.forEach(System.out::println);
    return lines.isEmpty();
  }

  private static List<Path> releases(Path trees) throws IOException {
    try (Stream<Path> all = Files.list(trees)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static void compare(
      Path release, List<Rewriting> forms, Map<String, Count> counts, List<Line> lines)
      throws IOException {
    String name = String.valueOf(release.getFileName());
    Draft draft = Draft.of(release.toRealPath());
    Found plain = Found.in(name, List.of(release));
    for (Rewriting form : forms) {
      Optional<Draft> other = form.rewrite(draft);
      if (other.isEmpty()) {
        continue;
      }
      List<Found.Difference> differences = plain.against(found(name, form, other.get()));
      Count count = counts.computeIfAbsent(form.name(), n -> new Count());
      count.releases++;
      count.otherwise += differences.isEmpty() ? 0 : 1;
      count.differences += differences.size();
      differences.forEach(d -> lines.add(new Line(form.name(), name, d)));
    }
    System.err.println(name);
  }

  private static Found found(String name, Rewriting form, Draft draft) throws IOException {
    Path folder = Files.createTempDirectory("forms");
    try {
      return Found.in(name, form.write(name, draft, folder));
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
