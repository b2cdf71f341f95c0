package dev.assay.text;

import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Mention;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one place of a document says about one component.
///
/// @param component about which
/// @param state as in {@link Mention}; {@link State#PRESENT} where the document itself is or holds
///   it
/// @param qualifiers gated, refused, of the base model
/// @param link for {@link State#LINKED}
/// @param date for {@link State#PROMISED}
/// @param evidence its paragraph
record Sign(
    Component component,
    State state,
    Set<Qualifier> qualifiers,
    @Nullable String link,
    @Nullable String date,
    Evidence evidence) {
  Sign {
    qualifiers = Set.copyOf(qualifiers);
  }

  Mention mention() {
    return new Mention(component, state, qualifiers, link, date, evidence);
  }
}
