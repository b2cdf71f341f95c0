package dev.assay.profiles;

import dev.assay.model.Component;
import dev.assay.model.ProfileVerdict;
import dev.assay.model.ProfileVerdict.Outcome;
import dev.assay.profiles.Answer.Fix;
import dev.assay.profiles.MofEvaluator.Part;
import dev.assay.profiles.MofEvaluator.Result;
import dev.assay.profiles.MofEvaluator.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The Model Openness Framework: our findings mapped to its components, then its own rules.
/// Evaluated twice, once counting only what is decided and once giving what is not the benefit of
/// the doubt; where the two differ, the verdict says both.
///
/// @param name what it is called
/// @param parts the framework's components and what they are here
/// @param open the set of licences that count
record MofProfile(Name name, List<Mapped> parts, String open) implements Profile {

  /// A component of the framework and what it is here.
  ///
  /// @param part the framework's
  /// @param component ours
  /// @param presence how much of it the framework asks for
  record Mapped(Part part, Component component, Presence presence) {}

  List<Part> framework() {
    return parts.stream().map(Mapped::part).toList();
  }

  /// The class of a record in the framework's own format.
  Result evaluate(MofRecord record, LicenceSets sets) {
    var exact = sets.exactly(open);
    return MofEvaluator.evaluate(framework(), record.statuses(framework(), exact));
  }

  /// A component of the framework beside our findings.
  ///
  /// @param mapped which
  /// @param there whether it is there
  /// @param terms whether its licence counts
  record Judged(Mapped mapped, Answer there, Answer terms) {
    Outcome outcome() {
      return Answer.all(List.of(there, terms)).outcome();
    }

    Status status(boolean benefit) {
      if (!counts(there, benefit)) {
        return Status.MISSING;
      }
      return counts(terms, benefit)
          ? Status.INCLUDED
          : terms.reason().endsWith("no licence found") ? Status.UNLICENSED : Status.INVALID;
    }

    /// Why, in one clause or two.
    String reason() {
      return there.outcome() == Outcome.NOT_MET
          ? there.reason()
          : there.reason() + "; " + terms.reason();
    }

    private static boolean counts(Answer a, boolean benefit) {
      return a.outcome() == Outcome.MET || (benefit && a.outcome() == Outcome.UNDECIDED);
    }
  }

  List<Judged> judged(Facts facts) {
    return parts.stream()
        .map(m ->
            new Judged(
                m, facts.presence(m.component, m.presence), facts.licence(m.component, open)))
        .toList();
  }

  private Result result(List<Judged> judged, boolean benefit) {
    Map<String, Status> statuses = new LinkedHashMap<>();
    judged.forEach(j -> statuses.put(j.mapped.part.name(), j.status(benefit)));
    return MofEvaluator.evaluate(framework(), statuses);
  }

  @Override
  public ProfileVerdict verdict(Facts facts) {
    List<Judged> judged = judged(facts);
    Result low = result(judged, false);
    Result high = result(judged, true);
    var words = new StringBuilder(low.words());
    if (high.group() != low.group()) {
      words.append("; perhaps ").append(high.words());
    }
    if (low.group() != 1) {
      int next = low.group() == 0 ? 3 : low.group() - 1;
      words.append(
          String.format(
              Locale.ROOT, "; %.0f %% of %s", low.progress().get(next), Result.words(next)));
    }
    Outcome outcome =
        low.group() > 0 ? Outcome.MET : high.group() > 0 ? Outcome.UNDECIDED : Outcome.NOT_MET;
    var criteria = new ArrayList<ProfileVerdict.Criterion>();
    for (Judged j : judged) {
      Part part = j.mapped.part;
      String text =
          part.name()
              + ", "
              + (part.required() ? "required for " : "optional in ")
              + Result.words(part.group());
      criteria.add(
          new ProfileVerdict.Criterion(
              id(part), text, j.outcome(), j.reason(), List.of(j.mapped.component)));
    }
    return new ProfileVerdict(
        name.id(), name.title(), name.origin(), words.toString(), outcome, criteria);
  }

  private static String id(Part part) {
    return part.name().toLowerCase(Locale.ROOT).replace(' ', '-').replace("(", "").replace(")", "");
  }

  @Override
  public double nearness(Facts facts) {
    List<Judged> judged = judged(facts);
    Result low = result(judged, false);
    double near = low.group() == 0 ? 0 : (4 - low.group()) * 1000;
    for (Judged j : judged) {
      if (j.mapped.part.required()) {
        double weight = Math.pow(4, j.mapped.part.group());
        near += j.there.outcome() == Outcome.MET ? weight : 0;
        near += j.outcome() == Outcome.MET ? weight : 0;
      }
    }
    return near;
  }

  @Override
  public Set<Fix> missing(Facts facts) {
    var missing = new LinkedHashSet<Fix>();
    for (Judged j : judged(facts)) {
      if (j.mapped.part.required()) {
        missing.addAll(j.there.missing());
        missing.addAll(j.terms.missing());
      }
    }
    return missing;
  }
}
