package dev.assay.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.ByteSource;
import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Digest;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.ProofLevel;
import dev.assay.model.Span;
import dev.assay.model.Standing;
import dev.assay.model.State;
import dev.assay.model.Step;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

class DiffReportTest {
  private static Evidence file(String path, String sha) {
    return new Evidence("s", path, new Span.Whole(), "", new Digest(Digest.Scope.FILE, sha));
  }

  private static LicenceOf licence(String id) {
    return new LicenceOf(
        LicenceOf.Status.FOUND, id, Freedom.FREE, "", List.of(file("LICENSE", "0")));
  }

  private static Finding present(Component c, LicenceOf licence, Evidence evidence) {
    return new Finding(
        c,
        State.PRESENT,
        Set.of(),
        ProofLevel.SEEN,
        "",
        licence,
        List.of(evidence),
        List.of(),
        List.of());
  }

  private static Assessment release(
      Step step, Map<Component, Finding> findings, List<Claim> claims, List<Weights> weights) {
    List<Finding> all = new ArrayList<>();
    for (Component c : Component.values()) {
      all.add(
          findings.getOrDefault(
              c,
              new Finding(
                  c,
                  State.ABSENT,
                  Set.of(),
                  null,
                  "",
                  LicenceOf.NONE,
                  List.of(),
                  List.of(),
                  List.of())));
    }
    return new Assessment(
        "m",
        Assessment.Kind.MODEL,
        List.of(),
        new Standing(step, step, "", List.of(), List.of()),
        all,
        List.of(),
        claims,
        List.of(),
        List.of(),
        weights,
        List.of(),
        List.of(),
        List.of(),
        new Assessment.Effort(0, 0, 0, 0, 0));
  }

  private static Claim claim(Claim.Verdict verdict) {
    return new Claim(
        Claim.Kind.OPEN_SOURCE,
        "calls itself \"open\u001b[31m source\"",
        file("README.md", "1"),
        verdict,
        "",
        List.of());
  }

  private static DiffReport report() {
    Made old = new Made().floats("l.0.w", List.of(2L), 1, 2).floats("l.1.w", List.of(2L), 3, 4);
    Made now = new Made().floats("l.0.w", List.of(2L), 1, 2).floats("l.1.w", List.of(2L), 3, 5);
    Assessment a =
        release(
            Step.OPEN_SOURCE,
            Map.of(
                Component.TRAINING_CODE,
                present(Component.TRAINING_CODE, licence("MIT"), file("train.py", "a")),
                Component.TRAINING_DATA,
                present(Component.TRAINING_DATA, licence("CC0-1.0"), file("data.tsv", "a"))),
            List.of(claim(Claim.Verdict.CONFIRMED)),
            List.of(old.weights()));
    Assessment b =
        release(
            Step.OPEN_WEIGHTS,
            Map.of(
                Component.TRAINING_CODE,
                present(Component.TRAINING_CODE, licence("CC-BY-NC-4.0"), file("train.py", "b"))),
            List.of(claim(Claim.Verdict.CONTRADICTED)),
            List.of(now.weights()));
    return Diff.of(a, old.access(), b, now.access(), false, path -> false);
  }

  @Test
  void what_changed_between_releases_is_told_in_text() {
    String text = report().text(false);
    assertThat(text)
        .contains("Stands at: 2 open weights; was 5 open source")
        .contains("- training data: present, seen -> not found")
        .contains("licence: MIT -> CC-BY-NC-4.0")
        .contains("~ train.py")
        .contains("confirmed -> contradicted")
        .contains("2 tensors: 1 identical, 1 changed")
        .contains("l.1.w")
        .doesNotContain("\u001b")
        .contains("\\x1b[31m");
  }

  @Test
  void the_json_is_json_and_holds_every_tensor() {
    String json = report().json();
    int tokens = 0;
    try (var parser =
        JsonFactory.builder()
            .build()
            .createParser(tools.jackson.core.ObjectReadContext.empty(), json)) {
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        tokens++;
      }
    }
    assertThat(tokens).isGreaterThan(50);
    assertThat(json).contains("\"l.0.w\"").contains("\"l.1.w\"").contains("\"differing\" : 1");
  }

  @Test
  void the_page_has_one_cell_for_each_tensor_and_no_markup_from_the_release() {
    String html = report().html();
    assertThat(html.split("<rect class=\"c\"", -1)).hasSize(3);
    assertThat(html).doesNotContain("\u001b").contains("relative norm");
  }

  @Test
  void the_strip_marks_what_came_and_went_and_joins_the_experts_of_a_layer() {
    Made old =
        new Made()
            .floats("l.0.experts.0.w", List.of(1L), 1)
            .floats("l.0.experts.1.w", List.of(1L), 2)
            .floats("gone", List.of(2L), 1, 2);
    Made now =
        new Made()
            .floats("l.0.experts.0.w", List.of(1L), 1)
            .floats("l.0.experts.1.w", List.of(1L), 3)
            .floats("<b>new", List.of(3L), 1, 2, 3);
    Assessment a = release(Step.CLOSED, Map.of(), List.of(), List.of(old.weights()));
    Assessment b = release(Step.CLOSED, Map.of(), List.of(), List.of(now.weights()));
    String html = Diff.of(a, old.access(), b, now.access(), false, path -> false).html();
    assertThat(html.split("<rect class=\"c\"", -1)).hasSize(2);
    assertThat(html)
        .contains("l.*.experts.*.w")
        .contains("l.0.experts.1.w: changed, 1 of 1 values, relative norm 0.500 (most of 2)")
        .contains(">−</text>")
        .contains(">+</text>")
        .doesNotContain("<b>");
  }

  @Test
  void a_file_that_was_only_listed_is_looked_at_when_both_have_it() {
    Made w = new Made().floats("x", List.of(1L), 1);
    Evidence listed = new Evidence("s", "data.tsv", new Span.Listing(), "", null);
    Component data = Component.TRAINING_DATA;
    Assessment a =
        release(
            Step.CLOSED,
            Map.of(data, present(data, licence("CC0-1.0"), listed)),
            List.of(),
            List.of(w.weights()));
    assertThat(Diff.of(a, w.access(), a, w.access(), false, "data.tsv"::equals).text(false))
        .contains("~ training data: present, seen\n      ~ data.tsv\n");
    assertThat(Diff.of(a, w.access(), a, w.access(), false, path -> false).same()).isTrue();
  }

  @Test
  void what_holds_of_all_tensors_is_said_once_and_nearly_all_are_not_all() {
    float[] values = new float[2000];
    for (int i = 1; i < values.length; i++) {
      values[i] = 1f / 3 + i;
    }
    Made old = new Made().floats("x", List.of(2000L), values).floats("y", List.of(2000L), values);
    Made now = new Made().bfloats("x", List.of(2000L), values).bfloats("y", List.of(2000L), values);
    Assessment a = release(Step.CLOSED, Map.of(), List.of(), List.of(old.weights()));
    Assessment b = release(Step.CLOSED, Map.of(), List.of(), List.of(now.weights()));
    String text = Diff.of(a, old.access(), b, now.access(), false, path -> false).text(false);
    assertThat(text.split("rounded to the nearest", -1)).hasSize(2);
    assertThat(text).contains("1999 (>99.9%)").contains("each of these: F32 to BF16");
  }

  @Test
  void a_long_name_keeps_its_column() {
    String name = "model.layers.0.post_attention_layernorm.weight.of.it";
    Made old = new Made().floats(name, List.of(1L), 1).floats("x", List.of(1L), 1);
    Made now = new Made().floats(name, List.of(1L), 2).floats("x", List.of(1L), 2);
    Assessment a = release(Step.CLOSED, Map.of(), List.of(), List.of(old.weights()));
    Assessment b = release(Step.CLOSED, Map.of(), List.of(), List.of(now.weights()));
    String text = Diff.of(a, old.access(), b, now.access(), false, path -> false).text(false);
    assertThat(text.lines().filter(l -> l.matches(".{54} change.*")).map(l -> l.indexOf(" change")))
        .hasSize(3)
        .containsOnly(54);
  }

  @Test
  void bytes_are_compared_to_the_last() {
    byte[] a = new byte[(1 << 20) + 5];
    byte[] b = a.clone();
    assertThat(SameBytes.of(ByteSource.of(a), ByteSource.of(b))).isTrue();
    b[b.length - 1] = 1;
    assertThat(SameBytes.of(ByteSource.of(a), ByteSource.of(b))).isFalse();
    assertThat(SameBytes.of(ByteSource.of(a), ByteSource.of(new byte[5]))).isFalse();
  }

  @Test
  void two_equal_releases_are_the_same() {
    Made w = new Made().floats("x", List.of(1L), 1);
    Assessment a = release(Step.CLOSED, Map.of(), List.of(), List.of(w.weights()));
    DiffReport same = Diff.of(a, w.access(), a, w.access(), false, path -> false);
    assertThat(same.same()).isTrue();
    assertThat(same.text(false)).startsWith("Nothing changed");
  }
}
