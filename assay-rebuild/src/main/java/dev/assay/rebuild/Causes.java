package dev.assay.rebuild;

import dev.assay.rebuild.recipe.Recipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Looks through the code among the materials for what often makes two runs differ. These are hints
/// where to look, not findings.
final class Causes {
  private static final long MOST_BYTES = 1 << 20;
  private static final int MOST_FILES = 2000;

  private Causes() {}

  /// Words in source, and what they may mean. A cause with an antidote is named only where no file
  /// has it.
  private record Cause(String suffix, List<String> words, List<String> antidotes, String hint) {}

  private static final List<Cause> CAUSES =
      List.of(
          new Cause(
              ".java",
              List.of(
                  " Math.exp(",
                  " Math.log(",
                  " Math.sin(",
                  " Math.cos(",
                  " Math.tanh(",
                  " Math.pow(",
                  "(Math.exp(",
                  "(Math.log(",
                  "(Math.tanh("),
              List.of(),
              "Math instead of StrictMath: its last bit may differ between machines and JDKs"),
          new Cause(
              ".java",
              List.of("new Random()", "ThreadLocalRandom", "Math.random("),
              List.of(),
              "random numbers without a seed"),
          new Cause(
              ".java",
              List.of(".parallel()", "parallelStream("),
              List.of(),
              "a parallel stream: sums may be taken in another order"),
          new Cause(
              ".java",
              List.of("Math.fma(", ".reduceLanes("),
              List.of(),
              "fused or vector arithmetic"),
          new Cause(
              ".py",
              List.of("random.", "np.random.", "torch.rand", "shuffle"),
              List.of(
                  "manual_seed(",
                  "random.seed(",
                  "set_seed(",
                  "seed_everything(",
                  "default_rng(",
                  "PRNGKey("),
              "random numbers, and no seed is set anywhere"),
          new Cause(
              ".py",
              List.of(".cuda(", "device=\"cuda\"", "device='cuda'"),
              List.of("use_deterministic_algorithms("),
              "a GPU, and deterministic algorithms are not asked for"),
          new Cause(
              ".py",
              List.of("set("),
              List.of("PYTHONHASHSEED"),
              "sets: their order depends on the hash seed"));

  static List<String> look(Recipe recipe, Materials materials) throws IOException {
    Map<Path, String> texts = texts(recipe, materials);
    List<String> hints = new ArrayList<>();
    for (Cause c : CAUSES) {
      if (texts.values().stream().anyMatch(t -> c.antidotes().stream().anyMatch(t::contains))) {
        continue;
      }
      texts.forEach((path, text) -> {
        if (path.toString().endsWith(c.suffix())) {
          place(text, c.words()).ifPresent(line -> hints.add(path + ":" + line + ": " + c.hint()));
        }
      });
    }
    for (Map.Entry<String, Recipe.Parameter> p : recipe.parameters().entrySet()) {
      if (p.getKey().toLowerCase(Locale.ROOT).contains("thread")
          && p.getValue().basis() != Recipe.Basis.FREE) {
        hints.add(
            "the parameter "
                + p.getKey()
                + ": where each thread sums by itself, their number changes the last bits");
      }
    }
    return hints.size() > 12 ? hints.subList(0, 12) : hints;
  }

  private static java.util.Optional<Integer> place(String text, List<String> words) {
    int at = words.stream().mapToInt(text::indexOf).filter(i -> i >= 0).min().orElse(-1);
    if (at < 0) {
      return java.util.Optional.empty();
    }
    return java.util.Optional.of(
        (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1);
  }

  private static Map<Path, String> texts(Recipe recipe, Materials materials) throws IOException {
    Map<Path, String> texts = new TreeMap<>();
    for (Recipe.Material m : recipe.materials()) {
      Path relative = materials.materials().get(m.id());
      if (relative == null || !m.role().endsWith("-code")) {
        continue;
      }
      try (Stream<Path> all = Files.walk(materials.inputs().resolve(relative))) {
        for (Path p : all.filter(Files::isRegularFile).limit(MOST_FILES).toList()) {
          String name = p.toString();
          if ((name.endsWith(".java") || name.endsWith(".py")) && Files.size(p) < MOST_BYTES) {
            texts.put(
                materials.inputs().relativize(p),
                new String(Files.readAllBytes(p), StandardCharsets.UTF_8));
          }
        }
      }
    }
    return texts;
  }
}
