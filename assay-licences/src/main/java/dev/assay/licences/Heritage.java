package dev.assay.licences;

/// Whether what was made from a work under one licence can be under another.
///
/// @param answer which way
/// @param reason one sentence with what decides, in our words
/// @param clause where the first licence says so; empty where it is not read clause by clause
public record Heritage(Answer answer, String reason, String clause) {

  /// What the first licence says of the second.
  public enum Answer {
    /// Both are one licence.
    SAME,
    /// The first lets what is made from the work be under others.
    FREE_TO_CHOOSE,
    /// The first binds what is made from the work, and the second does not say so.
    BREAKS,
    UNDECIDED
  }
}
