package dev.assay.profiles;

import dev.assay.model.ProfileVerdict;
import dev.assay.model.ProfileVerdict.Outcome;
import dev.assay.profiles.Answer.Fix;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A definition that is a list of criteria, and verdicts that each need some of them: the best
/// whose needs are all met is given. One verdict with all criteria is a plain yes or no.
///
/// @param name what it is called
/// @param criteria what it asks
/// @param verdicts the best first; the last needs nothing
record RuleProfile(Name name, List<Rule> criteria, List<Verdict> verdicts) implements Profile {

  /// One criterion.
  ///
  /// @param id its identifier in the definition
  /// @param text what it asks, in our words
  /// @param condition the same as a condition
  record Rule(String id, String text, Condition condition) {}

  /// One possible verdict.
  ///
  /// @param words the definition's own words
  /// @param open whether it means open by this definition
  /// @param needs the criteria that must be met
  record Verdict(String words, boolean open, List<String> needs) {}

  @Override
  public ProfileVerdict verdict(Facts facts) {
    Map<String, Answer> answers = answers(facts);
    Verdict best = null;
    Verdict floor = verdicts.getLast();
    for (Verdict v : verdicts) {
      Outcome outcome = outcome(v, answers);
      if (outcome == Outcome.MET) {
        floor = v;
        break;
      }
      if (outcome == Outcome.UNDECIDED && best == null) {
        best = v;
      }
    }
    String words = floor.words;
    if (best != null) {
      // Where nothing is proved, the lowest verdict would be a guess too.
      words =
          floor.needs.isEmpty()
              ? "cannot be decided; at best: " + best.words
              : floor.words + "; perhaps " + best.words;
    }
    Outcome outcome =
        floor.open ? Outcome.MET : best != null && best.open ? Outcome.UNDECIDED : Outcome.NOT_MET;
    var criteria =
        this.criteria.stream()
            .map(r -> {
              Answer a = need(answers, r.id);
              return new ProfileVerdict.Criterion(
                  r.id, r.text, a.outcome(), a.reason(), a.inOrder());
            })
            .toList();
    return new ProfileVerdict(name.id(), name.title(), name.origin(), words, outcome, criteria);
  }

  private Map<String, Answer> answers(Facts facts) {
    var answers = new LinkedHashMap<String, Answer>();
    for (Rule rule : criteria) {
      answers.put(rule.id, rule.condition.ask(facts));
    }
    return answers;
  }

  private static Outcome outcome(Verdict v, Map<String, Answer> answers) {
    if (v.needs.isEmpty()) {
      return Outcome.MET;
    }
    return Answer.all(v.needs.stream().map(id -> need(answers, id)).toList()).outcome();
  }

  private static Answer need(Map<String, Answer> answers, String id) {
    Answer answer = answers.get(id);
    if (answer == null) {
      throw new IllegalStateException("no criterion " + id);
    }
    return answer;
  }

  @Override
  public double nearness(Facts facts) {
    Map<String, Answer> answers = answers(facts);
    int rank = 0;
    for (int i = 0; i < verdicts.size(); i++) {
      if (outcome(verdicts.get(i), answers) == Outcome.MET) {
        rank = verdicts.size() - i;
        break;
      }
    }
    double met = 0;
    for (Answer a : answers.values()) {
      met += a.outcome() == Outcome.MET ? 1 : a.outcome() == Outcome.UNDECIDED ? 0.5 : 0;
      met -= a.missing().size() * 0.01;
    }
    return rank * 1000 + met;
  }

  @Override
  public Set<Fix> missing(Facts facts) {
    var missing = new LinkedHashSet<Fix>();
    answers(facts).values().forEach(a -> missing.addAll(a.missing()));
    return missing;
  }
}
