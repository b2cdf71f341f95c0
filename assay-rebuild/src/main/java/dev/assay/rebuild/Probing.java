package dev.assay.rebuild;

import dev.assay.rebuild.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Compares behaviour: runs the recipe's probe with the published and the rebuilt weights, and
/// counts the lines that agree. Two honest rebuilds that differ say how much agreement can be asked
/// for.
final class Probing {
  private final Workshop workshop;
  private final Recipe recipe;
  private final Map<String, Path> subjects;

  Probing(Workshop workshop, Recipe recipe, Map<String, Path> subjects) {
    this.workshop = workshop;
    this.recipe = recipe;
    this.subjects = subjects;
  }

  RebuildReport.Probed run(Build build, List<Build> others) throws IOException {
    Recipe.Probe probe = java.util.Objects.requireNonNull(recipe.probe());
    Recipe.Output output = recipe.outputs().getFirst();
    Path subject = java.util.Objects.requireNonNull(subjects.get(output.compareTo()));
    Answers published = answers(probe, "published", subject);
    Answers rebuilt = answers(probe, "rebuilt", build.out().resolve(output.path()));
    for (Answers a : List.of(published, rebuilt)) {
      if (!a.failed().isEmpty()) {
        return new RebuildReport.Probed(0, 0, -1, probe.baseline(), a.failed());
      }
    }
    long honest = -1;
    for (Build other : others) {
      if (other.problem(recipe).isEmpty()) {
        Path file = other.out().resolve(output.path());
        if (Files.mismatch(file, build.out().resolve(output.path())) >= 0) {
          long agree = rebuilt.agree(answers(probe, "other", file));
          honest = honest < 0 ? agree : Math.min(honest, agree);
        }
      }
    }
    return new RebuildReport.Probed(
        published.agree(rebuilt),
        Math.max(published.lines().size(), rebuilt.lines().size()),
        honest,
        probe.baseline(),
        "");
  }

  private record Answers(List<String> lines, String failed) {
    long agree(Answers other) {
      long agree = 0;
      for (int i = 0; i < Math.min(lines.size(), other.lines.size()); i++) {
        agree += lines.get(i).equals(other.lines.get(i)) ? 1 : 0;
      }
      return agree;
    }
  }

  private Answers answers(Recipe.Probe probe, String name, Path model) throws IOException {
    Map<String, String> values = new LinkedHashMap<>(recipe.values(false));
    values.put("model", workshop.lay(name, model));
    Build run = workshop.run("probe", probe.run(), values, Map.of());
    return new Answers(
        Files.exists(run.log()) ? Files.readAllLines(run.log()) : List.of(),
        run.ended().good()
            ? ""
            : "the probe " + run.ended().message() + " on the " + name + " weights");
  }
}
