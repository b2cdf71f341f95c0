package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.sources.Sources;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The page that `tools/transcripts` makes shows every kind of reference, each read to its end.
final class TranscriptsTest {
  @Test
  void every_kind_of_reference_has_a_transcript() throws IOException {
    Path page = Shared.repository().resolve("docs/transcripts/references.md");
    String text = Files.readString(page);
    List<String> shown =
        text.lines()
            .filter(line -> line.startsWith("Form: "))
            .map(line -> line.substring("Form: ".length()))
            .distinct()
            .toList();
    assertThat(shown).containsExactlyInAnyOrderElementsOf(Sources.forms());
    List<String> sections = Arrays.asList(text.split("\n## "));
    for (String section : sections.subList(1, sections.size())) {
      String title = section.lines().findFirst().orElse("");
      assertThat(section).as(title).contains("Stands at", "\n    Read: ");
    }
    assertThat(text).doesNotContain("/tmp/").doesNotContain("127.0.0.1");
  }
}
