package dev.assay.sources;

import dev.assay.sources.web.Patience;
import java.nio.file.Path;
import java.util.Map;

/// What the user and the surroundings allow when sources are opened.
///
/// @param offline whether no network may be used
/// @param environment the environment variables that sources of other programs are found by
/// @param patience how long servers are waited for
public record SourceOptions(boolean offline, Map<String, String> environment, Patience patience) {
  public SourceOptions {
    environment = Map.copyOf(environment);
  }

  /// What holds for this process.
  ///
  /// @param offline whether no network may be used
  public static SourceOptions ofProcess(boolean offline) {
    return new SourceOptions(offline, System.getenv(), Patience.NORMAL);
  }

  /// Where answers of servers are kept: `ASSAY_CACHE`, or `assay` in the user's folder for caches.
  public Path cache() {
    String named = environment.get("ASSAY_CACHE");
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    String caches = environment.get("XDG_CACHE_HOME");
    return caches != null && !caches.isBlank()
        ? Path.of(caches, "assay")
        : Path.of(System.getProperty("user.home"), ".cache", "assay");
  }
}
