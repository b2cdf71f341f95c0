package dev.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Assessment;
import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.ProofLevel;
import dev.assay.model.Qualifier;
import dev.assay.model.Right;
import dev.assay.model.Right.Act;
import dev.assay.model.Right.Answer;
import dev.assay.model.Span;
import dev.assay.model.Standing;
import dev.assay.model.State;
import dev.assay.model.Step;
import dev.assay.model.Withheld;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static Right right(Act act, Answer answer, String reason) {
    return new Right(act, answer, List.of(), reason, List.of());
  }

  @Test
  void what_is_answered_alike_for_the_same_reason_is_explained_once() {
    Right run = right(Act.RUN, Answer.UNDECIDED, "no licence");
    Right study = right(Act.STUDY, Answer.UNDECIDED, "no licence");
    Right rebuild = right(Act.REBUILD, Answer.UNDECIDED, "no code");
    Right outputs = right(Act.USE_OUTPUTS, Answer.UNDECIDED, "no licence");
    assertThat(Words.together(List.of(run, study, rebuild, outputs), false))
        .containsExactly(List.of(run, study, outputs), List.of(rebuild));
  }

  @Test
  void what_holds_the_step_down_is_not_said_again_as_undecided() {
    var standing =
        new Standing(
            Step.RESTRICTED_WEIGHTS,
            Step.OPEN_SOURCE,
            "",
            List.of(new Standing.Blocker(Component.WEIGHTS, "no licence")),
            List.of(
                Component.WEIGHTS.title() + ": no licence",
                Component.TRAINING_DATA.title() + ": linked"));
    assertThat(Words.alsoOpen(standing))
        .containsExactly(Component.TRAINING_DATA.title() + ": linked");
  }

  private static Words.Sign sign(Set<Qualifier> qualifiers) {
    var place = new Evidence("s", "run.py", new Span.Lines(1, 1), "run()", null);
    return Words.sign(
        new Finding(
            Component.INFERENCE_CODE,
            State.PRESENT,
            qualifiers,
            ProofLevel.SEEN,
            "",
            LicenceOf.NONE,
            List.of(place),
            List.of(),
            List.of()));
  }

  @Test
  void what_was_found_by_its_words_alone_is_neither_here_nor_a_part() {
    assertThat(sign(Set.of(Qualifier.BY_WORDS))).isEqualTo(Words.Sign.OPEN);
    assertThat(sign(Set.of(Qualifier.PARTIAL))).isEqualTo(Words.Sign.SOME);
    assertThat(sign(Set.of())).isEqualTo(Words.Sign.HERE);
  }

  @Test
  void a_licence_without_a_name_is_called_unknown() {
    var unknown =
        new LicenceOf(LicenceOf.Status.FOUND, "NOASSERTION", Freedom.UNKNOWN, "LICENSE", List.of());
    assertThat(LicenceWords.of(unknown)).isEqualTo("unknown licence");
    assertThat(LicenceWords.inFull(unknown)).startsWith("unknown licence");
  }

  @Test
  void a_script_is_called_one_once_and_bytes_are_counted_as_elsewhere() {
    var set =
        new DataSet(
            "a",
            DataSet.Stage.TRAINING,
            DataSet.Form.SCRIPT,
            null,
            null,
            "126424 bytes",
            Set.of(Qualifier.SCRIPT),
            List.of());
    assertThat(Words.dataSet(set)).isEqualTo("script, training, 126 kB");
  }

  @Test
  void what_is_only_described_has_no_licence_that_could_be_missing() {
    assertThat(LicenceWords.of(finding(State.DESCRIBED))).isEmpty();
    assertThat(LicenceWords.of(finding(State.LINKED))).isEqualTo("no licence found");
  }

  @Test
  void what_is_linked_is_not_withheld() {
    var w = new Withheld(Component.TRAINING_DATA, "linked; not inspected", "give it", Step.CLOSED);
    Assessment linked = Samples.open();
    assertThat(
            Words.isOpen(linked, new Withheld(Component.TRAINING_DATA, w.what(), "", Step.CLOSED)))
        .isEqualTo(linked.finding(Component.TRAINING_DATA).state() != State.ABSENT);
    Assessment restricted = Samples.restricted();
    for (Withheld each : restricted.withheld()) {
      boolean gone = restricted.finding(each.component()).state() == State.ABSENT;
      boolean limits = restricted.finding(each.component()).licence().freedom() == Freedom.LIMITED;
      if (gone || limits && each.what().contains("licence")) {
        assertThat(Words.isOpen(restricted, each)).as(each.what()).isFalse();
      }
    }
  }

  private static Finding finding(State state) {
    return new Finding(
        Component.TRAINING_DATA,
        state,
        Set.of(),
        ProofLevel.CLAIMED,
        "said",
        LicenceOf.NONE,
        List.of(new Evidence("s", "README.md", new Span.Whole(), "q", null)),
        List.of(),
        List.of());
  }
}
