package dev.assay.sources.registry;

import dev.assay.sources.Reached;

/// Why a package cannot be had, on its way to the value that says so.
final class NotHad extends Exception {
  private static final long serialVersionUID = 1L;
  private final String next;
  private final boolean wrongUse;

  /// @param message why, in words for the user
  /// @param next what the user can do; empty when nothing
  /// @param wrongUse whether the reference itself is wrong, and not the world
  NotHad(String message, String next, boolean wrongUse) {
    super(message, null, false, false);
    this.next = next;
    this.wrongUse = wrongUse;
  }

  /// It as the answer to a reference.
  Reached.Not reached() {
    return new Reached.Not(String.valueOf(getMessage()), next, wrongUse);
  }
}
