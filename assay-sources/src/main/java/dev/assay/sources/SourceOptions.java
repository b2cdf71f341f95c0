package dev.assay.sources;

import java.util.Map;

/// What the user and the surroundings allow when sources are opened.
///
/// @param offline whether no network may be used
/// @param environment the environment variables that sources of other programs are found by
public record SourceOptions(boolean offline, Map<String, String> environment) {
  public SourceOptions {
    environment = Map.copyOf(environment);
  }

  /// What holds for this process.
  ///
  /// @param offline whether no network may be used
  public static SourceOptions ofProcess(boolean offline) {
    return new SourceOptions(offline, System.getenv());
  }
}
