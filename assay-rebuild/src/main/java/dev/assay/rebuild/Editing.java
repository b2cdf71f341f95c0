package dev.assay.rebuild;

import dev.assay.rebuild.sandbox.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// Makes an editable copy of a release: change a line of its code or data there, rebuild, and see
/// what became of the weights.
public final class Editing {
  /// The usual name of a recipe.
  public static final String RECIPE = "assay-rebuild.yaml";

  private Editing() {}

  /// Copies a release and marks the copy's recipe as edited, so that changed materials are accepted
  /// and nothing built from it counts as a rebuild of the release.
  ///
  /// @param release the folder to copy
  /// @param recipe its recipe, wherever that lies
  /// @param target a folder that does not exist yet
  /// @throws IOException when it cannot be copied
  public static void copy(Path release, Path recipe, Path target) throws IOException {
    if (Files.exists(target)) {
      throw new IOException(target + " exists already");
    }
    if (target.toAbsolutePath().normalize().startsWith(release.toRealPath())) {
      throw new IOException(target + " lies inside what is to be copied");
    }
    Folders.copy(release, target);
    String text =
        Files.readString(recipe)
            .lines()
            .map(l -> l.startsWith("recipe:") ? l + "\nedited: true" : l)
            .collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(target.resolve(RECIPE), text);
  }
}
