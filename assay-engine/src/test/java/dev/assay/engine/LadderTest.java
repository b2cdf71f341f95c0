package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.licences.RightsAnswer;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.ProofLevel;
import dev.assay.model.Qualifier;
import dev.assay.model.Right;
import dev.assay.model.Span;
import dev.assay.model.Standing;
import dev.assay.model.State;
import dev.assay.model.Step;
import dev.assay.model.Withheld;
import dev.assay.testing.Gen;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LadderTest {
  private static final Evidence SEEN =
      new Evidence("s", "file", new Span.Lines(1, 1), "quote", null);

  private final Map<Component, Finding> findings = nothing();

  private static Map<Component, Finding> nothing() {
    var map = new EnumMap<Component, Finding>(Component.class);
    for (Component c : Component.values()) {
      map.put(c, finding(c, State.ABSENT, Freedom.UNKNOWN));
    }
    return map;
  }

  private static Finding finding(Component c, State state, Freedom freedom, Qualifier... q) {
    boolean found = state != State.ABSENT && state != State.UNDECIDABLE;
    LicenceOf licence =
        freedom == Freedom.UNKNOWN
            ? LicenceOf.NONE
            : new LicenceOf(LicenceOf.Status.FOUND, "Some-Licence", freedom, "", List.of(SEEN));
    return new Finding(
        c,
        state,
        Set.of(q),
        found ? ProofLevel.SEEN : null,
        "",
        licence,
        found ? List.of(SEEN) : List.of(),
        List.of(),
        List.of());
  }

  private void set(Component c, State state, Freedom freedom, Qualifier... q) {
    findings.put(c, finding(c, state, freedom, q));
  }

  private Standing standing() {
    return new Ladder(findings, List.of(), List.of()).standing();
  }

  private void everythingFree() {
    for (Component c :
        List.of(
            Component.TRAINING_CODE,
            Component.TRAINING_DATA,
            Component.ARCHITECTURE,
            Component.WEIGHTS,
            Component.INFERENCE_CODE)) {
      set(c, State.PRESENT, Freedom.FREE);
    }
  }

  @Test
  void all_parts_free_are_open_source() {
    everythingFree();
    assertThat(standing().lowest()).isEqualTo(Step.OPEN_SOURCE);
    assertThat(standing().decided()).isTrue();
    assertThat(standing().blockers()).hasSize(1);
  }

  @Test
  void what_was_found_by_its_words_alone_proves_no_step() {
    for (Component c :
        List.of(Component.TRAINING_CODE, Component.ARCHITECTURE, Component.INFERENCE_CODE)) {
      everythingFree();
      set(c, State.PRESENT, Freedom.FREE, Qualifier.BY_WORDS);
      assertThat(standing().lowest()).as(c.title()).isLessThan(Step.SOURCE_AVAILABLE);
      assertThat(standing().highest()).as(c.title()).isEqualTo(Step.OPEN_SOURCE);
      assertThat(standing().open())
          .singleElement()
          .asString()
          .startsWith(c.title())
          .contains("by its words");
    }
  }

  @Test
  void data_that_no_document_speaks_of_may_be_a_part() {
    everythingFree();
    set(Component.TRAINING_DATA, State.PRESENT, Freedom.FREE, Qualifier.UNTOLD);
    assertThat(standing().lowest()).isEqualTo(Step.PARTIAL_SOURCE);
    assertThat(standing().highest()).isEqualTo(Step.OPEN_SOURCE);
    assertThat(standing().open())
        .singleElement()
        .asString()
        .startsWith(Component.TRAINING_DATA.title())
        .contains("no document says");
  }

  @Test
  void data_that_are_linked_and_that_nobody_calls_trained_on_may_be_something_else() {
    everythingFree();
    set(Component.TRAINING_DATA, State.LINKED, Freedom.FREE, Qualifier.UNTOLD);
    assertThat(standing().highest()).isEqualTo(Step.OPEN_SOURCE);
    assertThat(standing().lowest()).isEqualTo(Step.PARTIAL_SOURCE);
    assertThat(standing().open()).singleElement().asString().contains("no document says");
  }

  @Test
  void what_asks_before_it_gives_the_weights_is_a_gate_however_it_was_told() {
    everythingFree();
    set(Component.ACCESS, State.DESCRIBED, Freedom.UNKNOWN, Qualifier.GATED);
    assertThat(standing().highest()).isEqualTo(Step.RESTRICTED_WEIGHTS);
    assertThat(standing().why()).contains("must be asked for");
  }

  @Test
  void a_place_of_weights_that_nobody_looked_at_may_ask_for_something() {
    everythingFree();
    set(Component.WEIGHTS, State.LINKED, Freedom.FREE);
    assertThat(standing().decided()).isTrue();
    set(Component.ACCESS, State.UNDECIDABLE, Freedom.UNKNOWN);
    assertThat(standing().lowest()).isEqualTo(Step.RESTRICTED_WEIGHTS);
    assertThat(standing().highest()).isEqualTo(Step.OPEN_SOURCE);
    assertThat(standing().why()).doesNotContain("must be asked for").contains("not looked at");
    assertThat(standing().open()).singleElement().asString().startsWith("access");
  }

  @Test
  void one_limited_licence_makes_it_source_available_and_the_report_says_which() {
    everythingFree();
    set(Component.TRAINING_DATA, State.PRESENT, Freedom.LIMITED);
    assertThat(standing().lowest()).isEqualTo(Step.SOURCE_AVAILABLE);
    assertThat(standing().decided()).isTrue();
    assertThat(standing().blockers())
        .extracting(Standing.Blocker::component)
        .containsExactly(Component.TRAINING_DATA);
  }

  @Test
  void missing_training_data_holds_a_free_release_at_partial_source() {
    everythingFree();
    set(Component.TRAINING_DATA, State.DESCRIBED, Freedom.UNKNOWN);
    assertThat(standing().lowest()).isEqualTo(Step.PARTIAL_SOURCE);
    assertThat(standing().decided()).isTrue();
  }

  @Test
  void linked_data_leaves_the_step_undecided_and_never_proves_open_source() {
    everythingFree();
    set(Component.TRAINING_DATA, State.LINKED, Freedom.FREE);
    assertThat(standing().lowest()).isEqualTo(Step.PARTIAL_SOURCE);
    assertThat(standing().highest()).isEqualTo(Step.OPEN_SOURCE);
    assertThat(standing().open()).isNotEmpty();
  }

  @Test
  void limited_weights_alone_are_restricted() {
    everythingFree();
    set(Component.WEIGHTS, State.PRESENT, Freedom.LIMITED);
    set(Component.TRAINING_DATA, State.ABSENT, Freedom.UNKNOWN);
    assertThat(standing().lowest()).isEqualTo(Step.RESTRICTED_WEIGHTS);
    assertThat(standing().decided()).isTrue();
  }

  @Test
  void weights_without_any_licence_are_restricted_at_least_and_undecided_above() {
    set(Component.WEIGHTS, State.PRESENT, Freedom.UNKNOWN);
    set(Component.ARCHITECTURE, State.PRESENT, Freedom.UNKNOWN);
    assertThat(standing().lowest()).isEqualTo(Step.RESTRICTED_WEIGHTS);
    assertThat(standing().highest()).isEqualTo(Step.OPEN_WEIGHTS);
  }

  @Test
  void a_gate_holds_free_weights_down() {
    everythingFree();
    set(Component.ACCESS, State.PRESENT, Freedom.UNKNOWN);
    assertThat(standing().lowest()).isEqualTo(Step.RESTRICTED_WEIGHTS);
  }

  @Test
  void refused_weights_are_closed_and_unfound_weights_are_not_called_closed() {
    set(Component.WEIGHTS, State.ABSENT, Freedom.UNKNOWN, Qualifier.REFUSED);
    assertThat(standing().highest()).isEqualTo(Step.CLOSED);
    set(Component.WEIGHTS, State.ABSENT, Freedom.UNKNOWN);
    assertThat(standing().highest()).isGreaterThan(Step.CLOSED);
    assertThat(standing().lowest()).isEqualTo(Step.CLOSED);
  }

  @Test
  void a_link_to_training_code_is_not_training_code() {
    set(Component.WEIGHTS, State.PRESENT, Freedom.FREE);
    set(Component.ARCHITECTURE, State.PRESENT, Freedom.FREE);
    set(Component.INFERENCE_CODE, State.PRESENT, Freedom.FREE);
    set(Component.TRAINING_CODE, State.LINKED, Freedom.UNKNOWN);
    assertThat(standing().lowest()).isEqualTo(Step.OPEN_WEIGHTS);
  }

  @Test
  void what_is_withheld_ends_at_open_source_for_any_release() {
    Gen.forAll(
        1,
        500,
        g -> {
          for (Component c : Component.values()) {
            set(c, g.pick(List.of(State.values())), g.pick(List.of(Freedom.values())));
          }
          var ladder = new Ladder(findings, List.of(), List.of());
          List<Withheld> list = ladder.withheld();
          Step before = ladder.standing().lowest();
          for (Withheld w : list) {
            assertThat(w.raisesTo()).isGreaterThanOrEqualTo(before);
            before = w.raisesTo();
          }
          assertThat(before).isGreaterThanOrEqualTo(Step.OPEN_SOURCE);
        });
  }

  @Test
  void taking_a_part_away_never_raises_the_step() {
    Gen.forAll(
        1,
        500,
        g -> {
          for (Component c : Component.values()) {
            set(c, g.pick(List.of(State.values())), g.pick(List.of(Freedom.values())));
          }
          Step before = standing().lowest();
          // The access gate is the other way round: it is a restriction, not a part.
          Component gone = g.pick(List.of(Component.values()));
          if (gone != Component.ACCESS) {
            set(gone, State.ABSENT, Freedom.UNKNOWN);
            assertThat(standing().lowest()).isLessThanOrEqualTo(before);
          }
        });
  }

  @Test
  void of_a_licence_on_no_list_nothing_is_said_but_that_it_cannot_be_decided() {
    everythingFree();
    LicenceOf claimed =
        new LicenceOf(LicenceOf.Status.CLAIMED, "Some-1.0", Freedom.UNKNOWN, "", List.of(SEEN));
    findings.put(Component.WEIGHTS, findings.get(Component.WEIGHTS).withLicence(claimed));
    assertThat(standing().toString())
        .contains("whether its licence (Some-1.0) is free cannot be decided from here")
        .doesNotContain("another");
  }

  private static final Claim OPEN =
      new Claim(
          Claim.Kind.OPEN_SOURCE,
          "calls itself \"open source\"",
          SEEN,
          Claim.Verdict.UNDECIDABLE,
          "Quill is an open source model.",
          List.of());

  private static final CommerceJudge NO_RIGHTS =
      new CommerceJudge(
          new RightsAnswer(
              List.of(),
              List.of(),
              new Right(Right.Act.RUN, Right.Answer.UNDECIDED, List.of(), "", List.of())));

  private static final ReleaseNames NAMES = new ReleaseNames(List.of("acme+quill"));

  @Test
  void that_one_part_was_not_found_contradicts_nothing() {
    everythingFree();
    set(Component.ARCHITECTURE, State.ABSENT, Freedom.UNKNOWN);
    set(Component.INFERENCE_CODE, State.DESCRIBED, Freedom.UNKNOWN);
    set(Component.TRAINING_CODE, State.ABSENT, Freedom.UNKNOWN);
    set(Component.TRAINING_DATA, State.LINKED, Freedom.FREE);
    var ladder = new Ladder(findings, List.of(), List.of());
    assertThat(ladder.bars()).isEmpty();
    assertThat(
            new ClaimJudge(findings, List.of(), ladder.standing(), List.of(), NO_RIGHTS, NAMES)
                .decide(List.of(OPEN), List.of(), List.of()))
        .singleElement()
        .satisfies(c -> {
          assertThat(c.verdict()).isEqualTo(Claim.Verdict.UNDECIDABLE);
          assertThat(c.reason()).contains("cannot be told from here");
        });
  }

  @Test
  void what_is_said_of_another_is_no_claim_and_the_plainest_place_stands_for_all() {
    Claim other = saying("Crow is an open source engine that we use.");
    Claim plain = saying("Quill is an open source model.");
    Claim link = saying("We introduce an open source model.", "see https://h.example/crow-7b");
    assertThat(OpenClaim.of(List.of(other, link), NAMES)).isEmpty();
    assertThat(OpenClaim.of(List.of(other, link, plain), NAMES)).contains(plain);
  }

  private static Claim saying(String sentence) {
    return saying(sentence, sentence);
  }

  private static Claim saying(String sentence, String quote) {
    return new Claim(
        Claim.Kind.OPEN_SOURCE,
        "calls itself \"open source\"",
        new Evidence("s", "README.md", new Span.Lines(1, 1), quote, null),
        Claim.Verdict.UNDECIDABLE,
        sentence,
        List.of());
  }

  @Test
  void a_free_licence_and_no_more_is_said_to_lack_what_open_weights_need() {
    everythingFree();
    set(Component.WEIGHTS, State.LINKED, Freedom.FREE);
    set(Component.ARCHITECTURE, State.ABSENT, Freedom.UNKNOWN);
    assertThat(standing().why()).contains("to count as open weights, the architecture");
  }

  @Test
  void a_contradiction_rests_on_what_is_certain_and_not_on_what_is_open() {
    everythingFree();
    set(Component.WEIGHTS, State.LINKED, Freedom.UNKNOWN);
    set(Component.TRAINING_DATA, State.PRESENT, Freedom.LIMITED);
    var ladder = new Ladder(findings, List.of(), List.of());
    assertThat(ladder.standing().blockers())
        .extracting(Standing.Blocker::component)
        .contains(Component.WEIGHTS);
    assertThat(ladder.bars())
        .extracting(Standing.Blocker::component)
        .containsExactly(Component.TRAINING_DATA);
    assertThat(
            new ClaimJudge(findings, List.of(), ladder.standing(), ladder.bars(), NO_RIGHTS, NAMES)
                .decide(List.of(OPEN), List.of(), List.of()))
        .singleElement()
        .satisfies(c -> {
          assertThat(c.verdict()).isEqualTo(Claim.Verdict.CONTRADICTED);
          assertThat(c.reason()).contains("training data").doesNotContain("weights (final)");
        });
  }

  @Test
  void what_calls_itself_open_alone_is_not_held_against_what_open_source_needs() {
    everythingFree();
    set(Component.TRAINING_DATA, State.PRESENT, Freedom.LIMITED);
    var ladder = new Ladder(findings, List.of(), List.of());
    var open =
        new Claim(
            OPEN.kind(),
            "calls itself \"open-weight\"",
            OPEN.made(),
            OPEN.verdict(),
            OPEN.reason(),
            List.of());
    assertThat(
            new ClaimJudge(findings, List.of(), ladder.standing(), ladder.bars(), NO_RIGHTS, NAMES)
                .decide(List.of(open), List.of(), List.of()))
        .singleElement()
        .matches(c -> c.verdict() != Claim.Verdict.CONTRADICTED);
  }

  @Test
  void a_contradiction_gives_each_reason_once_with_all_that_it_holds_of() {
    everythingFree();
    set(Component.TRAINING_CODE, State.ABSENT, Freedom.UNKNOWN);
    set(Component.TRAINING_DATA, State.ABSENT, Freedom.UNKNOWN);
    set(Component.WEIGHTS, State.PRESENT, Freedom.LIMITED);
    set(Component.ARCHITECTURE, State.PRESENT, Freedom.LIMITED);
    set(Component.INFERENCE_CODE, State.PRESENT, Freedom.LIMITED);
    var ladder = new Ladder(findings, List.of(), List.of());
    String reason =
        new ClaimJudge(findings, List.of(), ladder.standing(), ladder.bars(), NO_RIGHTS, NAMES)
            .decide(List.of(OPEN), List.of(), List.of())
            .getFirst()
            .reason();
    assertThat(reason)
        .contains("training code (from scratch), training data: not found in what was inspected")
        .containsOnlyOnce("not found")
        .containsOnlyOnce("limits what one may do")
        .contains("weights (final)");
  }

  private static final Claim DERIVED =
      new Claim(
          Claim.Kind.BASE_MODEL,
          "says that it was made from Other-7B",
          SEEN,
          Claim.Verdict.UNDECIDABLE,
          "",
          List.of());

  private List<Withheld> withheld(List<Claim> claims) {
    return new Ladder(findings, List.of(), claims).withheld();
  }

  @Test
  void a_base_takes_no_data_of_the_release_itself_out_of_what_is_withheld() {
    set(Component.WEIGHTS, State.LINKED, Freedom.FREE);
    set(Component.TRAINING_DATA, State.DESCRIBED, Freedom.UNKNOWN);
    set(Component.POST_TRAINING_DATA, State.DESCRIBED, Freedom.UNKNOWN);
    assertThat(withheld(List.of(DERIVED)))
        .extracting(Withheld::component)
        .containsOnlyOnce(Component.TRAINING_DATA, Component.POST_TRAINING_DATA);
    set(Component.TRAINING_DATA, State.DESCRIBED, Freedom.UNKNOWN, Qualifier.OF_BASE);
    assertThat(withheld(List.of(DERIVED)))
        .extracting(Withheld::component)
        .doesNotContain(Component.TRAINING_DATA);
    set(Component.TRAINING_DATA, State.ABSENT, Freedom.UNKNOWN);
    assertThat(withheld(List.of(DERIVED)))
        .extracting(Withheld::component)
        .doesNotContain(Component.TRAINING_DATA);
  }

  @Test
  void what_is_refused_is_withheld_whatever_else_is_given() {
    everythingFree();
    set(Component.POST_TRAINING_DATA, State.ABSENT, Freedom.UNKNOWN, Qualifier.REFUSED);
    assertThat(withheld(List.of()))
        .filteredOn(w -> w.component() == Component.POST_TRAINING_DATA)
        .singleElement()
        .satisfies(w -> assertThat(w.what()).contains("says that it is not given"));
    set(Component.TRAINING_DATA, State.LINKED, Freedom.FREE, Qualifier.REFUSED, Qualifier.PARTIAL);
    assertThat(withheld(List.of()))
        .filteredOn(w -> w.component() == Component.TRAINING_DATA)
        .first()
        .satisfies(w -> assertThat(w.what()).contains("a part is not given"));
  }
}
