package dev.assay.code.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The prepared form of the frameworks against their data files.
final class PreparedFrameworksTest {
  @Test
  void holdsWhatTheFilesHoldButTheExamples() {
    Frameworks files = Frameworks.load();

    Frameworks read = Frameworks.read(ByteBuffer.wrap(files.write()));

    assertThat(read.all())
        .isEqualTo(
            files.all().stream()
                .map(f ->
                    new Framework(
                        f.id(),
                        f.name(),
                        f.languages(),
                        f.imports(),
                        f.patterns(),
                        List.of(),
                        List.of(),
                        Set.of()))
                .toList());
    assertThat(read.all()).hasSize(Frameworks.FILES.size());
  }
}
