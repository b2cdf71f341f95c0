package dev.assay.cli;

import dev.assay.rebuild.Draft;
import dev.assay.rebuild.Editing;
import dev.assay.rebuild.Rebuild;
import dev.assay.rebuild.RebuildReport;
import dev.assay.rebuild.RebuildRequest;
import dev.assay.rebuild.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay rebuild`: builds the weights again and compares.
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = {
      "Build the weights again from a recipe, in a sandbox without a network, and compare them"
          + " with the published ones."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay rebuild examples/open/date-reader",
      "  assay rebuild examples/open/date-reader --vary threads,locale,cpu",
      "  assay rebuild recipe.yaml --material data=train.txt --declared",
      "  assay rebuild recipe.yaml --recover Iterations=50..500:50",
      "  assay rebuild ./my-model --draft",
      "  assay rebuild maven:GROUP:ARTIFACT:VERSION --draft --material data=train.txt",
      "  assay rebuild ./my-model --edit my-copy",
      "",
      "Exit codes: 0 rebuilt, 1 the weights are different, 2 wrong use, 3 did not run."
    })
final class RebuildCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "PATH",
      description =
          "A release's folder, or a recipe. For --draft also a weights file, an archive, or"
              + " maven:GROUP:ARTIFACT:VERSION.")
  private Path path = Path.of(".");

  @Option(
      names = "--recipe",
      paramLabel = "FILE",
      description = "The recipe, where it lies apart from the release.")
  private @Nullable Path recipe;

  @Mixin private MaterialOptions materials = new MaterialOptions();
  @Mixin private BuildOptions build = new BuildOptions();
  @Mixin private RebuildResults results = new RebuildResults();

  @Option(names = "--draft", description = "Write a recipe from what the release has; run nothing.")
  private boolean draft;

  @Option(
      names = "--edit",
      paramLabel = "FOLDER",
      description = "Make an editable copy; run nothing.")
  private @Nullable Path edit;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress.")
  private boolean quiet;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields before it calls
  RebuildCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try {
      Optional<String> wrong = results.unknownFormat().or(this::missing).or(this::unusable);
      if (wrong.isPresent()) {
        return wrong(wrong.get());
      }
      return draft ? draft() : read();
    } catch (IOException e) {
      terminal.error(String.valueOf(e.getMessage()));
      return Exit.NOT_ASSESSED;
    }
  }

  private int wrong(String message) {
    terminal.error(message);
    return Exit.WRONG_USE;
  }

  /// Why there is nothing at the path; where it named an artifact, it is the artifact's file
  /// afterwards.
  private Optional<String> missing() {
    Optional<String> coordinates = MaterialOptions.coordinates(path);
    if (coordinates.isPresent()) {
      path = materials.artifact(coordinates.get());
    }
    if (Files.exists(path)) {
      return Optional.empty();
    }
    return Optional.of(
        coordinates
            .map(c ->
                c
                    + " is not in the local Maven repository; get it with: mvn dependency:get"
                    + " -Dtransitive=false -Dartifact="
                    + c)
            .orElse(path + " is not there"));
  }

  /// What is wrong with the options, as far as that can be told before anything is read or run.
  private Optional<String> unusable() {
    if (edit != null && Files.exists(edit)) {
      return Optional.of(edit + " exists already; name a folder that is to be made");
    }
    return build.unusable().or(results::unusable);
  }

  private int draft() throws IOException {
    Draft made = Draft.of(path, materials.given(), materials.mavenRepository());
    terminal.out().print(made.yaml());
    made.missing().forEach(m -> terminal.error("could not find: " + m));
    return made.found() ? Exit.DONE : Exit.NOT_ASSESSED;
  }

  private int read() throws IOException {
    return switch (RecipeFile.of(path, recipe)) {
      case RecipeFile.Found.Unusable(String why) -> wrong(why);
      case RecipeFile.Found.Usable(RecipeFile file) -> use(file);
    };
  }

  private int use(RecipeFile file) throws IOException {
    Optional<String> unknown = materials.unknown(file.recipe());
    if (unknown.isPresent()) {
      return wrong(unknown.get());
    }
    if (edit != null) {
      Editing.copy(file.release(), file.file(), edit);
      terminal
          .out()
          .println("An editable copy is in " + edit + "; change it, then: assay rebuild " + edit);
      return Exit.DONE;
    }
    List<RebuildRequest.Search> searches;
    try {
      searches = build.searches();
    } catch (IllegalArgumentException e) {
      return wrong(String.valueOf(e.getMessage()));
    }
    Optional<Path> java = build.java(file.recipe());
    if (java.isEmpty()) {
      return wrong(
          "no JDK of version "
              + file.recipe().environment().jdk()
              + " or later was found; name one with --jdk FOLDER");
    }
    try (Workspace workspace = Workspace.open()) {
      RebuildReport report;
      try (var progress = new BuildProgress(terminal, quiet)) {
        report =
            Rebuild.run(
                build.request(
                    file, materials, searches, java.get(), workspace.folder(), results.keep(file)),
                progress);
      }
      return results.write(report, terminal);
    }
  }
}
