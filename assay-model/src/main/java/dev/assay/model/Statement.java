package dev.assay.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person states in the release's `assay.yml`: with a name, a reason and a date, shown apart
/// from the facts. A statement never changes a finding, a proof level or a verdict; beside it
/// stands what the files show.
///
/// @param kind what it is about
/// @param component the component that it is about; null where it is about none
/// @param says the statement in one sentence
/// @param by who states it
/// @param reason why, in that person's words
/// @param date when, ISO 8601
/// @param verdict whether the files bear it out
/// @param shows one sentence: what the files show of it
/// @param made its place in `assay.yml`
/// @param against the files' evidence that confirms or contradicts it
public record Statement(
    Kind kind,
    @Nullable Component component,
    String says,
    String by,
    String reason,
    String date,
    Claim.Verdict verdict,
    String shows,
    Evidence made,
    List<Evidence> against) {
  public Statement {
    against = List.copyOf(against);
  }

  /// What a statement is about.
  public enum Kind {
    /// Something else belongs to the release, and where it is.
    SOURCE,
    /// A file or folder is a component.
    PART,
    /// The state of a component.
    STATE,
    /// The licence of a component.
    LICENCE,
    /// Anything else, in words.
    REMARK
  }
}
