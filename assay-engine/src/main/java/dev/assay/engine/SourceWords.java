package dev.assay.engine;

import dev.assay.io.SourceFact;
import dev.assay.io.SourceFact.LookedUp;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Mention;
import dev.assay.model.Note;
import dev.assay.model.State;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What sources say beside their files, where it bears on a component.
final class SourceWords {
  private SourceWords() {}

  /// The programs that a tool wrote down as the makers of the weights: described, and linked where
  /// the tool wrote where they are.
  static List<Mention> mentions(List<SourceFact> facts) {
    return facts.stream()
        .filter(f -> f.kind() == SourceFact.Kind.MADE_BY)
        .map(f -> {
          int link = f.value().indexOf("http");
          return new Mention(
              Component.TRAINING_CODE,
              link < 0 ? State.DESCRIBED : State.LINKED,
              Set.of(),
              link < 0 ? null : f.value().substring(link),
              null,
              f.evidence());
        })
        .toList();
  }

  /// Notes beside the weights: where they were fetched from, that they run elsewhere, what they are
  /// made from; beside the data: what the hub knows of the data sets that the card names.
  static void note(Map<Component, Finding> found, List<SourceFact> facts) {
    for (SourceFact f : facts) {
      String said =
          switch (f.kind()) {
            case FETCHED_FROM ->
                "the program that keeps this wrote down that it fetched it from " + f.value();
            case ELSEWHERE ->
                "what is here is a stub without weights: the model runs at " + f.value();
            case NAMED_BASE -> "the base model that the card names, at the hub: " + f.value();
            default -> "";
          };
      if (f.kind() == SourceFact.Kind.NAMED_DATA) {
        var note =
            new Note(
                Note.Kind.REMARK,
                "a data set that the card names, at the hub: " + f.value(),
                List.of(f.evidence()));
        found.computeIfPresent(Component.TRAINING_DATA, (_, d) -> d.withNote(note));
      }
      if (!said.isEmpty()) {
        LookedUp looked = f.looked();
        boolean gone = looked != null && looked.answer() == LookedUp.Answer.NOT_THERE;
        var note =
            new Note(gone ? Note.Kind.DISAGREES : Note.Kind.REMARK, said, List.of(f.evidence()));
        found.computeIfPresent(Component.WEIGHTS, (_, w) -> w.withNote(note));
      }
    }
  }
}
