package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A release with an `assay.yml`: what people state is shown, and decides nothing.
class StatementsTest {
  private static final Path EXAMPLE =
      Shared.repository().resolve("examples/weights-only/number-reader");

  @TempDir Path folder;

  @BeforeEach
  void copies_the_example() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(EXAMPLE.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  private void states(String entries) throws IOException {
    Files.writeString(
        folder.resolve("assay.yml"), "assay: 1\nby: A. Person\ndate: 2026-03-01\n" + entries);
  }

  private String json() {
    Run run = Run.of("inspect", folder, "--format", "json");
    assertThat(run.err()).isEmpty();
    return run.out();
  }

  /// The document without what an additional file changes: its own keys, sizes and counts.
  private static List<String> decided(String json) {
    int from = json.indexOf("\"standing\"");
    int to = json.indexOf("\"statements\"");
    String decided = json.substring(from, to);
    int issues = decided.indexOf("\"issues\"");
    return decided.substring(0, issues).lines().toList();
  }

  @Test
  void no_statement_changes_a_finding_a_proof_level_a_right_or_a_verdict() throws IOException {
    List<String> before = decided(json());
    states(
        """
        sources:
          - {at: https://example.org/train, holds: [training-code, training-data], reason: apart}
        parts:
          - {path: README.md, is: training-code, reason: it is not, but somebody says so}
        statements:
          - {about: weights, licence: MIT, state: present, reason: so we think}
          - {about: training-data, state: present, licence: CC0-1.0, reason: so we think}
        """);
    String after = json();
    assertThat(decided(after)).isEqualTo(before);
    assertThat(after).contains("\"statements\"").contains("so we think").contains("\"asStated\"");
  }

  @Test
  void the_report_shows_who_when_why_and_what_the_files_show() throws IOException {
    states(
        """
        parts:
          - {path: nowhere.py, is: training-code, reason: it was moved}
        """);
    Run run = Run.of("inspect", folder);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("STATED BY PEOPLE, IN ASSAY.YML; NOTHING ABOVE RESTS ON IT")
        .contains("A. Person, 2026-03-01: it was")
        .contains("the files say otherwise: nothing of that name is in the release")
        .contains("assay.yml:5");
  }

  @Test
  void a_wrong_file_is_an_issue_with_line_and_column_and_the_run_goes_on() throws IOException {
    states("statements:\n  - {about: weights, sais: x, reason: y}\n");
    Run run = Run.of("inspect", folder);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("assay.yml: not taken as stated, at 5:22: `sais` is not known here")
        .contains("Stands at   restricted weights (step 1 of 6)");
  }

  @Test
  void a_file_below_the_root_speaks_for_nobody() throws IOException {
    Files.createDirectories(folder.resolve("vendor/other"));
    Files.writeString(
        folder.resolve("vendor/other/assay.yml"),
        "assay: 1\nby: x\ndate: 2026-01-01\nstatements: [{about: weights, says: s, reason: r}]");
    assertThat(json()).doesNotContain("\"says\": \"weights");
  }
}
