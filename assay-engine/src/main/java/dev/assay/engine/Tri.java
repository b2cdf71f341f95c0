package dev.assay.engine;

/// Yes, no, or not to be told from here.
enum Tri {
  NO,
  MAYBE,
  YES;

  static Tri of(boolean b) {
    return b ? YES : NO;
  }

  /// As a yes or no under an assumption about what cannot be told.
  boolean assuming(boolean maybeIsYes) {
    return this == YES || (this == MAYBE && maybeIsYes);
  }

  /// Yes when both are, no when one is not.
  Tri and(Tri other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
