package dev.assay.sources.web;

import java.time.Duration;

/// How long and how often a server is waited for.
///
/// @param attempts how often a request is tried in all
/// @param pause the pause after the first failure; doubled after each further one
/// @param longestWait the longest wait that a server may ask for
/// @param silence how long a server may send nothing
public record Patience(int attempts, Duration pause, Duration longestWait, Duration silence) {

  /// The patience of a normal run.
  public static final Patience NORMAL =
      new Patience(4, Duration.ofMillis(500), Duration.ofSeconds(60), Duration.ofSeconds(20));
}
