package dev.assay.bench;

/// A yes-or-no question answered with three values.
enum Told {
  YES,
  NO,
  /// It cannot be decided from what was inspected.
  UNDECIDED;

  static Told of(boolean yes) {
    return yes ? YES : NO;
  }
}
