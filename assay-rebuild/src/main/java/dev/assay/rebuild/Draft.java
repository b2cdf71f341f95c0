package dev.assay.rebuild;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

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

  /// Drafts a recipe for a release's folder, or for one weights file.
  public static Draft of(Path path) throws IOException {
    return new Drafting(path).draft();
  }
}
