package dev.assay.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of the identifiers here A2, A4 and A5 are of the open half by their hash, A1, A3 and A6 of the
/// held one.
final class PassagesTest {
  @TempDir private Path folder;

  private String score(boolean list, String... passages) throws IOException {
    Path file = folder.resolve("passages.jsonl");
    Files.write(file, List.of(passages));
    var text = new StringWriter();
    try (var out = new PrintWriter(text)) {
      Passages.score(List.of(file), list, out);
    }
    return text.toString();
  }

  private static String passage(String id, String text, String label, boolean sure) {
    return "{\"id\": \"%s\", \"file\": \"README.md\", \"text\": \"%s\", \"label\": {%s}, \"sure\": %s}"
        .formatted(id, text, label, sure);
  }

  private static final String LIMITED = "# M\\n\\nThe weights are released under CC BY-NC 4.0.\\n";

  @Test
  void eachHalfIsCountedByItself() throws IOException {
    String report =
        score(
            false,
            passage("A2", LIMITED, "\"weights_rights\": \"limited\"", true),
            passage("A4", "# M\\n\\nA model.\\n", "\"weights_rights\": \"free\"", false),
            passage("A1", LIMITED, "\"weights_rights\": \"limited\"", true));

    assertThat(report.lines().filter(line -> line.startsWith("weights_rights")))
        .satisfiesExactly(
            open ->
                assertThat(open)
                    .matches(
                        "weights_rights +2 +0\\.50 +1\\.00 +free 1/0/0  limited 1/1/1  unknown 0/1/0"),
            held -> assertThat(held).matches("weights_rights +1 +1\\.00 +1\\.00 +limited 1/1/1"));
  }

  @Test
  void errorsOfTheHeldHalfAreNeverListed() throws IOException {
    String wrong = "\"weights_rights\": \"free\"";

    String report =
        score(true, passage("A2", LIMITED, wrong, false), passage("A1", LIMITED, wrong, true));

    assertThat(report)
        .contains("A2 weights_rights: label free, Assay limited (unsure)")
        .doesNotContain("A1 ");
  }

  @Test
  void textsAndListsAreAskedOnlyWhetherTheyAreThere() throws IOException {
    String report =
        score(
            false,
            passage(
                "A2",
                "# M\\n\\nA 7B model, fine-tuned from [B](https://huggingface.co/b/b).\\n",
                "\"base\": [{\"name\": \"B\"}], \"gate\": \"\"",
                true));

    assertThat(report).containsPattern("base +1 +1\\.00").containsPattern("gate +1 +1\\.00");
  }

  @Test
  void aPassageThatWouldBeLaidDownElsewhereIsRefused() {
    String passage = passage("A2", "x", "\"gate\": \"\"", true).replace("README.md", "../../x.md");

    assertThatThrownBy(() -> score(false, passage))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A2");
    assertThatThrownBy(() -> score(false, passage("../A2", "x", "\"gate\": \"\"", true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("../A2");
    assertThatThrownBy(() -> score(false, "{\"id\": \"A4\", \"file\": \"README.md\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no label");
  }
}
