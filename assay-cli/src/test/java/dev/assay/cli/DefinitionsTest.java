package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Definitions, policies and records that a user brings along.
class DefinitionsTest {
  private static final Path OPEN = Shared.repository().resolve("examples/open/date-reader");
  private static final Path WEIGHTS =
      Shared.repository().resolve("examples/weights-only/number-reader");
  private static final String OURS =
      """
      profile: ours
      title: Our own definition
      origin: us, today
      kind: rules
      criteria:
        - {id: code, text: training code is here, require: {component: training-code, licence: osi}}
      verdicts:
        - {verdict: fine by us, open: true, needs: [all]}
        - {verdict: not fine by us, open: false}
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void a_definition_is_added_by_one_file_and_is_in_every_report_of_it() throws IOException {
    Path ours = file("ours.yaml", OURS);
    Run inspect = Run.of("inspect", OPEN, "--profiles", ours);
    assertThat(inspect.code()).isZero();
    assertThat(inspect.out()).contains("Our own definition").contains("fine by us");
    Run json = Run.of("inspect", WEIGHTS, "--profiles", folder, "--format", "json");
    assertThat(json.out()).contains("\"profile\": \"ours\"").contains("not fine by us");
    Run gaps = Run.of("gaps", WEIGHTS, "--profile", "ours", "--profiles", ours);
    assertThat(gaps.code()).isZero();
    assertThat(gaps.out())
        .contains("now:  not fine by us")
        .contains("1. training code (from scratch)")
        .contains("reaches  fine by us");
    Path policy = file("p.yaml.txt", "policy: p\nprofiles: [{profile: ours}]\n");
    assertThat(Run.of("check", OPEN, "--policy", policy, "--profiles", ours).code()).isZero();
    assertThat(Run.of("check", WEIGHTS, "--policy", policy, "--profiles", ours).code())
        .isEqualTo(1);
    Run without = Run.of("check", OPEN, "--policy", policy);
    assertThat(without.code()).isEqualTo(1);
    assertThat(without.out()).contains("no definition called ours was computed");
  }

  @Test
  void a_definition_may_take_the_place_of_a_built_in_one() throws IOException {
    Path ours = file("ours.yaml", OURS.replace("profile: ours", "profile: red-hat"));
    Run run = Run.of("inspect", OPEN, "--profiles", ours);
    assertThat(run.out()).contains("Our own definition").doesNotContain("Red Hat's minimum");
  }

  @Test
  void a_wrong_definition_is_wrong_use_with_line_and_column_before_anything_is_read()
      throws IOException {
    Path wrong = file("wrong.yaml", OURS.replace("training-code", "trainingcode"));
    for (String command : new String[] {"inspect", "gaps"}) {
      Run run =
          command.equals("gaps")
              ? Run.of("gaps", OPEN, "--profile", "ours", "--profiles", wrong)
              : Run.of("inspect", OPEN, "--profiles", wrong);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("wrong.yaml:6:").contains("no component is called");
    }
    assertThat(Run.of("inspect", OPEN, "--profiles", folder.resolve("nowhere.yaml")).code())
        .isEqualTo(2);
    Files.delete(wrong);
    assertThat(Run.of("inspect", OPEN, "--profiles", folder).err())
        .contains("there is no definition");
  }

  @Test
  void a_definition_is_found_by_the_beginning_of_its_name() {
    Run run = Run.of("gaps", WEIGHTS, "--profile", "mof");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Model Openness Framework 1.0");
    Run unknown = Run.of("gaps", WEIGHTS, "--profile", "osa");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("is the beginning of several profiles: osaid-1.0, osai-index");
  }

  @Test
  void an_export_of_the_same_release_holds_and_one_of_another_does_not() throws IOException {
    for (String kind : new String[] {"mof", "osai"}) {
      Path record = file("record.yml", Run.of("export", OPEN, "--as", kind).out());
      Run same = Run.of("check", OPEN, "--against", record);
      assertThat(same.code()).as(same.out()).isZero();
      assertThat(same.out()).contains("THE SAME");
      Run other = Run.of("check", WEIGHTS, "--against", record);
      assertThat(other.code()).isEqualTo(1);
      assertThat(other.out()).contains("the record says more");
    }
  }

  @Test
  void a_policy_or_a_record_is_wanted_and_not_both() throws IOException {
    Path record = file("record.yml", "a: b");
    assertThat(Run.of("check", OPEN).code()).isEqualTo(2);
    assertThat(Run.of("check", OPEN, "--against", record, "--policy", record).code()).isEqualTo(2);
    Run run = Run.of("check", OPEN, "--against", record);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("record.yml:1:1: neither a record");
  }

  @Test
  void a_policy_with_a_mistake_is_wrong_use_with_line_and_column() throws IOException {
    for (String[] wrong :
        new String[][] {
          {"policy: p\nlader: {at-least: open-weights}", "2:1"},
          {"policy: p\nladder: {at-least: open}", "2:20"},
          {"policy: p\nrequire:\n  - {component: weights, proof: yes}", "3:33"},
          {"policy: p\nage: {days: soon}", "2:13"},
          {"policy: p\nrequire: weights", "2:10"},
          {"policy: p\nrequire: &a [*a]", "2:10"},
          {"policy: p\nrequire: !!set {a}", "2:10"},
          {"policy: p\npolicy: q", "2:1"},
          {"policy: p\n\tgate: none", "2:1"}
        }) {
      Run run = Run.of("check", OPEN, "--policy", file("p.yaml", wrong[0]));
      assertThat(run.code()).as(wrong[0]).isEqualTo(2);
      assertThat(run.err()).as(wrong[0]).contains("p.yaml:" + wrong[1]);
    }
    Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', (byte) 0xe9});
    assertThat(Run.of("check", OPEN, "--policy", folder.resolve("latin.yaml")).err())
        .contains("is not UTF-8");
  }
}
