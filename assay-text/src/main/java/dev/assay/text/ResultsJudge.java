package dev.assay.text;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Where results of evaluations stand.
final class ResultsJudge {
  private final List<Document> documents;
  private final Listing listing;
  private final Said said;

  ResultsJudge(List<Document> documents, Listing listing, Said said) {
    this.documents = documents;
    this.listing = listing;
    this.said = said;
  }

  /// The finding for them.
  Finding results() {
    List<Evidence> evidence = new ArrayList<>();
    for (Document document : documents) {
      if (document.head().has("model-index")) {
        evidence.add(
            document
                .file()
                .evidence(
                    Math.min(document.head().line("model-index"), document.file().lines()),
                    Math.min(document.head().line("model-index"), document.file().lines())));
      }
    }
    said.signs(Component.EVALUATION_RESULTS, State.PRESENT)
        .forEach(s -> evidence.add(s.evidence()));
    for (Listing.Named named : listing.files()) {
      if (evidence.size() < Findings.MOST_EVIDENCE && isResult(named.place())) {
        evidence.add(listing.evidence(named.entry()));
      }
    }
    if (!evidence.isEmpty()) {
      return Findings.found(
          Component.EVALUATION_RESULTS,
          State.PRESENT,
          Set.of(),
          "Given in " + evidence.getFirst().path(),
          evidence,
          List.of());
    }
    List<Evidence> spoken = new ArrayList<>();
    for (Document document : documents) {
      if (document.sections().contains(Topic.CARD_EVALUATION)
          && !listing.embedded(document.file().path())) {
        spoken.add(section(document));
      }
    }
    if (!spoken.isEmpty()) {
      return Findings.found(
          Component.EVALUATION_RESULTS,
          State.DESCRIBED,
          Set.of(),
          "A section on evaluation without a table of numbers",
          spoken,
          List.of());
    }
    return said.linkedOrAbsent(
        Component.EVALUATION_RESULTS,
        List.of("tables in documents", "model-index", "result files by name"));
  }

  /// Where a document begins to speak of evaluation: the heading or label that opens it.
  private static Evidence section(Document document) {
    TextFile file = document.file();
    for (int n = 1; n <= file.lines(); n++) {
      String line = file.line(n).strip();
      Set<Topic> opened = EnumSet.noneOf(Topic.class);
      if (line.startsWith("#") || line.startsWith("<h")) {
        CardSigns.sections(line, opened);
      } else if (line.startsWith("*")) {
        CardSigns.labels(line, opened);
      }
      if (opened.contains(Topic.CARD_EVALUATION)) {
        return file.evidence(n, n);
      }
    }
    return file.evidenceWhole(document.title());
  }

  private static boolean isResult(Place place) {
    boolean data =
        switch (place.extension()) {
          case "json", "csv", "tsv", "jsonl", "txt" -> true;
          default -> false;
        };
    String name = place.name().toLowerCase(Locale.ROOT);
    return data
        && (name.startsWith("all_results")
            || name.startsWith("eval_results")
            || name.startsWith("test_results")
            || name.startsWith("results.")
            || place.inFolder(Set.of("results")) && place.any(Place.EVALUATION));
  }
}
