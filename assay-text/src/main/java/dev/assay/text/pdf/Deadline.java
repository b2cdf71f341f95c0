package dev.assay.text.pdf;

import java.io.IOException;

/// When reading one file must be done.
///
/// @param at by {@link System#nanoTime()}
record Deadline(long at) {
  /// The time is over. An IOException, so that the library lets it through.
  static final class Passed extends IOException {
    private static final long serialVersionUID = 1;
  }

  void check() throws Passed {
    if (System.nanoTime() - at > 0) {
      throw new Passed();
    }
  }
}
