package dev.assay.text;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the documents that speak for a release say of a part of it, where no file is that part.
final class Said {
  private final List<Document> documents;
  private final Listing listing;

  Said(List<Document> documents, Listing listing) {
    this.documents = documents;
    this.listing = listing;
  }

  /// The best that is said of a part, else that it was not found where `searched` tells.
  Finding linkedOrAbsent(Component component, List<String> searched) {
    for (State state : List.of(State.LINKED, State.PROMISED, State.DESCRIBED)) {
      List<Sign> signs = signs(component, state);
      if (!signs.isEmpty()) {
        Sign first = signs.getFirst();
        String what =
            switch (state) {
              case LINKED ->
                  String.valueOf(first.link()).contains("://")
                          || component != Component.RESEARCH_PAPER
                      ? "Linked: " + first.link()
                      : "Cited by its title: " + first.link();
              case PROMISED -> "Promised" + (first.date() == null ? "" : " (" + first.date() + ")");
              default -> "Described";
            };
        return Findings.found(
            component,
            state,
            Set.of(),
            what,
            signs.stream().map(Sign::evidence).toList(),
            List.of());
      }
    }
    return Findings.absent(component, "Not found in what was inspected", searched);
  }

  /// The documents that speak for the release: not those of examples, data or embedded projects.
  List<Document> speaking() {
    List<Document> speaking = new ArrayList<>();
    for (Document document : documents) {
      Place place = Place.of(document.file().path());
      boolean about =
          document.kind() == Document.Kind.MODEL_CARD
              || place.depth() <= 2
                  && !place.inFolder(Place.DATA)
                  && !place.inFolder(Place.EXAMPLE);
      if (about && !listing.embedded(document.file().path())) {
        speaking.add(document);
      }
    }
    return speaking;
  }

  /// What is said of a part in a state, nothing of what belongs to a base.
  List<Sign> signs(Component component, State state) {
    List<Sign> signs = new ArrayList<>();
    for (Document document : speaking()) {
      for (Sign sign : document.signs()) {
        if (sign.component() == component
            && sign.state() == state
            && !sign.qualifiers().contains(Qualifier.OF_BASE)) {
          signs.add(sign);
        }
      }
    }
    return signs;
  }
}
