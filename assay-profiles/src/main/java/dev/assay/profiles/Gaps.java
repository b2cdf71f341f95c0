package dev.assay.profiles;

import dev.assay.model.Assessment;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.Part;
import dev.assay.model.ProfileVerdict;
import dev.assay.model.ProfileVerdict.Outcome;
import dev.assay.profiles.Answer.Fix;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a publisher would add to meet a definition, the thing that raises the release most first:
/// each step takes the addition that brings the definition's own verdict nearest, as if it were
/// made.
public final class Gaps {
  static final String FILE = "advice.yaml";

  private Gaps() {}

  /// The list for one definition; empty where nothing is missing that can be added.
  ///
  /// @param profiles the definitions
  /// @param id which of them
  /// @return nothing where there is no such definition
  public static Optional<List<Gap>> of(Profiles profiles, Assessment assessment, String id) {
    return profiles.loaded(id).map(l -> of(l.profile(), new Facts(assessment, l.sets())));
  }

  /// What stays open once all that can be added is there, each criterion with its reason: most of
  /// it is for a person to decide.
  public static List<String> left(Profiles profiles, Assessment assessment, String id) {
    return profiles
        .loaded(id)
        .map(l -> {
          var facts = new Facts(assessment, l.sets());
          ProfileVerdict last = l.profile().verdict(facts.assuming(steps(l.profile(), facts)));
          return last.criteria().stream()
              .filter(c -> last.outcome() == Outcome.UNDECIDED)
              .filter(c -> c.outcome() == Outcome.UNDECIDED)
              .map(c -> c.text() + ": " + c.reason())
              .toList();
        })
        .orElse(List.of());
  }

  private static List<Gap> of(Profile profile, Facts facts) {
    Map<Component, Advice> advice = advice();
    var gaps = new ArrayList<Gap>();
    Set<Fix> done = new LinkedHashSet<>();
    for (Fix fix : steps(profile, facts)) {
      done.add(fix);
      ProfileVerdict after = profile.verdict(facts.assuming(done));
      gaps.add(gap(fix, facts, advice, after.verdict()));
    }
    return gaps;
  }

  /// What to do, in order.
  private static Set<Fix> steps(Profile profile, Facts facts) {
    Set<Fix> done = new LinkedHashSet<>();
    for (Fix fix = next(profile, facts, done); fix != null; fix = next(profile, facts, done)) {
      done.add(fix);
    }
    return done;
  }

  private static @org.jspecify.annotations.Nullable Fix next(
      Profile profile, Facts facts, Set<Fix> done) {
    Facts now = facts.assuming(done);
    Fix best = null;
    double nearest = profile.nearness(now);
    for (Fix fix : new TreeSet<>(profile.missing(now))) {
      if (done.contains(fix)) {
        continue;
      }
      var with = new LinkedHashSet<>(done);
      with.add(fix);
      double near = profile.nearness(facts.assuming(with));
      if (near > nearest) {
        nearest = near;
        best = fix;
      }
    }
    return best;
  }

  /// What is linked, or was not looked at, may be as it should be: then it need only be seen.
  private static String orInspect(Finding f) {
    return switch (f.state()) {
      case LINKED -> "; or inspect the place that is linked together with this, if it is there";
      case UNDECIDABLE -> "; or inspect the place that gives it together with this, if it is so";
      default -> "";
    };
  }

  private static Gap gap(Fix fix, Facts facts, Map<Component, Advice> advice, String reaches) {
    Component c = fix.component();
    Finding f = facts.assessment().finding(c);
    return switch (fix.kind()) {
      case THING, ACCESS -> {
        Advice words = advice.getOrDefault(c, new Advice(c.title(), "the release", ""));
        boolean unlicensed =
            fix.kind() == Fix.Kind.THING && f.licence().status() == LicenceOf.Status.NONE;
        String add = words.add + (unlicensed ? "; under " + licenceExample(c) : "") + orInspect(f);
        yield new Gap(c, f.summary(), add, words.where, words.example, reaches);
      }
      case LICENCE ->
          new Gap(
              c,
              c.title() + ": " + Facts.licence(f),
              "a licence that counts, with its text, for the "
                  + c.title()
                  + (c.part() == Part.TRAINING_DATA
                      ? ", and of what others made the licence that they gave it"
                      : "")
                  + orInspect(f),
              "a licence file that names what it covers, beside it",
              licenceExample(c),
              reaches);
    };
  }

  private static String licenceExample(Component c) {
    return switch (c.part()) {
      case TRAINING_CODE, ARCHITECTURE, CLIENT_CODE -> "Apache-2.0 as LICENSE";
      case WEIGHTS -> "Apache-2.0 or MIT as LICENSE-MODEL, saying that it covers the weights";
      case TRAINING_DATA -> "CC0-1.0, CC-BY-4.0 or CDLA-Permissive-2.0 as data/LICENSE";
      case DOCUMENTS -> "CC-BY-4.0, named in the document";
    };
  }

  private record Advice(String add, String where, String example) {}

  private static Map<Component, Advice> advice() {
    var map = new EnumMap<Component, Advice>(Component.class);
    for (YamlTree a : Resources.tree(FILE).need("advice").list()) {
      a.only("component", "add", "where", "example");
      map.put(
          Condition.component(a.need("component")),
          new Advice(a.need("add").text(), a.need("where").text(), a.need("example").text()));
    }
    return map;
  }
}
