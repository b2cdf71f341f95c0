package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.Prepared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The prepared forms that the image holds; each module's own tests hold them equal to the files.
final class PreparedTest {
  @Test
  void preparesEveryKindOfDataThatAStartReads(@TempDir Path folder) throws IOException {
    Prepare.main(new String[] {folder.toString()});

    try (var files = Files.list(folder)) {
      assertThat(files.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("phrases", "frameworks", "profiles");
    }
  }

  @Test
  void isAbsentWithoutAnImage() {
    assertThat(Prepared.of(PreparedTest.class, "phrases")).isEmpty();
  }
}
