package dev.assay.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something beside the finding itself that a reader should know.
///
/// @param kind what sort of note
/// @param text one sentence
/// @param evidence where it was read; may be empty for a remark on method
public record Note(Kind kind, String text, List<Evidence> evidence) {
  public Note {
    evidence = List.copyOf(evidence);
  }

  // Written out, as {@link Evidence}'s are.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Note n
        && kind == n.kind
        && text.equals(n.text)
        && evidence.equals(n.evidence);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
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
