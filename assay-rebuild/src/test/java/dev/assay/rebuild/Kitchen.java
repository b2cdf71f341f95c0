package dev.assay.rebuild;

import dev.assay.rebuild.recipe.Recipe;
import dev.assay.rebuild.recipe.RecipeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// Makes small releases with recipes, and rebuilds them.
final class Kitchen {
  static final Path JDK = Path.of(System.getProperty("java.home"));

  final Path release;
  private final Path folder;
  Map<String, Path> given = Map.of();
  Map<String, String> settings = new LinkedHashMap<>();
  boolean declared;
  int repeat;
  List<RebuildRequest.Variation> vary = List.of();
  List<RebuildRequest.Search> recover = List.of();
  @Nullable String sandbox;
  @Nullable Path downloads;
  @Nullable Path keep;
  final List<String> steps = new ArrayList<>();

  Kitchen(Path folder) throws IOException {
    this.folder = folder;
    release = Files.createDirectories(folder.resolve("release"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Kitchen file(String path, String text) throws IOException {
    Path file = release.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  static Recipe recipe(String yaml) {
    return switch (RecipeReader.read(yaml)) {
      case RecipeReader.Result.Read(Recipe r) -> r;
      case RecipeReader.Result.Wrong(var e) -> throw new AssertionError(e.describe());
    };
  }

  RebuildReport rebuild(String yaml) throws IOException {
    Path workspace = Files.createTempDirectory(folder, "work");
    Files.setPosixFilePermissions(workspace, PosixFilePermissions.fromString("rwxr-xr-x"));
    return Rebuild.run(
        new RebuildRequest(
            recipe(yaml),
            "0".repeat(64),
            release,
            given,
            settings,
            declared,
            repeat,
            vary,
            recover,
            sandbox,
            JDK,
            downloads,
            folder.resolve("no-maven"),
            workspace,
            keep),
        new Listener() {
          @Override
          public void step(String what) {
            steps.add(what);
          }

          @Override
          public void running(java.time.Duration elapsed, String line) {}
        });
  }

  /// Skips the running test, with a line, where a report says that no sandbox works.
  static RebuildReport needsSandbox(RebuildReport report) {
    if (report.reason().startsWith("no sandbox works")) {
      String line = "skipped: " + report.reason();
      System.out.println(line);
      Assumptions.abort(line);
    }
    return report;
  }
}
