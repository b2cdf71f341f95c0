package dev.assay.formats.assembly;

import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Note;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Collects what agrees and disagrees between the weights and the rest.
final class Report {
  private static final int MOST = 500;

  private final Map<Component, List<Note>> notes = new EnumMap<>(Component.class);
  private final List<Claim> claims = new ArrayList<>();

  void note(Component about, Note.Kind kind, String text, Evidence... evidence) {
    List<Note> all = notes.computeIfAbsent(about, c -> new ArrayList<>());
    Note note = new Note(kind, text, List.of(evidence));
    if (all.size() < MOST && !all.contains(note)) {
      all.add(note);
    }
  }

  void agrees(String text, Evidence... evidence) {
    note(Component.WEIGHTS, Note.Kind.AGREES, text, evidence);
  }

  void disagrees(String text, Evidence... evidence) {
    note(Component.WEIGHTS, Note.Kind.DISAGREES, text, evidence);
  }

  void claim(
      Claim.Kind kind,
      String statement,
      Evidence made,
      Claim.Verdict verdict,
      String reason,
      List<Evidence> against) {
    if (claims.size() < MOST) {
      claims.add(
          new Claim(
              kind,
              statement,
              made,
              verdict,
              reason,
              against.stream().distinct().limit(20).toList()));
    }
  }

  Map<Component, List<Note>> notes() {
    var copy = new EnumMap<Component, List<Note>>(Component.class);
    notes.forEach((c, n) -> copy.put(c, List.copyOf(n)));
    return copy;
  }

  List<Claim> claims() {
    return List.copyOf(claims);
  }
}
