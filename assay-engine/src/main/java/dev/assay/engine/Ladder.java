package dev.assay.engine;

import dev.assay.engine.Situation.Ask;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.Qualifier;
import dev.assay.model.Standing;
import dev.assay.model.State;
import dev.assay.model.Step;
import dev.assay.model.Weights;
import dev.assay.model.Withheld;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where a release stands (product page, "The ladder"), why not one higher, and what would raise
/// it.
///
/// Two readings are made of the same facts: one in which everything that could not be told is
/// missing, and one in which it is there. When they agree the step is decided; when not, the report
/// gives both and says what is open. Steps never average: each needs all that it names.
final class Ladder {
  /// What weights are made from.
  private static final List<Component> SOURCE =
      List.of(
          Component.TRAINING_CODE,
          Component.FINE_TUNING_CODE,
          Component.TRAINING_DATA,
          Component.POST_TRAINING_DATA);

  private static final String GIVE_DATA =
      "give the data, or the list of all its pieces with where each can be had, and say what"
          + " could not be shared";

  private final Answers answers;
  private final List<Claim> claims;

  Ladder(Map<Component, Finding> findings, List<Weights> artefacts, List<Claim> claims) {
    this.answers = new Answers(findings, artefacts, claims);
    this.claims = claims;
  }

  private Finding of(Component component) {
    return answers.of(component);
  }

  Standing standing() {
    Situation s = answers.situation();
    Step lowest = s.step(false);
    Step highest = s.step(true);
    if (highest.compareTo(lowest) < 0) {
      highest = lowest;
    }
    return new Standing(
        lowest, highest, why(lowest), blockers(s, lowest), open(s, lowest, highest));
  }

  private String why(Step step) {
    Finding weights = of(Component.WEIGHTS);
    LicenceOf licence = weights.licence();
    String terms =
        switch (licence.freedom()) {
          case FREE -> "under a free licence (" + licence.expression() + ")";
          case LIMITED ->
              "under a licence that limits what one may do (" + licence.expression() + ")";
          case UNKNOWN ->
              licence.status() == LicenceOf.Status.INHERITED
                  ? "with no licence that speaks of them (" + Clauses.ofThisSource(licence) + ")"
                  : "with no licence for them that was found or is known";
        };
    String held = weights.state() == State.LINKED ? "Weights are linked, " : "Weights are here, ";
    return switch (step) {
      case CLOSED ->
          weights.qualifiers().contains(Qualifier.REFUSED)
              ? "The release says that its weights are not given."
              : weights.state() == State.PROMISED
                  ? "Weights are promised and not there."
                  : weights.state() == State.UNDECIDABLE || weights.state() == State.PRESENT
                      ? weights.summary() + "."
                      : "No weights were found in what was inspected, and no link to them.";
      case RESTRICTED_WEIGHTS ->
          held + terms + (licence.freedom() == Freedom.FREE ? lacking() : "") + ".";
      case OPEN_WEIGHTS ->
          held
              + terms
              + ", with the architecture and a way to run them, and nothing of their source.";
      case PARTIAL_SOURCE -> held + terms + ", with pieces of the source: " + pieces() + ".";
      case SOURCE_AVAILABLE ->
          "All parts are there, and not every part's licence was found to be free.";
      case OPEN_SOURCE -> "All parts are there, each under a free licence.";
      case REPRODUCED ->
          "All parts are there and free, and the weights were rebuilt from them"
              + claims.stream()
                  .filter(c -> c.kind() == Claim.Kind.REBUILD)
                  .filter(c -> c.verdict() == Claim.Verdict.CONFIRMED)
                  .findFirst()
                  .map(c -> ": " + c.statement())
                  .orElse("")
              + ".";
    };
  }

  /// What open weights need beside a free licence, where it is missing.
  private String lacking() {
    Situation s = answers.situation();
    var parts = new ArrayList<String>();
    if (s.get(Ask.ARCHITECTURE) != Tri.YES) {
      parts.add("the architecture");
    }
    if (s.get(Ask.RUNNABLE) != Tri.YES) {
      parts.add("a way to run them");
    }
    if (parts.isEmpty()) {
      return switch (s.get(Ask.UNGATED)) {
        case YES -> "";
        case MAYBE -> "; whether somebody asks before they are given was not looked at";
        case NO -> ", and they must be asked for";
      };
    }
    return "; to count as open weights, "
        + String.join(" and ", parts)
        + " would have to be in what was inspected";
  }

  private String pieces() {
    var parts = new ArrayList<String>();
    for (Component c : SOURCE) {
      Finding f = of(c);
      if (Answers.inHandOrLinked(f)) {
        parts.add(c.title() + " " + f.state().title());
      }
    }
    return String.join(", ", parts);
  }

  /// One thing that holds the step down, and what a publisher would do about it.
  ///
  /// @param asks the questions that doing it answers yes; the first is the one that names it
  /// @param reason a clause that reads well after the component's name
  private record Fix(List<Ask> asks, Component component, String reason, String todo) {
    Ask ask() {
      return asks.getFirst();
    }
  }

  /// Everything that is not settled, in the order of the ladder.
  private List<Fix> fixes(Situation s) {
    var fixes = new ArrayList<Fix>();
    Component code = answers.ownCode();
    Component data = answers.ownData();
    part(
        fixes,
        s,
        Component.WEIGHTS,
        Ask.WEIGHTS,
        Ask.WEIGHTS_FREE,
        "put the weights, or a link to them, into the release");
    if (s.get(Ask.UNGATED) != Tri.YES) {
      boolean open = s.get(Ask.UNGATED) == Tri.MAYBE;
      fixes.add(
          new Fix(
              List.of(Ask.UNGATED),
              Component.ACCESS,
              open || of(Component.ACCESS).state() == State.PRESENT
                  ? Clauses.of(of(Component.ACCESS).summary())
                  : "the documents say that the weights must be asked for",
              "let anyone download the weights without asking"
                  + (open ? ", and inspect the place that gives them together with this" : "")));
    }
    licence(
        fixes,
        s,
        Component.WEIGHTS,
        Ask.WEIGHTS_FREE,
        "put the text of a licence that is free for weights beside them (for example as"
            + " LICENSE-MODEL) and name it in the card");
    part(
        fixes,
        s,
        Component.ARCHITECTURE,
        s.get(Ask.ARCHITECTURE) == Tri.YES ? Ask.ARCHITECTURE_SOURCE : Ask.ARCHITECTURE,
        Ask.ARCHITECTURE_FREE,
        "add the code that defines the network, or its configuration");
    part(
        fixes,
        s,
        Component.INFERENCE_CODE,
        s.get(Ask.RUNNABLE) == Tri.YES ? Ask.CLIENT : Ask.RUNNABLE,
        Ask.CLIENT_FREE,
        "add the code that loads and runs the weights");
    part(
        fixes,
        s,
        code,
        Ask.CODE_COMPLETE,
        Ask.CODE_FREE,
        "add the training loop, its entry point, and the configuration with which these weights"
            + " were made");
    part(fixes, s, data, Ask.DATA_COMPLETE, Ask.DATA_FREE, GIVE_DATA);
    if (s.get(Ask.WHOLE_LINEAGE) != Tri.YES) {
      fixes.add(
          new Fix(
              List.of(Ask.WHOLE_LINEAGE),
              Component.WEIGHTS,
              "made from another model, whose own source was not part of what was inspected",
              "name the base model with its revision, and inspect both together"));
    }
    licence(
        fixes, s, code, Ask.CODE_FREE, "put the text of a free software licence beside the code");
    licence(
        fixes,
        s,
        data,
        Ask.DATA_FREE,
        "state the licence of each data set, free for data, with its text or a link to it");
    licence(
        fixes,
        s,
        Component.ARCHITECTURE,
        Ask.ARCHITECTURE_FREE,
        "put the text of a free software licence beside the code");
    licence(
        fixes,
        s,
        Component.INFERENCE_CODE,
        Ask.CLIENT_FREE,
        "put the text of a free software licence beside the code");
    return fixes;
  }

  /// A part that is missing or not whole. One that is not there at all has no licence to find:
  /// giving it under a free licence settles both.
  private void part(
      List<Fix> fixes, Situation s, Component component, Ask there, Ask free, String todo) {
    if (s.get(there) == Tri.YES) {
      return;
    }
    Finding f = of(component);
    boolean here = Answers.inHandOrLinked(f);
    var asks = new ArrayList<>(List.of(there));
    switch (there) {
      case ARCHITECTURE -> asks.add(Ask.ARCHITECTURE_SOURCE);
      case RUNNABLE -> asks.add(Ask.CLIENT);
      case CODE_COMPLETE -> asks.add(Ask.CODE_PIECE);
      case DATA_COMPLETE -> asks.add(Ask.DATA_PIECE);
      default -> {}
    }
    if (!here) {
      asks.add(free);
    }
    fixes.add(
        new Fix(
            List.copyOf(asks),
            component,
            Clauses.missing(f),
            here ? todo : todo + ", under a free licence"));
  }

  private void licence(List<Fix> fixes, Situation s, Component component, Ask free, String todo) {
    Finding f = of(component);
    boolean here = Answers.inHandOrLinked(f);
    if (here && s.get(free) != Tri.YES) {
      fixes.add(new Fix(List.of(free), component, Clauses.licence(f), todo));
    }
  }

  /// What keeps the release from being open source for sure, in the order of the ladder: a licence
  /// that limits, a gate, what the release itself says is not given or not yet, and that nothing of
  /// its source is there or linked. That one part was not found here is no proof that it is not
  /// given elsewhere.
  List<Standing.Blocker> bars() {
    Situation s = answers.situation();
    boolean nothing =
        SOURCE.stream()
            .map(this::of)
            .allMatch(f -> !Answers.inHandOrLinked(f) && f.state() != State.UNDECIDABLE);
    return fixes(s).stream()
        .filter(fix -> s.get(fix.ask()) == Tri.NO)
        .filter(fix -> isCertain(fix, nothing))
        .map(fix -> new Standing.Blocker(fix.component(), fix.reason()))
        .toList();
  }

  private boolean isCertain(Fix fix, boolean nothingOfTheSource) {
    Finding f = of(fix.component());
    return switch (fix.ask()) {
      case WEIGHTS_FREE, CODE_FREE, DATA_FREE, ARCHITECTURE_FREE, CLIENT_FREE -> true;
      case UNGATED -> f.state() == State.PRESENT;
      case CODE_COMPLETE, DATA_COMPLETE ->
          nothingOfTheSource
              || f.qualifiers().contains(Qualifier.REFUSED)
              || f.state() == State.PROMISED;
      case WEIGHTS -> true;
      default -> false;
    };
  }

  private List<Standing.Blocker> blockers(Situation s, Step lowest) {
    var blockers = new ArrayList<Standing.Blocker>();
    Set<Ask> needed =
        switch (lowest) {
          case CLOSED -> Set.of(Ask.WEIGHTS);
          case RESTRICTED_WEIGHTS ->
              Set.of(Ask.UNGATED, Ask.WEIGHTS_FREE, Ask.ARCHITECTURE, Ask.RUNNABLE);
          case OPEN_WEIGHTS -> Set.of(Ask.CODE_COMPLETE, Ask.DATA_COMPLETE);
          case PARTIAL_SOURCE ->
              Set.of(
                  Ask.CODE_COMPLETE,
                  Ask.DATA_COMPLETE,
                  Ask.ARCHITECTURE_SOURCE,
                  Ask.CLIENT,
                  Ask.WHOLE_LINEAGE);
          case SOURCE_AVAILABLE ->
              Set.of(
                  Ask.WEIGHTS_FREE,
                  Ask.CODE_FREE,
                  Ask.DATA_FREE,
                  Ask.ARCHITECTURE_FREE,
                  Ask.CLIENT_FREE);
          case OPEN_SOURCE, REPRODUCED -> Set.of();
        };
    for (Fix fix : fixes(s)) {
      if (fix.asks().stream().anyMatch(needed::contains)) {
        blockers.add(new Standing.Blocker(fix.component(), fix.reason()));
      }
    }
    if (lowest == Step.OPEN_SOURCE) {
      blockers.add(
          new Standing.Blocker(
              Component.WEIGHTS,
              claims.stream().anyMatch(c -> c.kind() == Claim.Kind.REBUILD)
                  ? "a rebuild of them is stated, and the statement was not accepted or does not"
                      + " hold"
                  : "no rebuild of the weights from this source is attested"));
    }
    return blockers;
  }

  private List<String> open(Situation s, Step lowest, Step highest) {
    if (lowest == highest) {
      return List.of();
    }
    return fixes(s).stream()
        .filter(f -> s.get(f.ask()) == Tri.MAYBE)
        .map(f -> f.component().title() + ": " + f.reason())
        .distinct()
        .toList();
  }

  /// What is missing, in the order that raises the most: the ladder's own order.
  List<Withheld> withheld() {
    Situation s = answers.situation();
    var list = new ArrayList<Withheld>();
    for (Fix fix : fixes(s)) {
      s = s.with(fix.asks().toArray(Ask[]::new));
      list.add(new Withheld(fix.component(), fix.reason(), fix.todo(), s.step(false)));
    }
    Step reached = s.step(false);
    for (Component data : List.of(Component.TRAINING_DATA, Component.POST_TRAINING_DATA)) {
      if (answers.keepsBack(data) && list.stream().noneMatch(w -> w.component() == data)) {
        list.add(new Withheld(data, Clauses.missing(of(data)), GIVE_DATA, reached));
      }
    }
    return list;
  }
}
