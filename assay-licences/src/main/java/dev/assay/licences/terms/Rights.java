package dev.assay.licences.terms;

import dev.assay.licences.RightsAnswer;
import dev.assay.licences.RightsQuestion;
import dev.assay.licences.names.Names;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.Qualifier;
import dev.assay.model.Right;
import dev.assay.model.Right.Act;
import dev.assay.model.Right.Answer;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// May I? For each part by its licence, for the whole by the strictest part that the act needs.
public final class Rights {
  private final Terms terms;

  public Rights(FactsLibrary facts, Freedoms freedoms, Names names) {
    this.terms = new Terms(facts, freedoms, names);
  }

  /// Where clauses of licences stand in a release.
  public interface ClauseFinder {
    /// The place of a clause in the licence text that a statement of this licence was read from;
    /// the statement's own place where the clause is not found.
    List<Evidence> find(String licence, String clause, List<Evidence> statement);

    /// What the text was made of that a statement of this licence was read from, where it is the
    /// changed text of another licence.
    default Optional<Changed> changed(String licence, List<Evidence> statement) {
      return Optional.empty();
    }
  }

  /// A text that has the words of a licence but for some.
  ///
  /// @param base the licence
  /// @param touched the clauses in which more than a name, an address or a date differs; empty text
  ///   for what stands in no clause
  public record Changed(String base, Set<String> touched) {
    public Changed {
      touched = Set.copyOf(touched);
    }
  }

  /// The answers to a question.
  ///
  /// @param findings the findings
  /// @param licences the licence of each component
  public RightsAnswer answer(
      RightsQuestion question,
      List<Finding> findings,
      Map<Component, LicenceOf> licences,
      ClauseFinder clauses) {
    Map<Component, Map<Act, Verdict>> verdicts = new EnumMap<>(Component.class);
    List<RightsAnswer.Part> parts = new ArrayList<>();
    for (Finding finding : findings) {
      LicenceOf licence = licences.getOrDefault(finding.component(), LicenceOf.NONE);
      boolean held = finding.state() == State.PRESENT || finding.state() == State.LINKED;
      if (!held || !takesPart(finding.component())) {
        continue;
      }
      Map<Act, Verdict> byAct = new EnumMap<>(Act.class);
      List<Right> rights = new ArrayList<>();
      for (Act act : Act.values()) {
        if (needs(act, finding.component())) {
          Verdict verdict = verdict(finding, licence, act, question, clauses);
          byAct.put(act, verdict);
          rights.add(right(act, verdict));
        }
      }
      verdicts.put(finding.component(), byAct);
      parts.add(new RightsAnswer.Part(finding.component(), licence, rights));
    }
    List<Right> whole = new ArrayList<>();
    for (Act act : Act.values()) {
      whole.add(right(act, whole(act, findings, verdicts)));
    }
    return new RightsAnswer(parts, whole, asked(question, whole));
  }

  private Verdict verdict(
      Finding finding, LicenceOf licence, Act act, RightsQuestion question, ClauseFinder clauses) {
    Component component = finding.component();
    String of = component.title() + ": ";
    if (licence.status() == LicenceOf.Status.NONE) {
      return new Verdict(
          Answer.UNDECIDED,
          List.of(),
          of + "no licence was found in what was inspected, and without one nothing is granted",
          List.of());
    }
    // What lies elsewhere is not under the licence of what lies here, however free that is.
    if (licence.status() == LicenceOf.Status.INHERITED
        && (licence.freedom() == Freedom.UNKNOWN || finding.state() == State.LINKED)) {
      return new Verdict(
          Answer.UNDECIDED,
          List.of(),
          of + "no licence was found for what lies elsewhere: " + licence.from(),
          List.of());
    }
    Verdict verdict =
        terms.of(
            licence.expression(),
            licence.freedom(),
            component,
            act,
            question,
            new Terms.Located() {
              @Override
              public List<Evidence> clause(String id, String clause) {
                return clauses.find(id, clause, licence.evidence());
              }

              @Override
              public Optional<Changed> changed(String id) {
                return clauses.changed(id, licence.evidence());
              }
            });
    if (licence.status() == LicenceOf.Status.CLAIMED && verdict.answer() == Answer.YES) {
      // A tag without the text: what the licence of that name grants, if it is the one.
      return new Verdict(
          Answer.YES_IF,
          List.of(
              "the licence claimed for "
                  + component.title()
                  + " applies: its text is not in what was inspected"),
          of + verdict.reason() + ", claimed and without its text",
          verdict.clauses());
    }
    return new Verdict(
        verdict.answer(), verdict.conditions(), of + verdict.reason(), verdict.clauses());
  }

  private static String missing(List<Finding> findings, Component needed) {
    State state =
        findings.stream()
            .filter(f -> f.component() == needed)
            .findFirst()
            .map(Finding::state)
            .orElse(State.ABSENT);
    return switch (state) {
      case UNDECIDABLE -> ": whether it is there cannot be decided from here";
      case DESCRIBED -> ": only described in what was inspected";
      case PROMISED -> ": only promised in what was inspected";
      default -> ": not found in what was inspected";
    };
  }

  private static Verdict whole(
      Act act, List<Finding> findings, Map<Component, Map<Act, Verdict>> verdicts) {
    @Nullable Verdict all = null;
    for (Component needed : required(act)) {
      boolean held =
          findings.stream()
              .anyMatch(f ->
                  f.component() == needed
                      && (f.state() == State.PRESENT || f.state() == State.LINKED));
      if (!held) {
        Verdict missing =
            new Verdict(
                Answer.UNDECIDED, List.of(), needed.title() + missing(findings, needed), List.of());
        all = all == null ? missing : all.and(missing);
      }
    }
    for (Map.Entry<Component, Map<Act, Verdict>> part : verdicts.entrySet()) {
      Verdict v = part.getValue().get(act);
      if (v != null && !leavesOpen(part.getKey(), v, act, findings, verdicts)) {
        all = all == null ? v : all.and(v);
      }
    }
    if (act == Act.REBUILD && all != null && isPartial(findings)) {
      all =
          all.and(
              new Verdict(
                  Answer.UNDECIDED,
                  List.of(),
                  Component.TRAINING_DATA.title() + ": only part of it is given",
                  List.of()));
    }
    return all == null
        ? new Verdict(
            Answer.UNDECIDED,
            List.of(),
            "nothing was found that this could be done with",
            List.of())
        : all;
  }

  /// Whether a part leaves the answer to the weights: a library's network that is taken by its name
  /// lies under the library's own licence, which was not looked at, and the licence of the weights
  /// says what may be done with them.
  private static boolean leavesOpen(
      Component part,
      Verdict verdict,
      Act act,
      List<Finding> findings,
      Map<Component, Map<Act, Verdict>> verdicts) {
    return part == Component.ARCHITECTURE
        && verdict.answer() == Answer.UNDECIDED
        && verdicts.getOrDefault(Component.WEIGHTS, Map.of()).containsKey(act)
        && findings.stream()
            .anyMatch(f ->
                f.component() == part
                    && f.state() == State.LINKED
                    && f.qualifiers().contains(Qualifier.DELEGATED));
  }

  /// Whether some of the training data is surely not given.
  private static boolean isPartial(List<Finding> findings) {
    return findings.stream()
        .anyMatch(f ->
            f.component() == Component.TRAINING_DATA && f.qualifiers().contains(Qualifier.PARTIAL));
  }

  private static List<Component> required(Act act) {
    return switch (act) {
      case REBUILD -> List.of(Component.TRAINING_CODE, Component.TRAINING_DATA);
      default -> List.of(Component.WEIGHTS);
    };
  }

  private static boolean takesPart(Component component) {
    return switch (component) {
      case WEIGHTS,
          INFERENCE_CODE,
          ARCHITECTURE,
          TRAINING_CODE,
          FINE_TUNING_CODE,
          DATA_PROCESSING_CODE,
          TRAINING_DATA,
          POST_TRAINING_DATA ->
          true;
      default -> false;
    };
  }

  /// Whether an act needs a component, so that its licence binds the act.
  private static boolean needs(Act act, Component component) {
    return switch (component) {
      case WEIGHTS -> act != Act.REBUILD;
      case INFERENCE_CODE, ARCHITECTURE ->
          act == Act.RUN
              || act == Act.COMMERCIAL_USE
              || act == Act.REDISTRIBUTE
              || act == Act.STUDY;
      case FINE_TUNING_CODE -> act == Act.FINE_TUNE;
      case TRAINING_CODE, DATA_PROCESSING_CODE -> act == Act.REBUILD || act == Act.STUDY;
      case TRAINING_DATA, POST_TRAINING_DATA -> act == Act.REBUILD;
      default -> false;
    };
  }

  private static Right right(Act act, Verdict verdict) {
    return new Right(
        act, verdict.answer(), verdict.conditions(), verdict.reason(), verdict.clauses());
  }

  /// The act that a question is about, and its answer.
  private static Right asked(RightsQuestion question, List<Right> whole) {
    Act act = question.commercial() ? Act.COMMERCIAL_USE : Act.RUN;
    String purpose = question.purpose() == null ? "" : question.purpose().toLowerCase(Locale.ROOT);
    boolean model = purpose.contains("model") || purpose.contains("output");
    if (model
        && (purpose.contains("improve")
            || purpose.contains("distil")
            || purpose.contains("train")
            || purpose.contains("synthetic"))) {
      act = Act.TRAIN_ON_OUTPUTS;
    } else if (purpose.contains("fine-tun") || purpose.contains("finetun")) {
      act = Act.FINE_TUNE;
    } else if (purpose.contains("redistribut")
        || purpose.contains("publish")
        || purpose.contains("share")) {
      act = Act.REDISTRIBUTE;
    } else if (purpose.contains("rebuild") || purpose.contains("reproduc")) {
      act = Act.REBUILD;
    }
    Right first = whole.get(act.ordinal());
    Right trade = whole.get(Act.COMMERCIAL_USE.ordinal());
    boolean stricter =
        question.commercial() && Verdict.rank(trade.answer()) > Verdict.rank(first.answer());
    return stricter ? trade : first;
  }
}
