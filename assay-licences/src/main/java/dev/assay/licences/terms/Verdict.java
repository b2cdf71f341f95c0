package dev.assay.licences.terms;

import dev.assay.model.Right.Answer;
import dev.assay.model.Right.Clause;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What one licence, or several together, answer for one act.
///
/// @param answer the answer
/// @param conditions what must be kept, each in a few words
/// @param reason one sentence
/// @param clauses what it rests on
record Verdict(Answer answer, List<String> conditions, String reason, List<Clause> clauses) {
  Verdict {
    conditions = List.copyOf(conditions);
    clauses = List.copyOf(clauses);
  }

  /// Both must be kept: the stricter answer, the conditions of both. Of two that answer alike the
  /// one that asks more gives the reason.
  Verdict and(Verdict other) {
    boolean limits =
        rank(other.answer) == rank(answer) && other.conditions.size() > conditions.size();
    Verdict strict = rank(other.answer) > rank(answer) || limits ? other : this;
    Set<String> all = new LinkedHashSet<>();
    List<Clause> both = new ArrayList<>();
    if (strict.answer == Answer.YES_IF || strict.answer == Answer.YES) {
      all.addAll(conditions);
      all.addAll(other.conditions);
      both.addAll(clauses);
      other.clauses.stream().filter(c -> !both.contains(c)).forEach(both::add);
    } else {
      both.addAll(strict.clauses);
    }
    return new Verdict(strict.answer, List.copyOf(all), strict.reason, both);
  }

  /// Either may be chosen: the freer answer.
  Verdict or(Verdict other) {
    return rank(other.answer) < rank(answer) ? other : this;
  }

  /// From the freest to the strictest; what cannot be decided binds more than a yes and less than a
  /// no.
  static int rank(Answer answer) {
    return switch (answer) {
      case YES -> 0;
      case YES_IF -> 1;
      case UNDECIDED -> 2;
      case NO -> 3;
    };
  }
}
