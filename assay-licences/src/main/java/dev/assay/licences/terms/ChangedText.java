package dev.assay.licences.terms;

import dev.assay.licences.RightsQuestion;
import dev.assay.licences.names.Names;
import dev.assay.model.Right.Act;
import dev.assay.model.Right.Answer;
import dev.assay.model.Right.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the changed text of a licence answers whose clauses were read, as far as it has that
/// licence's words: a clause that bars something bars it where its words stand unchanged, whatever
/// differs elsewhere; what is granted is granted if the words that differ allow it, and these are
/// named. A name, an address or a date in place of another changes nothing.
final class ChangedText {
  private final FactsLibrary facts;
  private final Names names;
  private final RightsQuestion question;
  private final Terms.Located located;

  ChangedText(FactsLibrary facts, Names names, RightsQuestion question, Terms.Located located) {
    this.facts = facts;
    this.names = names;
    this.question = question;
    this.located = located;
  }

  /// The answer, where the text was made of a licence that was read and the clauses that it rests
  /// on stand unchanged.
  ///
  /// @param id what the changed text is called
  Optional<Verdict> of(String id, Act act) {
    Optional<Rights.Changed> made = located.changed(id);
    Optional<Facts> read = made.flatMap(m -> facts.of(m.base())).filter(Facts::read);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Facts base = read.get();
    Set<String> touched = made.get().touched();
    Terms.Located inThis = (licence, clause) -> located.clause(id, clause);
    Verdict verdict = new FactsVerdict(base, question, inThis).of(act);
    boolean stands = verdict.clauses().stream().noneMatch(c -> isTouched(c.clause(), touched));
    if (!stands) {
      return Optional.empty();
    }
    List<Clause> clauses =
        verdict.clauses().stream()
            .map(c -> new Clause(id, c.clause(), c.says(), c.evidence()))
            .toList();
    String said =
        verdict.reason().startsWith(base.name())
            ? verdict.reason().substring(base.name().length())
            : ": " + verdict.reason();
    String reason = names.title(id) + said + ", in the words of " + base.name();
    boolean as = verdict.answer() == Answer.NO || verdict.answer() == Answer.UNDECIDED;
    if (touched.isEmpty() || as) {
      return Optional.of(new Verdict(verdict.answer(), verdict.conditions(), reason, clauses));
    }
    // What nobody has read comes first.
    List<String> conditions = new ArrayList<>();
    conditions.add("the words that differ from " + base.name() + " allow it: " + where(touched));
    conditions.addAll(verdict.conditions());
    return Optional.of(new Verdict(Answer.YES_IF, conditions, reason, clauses));
  }

  private static String where(Set<String> touched) {
    List<String> clauses =
        new TreeSet<>(touched).stream().filter(clause -> !clause.isEmpty()).toList();
    String inside =
        clauses.isEmpty()
            ? ""
            : (clauses.size() == 1 ? "in clause " : "in clauses ") + String.join(", ", clauses);
    String outside = touched.contains("") ? "outside its clauses" : "";
    return inside + (inside.isEmpty() || outside.isEmpty() ? "" : " and ") + outside;
  }

  /// Whether something differs in a clause, in a part of it or in what it is a part of. What a fact
  /// says of several clauses stands in each.
  private static boolean isTouched(String cited, Set<String> touched) {
    for (String part : cited.split(",")) {
      String clause = part.strip().replaceFirst("^\u00a7", "");
      for (String t : touched) {
        boolean same =
            t.isEmpty() ? !startsWithDigit(clause) : within(clause, t) || within(t, clause);
        if (same) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean startsWithDigit(String clause) {
    return !clause.isEmpty() && Character.isDigit(clause.charAt(0));
  }

  private static boolean within(String inner, String outer) {
    return inner.equals(outer) || inner.startsWith(outer + ".");
  }
}
