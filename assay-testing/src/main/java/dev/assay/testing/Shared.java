package dev.assay.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The way to the corpora of the house. They may not enter the repository, so a test that reads
/// them skips, with a line saying so, where they do not lie; the setting is the system property
/// `assay.shared`, by default `../shared` beside the checkout.
public final class Shared {
  private Shared() {}

  /// The file or folder `relative` in the shared corpora; skips the running test where it is not
  /// there.
  public static Path path(String relative) {
    Path path = root().resolve(relative);
    if (!Files.exists(path)) {
      String line = "skipped: " + relative + " is not in " + root();
      System.out.println(line);
      Assumptions.abort(line);
    }
    return path;
  }

  /// Whether the corpora are here, for suppliers of parameterised tests, which cannot skip.
  public static boolean here(String relative) {
    return Files.exists(root().resolve(relative));
  }

  /// The root of the repository's checkout.
  public static Path repository() {
    return Path.of(System.getProperty("assay.root", "..")).toAbsolutePath().normalize();
  }

  private static Path root() {
    return Path.of(System.getProperty("assay.shared", "../../shared")).toAbsolutePath().normalize();
  }
}
