package dev.assay.model;

/// How well a finding is proved (product page, section 2).
public enum ProofLevel {
  /// The release says so.
  CLAIMED("claimed"),
  /// Present and hashed.
  SEEN("seen"),
  /// Agrees with the other parts.
  CONSISTENT("consistent"),
  /// A valid signature covers it.
  SIGNED("signed"),
  /// Made again from source.
  REBUILT("rebuilt");

  private final String title;

  ProofLevel(String title) {
    this.title = title;
  }

  /// The word that reports print.
  public String title() {
    return title;
  }

  /// 0 (claimed) to 4 (rebuilt).
  public int level() {
    return ordinal();
  }
}
