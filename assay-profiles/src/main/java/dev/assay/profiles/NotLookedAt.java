package dev.assay.profiles;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Part;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import dev.assay.profiles.Answer.Fix;
import java.util.List;
import java.util.stream.Collectors;

/// What a release links and nobody has looked at. It is neither found nor absent: a criterion that
/// could be answered from there is undecided, and the answer names the place.
final class NotLookedAt {
  private NotLookedAt() {}

  /// Whether a link may lead to a place that holds none of it: a repository without that code, a
  /// page without a card. A link to weights, data or a paper is one to the thing itself.
  static boolean mayHoldNone(Component component) {
    return component.part() == Part.TRAINING_CODE
        || component.part() == Part.CLIENT_CODE
        || component == Component.MODEL_CARD
        || component == Component.DATA_CARD;
  }

  /// Undecided where a component was not given here, was not refused, and every place of these that
  /// the release has is only linked; otherwise not met.
  ///
  /// @param component what is looked for
  /// @param places components that would tell of it or hold it
  static Answer unread(Facts facts, Component component, List<Component> places) {
    Finding wanted = facts.assessment().finding(component);
    boolean missing = wanted.state() == State.ABSENT || wanted.state() == State.DESCRIBED;
    List<Component> linked = places.stream().filter(p -> is(facts, p, State.LINKED)).toList();
    boolean read = places.stream().anyMatch(p -> is(facts, p, State.PRESENT));
    String title = component.title();
    if (!missing || read || linked.isEmpty() || refused(wanted)) {
      return Answer.not(title + ": " + wanted.state().title(), component);
    }
    String names = linked.stream().map(Component::title).collect(Collectors.joining(", "));
    return Answer.undecided(
        title + ": " + wanted.state().title() + " here; linked and not inspected: " + names,
        component);
  }

  private static boolean refused(Finding f) {
    return f.qualifiers().contains(Qualifier.REFUSED);
  }

  private static boolean is(Facts facts, Component component, State state) {
    return facts.assessment().finding(component).state() == state;
  }

  /// Whether the weights can be had without asking anybody. Where that was not looked at, the
  /// engine has said so in the finding: the ladder and every definition answer alike.
  static Answer gate(Facts facts) {
    var fix = new Fix(Component.ACCESS, Fix.Kind.ACCESS);
    if (facts.assumed().contains(fix)) {
      return Answer.met("access would be free", Component.ACCESS);
    }
    Finding access = facts.assessment().finding(Component.ACCESS);
    Finding weights = facts.assessment().finding(Component.WEIGHTS);
    if (access.qualifiers().contains(Qualifier.GATED)
        || weights.qualifiers().contains(Qualifier.GATED)) {
      return Answer.not(
              "access to the weights asks for something: " + access.summary(), Component.ACCESS)
          .missing(fix);
    }
    return access.state() == State.UNDECIDABLE
        ? Answer.undecided(
                "whether somebody asks before the weights are given was not looked at",
                Component.ACCESS)
            .missing(fix)
        : Answer.met("no access gate was found", Component.ACCESS);
  }
}
