package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileEntry;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Mention;
import dev.assay.model.Span;
import dev.assay.model.State;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpentPromisesTest {
  private static final List<FileEntry> PROGRAMS =
      List.of(
          FileEntry.file("m/run.py", 9),
          FileEntry.file("m/model.py", 9),
          FileEntry.file("m/data.py", 9));

  private static Mention promise(Component component, String quote) {
    return new Mention(
        component,
        State.PROMISED,
        Set.of(),
        null,
        null,
        new Evidence("s", "README.md", new Span.Lines(1, 1), quote, null));
  }

  @Test
  void what_the_repository_was_to_hold_is_kept_when_programs_lie_in_it() {
    var kept =
        promise(
            Component.TRAINING_CODE,
            "This repo will provide the code for reproducing the experiments in M.");
    var open = promise(Component.TRAINING_CODE, "Training code will be released soon.");
    var weights = promise(Component.WEIGHTS, "This repo will provide the weights.");
    assertThat(SpentPromises.setAside(List.of(kept, open, weights), PROGRAMS))
        .containsExactly(open, weights);
    assertThat(SpentPromises.setAside(List.of(kept), List.of(FileEntry.file("README.md", 9))))
        .containsExactly(kept);
  }
}
