package dev.assay.profiles;

import dev.assay.model.Component;
import dev.assay.model.ProfileVerdict.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A three-valued answer to one condition, with its reason.
///
/// @param outcome whether it is met
/// @param reason a clause that says why
/// @param components whose findings decided it
/// @param missing what would meet it, where it is not met
record Answer(Outcome outcome, String reason, Set<Component> components, Set<Fix> missing) {

  /// Something that a publisher could add.
  ///
  /// @param component what it would be added to
  /// @param kind the thing itself, its licence, or free access
  record Fix(Component component, Kind kind) implements Comparable<Fix> {
    enum Kind {
      THING,
      LICENCE,
      ACCESS
    }

    // Written out: a record's own is put together at run time, which a short run pays for
    // each time.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Fix f && component == f.component && kind == f.kind;
    }

    @Override
    public int hashCode() {
      return 31 * component.hashCode() + kind.hashCode();
    }

    @Override
    public int compareTo(Fix other) {
      int c = component.compareTo(other.component);
      return c != 0 ? c : kind.compareTo(other.kind);
    }
  }

  static Answer met(String reason, Component... components) {
    return new Answer(Outcome.MET, reason, Set.of(components), Set.of());
  }

  static Answer undecided(String reason, Component... components) {
    return new Answer(Outcome.UNDECIDED, reason, Set.of(components), Set.of());
  }

  /// The same answer, with what would meet it.
  Answer missing(Fix fix) {
    return new Answer(outcome, reason, components, Set.of(fix));
  }

  static Answer not(String reason, Component component) {
    return new Answer(Outcome.NOT_MET, reason, Set.of(component), Set.of());
  }

  /// The answer to the opposite question; nobody is told how to meet it.
  Answer opposite() {
    Outcome other =
        switch (outcome) {
          case MET -> Outcome.NOT_MET;
          case NOT_MET -> Outcome.MET;
          case UNDECIDED -> Outcome.UNDECIDED;
        };
    return new Answer(other, reason, components, Set.of());
  }

  /// Met when all are; not met when one is not; its reason names those that decide.
  static Answer all(List<Answer> of) {
    Outcome outcome = worst(of);
    return join(outcome, of, outcome);
  }

  /// Met when one is; not met when none can be.
  static Answer any(List<Answer> of) {
    Outcome outcome =
        of.stream().anyMatch(a -> a.outcome == Outcome.MET)
            ? Outcome.MET
            : of.stream().anyMatch(a -> a.outcome == Outcome.UNDECIDED)
                ? Outcome.UNDECIDED
                : Outcome.NOT_MET;
    return join(outcome, of, outcome);
  }

  private static Outcome worst(List<Answer> of) {
    if (of.stream().anyMatch(a -> a.outcome == Outcome.NOT_MET)) {
      return Outcome.NOT_MET;
    }
    return of.stream().anyMatch(a -> a.outcome == Outcome.UNDECIDED)
        ? Outcome.UNDECIDED
        : Outcome.MET;
  }

  private static Answer join(Outcome outcome, List<Answer> of, Outcome telling) {
    String reason =
        of.stream()
            .filter(a -> a.outcome == telling)
            .flatMap(a -> a.reasons())
            .distinct()
            .collect(Collectors.joining("; "));
    var components = new LinkedHashSet<Component>();
    var missing = new LinkedHashSet<Fix>();
    for (Answer a : of) {
      components.addAll(a.components);
      if (outcome != Outcome.MET) {
        missing.addAll(a.missing);
      }
    }
    return new Answer(outcome, reason, components, missing);
  }

  /// The reasons that an answer joins. Most have one, and a pattern that cuts takes longer to be
  /// made than all else here.
  private Stream<String> reasons() {
    return reason.contains("; ") ? Stream.of(reason.split("; ", -1)) : Stream.of(reason);
  }

  List<Component> inOrder() {
    var list = new ArrayList<>(components);
    list.sort(null);
    return list;
  }
}
