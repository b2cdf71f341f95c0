package dev.assay.cli;

import dev.assay.rebuild.Jdks;
import dev.assay.rebuild.RebuildRequest;
import dev.assay.rebuild.recipe.Recipe;
import dev.assay.rebuild.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How a rebuild is run: with which values of parameters, how often, in what sandbox, by which JDK.
final class BuildOptions {
  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "NAME=VALUE",
      description = "Use another value for a parameter.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--declared",
      description = "Use what the release declares where the recipe knows better.")
  private boolean declared;

  @Option(names = "--repeat", paramLabel = "N", description = "Build N more times and compare.")
  private int repeat;

  @Option(
      names = "--vary",
      split = ",",
      paramLabel = "WHAT",
      description = "Build again with other ${COMPLETION-CANDIDATES}.")
  private List<RebuildRequest.Variation> vary = new ArrayList<>();

  @Option(
      names = "--recover",
      paramLabel = "NAME=LOW..HIGH[:STEP]",
      description = "Search a parameter by the distance to the published weights.")
  private List<String> recover = new ArrayList<>();

  @Option(
      names = "--sandbox",
      paramLabel = "NAME",
      description = "bubblewrap, namespaces or landlock; by default the first that works.")
  private @Nullable String sandbox;

  @Option(
      names = "--unsandboxed",
      description = "Run without a sandbox: the recipe's command may do whatever you may.")
  private boolean unsandboxed;

  @Option(
      names = "--jdk",
      paramLabel = "FOLDER",
      description = "The JDK that the recipe's java means.")
  private @Nullable Path jdk;

  /// What is wrong with these options, as far as that can be told before anything is read or run.
  Optional<String> unusable() {
    List<String> sandboxes = Sandbox.all().stream().map(Sandbox::id).toList();
    if (sandbox != null && !sandboxes.contains(sandbox)) {
      return Optional.of(
          "no sandbox is called '"
              + sandbox
              + "'; there are "
              + String.join(", ", sandboxes)
              + "; to run without one: --unsandboxed");
    }
    if (sandbox != null && unsandboxed) {
      return Optional.of("--sandbox and --unsandboxed exclude each other");
    }
    if (repeat < 0) {
      return Optional.of("--repeat is a number of at least 0");
    }
    if (jdk != null && !Files.isRegularFile(jdk.resolve("bin").resolve("java"))) {
      return Optional.of("there is no JDK in " + jdk + " (no bin/java)");
    }
    return Optional.empty();
  }

  /// The JDK that was named, or one of this machine that the recipe allows; nothing where there is
  /// none.
  Optional<Path> java(Recipe recipe) throws IOException {
    return jdk != null
        ? Optional.of(jdk.toRealPath())
        : Jdks.find(System.getenv(), recipe.environment().jdk());
  }

  /// The parameters to search.
  ///
  /// @throws IllegalArgumentException with what is wrong with one of them
  List<RebuildRequest.Search> searches() {
    return recover.stream().map(RebuildRequest.Search::parse).toList();
  }

  /// What is asked of the rebuild.
  ///
  /// @param searches as {@link #searches} gives them
  /// @param java as {@link #java} gives it
  /// @param workspace an empty folder to build in
  /// @param keep where to copy what was built; null for nowhere
  RebuildRequest request(
      RecipeFile recipe,
      MaterialOptions materials,
      List<RebuildRequest.Search> searches,
      Path java,
      Path workspace,
      @Nullable Path keep) {
    return new RebuildRequest(
        recipe.recipe(),
        recipe.sha256(),
        recipe.release(),
        materials.given(),
        parameters,
        declared,
        repeat,
        vary,
        searches,
        unsandboxed ? "none" : sandbox,
        java,
        materials.folder(),
        materials.mavenRepository(),
        workspace,
        keep);
  }
}
