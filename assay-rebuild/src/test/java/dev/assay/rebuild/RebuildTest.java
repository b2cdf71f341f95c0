package dev.assay.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.RecipeVerdict;
import dev.assay.model.WeightsVerdict;
import dev.assay.rebuild.compare.Digests;
import dev.assay.rebuild.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Small "models" that a shell script makes, so that each case takes no time.
class RebuildTest {
  @TempDir Path folder;
  private Kitchen kitchen;

  @BeforeEach
  void release() throws IOException {
    kitchen = new Kitchen(folder);
    kitchen.file("data.txt", "words\n").file("m.json", "{\"w\": [7, 30]}\n");
  }

  /// A recipe whose command is a script; `n` is declared 5 and used 7.
  private String recipe(String script, String more) throws IOException {
    kitchen.file("train.sh", script);
    return """
    recipe: 1
    name: small
    subject: {path: m.json, sha256: %s}
    materials:
      - {id: code, path: train.sh, sha256: %s, role: training-code, licence: MIT}
      - {id: data, path: data.txt, sha256: %s, role: training-data, licence: CC0-1.0}
    parameters:
      n: {declared: 5, source: README, used: 7, basis: recovered}
      threads: {used: 1, basis: free}
    run: [/bin/bash, "${code}", "${data}", "${out}", "${n}", "${threads}"]
    outputs:
      - {path: m.json, compare-to: subject}
    limits: {wall: 20s, cpu: 20s, memory: 500m, processes: 60, disk: 8m}
    %s
    """
        .formatted(
            Digests.sha256(kitchen.release.resolve("m.json")),
            Digests.sha256(kitchen.release.resolve("train.sh")),
            Digests.sha256(kitchen.release.resolve("data.txt")),
            more);
  }

  private static final String HONEST = "echo \"{\\\"w\\\": [$3, 30]}\" > \"$2/m.json\"\n";

  private RebuildReport rebuild(String script) throws IOException {
    return Kitchen.needsSandbox(kitchen.rebuild(recipe(script, "")));
  }

  @Test
  void the_two_axes_are_told_apart() throws IOException {
    RebuildReport used = rebuild(HONEST);
    assertThat(used.weights()).as(used.text()).isEqualTo(WeightsVerdict.IDENTICAL_FILE);
    assertThat(used.how()).isEqualTo(RecipeVerdict.RECOVERED);
    assertThat(used.proves()).isTrue();
    kitchen.declared = true;
    RebuildReport declared = rebuild(HONEST);
    assertThat(declared.weights()).isEqualTo(WeightsVerdict.DIFFERENT);
    assertThat(declared.how()).isEqualTo(RecipeVerdict.AS_DECLARED);
    kitchen.declared = false;
    kitchen.settings.put("n", "6");
    assertThat(rebuild(HONEST).how()).isEqualTo(RecipeVerdict.SUBSTITUTED);
  }

  @Test
  void a_hidden_parameter_is_found_by_distance_and_every_try_is_told() throws IOException {
    kitchen.declared = true;
    kitchen.recover = List.of(RebuildRequest.Search.parse("n=1..200"));
    RebuildReport report = rebuild(HONEST);
    assertThat(report.weights()).isEqualTo(WeightsVerdict.IDENTICAL_FILE);
    assertThat(report.how()).isEqualTo(RecipeVerdict.RECOVERED);
    RebuildReport.Recovery recovery = java.util.Objects.requireNonNull(report.recovery());
    assertThat(recovery.found()).containsEntry("n", "7");
    assertThat(recovery.tries()).hasSizeBetween(5, 30);
    assertThat(report.text()).contains("Search by distance").contains("closest: {n=7}");
  }

  @Test
  void a_parameter_that_decides_which_numbers_there_are_is_found_by_what_is_unlike()
      throws IOException {
    String script = "for ((i = 1; i <= $3; i++)); do echo \"w$i\"; done > \"$2/m.json\"\n";
    String yaml = recipe(script, "");
    String published = "w1\nw2\nw3\nw4\nw5\nw6\nw7\n";
    String before = Digests.sha256(kitchen.release.resolve("m.json"));
    kitchen.file("m.json", published);
    String after = Digests.sha256(kitchen.release.resolve("m.json"));
    kitchen.declared = true;
    kitchen.recover = List.of(RebuildRequest.Search.parse("n=1..200"));
    RebuildReport report = Kitchen.needsSandbox(kitchen.rebuild(yaml.replace(before, after)));
    assertThat(report.weights()).as(report.text()).isEqualTo(WeightsVerdict.IDENTICAL_FILE);
    assertThat(report.text()).contains("closest: {n=7}").contains("stands on one side only");
  }

  @Test
  void rounding_is_a_verdict_only_where_honest_rebuilds_were_measured() throws IOException {
    // The number of threads changes the last digits, and the published one is within that.
    String script = "echo \"{\\\"w\\\": [7.00000$4, 30]}\" > \"$2/m.json\"\n";
    assertThat(rebuild(script).weights()).isEqualTo(WeightsVerdict.DIFFERENT);
    kitchen.vary = List.of(RebuildRequest.Variation.THREADS);
    RebuildReport report = rebuild(script);
    assertThat(report.weights()).as(report.text()).isEqualTo(WeightsVerdict.EQUAL_WITHIN_ROUNDING);
    assertThat(report.variants())
        .extracting(RebuildReport.Variant::same)
        .containsExactly(true, false);
  }

  @Test
  void behaviour_is_compared_on_the_probe() throws IOException {
    String yaml =
        recipe(
            "echo \"{\\\"w\\\": [8, 30]}\" > \"$2/m.json\"\n",
            "functional: {run: [/bin/sed, \"s/[78]/x/g\", \"${model}\"], baseline: none}");
    RebuildReport report = Kitchen.needsSandbox(kitchen.rebuild(yaml));
    assertThat(report.weights()).isEqualTo(WeightsVerdict.DIFFERENT);
    assertThat(report.text()).contains("1 of 1 lines agree").contains("this decides nothing");
  }

  @Test
  void a_recipe_that_gives_something_else_each_time_is_told_from_one_that_is_different()
      throws IOException {
    kitchen.repeat = 1;
    RebuildReport report =
        rebuild("echo \"{\\\"w\\\": [7, $RANDOM.$RANDOM$RANDOM]}\" > \"$2/m.json\"\n");
    assertThat(report.variants()).extracting(RebuildReport.Variant::same).containsExactly(false);
  }

  @Test
  void missing_and_wrong_materials_are_not_attempted() throws IOException {
    String yaml = recipe(HONEST, "");
    Files.writeString(kitchen.release.resolve("data.txt"), "other words\n");
    RebuildReport wrong = kitchen.rebuild(yaml);
    assertThat(wrong.weights()).isEqualTo(WeightsVerdict.NOT_ATTEMPTED);
    assertThat(wrong.reason())
        .contains("the material data is not what the recipe means: its sha256 is");
    Files.delete(kitchen.release.resolve("data.txt"));
    assertThat(kitchen.rebuild(yaml).reason()).contains("the material data (data.txt) is not here");
    RebuildReport maven = kitchen.rebuild(yaml.replace("path: data.txt", "maven: \"a:b:1\""));
    assertThat(maven.reason()).contains("it is not in the local Maven repository");
  }

  @Test
  void commands_that_fail_or_leave_nothing_did_not_run() throws IOException {
    RebuildReport failed = rebuild("echo before; exit 3\n");
    assertThat(failed.weights()).isEqualTo(WeightsVerdict.DID_NOT_RUN);
    assertThat(failed.reason()).isEqualTo("ended with exit code 3");
    assertThat(failed.lastLines()).containsExactly("before");
    assertThat(rebuild("true\n").reason()).isEqualTo("the output m.json did not appear");
    assertThat(rebuild("mkfifo \"$2/m.json\"\n").reason()).contains("a link or a special file");
  }

  @Test
  void what_had_to_be_ended_did_not_run_and_its_log_is_kept() throws IOException {
    String hangs = recipe("printf 'begun \\033[31m\\n'; sleep 65432\n", "");
    RebuildReport time =
        Kitchen.needsSandbox(kitchen.rebuild(hangs.replace("wall: 20s", "wall: 2s")));
    assertThat(time.weights()).isEqualTo(WeightsVerdict.DID_NOT_RUN);
    assertThat(time.reason()).isEqualTo("ran longer than its limit of 2 s");
    // The program that makes the sandbox may say something of its own when it is ended.
    assertThat(time.lastLines()).startsWith("begun \\x1b[31m");
    assertThat(Files.readString(Objects.requireNonNull(time.log()))).contains("begun \\x1b[31m");
    assertThat(time.text()).doesNotContain("\033");
    RebuildReport disk =
        rebuild(
            "echo filling; for i in $(seq 40); do head -c 1000000 /dev/zero > \"$2/f$i\"; done; sleep 15\n");
    assertThat(disk.weights()).isEqualTo(WeightsVerdict.DID_NOT_RUN);
    assertThat(disk.reason()).startsWith("wrote more than its limit of");
    assertThat(disk.lastLines()).contains("filling");
  }

  @Test
  void an_empty_output_and_a_flood_of_files_did_not_run() throws IOException {
    RebuildReport empty = rebuild(": > \"$2/m.json\"\n");
    assertThat(empty.weights()).isEqualTo(WeightsVerdict.DID_NOT_RUN);
    assertThat(empty.reason()).isEqualTo("the output m.json is empty");
    RebuildReport flood =
        kitchen.rebuild(
            recipe("cd \"$2\"; for i in {1..100100}; do : > $i; done; echo 1 > m.json\n", "")
                .replace("wall: 20s, cpu: 20s", "wall: 90s, cpu: 90s"));
    assertThat(flood.weights()).isEqualTo(WeightsVerdict.DID_NOT_RUN);
    assertThat(flood.reason()).isEqualTo("wrote more than 100000 files");
  }

  /// The script does not mind that its file was cut, and ends well.
  @Test
  void an_output_that_was_cut_at_the_limit_did_not_run() throws IOException {
    RebuildReport cut = rebuild("head -c 20000000 /dev/zero > \"$2/m.json\"; exit 0\n");
    assertThat(cut.weights()).isEqualTo(WeightsVerdict.DID_NOT_RUN);
    assertThat(cut.reason()).startsWith("wrote more than its limit of 8");
  }

  @Test
  void a_link_to_the_published_file_is_no_rebuild() throws IOException {
    RebuildReport report =
        rebuild("ln -s " + kitchen.release.resolve("m.json") + " \"$2/m.json\"\n");
    assertThat(report.weights()).isEqualTo(WeightsVerdict.DID_NOT_RUN);
    assertThat(report.reason()).contains("a link or a special file");
  }

  @Test
  void a_command_cannot_find_what_was_published() throws IOException {
    RebuildReport report =
        rebuild(
            "find / -name m.json -not -path '/proc/*' -exec cp {} \"$2/m.json\" \\; -quit 2>/dev/null\n");
    assertThat(report.weights()).as(report.text()).isEqualTo(WeightsVerdict.DID_NOT_RUN);
  }

  @Test
  void a_folder_of_outputs_is_counted() throws IOException {
    kitchen
        .file("all/a.txt", "a\n")
        .file("all/b.txt", "b\n")
        .file("all/c.txt", "c\n")
        .file(
            "train.sh",
            "mkdir \"$2/all\"; echo a > \"$2/all/a.txt\"; echo x > \"$2/all/b.txt\"; echo d > \"$2/all/d.txt\"\n");
    String yaml =
        recipe(Files.readString(kitchen.release.resolve("train.sh")), "")
            .replaceFirst(
                "subject: .*",
                "subject: {path: all, tree-sha256: "
                    + Digests.of(
                        Recipe.Expected.Algorithm.TREE_SHA256, kitchen.release.resolve("all"))
                    + "}")
            .replace("{path: m.json, compare-to", "{path: all, compare-to");
    RebuildReport report = Kitchen.needsSandbox(kitchen.rebuild(yaml));
    assertThat(report.weights()).isEqualTo(WeightsVerdict.DIFFERENT);
    assertThat(report.reason()).startsWith("1 of 4 files identical");
  }

  @Test
  void an_editable_copy_may_be_changed_and_proves_nothing() throws IOException {
    Files.writeString(kitchen.release.resolve(Editing.RECIPE), recipe(HONEST, ""));
    Path copy = folder.resolve("copy");
    Editing.copy(kitchen.release, kitchen.release.resolve(Editing.RECIPE), copy);
    Files.writeString(copy.resolve("train.sh"), HONEST.replace("30", "31"));
    Kitchen edited =
        new Kitchen(
            folder.resolve("copy-kitchen").toFile().mkdir()
                ? folder.resolve("copy-kitchen")
                : folder);
    dev.assay.rebuild.sandbox.Folders.remove(edited.release);
    dev.assay.rebuild.sandbox.Folders.copy(copy, edited.release);
    edited.keep = folder.resolve("kept");
    RebuildReport report =
        Kitchen.needsSandbox(edited.rebuild(Files.readString(copy.resolve(Editing.RECIPE))));
    assertThat(report.weights()).isEqualTo(WeightsVerdict.DIFFERENT);
    assertThat(report.how()).isEqualTo(RecipeVerdict.SUBSTITUTED);
    assertThat(report.proves()).isFalse();
    assertThat(report.changed()).containsExactly("code");
    assertThat(folder.resolve("kept/m.json")).hasContent("{\"w\": [7, 31]}");
  }

  @Test
  void without_a_sandbox_nothing_runs_unless_it_is_asked_for() throws IOException {
    kitchen.sandbox = "no-such-sandbox";
    assertThat(kitchen.rebuild(recipe(HONEST, "")).weights())
        .isEqualTo(WeightsVerdict.NOT_ATTEMPTED);
    kitchen.sandbox = "none";
    RebuildReport report = kitchen.rebuild(recipe(HONEST, ""));
    assertThat(report.weights()).isEqualTo(WeightsVerdict.IDENTICAL_FILE);
    assertThat(report.text()).contains("no sandbox: the command could read, write and send");
  }

  @Test
  void a_statement_names_what_was_published_what_went_in_and_both_verdicts() throws IOException {
    RebuildReport report = rebuild(HONEST);
    String statement = Attestation.write(report, "somebody", "2026-11-24T00:00:00Z");
    assertThat(statement)
        .contains(Attestation.STATEMENT, Attestation.PREDICATE)
        .contains("\"by\" : \"somebody\"")
        .contains("\"weights\" : \"identical file\"", "\"recipe\" : \"recovered\"")
        .contains(Digests.sha256(kitchen.release.resolve("m.json")));
    assertThat(report.json()).contains("\"weights\" : \"identical file\"");
  }

  @Test
  void a_draft_names_what_it_found_and_what_it_did_not_and_runs_nothing() throws IOException {
    kitchen
        .file(
            "dvc.yaml",
            "stages:\n  train:\n    cmd: python train.py data.txt\n    deps: [train.py, data.txt, gone.csv]\n    outs: [m.json]\n")
        .file("train.py", "print('ran')\n")
        .file("Makefile", "train:\n\ttouch was-run\n");
    Draft draft = Draft.of(kitchen.release, Map.of(), kitchen.release);
    assertThat(draft.yaml())
        .contains("# From dvc.yaml, stage train.")
        .contains("- \"python\"")
        .contains("path: \"data.txt\"")
        .contains("# Another candidate, in Makefile, target train: make -f Makefile train");
    assertThat(draft.missing()).contains("the material gone.csv");
    assertThat(kitchen.release.resolve("was-run")).doesNotExist();
  }
}
