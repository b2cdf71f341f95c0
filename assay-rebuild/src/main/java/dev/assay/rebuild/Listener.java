package dev.assay.rebuild;

import java.time.Duration;

/// Told how far a rebuild is.
public interface Listener {
  /// A new step begins, in words.
  void step(String what);

  /// A command is running.
  ///
  /// @param elapsed for how long
  /// @param line the last line that it printed, escaped
  void running(Duration elapsed, String line);

  /// Says nothing.
  static Listener silent() {
    return new Listener() {
      @Override
      public void step(String what) {}

      @Override
      public void running(Duration elapsed, String line) {}
    };
  }
}
