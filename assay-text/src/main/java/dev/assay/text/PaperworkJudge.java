package dev.assay.text;

import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Order;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Judges the documents of a release: cards, papers, results, samples, logs and project files, and
/// the gate before the weights.
final class PaperworkJudge {
  private final List<Document> documents;
  private final Listing listing;
  private final Said said;

  PaperworkJudge(List<Document> documents, Listing listing) {
    this.documents = documents;
    this.listing = listing;
    this.said = new Said(documents, listing);
  }

  List<Finding> findings() {
    var cards = new CardJudge(documents, listing, said);
    var papers = new PaperJudge(documents, listing, said);
    return List.of(
        cards.card(Component.MODEL_CARD, Document.Kind.MODEL_CARD),
        cards.card(Component.DATA_CARD, Document.Kind.DATA_CARD),
        papers.paper(Component.TECHNICAL_REPORT),
        papers.paper(Component.RESEARCH_PAPER),
        new ResultsJudge(documents, listing, said).results(),
        files(Component.SAMPLE_OUTPUTS, SampleOutputs.of(documents)),
        files(Component.TRAINING_LOGS, Paperwork::isLog),
        files(Component.LICENCE_FILES, Paperwork::isLicence),
        project(Component.CHANGELOG, Document.Kind.CHANGELOG),
        project(Component.CONTRIBUTING, Document.Kind.CONTRIBUTING),
        new GateJudge(documents, said).access());
  }

  private Finding files(Component component, Predicate<Place> is) {
    List<Evidence> evidence = new ArrayList<>();
    int count = 0;
    for (Listing.Named named : listing.files()) {
      if (is.test(named.place())) {
        count++;
        if (evidence.size() < Findings.MOST_EVIDENCE) {
          evidence.add(listing.evidence(named.entry()));
        }
      }
    }
    if (count > 0) {
      evidence.sort(Order.by(e -> Place.of(e.path()).depth()));
      String summary =
          evidence.getFirst().path() + (count > 1 ? " and " + (count - 1) + " more" : "");
      return Findings.found(component, State.PRESENT, Set.of(), summary, evidence, List.of());
    }
    return said.linkedOrAbsent(component, List.of("files by name", "links in documents"));
  }

  private Finding project(Component component, Document.Kind kind) {
    List<Evidence> evidence =
        documents.stream()
            .filter(d -> d.kind() == kind && !listing.embedded(d.file().path()))
            .sorted(Order.by(d -> Place.of(d.file().path()).depth()))
            .map(d -> d.file().evidenceWhole(d.title()))
            .toList();
    if (evidence.isEmpty()) {
      return said.linkedOrAbsent(component, List.of("files by name"));
    }
    return Findings.found(
        component, State.PRESENT, Set.of(), evidence.getFirst().path(), evidence, List.of());
  }
}
