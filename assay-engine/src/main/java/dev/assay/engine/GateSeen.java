package dev.assay.engine;

import dev.assay.io.FileEntry;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether it was seen that nobody asks before the weights are given. Where they are only linked,
/// the page that gives them may ask for something, and "no gate was found" in what links to it is
/// no answer; the address of a file on a plain server leads past no page. Decided here once, for
/// the ladder and for every profile.
final class GateSeen {
  private GateSeen() {}

  /// Takes back that there is no gate where the place of the weights was not looked at.
  ///
  /// @param places where the documents send a reader for the weights, the best first
  static void undecide(Map<Component, Finding> found, List<String> places, List<FileEntry> listing) {
    Finding weights = found.get(Component.WEIGHTS);
    Finding access = found.get(Component.ACCESS);
    if (weights == null || access == null || access.state() != State.ABSENT || places.isEmpty()) {
      return;
    }
    boolean elsewhere =
        weights.state() == State.LINKED
            && !weights.qualifiers().contains(Qualifier.POINTER)
            && WeightsJudge.listed(listing).isEmpty();
    String place = places.getFirst();
    if (elsewhere && !WeightPlaces.isPlainFile(place)) {
      found.put(
          Component.ACCESS,
          new Finding(
              Component.ACCESS,
              State.UNDECIDABLE,
              Set.of(),
              null,
              "No gate was found here; the place that gives the weights was not looked at: "
                  + place,
              LicenceOf.NONE,
              weights.evidence().stream().limit(1).toList(),
              access.searched(),
              access.notes()));
    }
  }
}
