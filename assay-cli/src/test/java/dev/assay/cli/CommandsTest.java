package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private static final Path EXAMPLES = Shared.repository().resolve("examples");

  @TempDir Path folder;

  @Test
  void version_is_one_line_on_standard_output() {
    Run run = Run.of("--version");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("assay ").hasLineCount(1);
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspect", "weights"})
  void a_run_without_options_prints_what_one_with_options_does(String command) {
    String release = EXAMPLES.resolve("open/date-reader").toString();
    Run plain = Run.of(command, release);
    Run parsed = Run.of(command, "--format", "text", release);
    assertThat(plain.code()).isZero();
    assertThat(plain.out()).isNotEmpty().isEqualTo(parsed.out());
  }

  @Test
  void no_command_is_wrong_use_and_shows_help_on_standard_error() {
    Run run = Run.of();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Examples:").contains("Exit codes:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inspect",
        "weights",
        "gaps",
        "explain",
        "rights",
        "licence",
        "check",
        "export",
        "diff",
        "rebuild",
        "completion"
      })
  void every_command_has_help_with_an_example(String command) {
    Run run = Run.of(command, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Example").contains("assay");
  }

  @Test
  void diff_sees_that_data_of_the_same_size_are_others(@TempDir Path folder) throws IOException {
    for (String side : List.of("a", "b")) {
      Path release = folder.resolve(side);
      dev.assay.rebuild.sandbox.Folders.copy(EXAMPLES.resolve("open/date-reader"), release);
    }
    assertThat(Run.of("diff", "-q", folder.resolve("a"), folder.resolve("b")).out())
        .startsWith("Nothing changed");
    Path data = folder.resolve("b/data/train.tsv");
    Files.writeString(data, Files.readString(data).replaceFirst("\\d", "x"));
    assertThat(Run.of("diff", "-q", folder.resolve("a"), folder.resolve("b")).out())
        .contains("~ training data")
        .contains("~ data/train.tsv")
        .doesNotContain("test.tsv");
  }

  @Test
  void the_open_example_is_open_source_and_decided() {
    Run run = Run.of("inspect", EXAMPLES.resolve("open/date-reader"));
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Stands at   open source (step 5 of 6)");
  }

  @Test
  void the_weights_only_example_is_restricted_and_its_claim_contradicted() {
    Run run = Run.of("inspect", EXAMPLES.resolve("weights-only/number-reader"));
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("Stands at   restricted weights (step 1 of 6)")
        .contains("CONTRADICTED BY THE FILES");
  }

  @Test
  void the_middle_example_is_partial_source() {
    Run run = Run.of("inspect", EXAMPLES.resolve("partial/roman-reader"));
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Stands at   open weights, partial source (step 3 of 6)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "markdown", "html"})
  void every_report_is_the_same_each_time(String format) {
    Run first = Run.of("inspect", EXAMPLES.resolve("open/date-reader"), "--format", format);
    Run second = Run.of("inspect", EXAMPLES.resolve("open/date-reader"), "--format", format);
    assertThat(first.code()).isZero();
    assertThat(first.out()).isNotEmpty().isEqualTo(second.out());
    assertThat(first.err()).isEmpty();
  }

  @Test
  void a_report_goes_to_its_file_and_nothing_is_printed() throws IOException {
    Path html = folder.resolve("report.html");
    Run run = Run.of("inspect", EXAMPLES.resolve("open/date-reader"), "-o", "html=" + html);
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(html)).startsWith("<!DOCTYPE html>");
  }

  @Test
  void a_report_that_is_none_is_wrong_use_and_names_those_there_are() {
    Run run = Run.of("inspect", EXAMPLES.resolve("open/date-reader"), "--format", "pdf");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("'pdf'").contains("markdown");
  }

  @Test
  void a_path_that_is_not_there_is_wrong_use_in_one_line() {
    Run run = Run.of("inspect", folder.resolve("nothing"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).contains("nothing");
  }

  @Test
  void an_empty_folder_could_not_be_assessed_and_says_what_was_looked_for() {
    Run run = Run.of("inspect", folder);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("not found");
  }

  @Test
  void a_file_that_is_no_model_could_not_be_assessed() throws IOException {
    Path file = Files.writeString(folder.resolve("shopping.txt"), "milk\nbread\n");
    assertThat(Run.of("inspect", file).code()).isEqualTo(3);
  }

  @Test
  void control_characters_in_names_and_texts_never_reach_the_terminal() throws IOException {
    Files.writeString(folder.resolve("evil\u001b[31m.py"), "import torch\nloss.backward()\n");
    Files.writeString(
        folder.resolve("README.md"),
        "# \u001b]0;owned\u0007 model\n\nThis is an open source model \u202Ereversed.\n");
    Run run = Run.of("inspect", folder, "--verbose");
    assertThat(run.out())
        .doesNotContain("\u001b")
        .doesNotContain("\u0007")
        .doesNotContain("\u202E");
    assertThat(run.err()).doesNotContain("\u001b");
  }

  @Test
  void an_archive_of_a_release_gives_the_findings_of_the_folder() throws IOException {
    Path release = EXAMPLES.resolve("partial/roman-reader");
    Path zip = folder.resolve("release.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip));
        var files = Files.walk(release)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(release.relativize(file).toString()));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    Run fromFolder = Run.of("inspect", release);
    Run fromZip = Run.of("inspect", zip);
    assertThat(fromZip.code()).isZero();
    assertThat(line(fromZip.out(), "Stands at")).isEqualTo(line(fromFolder.out(), "Stands at"));
  }

  private static String line(String text, String start) {
    return text.lines().filter(l -> l.strip().startsWith(start)).findFirst().orElseThrow();
  }

  @Test
  void a_zip_that_climbs_out_of_its_folder_is_reported_and_writes_nothing() throws IOException {
    Path zip = folder.resolve("climb.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("../outside.py"));
      out.write("loss.backward()".getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
      out.putNextEntry(new ZipEntry("README.md"));
      out.write("# A model\n".getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    Run run = Run.of("inspect", zip);
    assertThat(run.out()).contains("outside.py");
    assertThat(folder.resolve("../outside.py")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\nlicense: [\n---\n# x\n",
        "---\nlicense: !!java.lang.Runtime x\n---\n# x\n",
        "---\na: &a [*a]\n---\n# x\n",
        "---\n\tbad: tab\n---\n# x\n"
      })
  void front_matter_that_is_not_yaml_is_said_and_costs_nothing_else(String card)
      throws IOException {
    Files.writeString(
        folder.resolve("README.md"), card + "\nThe model was trained on Some-Corpus.\n");
    Run run = Run.of("inspect", folder);
    assertThat(run.code()).isIn(0, 3);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("warning README.md: line")
        .contains("front matter")
        .contains("Some-Corpus");
  }

  @Test
  void a_text_by_name_that_is_none_is_said() throws IOException {
    byte[] bytes = "# A model\n".repeat(20).getBytes(StandardCharsets.UTF_8);
    bytes[50] = 0;
    Files.write(folder.resolve("README.md"), bytes);
    Files.writeString(folder.resolve("LICENSE"), "nothing");
    Run run = Run.of("inspect", folder);
    assertThat(run.out()).contains("warning README.md: could not be read");
  }

  @Test
  void json_nested_a_hundred_thousand_deep_ends_in_a_report() throws IOException {
    Files.writeString(folder.resolve("config.json"), "[".repeat(100_000));
    Files.writeString(folder.resolve("model.safetensors.index.json"), "{\"a\":".repeat(100_000));
    Run run = Run.of("inspect", folder);
    assertThat(run.code()).isIn(0, 3);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void a_lying_header_is_said_and_the_other_parts_are_still_found() throws IOException {
    byte[] lie = new byte[64];
    lie[0] = (byte) 0xff;
    lie[7] = 0x0f;
    lie[8] = '{';
    Files.write(folder.resolve("model.safetensors"), lie);
    Files.writeString(
        folder.resolve("modeling.py"),
        """
        import torch.nn as nn

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.inner = nn.Linear(4, 4)
                self.outer = nn.Linear(4, 2)

            def forward(self, x):
                return self.outer(self.inner(x))
        """);
    Run run = Run.of("inspect", folder);
    assertThat(run.out()).contains("model.safetensors").contains("modeling.py");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void a_policy_gate_tells_by_its_exit_code() throws IOException {
    Path policy = Shared.repository().resolve("policies/open-source.yaml");
    assertThat(Run.of("check", EXAMPLES.resolve("open/date-reader"), "--policy", policy).code())
        .isZero();
    Run failed =
        Run.of("check", EXAMPLES.resolve("weights-only/number-reader"), "--policy", policy);
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.out()).contains("does not pass");
    Path wrong = Files.writeString(folder.resolve("p.yaml"), "policy: x\nunknown: y\n");
    Run refused = Run.of("check", EXAMPLES.resolve("open/date-reader"), "--policy", wrong);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains(":2:");
  }

  @Test
  void references_are_explained_and_nothing_is_read() {
    Run run = Run.of("inspect", "--explain-ref", EXAMPLES);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("folder");
  }
}
