package dev.assay.profiles;

import dev.assay.model.Assessment;
import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.ProfileVerdict.Outcome;
import dev.assay.model.Qualifier;
import dev.assay.model.Right;
import dev.assay.model.State;
import dev.assay.profiles.Answer.Fix;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What conditions are asked of: an assessment, the sets of licences, and what is assumed to be
/// added when asking what would raise a release.
///
/// @param assessment with everything but profiles
/// @param sets the sets of licences
/// @param assumed what is taken as if it were there
record Facts(Assessment assessment, LicenceSets sets, Set<Fix> assumed) {

  Facts(Assessment assessment, LicenceSets sets) {
    this(assessment, sets, Set.of());
  }

  Facts assuming(Set<Fix> more) {
    return new Facts(assessment, sets, Set.copyOf(more));
  }

  /// Whether there is as much of a component as is asked for.
  Answer presence(Component component, Presence wanted) {
    var fix = new Fix(component, Fix.Kind.THING);
    if (assumed.contains(fix)) {
      return Answer.met(component.title() + " would be there", component);
    }
    Finding f = assessment.finding(component);
    String is = component.title() + ": " + state(f);
    Answer answer =
        switch (outcome(f, wanted)) {
          case MET -> Answer.met(is, component);
          case NOT_MET -> Answer.not(is, component);
          case UNDECIDED -> Answer.undecided(is, component);
        };
    return answer.outcome() == Outcome.MET ? answer : answer.missing(fix);
  }

  private Outcome outcome(Finding f, Presence wanted) {
    if (wanted == Presence.NAMED && f.state() == State.DESCRIBED) {
      return !f.qualifiers().contains(Qualifier.REFUSED) && names(f.component())
          ? Outcome.MET
          : Outcome.NOT_MET;
    }
    if (wanted == Presence.TOLD) {
      return switch (f.state()) {
        case PRESENT, LINKED, DESCRIBED -> Outcome.MET;
        case PROMISED, ABSENT -> Outcome.NOT_MET;
        case UNDECIDABLE -> Outcome.UNDECIDED;
      };
    }
    return switch (f.state()) {
      case PRESENT -> present(f, wanted);
      case LINKED -> linked(f, wanted);
      case PROMISED, DESCRIBED, ABSENT -> Outcome.NOT_MET;
      case UNDECIDABLE -> Outcome.UNDECIDED;
    };
  }

  private static Outcome present(Finding f, Presence wanted) {
    Set<Qualifier> q = f.qualifiers();
    if (q.contains(Qualifier.VENDORED)) {
      return Outcome.NOT_MET;
    }
    if (q.contains(Qualifier.OF_BASE)) {
      return Outcome.UNDECIDED;
    }
    if (wanted == Presence.SOME || wanted == Presence.NAMED) {
      return Outcome.MET;
    }
    if (q.contains(Qualifier.UNREAD) || q.contains(Qualifier.BY_WORDS)) {
      return Outcome.UNDECIDED;
    }
    if (q.contains(Qualifier.PARTIAL)) {
      // A copy of weights that is not whole is no proof that the rest is not given.
      return f.component() == Component.WEIGHTS ? Outcome.UNDECIDED : Outcome.NOT_MET;
    }
    // A pointer, a manifest or a script is a publication of the thing, and is not the thing.
    boolean elsewhere =
        q.contains(Qualifier.POINTER)
            || q.contains(Qualifier.MANIFEST)
            || q.contains(Qualifier.SCRIPT);
    if (elsewhere && f.component().part() != dev.assay.model.Part.WEIGHTS) {
      return wanted == Presence.PUBLISHED ? Outcome.MET : Outcome.UNDECIDED;
    }
    if (q.contains(Qualifier.SUBMODULE) || q.contains(Qualifier.INCOMPLETE)) {
      return Outcome.UNDECIDED;
    }
    return Outcome.MET;
  }

  private static Outcome linked(Finding f, Presence wanted) {
    Set<Qualifier> q = f.qualifiers();
    if (q.contains(Qualifier.OF_BASE)) {
      return Outcome.UNDECIDED;
    }
    return switch (wanted) {
      // A link to a repository is not its code, nor a page its card: nobody has looked.
      case WHOLE -> q.contains(Qualifier.PARTIAL) ? Outcome.NOT_MET : Outcome.UNDECIDED;
      case PUBLISHED ->
          q.contains(Qualifier.PARTIAL) || q.contains(Qualifier.GATED)
              ? Outcome.NOT_MET
              : Outcome.MET;
      case SOME -> NotLookedAt.mayHoldNone(f.component()) ? Outcome.UNDECIDED : Outcome.MET;
      case NAMED, TOLD -> Outcome.MET;
    };
  }

  /// Whether what was found for one component is no more than what was found for another: the data
  /// of a fine-tuning, where nothing is told of the first training.
  boolean sameAs(Component component, Component other) {
    Finding f = assessment.finding(component);
    Finding o = assessment.finding(other);
    return f.qualifiers().contains(Qualifier.PARTIAL)
        && f.state() == o.state()
        && !f.evidence().isEmpty()
        && f.evidence().equals(o.evidence());
  }

  /// Whether the release names a data set for this kind of training, with or without a place where
  /// it can be had.
  private boolean names(Component component) {
    Set<DataSet.Stage> stages =
        component == Component.POST_TRAINING_DATA
            ? EnumSet.of(DataSet.Stage.POST_TRAINING)
            : EnumSet.of(
                DataSet.Stage.PRE_TRAINING, DataSet.Stage.TRAINING, DataSet.Stage.UNSTATED);
    return assessment.data().stream()
        .anyMatch(d ->
            d.form() == DataSet.Form.NAMED
                && stages.contains(d.stage())
                && !d.qualifiers().contains(Qualifier.OF_BASE));
  }

  /// Whether a component's licence is in a set. A licence that is only claimed counts, and is said
  /// to be only claimed; where places disagree, nothing is decided unless even the strictest is in
  /// the set.
  Answer licence(Component component, String set) {
    return licence(component, "in the set " + set, e -> sets.contains(set, e));
  }

  Answer licence(Component component, String wanted, java.util.function.Predicate<String> allowed) {
    var fix = new Fix(component, Fix.Kind.LICENCE);
    if (licenceAssumed(component)) {
      return Answer.met(component.title() + " would have a fit licence", component);
    }
    Finding f = assessment.finding(component);
    LicenceOf licence = f.licence();
    String is = component.title() + ": " + licence(licence);
    if (licence.status() == LicenceOf.Status.NONE) {
      boolean elsewhere = f.state() == State.LINKED;
      boolean cut = assessment.sources().stream().anyMatch(s -> !s.partial().isEmpty());
      boolean looked = !elsewhere && f.state() != State.UNDECIDABLE && !cut;
      return (looked
              ? Answer.not(is, component)
              : Answer.undecided(
                  is
                      + (elsewhere || !cut
                          ? ", and what is linked was not inspected"
                          : ", and not everything was read"),
                  component))
          .missing(fix);
    }
    if (ofAnotherPlace(f)) {
      return Answer.undecided(is + NOT_THERE, component).missing(fix);
    }
    if (allowed.test(licence.expression())) {
      return Answer.met(is, component);
    }
    if (licence.status() == LicenceOf.Status.CONFLICT
        || licence.expression().equals("NOASSERTION")) {
      return Answer.undecided(is, component).missing(fix);
    }
    return Answer.not(is + ", not " + wanted, component).missing(fix);
  }

  private static final String NOT_THERE =
      ", which is this source's; what is linked may have another";

  /// The licence of a repository does not cover what it only links.
  private static boolean ofAnotherPlace(Finding f) {
    return f.state() == State.LINKED && f.licence().status() == LicenceOf.Status.INHERITED;
  }

  /// Whoever adds a thing that was not there adds it under a fit licence.
  private boolean licenceAssumed(Component component) {
    return assumed.contains(new Fix(component, Fix.Kind.LICENCE))
        || (assumed.contains(new Fix(component, Fix.Kind.THING))
            && assessment.finding(component).licence().status() == LicenceOf.Status.NONE);
  }

  /// Whether a component's licence leaves it free, by Assay's own reading.
  Answer free(Component component) {
    var fix = new Fix(component, Fix.Kind.LICENCE);
    if (licenceAssumed(component)) {
      return Answer.met(component.title() + " would have a free licence", component);
    }
    Finding f = assessment.finding(component);
    String is =
        component.title() + ": " + licence(f.licence()) + ", " + f.licence().freedom().title();
    if (ofAnotherPlace(f)) {
      return Answer.undecided(is + NOT_THERE, component).missing(fix);
    }
    return switch (f.licence().freedom()) {
      case FREE -> Answer.met(is, component);
      case LIMITED -> Answer.not(is, component).missing(fix);
      case UNKNOWN ->
          f.licence().status() == LicenceOf.Status.NONE && f.state() != State.LINKED
              ? Answer.not(is, component).missing(fix)
              : Answer.undecided(is, component).missing(fix);
    };
  }

  /// Whether a right is given.
  ///
  /// @param conditionsCount whether a yes with conditions is a yes; otherwise it is for a person to
  ///   judge
  Answer right(Right.Act act, boolean conditionsCount) {
    var fix = new Fix(Component.WEIGHTS, Fix.Kind.LICENCE);
    if (assumed.contains(fix)) {
      return Answer.met(act.title() + ": would be granted", Component.WEIGHTS);
    }
    return assessment.rights().stream()
        .filter(r -> r.act() == act)
        .findFirst()
        .map(r -> right(r, conditionsCount, fix))
        .orElse(
            Answer.undecided(act.title() + ": cannot be decided", Component.WEIGHTS).missing(fix));
  }

  /// Whether a right is given with none of these conditions.
  ///
  /// @param without first words of conditions, lower case, that make it a no
  /// @param judged first words of conditions that a person must weigh
  Answer unburdened(Right.Act act, List<String> without, List<String> judged) {
    Answer given = right(act, true);
    Right right = assessment.rights().stream().filter(r -> r.act() == act).findFirst().orElse(null);
    if (right == null || given.outcome() != Outcome.MET) {
      return given;
    }
    var fix = new Fix(Component.WEIGHTS, Fix.Kind.LICENCE);
    if (assumed.contains(fix)) {
      return given;
    }
    String is = right.act().title() + ": " + right.answer().title() + " ";
    Optional<String> bar = first(right.conditions(), without);
    if (bar.isPresent()) {
      return Answer.not(is + bar.get(), Component.WEIGHTS).missing(fix);
    }
    Optional<String> weigh = first(right.conditions(), judged);
    return weigh.isPresent()
        ? Answer.undecided(is + weigh.get() + ", which a person must weigh", Component.WEIGHTS)
            .missing(fix)
        : given;
  }

  private static Optional<String> first(List<String> conditions, List<String> words) {
    return conditions.stream()
        .filter(c -> words.stream().anyMatch(w -> c.toLowerCase(Locale.ROOT).startsWith(w)))
        .findFirst();
  }

  private static Answer right(Right right, boolean conditionsCount, Fix fix) {
    String is = right.act().title() + ": " + right.answer().title();
    String conditions =
        right.conditions().isEmpty() ? "" : " " + String.join(", ", right.conditions());
    return switch (right.answer()) {
      case YES -> Answer.met(is, Component.WEIGHTS);
      case NO -> Answer.not(is + ": " + right.reason(), Component.WEIGHTS).missing(fix);
      case UNDECIDED ->
          Answer.undecided(is + ": " + right.reason(), Component.WEIGHTS).missing(fix);
      case YES_IF ->
          conditionsCount
              ? Answer.met(is + conditions, Component.WEIGHTS)
              : Answer.undecided(is + conditions, Component.WEIGHTS).missing(fix);
    };
  }

  private static String state(Finding f) {
    var words = new StringBuilder(f.state().title());
    f.qualifiers().stream().sorted().forEach(q -> words.append(", ").append(q.title()));
    return words.toString();
  }

  /// A component's licence, and whose it is where the component lies elsewhere.
  static String licence(Finding f) {
    return licence(f.licence()) + (ofAnotherPlace(f) ? NOT_THERE : "");
  }

  static String licence(LicenceOf l) {
    return switch (l.status()) {
      case NONE -> "no licence found";
      case FOUND -> l.expression();
      case INHERITED -> l.expression() + " (inherited)";
      case CLAIMED -> l.expression() + " (only claimed)";
      case CONFLICT -> l.expression() + " (places disagree)";
    };
  }
}
