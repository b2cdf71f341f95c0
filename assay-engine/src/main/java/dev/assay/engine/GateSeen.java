package dev.assay.engine;

import dev.assay.io.FileEntry;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.Mention;
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

  /// The mentions without the pages of others' models that ask for something: a tool that is used
  /// with the release, where the release's own page bears its name.
  static List<Mention> withoutOthers(List<Mention> mentions, ReleaseNames names) {
    List<Mention> others = others(mentions, names);
    return mentions.stream().filter(m -> !others.contains(m)).toList();
  }

  /// What was found of a gate, without the gates of others' models.
  static Finding ofThis(Finding access, List<Mention> mentions, ReleaseNames names) {
    List<Evidence> others = others(mentions, names).stream().map(Mention::evidence).toList();
    List<Evidence> own = access.evidence().stream().filter(e -> !others.contains(e)).toList();
    if (access.state() != State.DESCRIBED || own.size() == access.evidence().size()) {
      return access;
    }
    boolean none = own.isEmpty();
    return new Finding(
        Component.ACCESS,
        none ? State.ABSENT : access.state(),
        none ? Set.of() : access.qualifiers(),
        none ? null : access.level(),
        none ? "No gate was found in what was inspected" : access.summary(),
        LicenceOf.NONE,
        own,
        none ? List.of("words about requests, forms and agreements") : access.searched(),
        access.notes());
  }

  private static List<Mention> others(List<Mention> mentions, ReleaseNames names) {
    List<String> places = WeightPlaces.of(mentions);
    if (places.isEmpty() || !names.isIn(places.getFirst())) {
      return List.of();
    }
    String owner = WeightPlaces.owner(places.getFirst());
    return mentions.stream()
        .filter(m -> m.component() == Component.WEIGHTS && m.link() != null)
        .filter(m -> m.qualifiers().contains(Qualifier.GATED))
        .filter(m -> !names.isIn(String.valueOf(m.link())))
        .filter(m -> {
          String of = WeightPlaces.owner(String.valueOf(m.link()));
          return !of.isEmpty() && !of.equals(owner);
        })
        .toList();
  }

  /// Takes back that there is no gate where the place of the weights was not looked at.
  ///
  /// @param places where the documents send a reader for the weights, the best first
  static void undecide(
      Map<Component, Finding> found, List<String> places, List<FileEntry> listing) {
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
    if (elsewhere && !WeightPlaces.asksForNothing(place)) {
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
