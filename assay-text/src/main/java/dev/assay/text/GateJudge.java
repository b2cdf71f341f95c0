package dev.assay.text;

import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether something is asked for before the weights are given.
final class GateJudge {
  private final List<Document> documents;
  private final Said said;

  GateJudge(List<Document> documents, Said said) {
    this.documents = documents;
    this.said = said;
  }

  /// The finding for it.
  Finding access() {
    List<Evidence> gates = new ArrayList<>();
    for (Document document : documents) {
      for (String key : document.head().values().keySet().stream().sorted().toList()) {
        boolean gate =
            key.startsWith("extra_gated")
                || key.equals("gated") && !"false".equals(document.head().text(key));
        if (gate && document.kind() == Document.Kind.MODEL_CARD) {
          int line = Math.min(document.head().line(key), document.file().lines());
          gates.add(document.file().evidence(line, line));
        }
      }
    }
    Component component = Component.ACCESS;
    if (!gates.isEmpty()) {
      return Findings.found(
          component,
          State.PRESENT,
          Set.of(Qualifier.GATED),
          "The card's head asks for something before the weights are given",
          gates,
          List.of());
    }
    List<Evidence> prose =
        said.signs(component, State.DESCRIBED).stream().map(Sign::evidence).toList();
    if (!prose.isEmpty()) {
      return Findings.found(
          component,
          State.DESCRIBED,
          Set.of(Qualifier.GATED),
          "The documents speak of a request, a form or an agreement",
          prose,
          List.of());
    }
    return Findings.absent(
        component,
        "No gate was found in what was inspected",
        List.of("front matter (extra_gated_*)", "words about requests, forms and agreements"));
  }
}
