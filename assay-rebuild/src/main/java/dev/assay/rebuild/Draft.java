package dev.assay.rebuild;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A first recipe, written from what a release has. Nothing that was found is run; what could not
/// be found is said and left out, so that the recipe cannot be used before somebody has filled it
/// in.
///
/// @param yaml the recipe's text
/// @param missing what could not be found, in words
/// @param found whether anything was found to start from
public record Draft(String yaml, List<String> missing, boolean found) {
  public Draft {
    missing = List.copyOf(missing);
  }

  /// Drafts a recipe for a release's folder, for one weights file, or for an archive that holds
  /// some, such as a Maven artifact.
  ///
  /// @param given files for materials, by the name that the draft gives them
  /// @param mavenRepository the local repository, in which the digests of artifacts are looked up
  public static Draft of(Path path, Map<String, Path> given, Path mavenRepository)
      throws IOException {
    try (DraftSource source = DraftSource.open(path)) {
      return new Drafting(source, given, new MavenPlaces(mavenRepository)).draft();
    }
  }
}
