package dev.assay.cli;

/// Exit codes that scripts can trust.
final class Exit {
  /// Done; a gate passed.
  static final int DONE = 0;

  /// A gate failed.
  static final int GATE_FAILED = 1;

  /// Wrong use: an option or a reference that is none.
  static final int WRONG_USE = 2;

  /// Nothing could be assessed.
  static final int NOT_ASSESSED = 3;

  /// Stopped by Ctrl-C; what was known by then was reported.
  static final int INTERRUPTED = 130;

  private Exit() {}
}
