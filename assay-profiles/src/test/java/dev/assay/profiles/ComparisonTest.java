package dev.assay.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.LicenceOf;
import dev.assay.model.State;
import dev.assay.profiles.Comparison.Agreement;
import dev.assay.profiles.Comparison.Compared;
import dev.assay.profiles.Comparison.Row;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static Compared compare(String yaml, Releases release) {
    var reading = Comparison.read("r.yml", yaml);
    assertThat(reading).isInstanceOf(Comparison.Read.class);
    return Comparison.compare(((Comparison.Read) reading).record(), release.build());
  }

  private static Map<String, Agreement> agreements(Compared c) {
    return c.rows().stream().collect(Collectors.toMap(Row::subject, Row::agreement));
  }

  private static String refused(String yaml) {
    var reading = Comparison.read("r.yml", yaml);
    assertThat(reading).isInstanceOf(Comparison.Refused.class);
    return ((Comparison.Refused) reading).reason();
  }

  @Test
  void our_own_exports_compare_as_the_same() {
    for (Releases release : java.util.List.of(new Releases(), Releases.everything())) {
      var mof = new StringBuilder();
      Exchange.writeMof(release.build(), mof);
      assertThat(agreements(compare(mof.toString(), release)).values())
          .containsOnly(Agreement.SAME);
      var osai = new StringBuilder();
      Exchange.writeOsai(release.build(), osai);
      Compared c = compare(osai.toString(), release);
      assertThat(c.rows()).hasSize(12);
      assertThat(c.holds()).isTrue();
      assertThat(agreements(c).values())
          .containsAnyOf(Agreement.SAME)
          .isSubsetOf(Agreement.SAME, Agreement.UNDECIDED);
    }
  }

  @Test
  void a_record_is_held_against_the_files_component_by_component() {
    String record =
        """
        release:
          name: x
          license: {distribution: {name: Apache-2.0}}
          components:
            - {name: Training code}
            - {name: Inference code, license: MIT}
            - {name: Model card, license: unlicensed}
            - {name: Datasets}
            - {name: Model parameters (Final)}
        """;
    Releases files =
        Releases.everything()
            .state(Component.TRAINING_CODE, State.ABSENT, LicenceOf.NONE)
            .state(Component.MODEL_CARD, State.PRESENT, LicenceOf.NONE)
            .state(Component.TRAINING_DATA, State.UNDECIDABLE, LicenceOf.NONE);
    Compared c = compare(record, files);
    Map<String, Agreement> found = agreements(c);
    assertThat(found)
        .containsEntry("Training code", Agreement.RECORD_SAYS_MORE)
        .containsEntry("Inference code", Agreement.OTHERWISE)
        .containsEntry("Model card", Agreement.SAME)
        .containsEntry("Datasets", Agreement.UNDECIDED)
        .containsEntry("Model parameters (Final)", Agreement.SAME)
        .containsEntry("Data card", Agreement.FILES_SHOW_MORE);
    assertThat(c.holds()).isFalse();
    assertThat(c.says()).isEqualTo("unclassified");
  }

  @Test
  void an_entry_of_the_index_is_held_against_the_range_that_the_files_leave() {
    String entry =
        """
        ---
        system: {name: x, link: https://example.org}
        org: {name: y}
        weights_endmodel: {class: open , link: a, notes: b}
        trainingcode: {class: closed}
        modelcard: {class: open}
        datasheet: {class: open}
        package: {class: open}
        """;
    Releases files =
        Releases.everything()
            .state(Component.DATA_CARD, State.ABSENT, LicenceOf.NONE)
            .state(Component.TRAINING_DATA, State.ABSENT, LicenceOf.NONE);
    Compared c = compare(entry, files);
    assertThat(agreements(c))
        .containsOnly(
            Map.entry("weights_endmodel", Agreement.SAME),
            Map.entry("trainingcode", Agreement.FILES_SHOW_MORE),
            Map.entry("modelcard", Agreement.UNDECIDED),
            Map.entry("datasheet", Agreement.RECORD_SAYS_MORE));
    assertThat(c.says()).isEqualTo("score 0.75 of 1 over 4 dimensions");
  }

  @Test
  void what_is_no_record_is_refused_with_line_and_column() {
    assertThat(refused("a: b")).startsWith("r.yml:1:1: neither a record");
    assertThat(refused("system: {name: x}")).startsWith("r.yml:1:1: no dimension");
    assertThat(refused("system: {name: x}\ncode: {class: ajar}"))
        .isEqualTo("r.yml:2:15: open, partial or closed is wanted, not `ajar`");
    assertThat(refused("release: {name: x}")).contains("`components` is missing");
    assertThat(refused("release: &a [*a]")).contains("anchors and aliases");
    assertThat(refused("- x")).contains("a mapping");
  }

  @Test
  void every_record_of_the_tools_own_cases_is_read() throws IOException {
    try (Stream<Path> files = Files.list(Shared.path("truth/mot-conformance"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yml")).toList()) {
        assertThat(Comparison.read("r.yml", Files.readString(file)))
            .as(file.toString())
            .isInstanceOf(Comparison.Read.class);
      }
    }
  }
}
