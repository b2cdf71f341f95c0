package dev.assay.text;

import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.State;
import java.util.ArrayList;
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
      if (evidence.size() < Findings.MOST_EVIDENCE && isResult(named)) {
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
    List<Evidence> spoken =
        said.signs(Component.EVALUATION_RESULTS, State.DESCRIBED).stream()
            .map(Sign::evidence)
            .toList();
    if (!spoken.isEmpty()) {
      return Findings.found(
          Component.EVALUATION_RESULTS,
          State.DESCRIBED,
          Set.of(),
          "Told in words or pictures, without a table of numbers",
          spoken,
          List.of());
    }
    return said.linkedOrAbsent(
        Component.EVALUATION_RESULTS,
        List.of("tables in documents", "model-index", "result files by name"));
  }

  /// The names of files, without their endings, that hold what was measured.
  private static final Set<String> MEASURED =
      Set.of(
          "evaluation",
          "eval",
          "metrics",
          "scores",
          "eval_metrics",
          "test_metrics",
          "evaluation_metrics",
          "evaluation_results",
          "benchmark_results");

  /// A longer file of such a name holds what a model is asked, or its answers one by one.
  private static final long MOST_OF_RESULTS = 1 << 16;

  private static boolean isResult(Listing.Named named) {
    Place place = named.place();
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
            || isMeasured(named, name)
            || place.inFolder(Set.of("results")) && place.any(Place.EVALUATION));
  }

  /// Whether a file is what a program of evaluation wrote, by its name and its place: at the top,
  /// or in a folder for evaluation. Elsewhere the same name is a part of data or of a tutorial.
  private static boolean isMeasured(Listing.Named named, String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0
        && MEASURED.contains(name.substring(0, dot).replace('-', '_'))
        && !name.endsWith(".jsonl")
        && !name.endsWith(".txt")
        && (named.entry().folder().isEmpty() || named.place().inFolder(Place.EVALUATION))
        && !named.place().inFolder(Place.DATA)
        && named.entry().size() <= MOST_OF_RESULTS;
  }
}
