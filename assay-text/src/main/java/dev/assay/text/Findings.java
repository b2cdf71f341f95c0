package dev.assay.text;

import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.Note;
import dev.assay.model.ProofLevel;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.List;
import java.util.Set;

/// The findings of this module in their plainest forms; licences are bound later, by the engine.
final class Findings {
  /// The most pieces of evidence that one finding keeps.
  static final int MOST_EVIDENCE = 12;

  private Findings() {}

  static Finding found(
      Component component,
      State state,
      Set<Qualifier> qualifiers,
      String summary,
      List<Evidence> evidence,
      List<Note> notes) {
    ProofLevel level = state == State.PRESENT ? ProofLevel.SEEN : ProofLevel.CLAIMED;
    List<Evidence> few = evidence.stream().distinct().limit(MOST_EVIDENCE).toList();
    return new Finding(
        component, state, qualifiers, level, summary, LicenceOf.NONE, few, List.of(), notes);
  }

  static Finding absent(Component component, String summary, List<String> searched) {
    return new Finding(
        component,
        State.ABSENT,
        Set.of(),
        null,
        summary,
        LicenceOf.NONE,
        List.of(),
        searched,
        List.of());
  }

  static Finding refused(
      Component component, String summary, List<Evidence> evidence, List<String> searched) {
    return new Finding(
        component,
        State.ABSENT,
        Set.of(Qualifier.REFUSED),
        null,
        summary,
        LicenceOf.NONE,
        evidence.stream().distinct().limit(MOST_EVIDENCE).toList(),
        searched,
        List.of());
  }
}
