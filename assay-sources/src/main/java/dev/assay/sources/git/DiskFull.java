package dev.assay.sources.git;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// There is no room for a copy of a repository.
final class DiskFull extends IOException {
  private static final long serialVersionUID = 1;
  private static final int DEEPEST = 10;

  DiskFull() {
    super("the disk has no room for a copy of it");
  }

  /// Whether an error that JGit wrapped began at the disk: the system's own words are all that is
  /// left of it.
  static boolean isCauseOf(Throwable error) {
    @Nullable Throwable at = error;
    for (int n = 0; at != null && n < DEEPEST; n++, at = at.getCause()) {
      String said = String.valueOf(at.getMessage()).toLowerCase(Locale.ROOT);
      if (said.contains("no space left") || said.contains("disk quota")) {
        return true;
      }
    }
    return false;
  }
}
