package dev.assay.model;

import java.util.List;

/// Where a release stands on the ladder, as far as what was inspected decides it.
///
/// @param lowest the step that the facts prove
/// @param highest the highest step that the facts do not rule out; equal to `lowest` when decided
/// @param why the sentence that says why it stands at `lowest`
/// @param blockers why not one higher than `lowest`, each with its component
/// @param open when `highest` is above `lowest`: what could not be decided
public record Standing(
    Step lowest, Step highest, String why, List<Blocker> blockers, List<String> open) {
  public Standing {
    blockers = List.copyOf(blockers);
    open = List.copyOf(open);
    if (highest.compareTo(lowest) < 0) {
      throw new IllegalArgumentException(highest + " is below " + lowest);
    }
  }

  /// Whether what was inspected decides the step.
  public boolean decided() {
    return lowest == highest;
  }

  /// One reason that holds the step down.
  ///
  /// @param component which component
  /// @param reason one sentence
  public record Blocker(Component component, String reason) {}
}
