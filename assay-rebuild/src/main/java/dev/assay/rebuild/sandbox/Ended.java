package dev.assay.rebuild.sandbox;

import java.time.Duration;

/// How a run ended.
///
/// @param cause what ended it
/// @param exit its exit code; -1 when it was ended by us or never started
/// @param message one sentence for {@link Cause}s other than a good end
/// @param elapsed by the clock
/// @param peakMemory the most memory of all its processes seen at once, in bytes
public record Ended(Cause cause, int exit, String message, Duration elapsed, long peakMemory) {
  /// What ends a run.
  public enum Cause {
    /// It ended by itself with exit code 0.
    GOOD,
    /// It ended by itself with another exit code, or a signal.
    FAILED,
    /// It could not be started.
    NOT_STARTED,
    /// Over its limit of time.
    TIME,
    MEMORY,
    PROCESSES,
    DISK,
    /// Whoever started it stopped it.
    STOPPED
  }

  /// Whether it did what it should.
  public boolean good() {
    return cause == Cause.GOOD;
  }
}
