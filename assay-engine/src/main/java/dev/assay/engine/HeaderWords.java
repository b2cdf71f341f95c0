package dev.assay.engine;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Finding;
import dev.assay.model.ProofLevel;
import dev.assay.model.State;
import dev.assay.model.Weights;
import dev.assay.text.Document;
import dev.assay.text.DocumentReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Words about the release that stand inside a weights file: a README packed with the weights, a
/// header's field that names the data. They are claims like those of any document.
final class HeaderWords {
  /// Shorter texts are values and no documents.
  private static final int SHORTEST = 40;

  private static final int MOST = 20;
  private static final List<String> NAMES_DATA = List.of("data", "corpus", "training set");

  private HeaderWords() {}

  /// The documents that are packed in weights, each under the file's path and its own name.
  static List<Document> documents(List<Weights> weights) {
    return weights.stream()
        .filter(w -> SetAside.own(w.path()))
        .flatMap(w -> w.metadata().stream())
        .filter(f -> f.key().toLowerCase(Locale.ROOT).startsWith("readme"))
        .filter(f -> f.value().length() >= SHORTEST)
        .limit(MOST)
        .flatMap(HeaderWords::document)
        .toList();
  }

  private static Stream<Document> document(Weights.HeaderFact fact) {
    String path = fact.evidence().path() + "/" + fact.key();
    byte[] text = fact.value().getBytes(StandardCharsets.UTF_8);
    return DocumentReader.read(TextFile.of(fact.evidence().source(), path, text, true)).stream();
  }

  /// Takes what headers say of the training data where nothing else was found about it.
  ///
  /// @return the data sets with those that headers name
  static List<DataSet> data(
      Map<Component, Finding> found, List<DataSet> sets, List<Weights> weights) {
    var all = new ArrayList<>(sets);
    List<Weights.HeaderFact> named =
        weights.stream()
            .filter(w -> SetAside.own(w.path()))
            .flatMap(w -> w.metadata().stream())
            .filter(f -> f.topic() == Weights.Topic.TRAINING_DATA && !f.value().isBlank())
            .filter(f -> NAMES_DATA.stream().anyMatch(f.key().toLowerCase(Locale.ROOT)::contains))
            .limit(MOST)
            .toList();
    for (Weights.HeaderFact fact : named) {
      boolean link = fact.value().startsWith("https://") || fact.value().startsWith("http://");
      if (sets.stream().noneMatch(s -> s.name().equalsIgnoreCase(fact.value()))) {
        all.add(
            new DataSet(
                fact.value(),
                DataSet.Stage.TRAINING,
                link ? DataSet.Form.LINK : DataSet.Form.NAMED,
                link ? fact.value() : null,
                null,
                null,
                Set.of(),
                List.of(fact.evidence())));
      }
      found.computeIfPresent(
          Component.TRAINING_DATA,
          (_, f) ->
              f.state() == State.ABSENT && f.qualifiers().isEmpty()
                  ? new Finding(
                      f.component(),
                      link ? State.LINKED : State.DESCRIBED,
                      Set.of(),
                      ProofLevel.CLAIMED,
                      "Named in the header of the weights: " + fact.value(),
                      f.licence(),
                      List.of(fact.evidence()),
                      f.searched(),
                      f.notes())
                  : f);
    }
    return all;
  }
}
