package dev.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.DataSet;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.Qualifier;
import dev.assay.model.Right;
import dev.assay.model.Right.Act;
import dev.assay.model.Right.Answer;
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
  void a_licence_without_a_name_is_called_unknown() {
    var unknown =
        new LicenceOf(
            LicenceOf.Status.FOUND, "NOASSERTION", Freedom.UNKNOWN, "LICENSE", List.of());
    assertThat(Words.licence(unknown)).isEqualTo("unknown licence");
    assertThat(Words.licenceInFull(unknown)).startsWith("unknown licence");
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
}
