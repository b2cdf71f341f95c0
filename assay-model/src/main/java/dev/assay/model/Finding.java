package dev.assay.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The state of one component of a release, with its proof.
///
/// @param component which
/// @param state what was found
/// @param qualifiers what the state alone would hide
/// @param level how well it is proved; null when nothing was found or nothing could be decided
/// @param summary one sentence for a reader, in the vocabulary of the field
/// @param licence its licence as found for it
/// @param evidence where it was read, the most telling first; never empty for a state other than
///   {@link State#ABSENT} and {@link State#UNDECIDABLE}
/// @param searched where was looked, for {@link State#ABSENT}: kinds of places, in words
/// @param notes what else a reader should know: agreement or disagreement with other parts, what
///   was set aside and why
public record Finding(
    Component component,
    State state,
    Set<Qualifier> qualifiers,
    @Nullable ProofLevel level,
    String summary,
    LicenceOf licence,
    List<Evidence> evidence,
    List<String> searched,
    List<Note> notes) {

  public Finding {
    qualifiers =
        qualifiers.isEmpty()
            ? Set.of()
            : java.util.Collections.unmodifiableSet(EnumSet.copyOf(qualifiers));
    evidence = List.copyOf(evidence);
    searched = List.copyOf(searched);
    notes = List.copyOf(notes);
    boolean found = state != State.ABSENT && state != State.UNDECIDABLE;
    if (found && evidence.isEmpty()) {
      throw new IllegalArgumentException(component + " is " + state + " without evidence");
    }
    if (found != (level != null)) {
      throw new IllegalArgumentException(component + " is " + state + " with proof level " + level);
    }
  }

  /// Whether the component is here as a whole: its bytes in hand and not marked partial, pointer,
  /// vendored, unread or found by words alone.
  public boolean complete() {
    return state == State.PRESENT
        && !qualifiers.contains(Qualifier.PARTIAL)
        && !qualifiers.contains(Qualifier.POINTER)
        && !qualifiers.contains(Qualifier.SUBMODULE)
        && !qualifiers.contains(Qualifier.VENDORED)
        && !qualifiers.contains(Qualifier.INCOMPLETE)
        && !qualifiers.contains(Qualifier.UNREAD)
        && !qualifiers.contains(Qualifier.BY_WORDS);
  }

  /// The same finding with another licence.
  public Finding withLicence(LicenceOf other) {
    return new Finding(
        component, state, qualifiers, level, summary, other, evidence, searched, notes);
  }

  /// The same finding with one more note.
  public Finding withNote(Note note) {
    var more = new java.util.ArrayList<>(notes);
    more.add(note);
    return new Finding(
        component, state, qualifiers, level, summary, licence, evidence, searched, more);
  }

  /// The same finding at another proof level.
  public Finding withLevel(ProofLevel other) {
    return new Finding(
        component, state, qualifiers, other, summary, licence, evidence, searched, notes);
  }
}
