package dev.assay.text;

import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether something is asked for before the weights are given.
final class GateJudge {
  private final List<Document> documents;
  private final Said said;

  GateJudge(List<Document> documents, Said said) {
    this.documents = documents;
    this.said = said;
  }

  /// Whether a card deep in the tree is that of another model: the release has a page of its own at
  /// its root, and no word of the titles there stands in that of the card. Programs are kept with
  /// the page of the model that they were taken from.
  private boolean isOfAnother(Document card) {
    Place place = Place.of(card.file().path());
    if (place.depth() < 2 || card.file().path().toLowerCase(Locale.ROOT).contains("card")) {
      return false;
    }
    Set<String> own = new HashSet<>();
    for (Document document : documents) {
      if (document.file().source().equals(card.file().source())
          && Place.of(document.file().path()).depth() == 0) {
        own.addAll(words(document.title()));
      }
    }
    Set<String> its = words(card.title());
    return !own.isEmpty() && !its.isEmpty() && its.stream().noneMatch(own::contains);
  }

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  /// The words of a title that can be a name's.
  private static Set<String> words(String title) {
    return NO_LETTERS
        .splitAsStream(title.toLowerCase(Locale.ROOT))
        .filter(w -> w.length() > 1 && !COMMON.contains(w))
        .collect(Collectors.toSet());
  }

  private static final Set<String> COMMON =
      Set.of(
          "model", "models", "card", "the", "of", "for", "and", "language", "large", "lm", "llm");

  /// The finding for it.
  Finding access() {
    List<Evidence> gates = new ArrayList<>();
    for (Document document : documents) {
      for (String key : document.head().values().keySet().stream().sorted().toList()) {
        boolean gate =
            key.startsWith("extra_gated")
                || key.equals("gated") && !"false".equals(document.head().text(key));
        if (gate && document.kind() == Document.Kind.MODEL_CARD && !isOfAnother(document)) {
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
