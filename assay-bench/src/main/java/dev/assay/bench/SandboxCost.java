package dev.assay.bench;

import dev.assay.rebuild.recipe.Recipe;
import dev.assay.rebuild.sandbox.Ended;
import dev.assay.rebuild.sandbox.Folders;
import dev.assay.rebuild.sandbox.Job;
import dev.assay.rebuild.sandbox.RunLog;
import dev.assay.rebuild.sandbox.Runner;
import dev.assay.rebuild.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What each sandbox adds to a command that does nothing, against the same command without one: the
/// median of runs that take turns.
///
///     SandboxCost JDK
public final class SandboxCost {
  private static final int RUNS = 9;
  private static final Recipe.Limits LIMITS = new Recipe.Limits(60, 60, 1L << 30, 512, 1L << 20);

  private SandboxCost() {}

  /// @param args the JDK that is shown to the command
  public static void main(String[] args) throws IOException {
    Path jdk = Path.of(args[0]).toRealPath();
    Path work = Files.createTempDirectory("assay-bench");
    Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      Runner bare =
          Runner.of(Sandbox.byId("none").orElseThrow(), jdk, work)
              .orElseThrow(() -> new IllegalStateException("no command can be run here"));
      System.out.println("sandbox       without ms   within ms   adds ms");
      for (Sandbox sandbox : Sandbox.all()) {
        Optional<Runner> runner = Runner.of(sandbox, jdk, work);
        if (runner.isEmpty()) {
          System.out.printf("%-12s  does not work on this machine%n", sandbox.id());
        } else {
          measure(sandbox.id(), bare, runner.get(), jdk, work);
        }
      }
    } finally {
      Folders.remove(work);
    }
  }

  private static void measure(String id, Runner bare, Runner runner, Path jdk, Path work)
      throws IOException {
    List<Double> without = new ArrayList<>();
    List<Double> within = new ArrayList<>();
    for (int i = 0; i <= RUNS; i++) {
      double a = run(bare, jdk, work);
      double b = run(runner, jdk, work);
      if (i > 0) { // The first warms up.
        without.add(a);
        within.add(b);
      }
    }
    double a = median(without);
    double b = median(within);
    System.out.printf(Locale.ROOT, "%-12s %11.0f %11.0f %9.0f%n", id, a, b, b - a);
  }

  private static double run(Runner runner, Path jdk, Path work) throws IOException {
    Path folder = Folders.temporary(work, "run");
    Path inputs = Files.createDirectories(folder.resolve("in"));
    Job job = runner.prepare(folder, inputs, List.of("/bin/true"), jdk, Map.of(), LIMITS);
    long start = System.nanoTime();
    Ended ended = runner.run(job, new RunLog(folder.resolve("log")), (elapsed, line) -> {});
    double millis = (System.nanoTime() - start) / 1e6;
    if (!ended.good()) {
      throw new IllegalStateException(ended.message());
    }
    return millis;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
