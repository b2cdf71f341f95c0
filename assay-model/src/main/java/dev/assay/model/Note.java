package dev.assay.model;

import java.util.List;

/// Something beside the finding itself that a reader should know.
///
/// @param kind what sort of note
/// @param text one sentence
/// @param evidence where it was read; may be empty for a remark on method
public record Note(Kind kind, String text, List<Evidence> evidence) {
  public Note {
    evidence = List.copyOf(evidence);
  }

  /// The sort of a note.
  public enum Kind {
    /// Two parts agree.
    AGREES,
    /// Two parts disagree.
    DISAGREES,
    /// Something found and not counted, with the reason.
    SET_ASIDE,
    /// What using it would execute or trust.
    DANGER,
    /// Anything else.
    REMARK
  }
}
