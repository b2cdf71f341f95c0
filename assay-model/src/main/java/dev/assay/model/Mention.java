package dev.assay.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a document of the release says about a component: a link to it, a promise, a description, a
/// refusal. A mention is never the thing itself.
///
/// @param component what it is about
/// @param state {@link State#LINKED}, {@link State#PROMISED}, {@link State#DESCRIBED} or, with
///   {@link Qualifier#REFUSED}, {@link State#ABSENT}
/// @param qualifiers gated, refused, of the base model, ...
/// @param link the address for {@link State#LINKED}; otherwise null
/// @param date the date of a promise as stated beside it, ISO 8601; null where none is
/// @param evidence the paragraph
public record Mention(
    Component component,
    State state,
    Set<Qualifier> qualifiers,
    @Nullable String link,
    @Nullable String date,
    Evidence evidence) {
  public Mention {
    qualifiers = Set.copyOf(qualifiers);
  }
}
