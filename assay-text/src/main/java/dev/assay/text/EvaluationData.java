package dev.assay.text;

import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Judges the data that a release was tried on.
final class EvaluationData {
  private EvaluationData() {}

  static Finding find(
      List<DataFiles.Group> groups, List<Given> given, Listing listing, List<String> searched) {
    List<DataFiles.Group> files = groups.stream().filter(DataFiles.Group::evaluation).toList();
    List<Given> about = new ArrayList<>();
    for (Given g : given) {
      boolean results = !g.sources().isEmpty() && g.sources().stream().allMatch(Tried::areResults);
      if (g.stage() == DataSet.Stage.EVALUATION && !results) {
        about.add(g);
      }
    }
    Component component = Component.EVALUATION_DATA;
    if (!files.isEmpty()) {
      List<Evidence> evidence = new ArrayList<>();
      files.forEach(
          g -> g.files().stream().limit(3).forEach(f -> evidence.add(listing.evidence(f))));
      int count = files.stream().mapToInt(g -> g.files().size()).sum();
      return Findings.found(
          component,
          State.PRESENT,
          Set.of(),
          "In hand: " + count + (count == 1 ? " file" : " files"),
          evidence,
          List.of());
    }
    List<Given> links =
        about.stream()
            .filter(g ->
                g.form() == DataSet.Form.SCRIPT
                    || g.sources().stream().anyMatch(s -> !s.link().isEmpty()))
            .toList();
    if (!links.isEmpty()) {
      return Findings.found(
          component,
          State.LINKED,
          Set.of(),
          "Linked: " + Given.join(Given.names(links)),
          Given.evidence(links, List.of()),
          List.of());
    }
    if (!about.isEmpty()) {
      return Findings.found(
          component,
          State.DESCRIBED,
          Set.of(),
          "Described: \"" + Given.quote(about.getFirst()) + "\"",
          Given.evidence(about, List.of()),
          List.of());
    }
    return Findings.absent(component, "Nothing was found about it in what was inspected", searched);
  }
}
