package dev.assay.bench;

import dev.assay.model.Assessment;
import dev.assay.model.ProfileVerdict;
import dev.assay.model.ProfileVerdict.Criterion;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.LogManager;

/// The systems that the Open Source Initiative judged when it made its definition: our verdict from
/// the repositories in hand, beside theirs, with every criterion that is not met or not decided.
public final class Osaid {
  private Osaid() {}

  /// `TREES_DIR VALIDATION.csv MAPPING.csv`. It fetches nothing.
  public static void main(String[] args) throws IOException {
    LogManager.getLogManager().reset();
    Path trees = Path.of(args[0]);
    try (var out = new PrintWriter(new PrintStream(System.out, false, StandardCharsets.UTF_8))) {
      List<Map<String, String>> mapping = Csv.read(Path.of(args[2]));
      for (Map<String, String> row : Csv.read(Path.of(args[1]))) {
        String model = row.getOrDefault("model", "");
        out.printf("%s: %s (theirs)%n", model, row.getOrDefault("osaid_1_0", ""));
        List<Path> roots = new ArrayList<>();
        for (Map<String, String> m : mapping) {
          if (m.getOrDefault("model", "").equals(model)) {
            for (String repository : m.getOrDefault("repos", "").split(" ")) {
              roots.add(trees.resolve(repository.replace('/', '+')));
            }
          }
        }
        if (roots.isEmpty() || !roots.stream().allMatch(Files::isDirectory)) {
          out.println("  not looked at: no repository of it is here");
        } else {
          verdict(out, Trees.inspect(roots));
        }
      }
    }
  }

  private static void verdict(PrintWriter out, Assessment a) {
    for (ProfileVerdict v : a.profiles()) {
      if (v.profile().equals("osaid-1.0")) {
        out.printf("  ours: %s (%s)%n", v.verdict(), v.outcome().title());
        for (Criterion c : v.criteria()) {
          if (c.outcome() != ProfileVerdict.Outcome.MET) {
            out.printf(
                "    %s: %s: %s%n",
                c.id(), c.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '), c.reason());
          }
        }
      }
    }
  }
}
