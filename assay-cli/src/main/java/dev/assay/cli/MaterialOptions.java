package dev.assay.cli;

import dev.assay.rebuild.MavenPlaces;
import dev.assay.rebuild.recipe.Recipe;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the files lie that go into a rebuild, and those that it is compared with.
final class MaterialOptions {
  private static final String MAVEN = "maven:";

  @Option(
      names = "--material",
      paramLabel = "ID=FILE",
      description = "Where a material or subject lies; its digest is checked.")
  private Map<String, Path> given = new LinkedHashMap<>();

  @Option(
      names = "--materials",
      paramLabel = "FOLDER",
      description = "A folder in which materials and subjects are looked up by file name.")
  private @Nullable Path folder;

  @Option(
      names = "--maven-repository",
      paramLabel = "FOLDER",
      description = "Where Maven artifacts are looked up (default: your local repository).")
  private @Nullable Path mavenRepository;

  /// Files by the recipe's name for them.
  Map<String, Path> given() {
    return given;
  }

  /// Where others are looked up by their file name; null for nowhere.
  @Nullable Path folder() {
    return folder;
  }

  Path mavenRepository() {
    return mavenRepository != null
        ? mavenRepository
        : Path.of(System.getProperty("user.home"), ".m2", "repository");
  }

  /// The coordinates of an artifact that stands where a path may; nothing for a path.
  static Optional<String> coordinates(Path path) {
    String text = path.toString();
    return text.startsWith(MAVEN) ? Optional.of(text.substring(MAVEN.length())) : Optional.empty();
  }

  /// Where the artifact's file is, if it is there.
  Path artifact(String coordinates) {
    return new MavenPlaces(mavenRepository()).file(coordinates);
  }

  /// What was given a place and is nothing that the recipe asks for.
  Optional<String> unknown(Recipe recipe) {
    List<String> known =
        Stream.concat(
                recipe.materials().stream().map(Recipe.Material::id),
                recipe.subjects().stream().map(Recipe.Subject::id))
            .distinct()
            .toList();
    return given.keySet().stream()
        .filter(id -> !known.contains(id))
        .findFirst()
        .map(id ->
            "the recipe has no material or subject '"
                + id
                + "'; it has "
                + String.join(", ", known));
  }
}
