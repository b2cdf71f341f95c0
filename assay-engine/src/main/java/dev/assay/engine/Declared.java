package dev.assay.engine;

import dev.assay.io.SourceFact;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Note;
import dev.assay.model.Span;
import dev.assay.model.Weights;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a package declares its files to be, against what they are by their content: the type of a
/// layer is a claim.
final class Declared {
  private static final int MOST = 5;

  private Declared() {}

  /// Notes what is not what it is declared to be, beside the weights.
  static void note(Map<Component, Finding> found, Facts facts) {
    facts.sourceFacts().stream()
        .filter(f -> f.kind() == SourceFact.Kind.DECLARED)
        .flatMap(f -> differs(f, facts).stream())
        .limit(MOST)
        .forEach(n -> found.computeIfPresent(Component.WEIGHTS, (_, w) -> w.withNote(n)));
  }

  private static Optional<Note> differs(SourceFact declared, Facts facts) {
    Evidence said = declared.evidence();
    Optional<Weights> read =
        facts.weights().stream()
            .filter(w ->
                w.files().stream().anyMatch(f -> f.equals(said.path()))
                    && w.evidence().source().equals(said.source()))
            .findFirst();
    String is = read.map(Weights::format).orElse("no weights file that Assay knows");
    boolean same =
        declared.value().equals("weights") ? read.isPresent() : is.equals(declared.value());
    if (same) {
      return Optional.empty();
    }
    return Optional.of(
        new Note(
            Note.Kind.DISAGREES,
            said.path() + " is declared to be " + declared.value() + ", and is " + is,
            List.of(said, new Evidence(said.source(), said.path(), new Span.Whole(), "", null))));
  }
}
