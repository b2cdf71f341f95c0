package dev.assay.sources;

import dev.assay.sources.web.Patience;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What the user and the surroundings allow when sources are opened.
///
/// @param offline whether no network may be used
/// @param environment the environment variables that sources of other programs are found by
/// @param patience how long servers are waited for
public record SourceOptions(boolean offline, Map<String, String> environment, Patience patience) {
  private static final long MOST_DOWNLOAD = 1L << 30;

  public SourceOptions {
    environment = Map.copyOf(environment);
  }

  /// The same with one variable set.
  public SourceOptions with(String variable, String value) {
    var other = new HashMap<>(environment);
    other.put(variable, value);
    return new SourceOptions(offline, other, patience);
  }

  /// The same without the network.
  public SourceOptions withoutNetwork() {
    return new SourceOptions(true, environment, patience);
  }

  /// What holds for this process.
  ///
  /// @param offline whether no network may be used
  public static SourceOptions ofProcess(boolean offline) {
    return new SourceOptions(offline, System.getenv(), Patience.NORMAL);
  }

  /// The most bytes that are fetched of one package or archive: `ASSAY_MAX_DOWNLOAD`, in bytes or
  /// with `K`, `M`, `G`; -1 where that is no size.
  public long mostDownload() {
    String named = environment.get("ASSAY_MAX_DOWNLOAD");
    if (named == null || named.isBlank()) {
      return MOST_DOWNLOAD;
    }
    String size = named.strip().toUpperCase(Locale.ROOT).replaceFirst("I?B$", "");
    int unit = "KMG".indexOf(size.isEmpty() ? 'x' : size.charAt(size.length() - 1));
    String digits = unit < 0 ? size : size.substring(0, size.length() - 1);
    boolean good =
        !digits.isEmpty()
            && digits.length() <= 12
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return good ? Long.parseLong(digits) << (10 * (unit + 1)) : -1;
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
