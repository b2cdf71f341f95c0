package dev.assay.licences.terms;

import dev.assay.licences.RightsQuestion;
import dev.assay.model.Right.Act;
import dev.assay.model.Right.Answer;
import dev.assay.model.Right.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The answers of one licence whose clauses were read.
final class FactsVerdict {
  private final Facts facts;
  private final RightsQuestion question;
  private final Terms.Located located;

  FactsVerdict(Facts facts, RightsQuestion question, Terms.Located located) {
    this.facts = facts;
    this.question = question;
    this.located = located;
  }

  Verdict of(Act act) {
    Verdict base = grant(act);
    if (base.answer() == Answer.NO || base.answer() == Answer.UNDECIDED) {
      return base;
    }
    List<String> conditions = new ArrayList<>(base.conditions());
    List<Clause> clauses = new ArrayList<>(base.clauses());
    boolean open = false;
    for (List<Facts.Fact> list : List.of(facts.limits(), facts.conditions())) {
      for (Facts.Fact fact : list) {
        if (!touches(fact, act)) {
          continue;
        }
        switch (measure(fact, act)) {
          case BARS -> {
            return new Verdict(
                Answer.NO,
                List.of(),
                facts.name() + ": " + Vocabulary.says(fact),
                List.of(clause(fact)));
          }
          case KEPT -> {}
          case OPEN -> {
            conditions.add(Vocabulary.says(fact));
            clauses.add(clause(fact));
            open = true;
          }
        }
      }
    }
    if (!facts.policy().isEmpty() && act != Act.REDISTRIBUTE && act != Act.STUDY) {
      String policy =
          "keep to the acceptable-use policy"
              + (facts.policyMutable() ? ", which the licensor may change" : "");
      conditions.add(policy);
      clauses.add(
          new Clause(
              facts.id(),
              mark(facts.policyClause()),
              policy,
              located.clause(facts.id(), facts.policyClause())));
      open = true;
    }
    boolean conditional = open || base.answer() == Answer.YES_IF;
    if (conditional && conditions.isEmpty()) {
      conditions.add("keep to the clause");
    }
    return new Verdict(
        conditional ? Answer.YES_IF : Answer.YES,
        conditional ? conditions : List.of(),
        facts.name() + (conditional ? " permits it under conditions" : " permits it"),
        clauses);
  }

  private Verdict grant(Act act) {
    Facts.Act what =
        switch (act) {
          case RUN, USE_OUTPUTS -> Facts.Act.USE;
          case STUDY -> Facts.Act.STUDY;
          case FINE_TUNE, REBUILD -> Facts.Act.MODIFY;
          case REDISTRIBUTE -> Facts.Act.REDISTRIBUTE;
          case COMMERCIAL_USE -> Facts.Act.COMMERCIAL;
          case TRAIN_ON_OUTPUTS -> Facts.Act.TRAIN_ON_OUTPUTS;
        };
    Facts.Grant grant = facts.grant(what);
    if (act == Act.STUDY && grant.value() == Facts.Value.SILENT) {
      // Looking at what one may use is use; a licence that forbids it says so.
      grant = facts.grant(Facts.Act.USE);
    }
    if (act == Act.USE_OUTPUTS && facts.outputs().isPresent()) {
      Facts.Fact outputs = facts.outputs().get();
      if (outputs.says().toLowerCase(Locale.ROOT).contains("licensor owns")) {
        return new Verdict(
            Answer.YES_IF,
            List.of("the licensor owns the outputs"),
            facts.name() + ": " + outputs.says(),
            List.of(
                new Clause(
                    facts.id(),
                    outputs.clause(),
                    outputs.says(),
                    located.clause(facts.id(), outputs.clause()))));
      }
    }
    String says = grant.says().isEmpty() ? says(grant.value()) : grant.says();
    Clause clause =
        new Clause(
            facts.id(), mark(grant.clause()), says, located.clause(facts.id(), grant.clause()));
    return switch (grant.value()) {
      case GRANTED ->
          new Verdict(Answer.YES, List.of(), facts.name() + " permits it", List.of(clause));
      case COND ->
          new Verdict(
              // A grant under a condition that is listed is decided by that condition.
              grant.says().isEmpty() ? Answer.YES : Answer.YES_IF,
              grant.says().isEmpty() ? List.of() : List.of(grant.says()),
              facts.name() + " permits it under conditions",
              List.of(clause));
      case INHERITS ->
          new Verdict(
              Answer.YES_IF,
              List.of(
                  "a model made with the outputs counts as a derivative and carries these terms"),
              facts.name() + ": what comes of it carries its terms",
              List.of(clause));
      case BARRED ->
          new Verdict(
              Answer.NO,
              List.of(),
              facts.name()
                  + " does not permit it"
                  + (grant.says().isEmpty() ? "" : " (" + grant.says() + ")"),
              List.of(clause));
      case SILENT ->
          new Verdict(
              Answer.UNDECIDED, List.of(), facts.name() + " does not speak of it", List.of());
    };
  }

  private static String says(Facts.Value value) {
    return switch (value) {
      case GRANTED -> "granted";
      case COND -> "granted under conditions";
      case INHERITS -> "what comes of it carries these terms";
      case BARRED -> "not granted";
      case SILENT -> "not addressed";
    };
  }

  private boolean touches(Facts.Fact fact, Act act) {
    if (fact.code().equals("OUTTRAIN")) {
      // The grant of the act itself already says it.
      return false;
    }
    return Vocabulary.touches(fact, act);
  }

  private enum Measure {
    /// The question falls under the limit.
    BARS,
    /// The question is outside the limit.
    KEPT,
    /// The question does not say, or the duty remains.
    OPEN
  }

  /// A limit held against the question.
  private Measure measure(Facts.Fact fact, Act act) {
    String says = fact.says().toLowerCase(Locale.ROOT);
    switch (fact.code()) {
      case "NC", "ORGTYPE" -> {
        return question.commercial() ? Measure.BARS : Measure.OPEN;
      }
      case "RESEARCH" -> {
        return question.commercial()
            ? Measure.BARS
            : purpose("research", "academic", "study") ? Measure.KEPT : Measure.OPEN;
      }
      case "NODIST" -> {
        return act == Act.REDISTRIBUTE ? Measure.BARS : Measure.OPEN;
      }
      case "USERS", "REVENUE" -> {
        Long asked = fact.code().equals("USERS") ? question.users() : question.revenue();
        long threshold = number(says);
        if (asked == null || threshold <= 0) {
          return Measure.OPEN;
        }
        boolean duty = says.contains("display");
        // A threshold that needs something else besides is not passed by the number alone.
        boolean more = says.startsWith("only if");
        if (says.contains("rmb")) {
          // Asked in another currency: what is far below is kept, the rest remains to be seen.
          return asked <= threshold / 10 ? Measure.KEPT : Measure.OPEN;
        }
        return asked <= threshold ? Measure.KEPT : duty || more ? Measure.OPEN : Measure.BARS;
      }
      case "TERRITORY" -> {
        if (question.territory() == null) {
          return Measure.OPEN;
        }
        if (!Territory.excluded(question.territory(), fact.says())) {
          return Measure.KEPT;
        }
        return says.contains("multimodal") ? Measure.OPEN : Measure.BARS;
      }
      case "MILITARY" -> {
        return purpose("militar", "weapon", "defence", "defense", "warfare")
            ? Measure.BARS
            : known() ? Measure.KEPT : Measure.OPEN;
      }
      case "MEDICAL" -> {
        return purpose("medic", "diagnos", "health", "clinical")
            ? Measure.BARS
            : known() ? Measure.KEPT : Measure.OPEN;
      }
      case "LEGALPROC" -> {
        return purpose("police", "law enforcement", "justice", "court", "asylum", "immigration")
            ? Measure.BARS
            : known() ? Measure.KEPT : Measure.OPEN;
      }
      case "SURVEIL" -> {
        return purpose("surveil", "biometric", "face recognition")
            ? Measure.BARS
            : known() ? Measure.KEPT : Measure.OPEN;
      }
      case "NOHOST" -> {
        return purpose("host", "service", "saas", "api") ? Measure.BARS : Measure.OPEN;
      }
      case "COMPETE" -> {
        return purpose("compet") ? Measure.BARS : Measure.OPEN;
      }
      default -> {
        return Measure.OPEN;
      }
    }
  }

  /// Whether the purpose is one that the lists of uses speak of, so that other lists are settled by
  /// it.
  private boolean known() {
    return purpose(
        "improve",
        "distil",
        "train",
        "research",
        "host",
        "chat",
        "translat",
        "summar",
        "search",
        "game",
        "teach",
        "education",
        "code",
        "write");
  }

  private boolean purpose(String... words) {
    String purpose = question.purpose();
    if (purpose == null) {
      return false;
    }
    String lower = purpose.toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// The first number of a text with its unit: `700M`, `1 billion`, `10M`; 0 when there is none.
  static long number(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        continue;
      }
      int end = i;
      while (end < text.length()
          && (Character.isDigit(text.charAt(end)) || text.charAt(end) == ',')) {
        end++;
      }
      String digits = text.substring(i, end).replace(",", "");
      if (digits.length() > 12) {
        return 0;
      }
      long n = Long.parseLong(digits);
      String rest = text.substring(end).strip();
      if (rest.startsWith("m") && !rest.startsWith("month")) {
        return n * 1_000_000L;
      }
      if (rest.startsWith("b")) {
        return n * 1_000_000_000L;
      }
      if (rest.startsWith("k")) {
        return n * 1_000L;
      }
      if (Set.of("").contains(rest) || n >= 1000) {
        return n;
      }
      i = end;
    }
    return 0;
  }

  private Clause clause(Facts.Fact fact) {
    return new Clause(
        facts.id(),
        mark(fact.clause()),
        Vocabulary.says(fact),
        located.clause(facts.id(), fact.clause()));
  }

  private static String mark(String clause) {
    return clause.isEmpty() ? "" : Character.isDigit(clause.charAt(0)) ? "\u00A7" + clause : clause;
  }
}
