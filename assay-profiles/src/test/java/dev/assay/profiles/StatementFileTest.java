package dev.assay.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import dev.assay.testing.Gen;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementFileTest {
  private static final String GOOD =
      """
      assay: 1
      by: A. Person
      date: 2026-03-01
      sources:
        - at: https://example.org/train.git
          revision: abc
          holds: [training-code, training-configuration]
          reason: lives apart
      parts:
        - {path: tools/mk/, is: data-processing-code, reason: it makes the corpus}
      statements:
        - about: training-data
          state: linked
          licence: CC-BY-4.0
          says: >
            at the
            archive
          reason: too large
        - about: weights
          says: trained twice
          by: B. Person
          date: 2026-04-02
          reason: the first run failed
      """;

  private static StatementFile.Reading read(String text) {
    return StatementFile.read("assay.yml", text);
  }

  private static List<String> problems(String text) {
    return read(text).problems();
  }

  @Test
  void entries_are_read_with_who_when_why_and_where() {
    var reading = read(GOOD);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.stated())
        .containsExactly(
            new Stated(
                new Stated.Source(
                    "https://example.org/train.git",
                    "abc",
                    List.of(Component.TRAINING_CODE, Component.TRAINING_CONFIGURATION)),
                "A. Person",
                "lives apart",
                "2026-03-01",
                5,
                8),
            new Stated(
                new Stated.Part("tools/mk", Component.DATA_PROCESSING_CODE),
                "A. Person",
                "it makes the corpus",
                "2026-03-01",
                10,
                10),
            new Stated(
                new Stated.OfState(Component.TRAINING_DATA, State.LINKED, "at the archive"),
                "A. Person",
                "too large",
                "2026-03-01",
                12,
                18),
            new Stated(
                new Stated.OfLicence(Component.TRAINING_DATA, "CC-BY-4.0", ""),
                "A. Person",
                "too large",
                "2026-03-01",
                12,
                18),
            new Stated(
                new Stated.Remark(Component.WEIGHTS, "trained twice"),
                "B. Person",
                "the first run failed",
                "2026-04-02",
                19,
                23));
  }

  @Test
  void a_wrong_entry_costs_itself_and_names_line_and_column() {
    var reading =
        read(
            GOOD
                + """
                  - {about: weight, says: x, reason: y}
                  - {about: weights, reason: y}
                  - {about: weights, state: undecidable, reason: y}
                  - {about: weights, says: x}
                  - {about: weights, says: x, reason: y, date: soon}
                  - {about: weights, says: [x], reason: y}
                  - weights
                extra: 3
                """);
    assertThat(reading.stated()).hasSize(5);
    assertThat(reading.problems()).hasSize(8);
    assertThat(reading.problems())
        .anySatisfy(p -> assertThat(p).startsWith("assay.yml:24:13: no component is called"))
        .anySatisfy(p -> assertThat(p).startsWith("assay.yml:25:5: `state`, `licence` or `says`"))
        .anySatisfy(p -> assertThat(p).startsWith("assay.yml:26:29: present, linked"))
        .anySatisfy(p -> assertThat(p).startsWith("assay.yml:27:5: `reason` is missing"))
        .anySatisfy(p -> assertThat(p).startsWith("assay.yml:28:48: a date such as"))
        .anySatisfy(p -> assertThat(p).startsWith("assay.yml:29:28: a single value"))
        .anySatisfy(p -> assertThat(p).startsWith("assay.yml:30:5: a mapping"))
        .anySatisfy(p -> assertThat(p).startsWith("assay.yml:31:1: `extra` is not known here"));
  }

  @Test
  void whoever_states_something_gives_a_name_and_a_date() {
    assertThat(problems("assay: 1\nparts: [{path: a, is: weights, reason: r}]"))
        .containsExactly("assay.yml:2:9: `by` is missing: whoever states something gives a name");
    assertThat(problems("assay: 1\nby: me\nparts: [{path: a, is: weights, reason: r}]"))
        .containsExactly("assay.yml:3:9: `date` is missing: when was this stated?");
  }

  @Test
  void a_path_stays_inside_the_release() {
    for (String path : List.of("/etc/passwd", "../up", "a/../../b", "/", "..")) {
      assertThat(
              problems(
                  "assay: 1\nby: me\ndate: 2026-01-01\nparts:\n- {path: \""
                      + path
                      + "\", is: weights, reason: r}"))
          .as(path)
          .hasSize(1);
    }
  }

  @Test
  void yaml_that_grows_without_end_or_means_something_else_is_refused_in_one_line() {
    assertThat(problems("")).containsExactly("assay.yml: is empty");
    assertThat(problems("assay: 2")).hasSize(1);
    assertThat(problems("a: &x [1, 1]\nb: [*x, *x]"))
        .containsExactly("assay.yml:1:4: anchors and aliases (& and *) are not allowed");
    assertThat(problems("assay: !!int 1")).hasSize(1);
    assertThat(problems("assay: 1\nassay: 1"))
        .containsExactly("assay.yml:2:1: `assay` stands here twice");
    assertThat(problems("assay: 1\n---\nassay: 1")).hasSize(1);
    assertThat(problems("assay: [" + "[".repeat(100_000))).hasSize(1);
    assertThat(problems("? ".repeat(50_000))).hasSize(1);
    assertThat(problems("- ".repeat(50_000))).hasSize(1);
    assertThat(problems("{a: ".repeat(50_000))).hasSize(1);
    assertThat(problems("x".repeat(StatementFile.LONGEST + 1))).hasSize(1);
    assertThat(problems("%YAML 9.9\n---\nassay: 1")).hasSize(1);
    assertThat(problems("assay: 1\n\u0000")).hasSize(1);
    assertThat(problems("assay: \"\\ud800\"")).hasSize(1);
    assertThat(problems("\t- x")).hasSize(1);
  }

  @Test
  void no_text_breaks_the_readers() {
    Profiles profiles = Profiles.builtIn();
    byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
    Gen.forAll(
        1,
        1000,
        gen -> {
          String text = new String(gen.damage(good, 6), StandardCharsets.UTF_8);
          assertThat(read(text)).isNotNull();
          assertThat(Policy.read("p.yaml", text)).isNotNull();
          assertThat(profiles.with("p.yaml", text)).isNotNull();
          assertThat(MofRecord.read("m.yaml", text)).isNotNull();
        });
  }
}
