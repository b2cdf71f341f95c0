package dev.assay.text;

import dev.assay.io.FrontMatter;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Note;
import dev.assay.model.Order;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Which documents are the card of the model or of its data.
final class CardJudge {
  private final List<Document> documents;
  private final Listing listing;
  private final Said said;

  CardJudge(List<Document> documents, Listing listing, Said said) {
    this.documents = documents;
    this.listing = listing;
    this.said = said;
  }

  /// The finding for the cards of a kind.
  Finding card(Component component, Document.Kind kind) {
    List<Document> cards =
        documents.stream()
            .filter(d -> d.kind() == kind && !listing.embedded(d.file().path()))
            .sorted(Order.by(d -> Place.of(d.file().path()).depth()))
            .toList();
    List<Evidence> pages =
        listing.files().stream()
            .filter(n -> isCardInPages(n.place(), component))
            .map(n -> listing.evidence(n.entry()))
            .limit(6)
            .toList();
    if (cards.isEmpty() && !pages.isEmpty()) {
      String what = component == Component.MODEL_CARD ? "Model card" : "Data card";
      return Findings.found(
          component,
          State.PRESENT,
          Set.of(),
          what + ": " + pages.getFirst().path(),
          pages,
          List.of());
    }
    if (cards.isEmpty()) {
      Finding told =
          said.linkedOrAbsent(
              component, List.of("documents with the fields or sections of a card"));
      return told.state() == State.LINKED
          ? told
          : HubPages.card(component, said.speaking()).orElse(told);
    }
    List<Evidence> evidence = new ArrayList<>();
    for (Document card : cards) {
      if (evidence.size() < 6) {
        evidence.add(cardEvidence(card));
      }
    }
    Document first = cards.getFirst();
    String what = component == Component.MODEL_CARD ? "Model card" : "Data card";
    String summary =
        what
            + ": "
            + first.file().path()
            + (cards.size() > 1 ? " and " + (cards.size() - 1) + " more" : "")
            + (first.words() < 40 ? "; it has hardly any words" : "");
    Set<Qualifier> qualifiers = first.words() < 40 ? Set.of(Qualifier.PARTIAL) : Set.of();
    List<Note> notes = new ArrayList<>();
    for (Document card : cards) {
      FrontMatter head = card.head();
      if (head.status() == FrontMatter.Status.BROKEN && notes.size() < 6) {
        notes.add(
            new Note(
                Note.Kind.REMARK,
                card.file().path()
                    + ":"
                    + head.first()
                    + ": "
                    + head.reason()
                    + "; nothing was taken from it",
                List.of(card.file().evidence(head.first(), Math.max(head.first(), head.last())))));
      }
    }
    return Findings.found(component, State.PRESENT, qualifiers, summary, evidence, notes);
  }

  private static Evidence cardEvidence(Document card) {
    FrontMatter head = card.head();
    if (head.status() != FrontMatter.Status.NONE && head.last() > head.first()) {
      return card.file().evidence(head.first(), head.last());
    }
    return card.file().evidenceWhole(card.title());
  }

  /// A card set as pages.
  private static boolean isCardInPages(Place place, Component component) {
    List<String> words = List.copyOf(place.words());
    String kind = component == Component.MODEL_CARD ? "model" : "data";
    boolean named = words.contains("card") && words.contains(kind) || words.contains(kind + "card");
    return named && (place.extension().equals("pdf") || place.extension().equals("docx"));
  }
}
