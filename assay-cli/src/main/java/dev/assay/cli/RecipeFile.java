package dev.assay.cli;

import dev.assay.rebuild.Editing;
import dev.assay.rebuild.compare.Digests;
import dev.assay.rebuild.recipe.Recipe;
import dev.assay.rebuild.recipe.RecipeReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A recipe that was read, and the release that it is for.
///
/// @param recipe what it says
/// @param file where it lies
/// @param sha256 of the file, in hexadecimal digits
/// @param release the folder that its paths are relative to
record RecipeFile(Recipe recipe, Path file, String sha256, Path release) {
  /// What came of looking for one.
  sealed interface Found {
    /// It can be used.
    record Usable(RecipeFile file) implements Found {}

    /// There is none, or it says something that a recipe may not.
    record Unusable(String why) implements Found {}
  }

  /// The recipe of a release.
  ///
  /// @param path a release's folder, or a recipe in one
  /// @param elsewhere the recipe, where it lies apart from the release; null where it does not
  /// @throws IOException where the file cannot be read
  static Found of(Path path, @Nullable Path elsewhere) throws IOException {
    boolean folder = Files.isDirectory(path);
    Path file = elsewhere != null ? elsewhere : folder ? path.resolve(Editing.RECIPE) : path;
    if (!Files.isRegularFile(file)) {
      return new Found.Unusable(
          "no recipe at " + file + "; 'assay rebuild " + path + " --draft' writes a first one");
    }
    if (Files.size(file) > RecipeReader.MOST) {
      return new Found.Unusable(file + " is too large for a recipe");
    }
    String text;
    try {
      text = Files.readString(file);
    } catch (MalformedInputException e) {
      return new Found.Unusable("the recipe is not UTF-8");
    }
    return switch (RecipeReader.read(text)) {
      case RecipeReader.Result.Wrong(var error) ->
          new Found.Unusable(file + ": " + error.describe());
      case RecipeReader.Result.Read(Recipe recipe) ->
          new Found.Usable(
              new RecipeFile(recipe, file, Digests.sha256(file), folder ? path : parent(path)));
    };
  }

  private static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? Path.of(".") : parent;
  }
}
