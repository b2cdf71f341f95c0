package dev.assay.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.RecipeVerdict;
import dev.assay.model.WeightsVerdict;
import dev.assay.rebuild.compare.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every verdict of both axes that {@link RebuildTest} does not reach.
class VerdictsTest {
  @TempDir Path folder;
  private Kitchen kitchen;

  @BeforeEach
  void release() throws IOException {
    kitchen = new Kitchen(folder);
    kitchen.file("m.json", "{\"w\": [7, 30]}\n");
  }

  private RebuildReport rebuild(String printed, String parameter, String output, String more)
      throws IOException {
    kitchen.file(
        "train.sh",
        "java -version || exit 9\necho \""
            + printed.replace("\"", "\\\"")
            + "\" > \"$1/m.json\"\n");
    return Kitchen.needsSandbox(
        kitchen.rebuild(
            """
            recipe: 1
            name: small
            subject: {path: m.json, sha256: %s}
            materials:
              - {id: code, path: train.sh, sha256: %s, role: training-code}
            parameters:
              n: {%s}
              threads: {used: 1, basis: free}
            run: [/bin/bash, "${code}", "${out}", "${n}", "${threads}"]
            outputs:
              - {path: m.json, compare-to: subject%s}
            %s
            """
                .formatted(
                    Digests.sha256(kitchen.release.resolve("m.json")),
                    Digests.sha256(kitchen.release.resolve("train.sh")),
                    parameter,
                    output,
                    more)));
  }

  @Test
  void what_the_recipe_names_as_form_is_identical_after_clock() throws IOException {
    RebuildReport report =
        rebuild("{\"w\":[$2,30]}", "used: 7", ", clock: [\"m.json#format\"]", "");
    assertThat(report.weights()).as(report.text()).isEqualTo(WeightsVerdict.IDENTICAL_AFTER_CLOCK);
    assertThat(report.how()).isEqualTo(RecipeVerdict.COMPLETED);
    assertThat(report.proves()).isTrue();
  }

  @Test
  void what_it_does_not_name_leaves_identical_tensors() throws IOException {
    RebuildReport report =
        rebuild("{\"w\":[$2,30]}", "declared: 7, source: README, used: 7", "", "");
    assertThat(report.weights()).as(report.text()).isEqualTo(WeightsVerdict.IDENTICAL_TENSORS);
    assertThat(report.how()).isEqualTo(RecipeVerdict.AS_DECLARED);
    assertThat(report.proves()).isTrue();
  }

  @Test
  void answers_that_agree_as_often_as_those_of_honest_rebuilds_are_functionally_equal()
      throws IOException {
    kitchen.vary = List.of(RebuildRequest.Variation.THREADS);
    String probe =
        "functional: {run: [/bin/sed, \"s/[78][.0-9]*/x/\", \"${model}\"], baseline: none}";
    RebuildReport report = rebuild("{\"w\": [8.00000$3, 30]}", "used: 7", "", probe);
    assertThat(report.weights()).as(report.text()).isEqualTo(WeightsVerdict.FUNCTIONALLY_EQUAL);
    assertThat(report.proves()).isFalse();
    // Answers that agree less often than those of honest rebuilds are not.
    String strict =
        "functional: {run: [/bin/sed, \"s/[.][0-9]*//\", \"${model}\"], baseline: none}";
    assertThat(rebuild("{\"w\": [8.00000$3, 30]}", "used: 7", "", strict).weights())
        .isEqualTo(WeightsVerdict.DIFFERENT);
  }

  @Test
  void a_material_in_the_place_of_the_releases_own_makes_the_recipe_substituted()
      throws IOException {
    kitchen.file("train.sh", "echo '{\"w\": [7, 30]}' > \"$1/m.json\"\n");
    RebuildReport report =
        Kitchen.needsSandbox(
            kitchen.rebuild(
                """
                recipe: 1
                name: small
                subject: {path: m.json, sha256: %s}
                materials:
                  - {id: code, path: train.sh, sha256: %s, role: training-code, substitutes: ours}
                run: [/bin/bash, "${code}", "${out}"]
                outputs: [{path: m.json, compare-to: subject}]
                """
                    .formatted(
                        Digests.sha256(kitchen.release.resolve("m.json")),
                        Digests.sha256(kitchen.release.resolve("train.sh")))));
    assertThat(report.weights()).isEqualTo(WeightsVerdict.IDENTICAL_FILE);
    assertThat(report.how()).isEqualTo(RecipeVerdict.SUBSTITUTED);
    assertThat(report.proves()).isFalse();
  }

  @Test
  void another_jdk_is_used_or_said_not_to_be_here() throws IOException {
    kitchen.vary = List.of(RebuildRequest.Variation.JDK);
    RebuildReport report = rebuild("{\"w\": [$2, 30]}", "used: 7", "", "");
    assertThat(report.weights()).isEqualTo(WeightsVerdict.IDENTICAL_FILE);
    RebuildReport.Variant variant = report.variants().getFirst();
    assertThat(variant.what()).contains("JDK");
    boolean other = Jdks.other(System.getenv(), 0, Kitchen.JDK).isPresent();
    assertThat(variant.same()).isEqualTo(other);
    assertThat(variant.failed().isEmpty()).isEqualTo(other);
  }

  @Test
  void of_a_folder_only_the_files_of_one_ending_are_compared_where_the_recipe_says_so()
      throws IOException {
    kitchen
        .file("all/a.lm", "a\n")
        .file("all/readme", "not built\n")
        .file("train.sh", "mkdir \"$1/all\"; echo a > \"$1/all/a.lm\"\n");
    RebuildReport report =
        Kitchen.needsSandbox(
            kitchen.rebuild(
                """
                recipe: 1
                name: small
                subject: {path: all, tree-sha256: %s}
                materials:
                  - {id: code, path: train.sh, sha256: %s, role: training-code}
                run: [/bin/bash, "${code}", "${out}"]
                outputs: [{path: all, compare-to: subject, only: .lm}]
                """
                    .formatted(
                        Digests.of(
                            dev.assay.rebuild.recipe.Recipe.Expected.Algorithm.TREE_SHA256,
                            kitchen.release.resolve("all")),
                        Digests.sha256(kitchen.release.resolve("train.sh")))));
    assertThat(report.weights()).as(report.text()).isEqualTo(WeightsVerdict.IDENTICAL_FILE);
    assertThat(Files.exists(kitchen.release.resolve("all/readme"))).isTrue();
  }
}
