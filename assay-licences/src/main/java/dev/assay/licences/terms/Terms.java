package dev.assay.licences.terms;

import dev.assay.licences.RightsQuestion;
import dev.assay.licences.names.Expressions;
import dev.assay.licences.names.Names;
import dev.assay.licences.names.Same;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Freedom;
import dev.assay.model.Right.Act;
import dev.assay.model.Right.Answer;
import dev.assay.model.Right.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a licence answers for an act: from its facts where its text was read clause by clause, from
/// what the lists of OSI and FSF mean for free licences, from its name for Creative Commons.
final class Terms {
  private final FactsLibrary facts;
  private final Freedoms freedoms;
  private final Names names;

  Terms(FactsLibrary facts, Freedoms freedoms, Names names) {
    this.facts = facts;
    this.freedoms = freedoms;
    this.names = names;
  }

  /// The answer of an expression.
  ///
  /// @param located where a clause of a licence stands in the release; empty when its text is not
  ///   there
  Verdict of(
      String expression,
      Freedom said,
      Component component,
      Act act,
      RightsQuestion question,
      Located located) {
    Expressions parsed = Expressions.parse(saidOfTrade(expression, component, act), names);
    return parsed == null
        ? unknown(expression)
        : parsed.fold(
            one -> one(one.id(), said, component, act, question, located),
            Verdict::and,
            Verdict::or);
  }

  /// Of terms that are not known and what the release says of commerce, what it says: it is asked
  /// of commerce, and the terms cannot be asked.
  private String saidOfTrade(String expression, Component component, Act act) {
    List<String> parts = List.of(expression.split(" AND "));
    if (act != Act.COMMERCIAL_USE || parts.size() < 2 || expression.contains("(")) {
      return expression;
    }
    List<String> said = parts.stream().filter(Same::limitOnly).toList();
    boolean others =
        parts.stream()
            .filter(p -> !Same.limitOnly(p))
            .allMatch(p -> freedoms.of(p, component) == Freedom.UNKNOWN && facts.of(p).isEmpty());
    return said.isEmpty() || !others ? expression : String.join(" AND ", said);
  }

  /// Finds where a clause stands.
  interface Located {
    List<Evidence> clause(String licence, String clause);

    /// What a changed text was made of.
    default Optional<Rights.Changed> changed(String licence) {
      return Optional.empty();
    }
  }

  private static Verdict unknown(String expression) {
    String what =
        expression.equals("NOASSERTION")
            ? "the licence given is none that is known"
            : "the terms of " + expression + " are not known";
    return new Verdict(Answer.UNDECIDED, List.of(), what, List.of());
  }

  private Verdict one(
      String id,
      Freedom said,
      Component component,
      Act act,
      RightsQuestion question,
      Located located) {
    Optional<Facts> known = facts.of(id).filter(Facts::read);
    if (known.isPresent()) {
      Verdict verdict = new FactsVerdict(known.get(), question, located).of(act);
      boolean silent = verdict.answer() == Answer.UNDECIDED && act == Act.TRAIN_ON_OUTPUTS;
      // What no free licence speaks of, none of them limits.
      return silent && freedoms.of(id, component) == Freedom.FREE
          ? free(id, act, located)
          : verdict;
    }
    Optional<Verdict> kept = new ChangedText(facts, names, question, located).of(id, act);
    if (kept.isPresent()) {
      return kept.get();
    }
    if (id.contains("CC-BY") && (id.contains("-NC") || id.contains("-ND"))) {
      return creativeCommons(id, act, question, located);
    }
    if (id.equals("LicenseRef-non-commercial")
        || id.equals("LicenseRef-research-only")
        || id.equals("LicenseRef-personal-use-only")) {
      return said(id, act, question, located);
    }
    if (id.equals("LicenseRef-no-redistribution") && act == Act.REDISTRIBUTE) {
      return new Verdict(
          Answer.NO,
          List.of(),
          "the release says: not to be redistributed",
          List.of(clause(id, "", "not to be redistributed", located)));
    }
    if (id.equals("LicenseRef-commercial-on-request")) {
      boolean trade = act == Act.COMMERCIAL_USE || question.commercial();
      return trade
          ? new Verdict(
              Answer.YES_IF,
              List.of("ask or register first"),
              "the release says that commercial use must be asked for",
              List.of(clause(id, "", "commercial use must be asked for", located)))
          : new Verdict(
              Answer.UNDECIDED, List.of(), "the release speaks of commercial use only", List.of());
    }
    Verdict ofFamily = family(id, act, question, located);
    if (ofFamily != null) {
      return ofFamily;
    }
    Freedom freedom = freedoms.of(id, component);
    if (freedom == Freedom.FREE) {
      return free(id, act, located);
    }
    if (!Same.before(id).isEmpty() && said != Freedom.LIMITED) {
      return new Verdict(
          Answer.UNDECIDED,
          List.of(),
          "a changed licence: the words that differ decide",
          located.clause(id, "").isEmpty()
              ? List.of()
              : List.of(clause(id, "", "a known licence with other words", located)));
    }
    if ((freedom == Freedom.LIMITED || said == Freedom.LIMITED)
        && act == Act.COMMERCIAL_USE
        && NON_COMMERCIAL.matcher(names.title(id)).find()) {
      return new Verdict(
          Answer.NO,
          List.of(),
          names.title(id) + " says by its own name that it is not for commercial purposes",
          List.of(clause(id, "", "not for commercial purposes", located)));
    }
    if (freedom == Freedom.LIMITED || said == Freedom.LIMITED) {
      return new Verdict(
          Answer.UNDECIDED,
          List.of(),
          names.title(id) + " limits use; what it says of this was not read clause by clause",
          List.of(clause(id, "", "limits use", located)));
    }
    return unknown(id);
  }

  /// A licence named without its version: what all versions that were read answer alike holds for
  /// the one that is meant.
  private @Nullable Verdict family(String id, Act act, RightsQuestion question, Located located) {
    if (!id.startsWith("LicenseRef-")) {
      return null;
    }
    List<Facts> versions =
        facts.all().stream().filter(f -> f.read() && Same.family(id, f.id())).toList();
    if (versions.isEmpty()) {
      return null;
    }
    Located nowhere = (licence, clause) -> located.clause(id, "");
    List<Verdict> verdicts =
        versions.stream().map(f -> new FactsVerdict(f, question, nowhere).of(act)).toList();
    Verdict first = verdicts.getFirst();
    String name = names.title(id).replace("LicenseRef-", "");
    if (verdicts.stream().anyMatch(v -> v.answer() != first.answer())) {
      return new Verdict(
          Answer.UNDECIDED,
          List.of(),
          name + " is named without its version, and its versions differ in this",
          List.of(clause(id, "", "named without a version", located)));
    }
    Verdict all = verdicts.stream().reduce(Verdict::and).orElseThrow();
    return new Verdict(
        first.answer(),
        all.conditions(),
        name
            + " is named without its version; all that are known answer alike, such as "
            + first.reason(),
        first.clauses());
  }

  private static final Pattern NON_COMMERCIAL =
      Pattern.compile("(?i)non[- ]?commercial|(?:^|[- ])NC(?:[- ]|$)|research[- ](?:use|only)");

  private static Clause clause(String licence, String clause, String says, Located located) {
    return new Clause(licence, clause, says, located.clause(licence, clause));
  }

  /// What the release's own words limit, with no licence named.
  private static Verdict said(String id, Act act, RightsQuestion question, Located located) {
    String only =
        switch (id) {
          case "LicenseRef-research-only" -> "for research only";
          case "LicenseRef-personal-use-only" -> "for personal use only";
          default -> "not for commercial purposes";
        };
    Clause clause = clause(id, "", only, located);
    boolean trade = act == Act.COMMERCIAL_USE || question.commercial();
    return trade
        ? new Verdict(Answer.NO, List.of(), "the release says: " + only, List.of(clause))
        : new Verdict(Answer.YES_IF, List.of(only), "the release says: " + only, List.of(clause));
  }

  private static Verdict creativeCommons(
      String id, Act act, RightsQuestion question, Located located) {
    boolean four = id.contains("4.0");
    boolean nc = id.contains("-NC");
    boolean nd = id.contains("-ND");
    Clause trade = clause(id, four ? "2.a.1" : "4", "only for non-commercial purposes", located);
    Clause changed =
        clause(id, four ? "2.a.1.B" : "3", "changed versions may not be shared", located);
    Clause credit = clause(id, four ? "3.a" : "4", "credit the author, link the licence", located);
    if (nc && (act == Act.COMMERCIAL_USE || question.commercial())) {
      return new Verdict(
          Answer.NO, List.of(), id + " is for non-commercial purposes only", List.of(trade));
    }
    if (nc && act == Act.TRAIN_ON_OUTPUTS) {
      return new Verdict(Answer.UNDECIDED, List.of(), id + " does not speak of it", List.of());
    }
    List<String> conditions = new ArrayList<>();
    List<Clause> clauses = new ArrayList<>();
    if (nc) {
      conditions.add("not for commercial purposes");
      clauses.add(trade);
    }
    switch (act) {
      case REDISTRIBUTE -> {
        conditions.add("credit the author and give the licence");
        clauses.add(credit);
        if (nd) {
          conditions.add("unchanged");
          clauses.add(changed);
        }
        if (id.contains("-SA")) {
          conditions.add("pass changed versions on under the same licence");
          clauses.add(clause(id, four ? "3.b" : "4", "share alike", located));
        }
      }
      case FINE_TUNE, REBUILD -> {
        if (nd) {
          conditions.add("share no changed version");
          clauses.add(changed);
        }
      }
      default -> {}
    }
    return conditions.isEmpty()
        ? new Verdict(Answer.YES, List.of(), id + " permits it", List.of())
        : new Verdict(Answer.YES_IF, conditions, id + " permits it under conditions", clauses);
  }

  private static final Set<String> WITHOUT_NOTICE =
      Set.of("CC0-1.0", "0BSD", "MIT-0", "Unlicense", "WTFPL", "PDDL-1.0", "CC-PDDC", "O-UDA-1.0");

  /// A licence on the lists of OSI or FSF, or of open data and content: use, study, change,
  /// commerce and redistribution are what those lists stand for; what is asked is asked of who
  /// passes it on.
  private Verdict free(String id, Act act, Located located) {
    if (act != Act.REDISTRIBUTE || WITHOUT_NOTICE.contains(id)) {
      boolean network = id.startsWith("AGPL") && act == Act.COMMERCIAL_USE;
      if (network) {
        return new Verdict(
            Answer.YES_IF,
            List.of("offer the source to whoever uses a changed version over a network"),
            names.title(id) + " is a free licence",
            List.of(clause(id, "13", "source for users over a network", located)));
      }
      return new Verdict(
          Answer.YES,
          List.of(),
          names.title(id) + " is a free licence",
          List.of(clause(id, "", "grants it", located)));
    }
    String ask = "keep the notices and give the licence along";
    String where = "";
    if (id.startsWith("GPL")
        || id.startsWith("AGPL")
        || id.startsWith("LicenseRef-GPL")
        || id.startsWith("LicenseRef-AGPL")) {
      ask = "under the same licence, with the source";
      where = id.contains("3.0") ? "4-6" : id.contains("2.0") ? "1-3" : "";
    } else if (id.startsWith("LGPL")
        || id.startsWith("MPL")
        || id.startsWith("EPL")
        || id.startsWith("CDDL")
        || id.startsWith("EUPL")
        || id.startsWith("OSL")
        || id.startsWith("CECILL")) {
      ask = "its own files and changes to them under the same licence, with the source";
      where = id.equals("MPL-2.0") ? "3.1-3.2" : "";
    } else if (id.contains("-SA")
        || id.startsWith("ODbL")
        || id.startsWith("GFDL")
        || id.startsWith("CDLA-Sharing")) {
      ask = "credit the author; changed versions under the same licence";
      where = id.endsWith("4.0") ? "3.a-3.b" : "";
    } else if (id.startsWith("Apache-2")) {
      where = "4";
    } else if (id.startsWith("CC-BY")) {
      ask = "credit the author, say what was changed";
      where = id.endsWith("4.0") ? "3.a" : "4";
    }
    return new Verdict(
        Answer.YES_IF,
        List.of(ask),
        names.title(id) + " is a free licence",
        List.of(clause(id, where, ask, located)));
  }
}
