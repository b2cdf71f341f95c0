package dev.assay.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The Model Openness Tool's own test records against the results that it expects.
class MofConformanceTest {

  private record Expected(int group, List<Double> progress) {}

  @Test
  void every_record_of_the_tools_own_tests_gets_the_class_and_progress_that_the_tool_gives()
      throws IOException {
    Path folder = Shared.path("truth/mot-conformance");
    var expected = expected(Files.readString(folder.resolve("expected_results.json")));
    int checked = 0;
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yml")).sorted().toList()) {
        var reading = MofRecord.read(file.getFileName().toString(), Files.readString(file));
        assertThat(reading).as(file.toString()).isInstanceOf(MofRecord.Read.class);
        MofRecord record = ((MofRecord.Read) reading).record();
        var want = Optional.ofNullable(expected.get(record.name())).orElseThrow();
        var got = Exchange.classify(record);
        assertThat(got.group()).as(record.name()).isEqualTo(want.group);
        for (int k = 0; k < 3; k++) {
          assertThat(got.progress().get(k))
              .as(record.name() + ", class " + (k + 1))
              .isCloseTo(want.progress.get(k), Offset.offset(1e-9));
        }
        checked++;
      }
    }
    assertThat(checked).isEqualTo(27);
  }

  /// The tool's file has commas before closing braces, which no JSON parser takes; its lines are
  /// regular.
  private static Map<String, Expected> expected(String json) {
    var results = new TreeMap<String, Expected>();
    var pattern =
        Pattern.compile(
            "\"release\": \\{\\s*\"name\": \"([^\"]*)\"|\"class\": (\\d)|\"([123])\": ([0-9.]+)");
    var matcher = pattern.matcher(json);
    String name = "";
    int group = 0;
    var progress = new ArrayList<Double>();
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        name = matcher.group(1);
      } else if (matcher.group(2) != null) {
        group = Integer.parseInt(matcher.group(2));
        progress.clear();
      } else {
        progress.add(Double.parseDouble(matcher.group(4)));
        if (progress.size() == 3) {
          results.put(name, new Expected(group, List.copyOf(progress)));
        }
      }
    }
    return results;
  }

  @Test
  void a_paper_stands_in_for_the_report() {
    String card = "{name: Model card, license: CC-BY-4.0}, {name: Data card, license: CC-BY-4.0}";
    String record =
        "release: {name: x, license: {}, producer: p, components: ["
            + "{name: Model architecture, license: MIT},"
            + "{name: Model parameters (Final), license: MIT},"
            + card
            + ", {name: Evaluation results, license: CC-BY-4.0}, {name: %s, license: CC-BY-4.0}]}";
    for (String document : List.of("Technical report", "Research paper")) {
      assertThat(classify(record.formatted(document)).group()).as(document).isEqualTo(3);
    }
    assertThat(classify(record.formatted("Sample model outputs")).group()).isZero();
    assertThat(
            classify(record.formatted("Research paper").replace("CC-BY-4.0", "cc-by-4.0")).group())
        .as("identifiers count by their exact spelling")
        .isZero();
  }

  private static Exchange.MofClass classify(String yaml) {
    return Exchange.classify(((MofRecord.Read) MofRecord.read("x.yml", yaml)).record());
  }

  @Test
  void a_record_that_is_none_is_refused_with_its_place() {
    assertThat(MofRecord.read("x.yml", "release:\n  name: a\n"))
        .isEqualTo(new MofRecord.Refused("x.yml:2:3: `components` is missing"));
    assertThat(MofRecord.read("x.yml", "a: [1, 2")).isInstanceOf(MofRecord.Refused.class);
    assertThat(MofRecord.read("x.yml", "a: &a [1]\nb: *a"))
        .isEqualTo(
            new MofRecord.Refused("x.yml:1:4: anchors and aliases (& and *) are not allowed"));
    assertThat(MofRecord.read("x.yml", "[".repeat(5000))).isInstanceOf(MofRecord.Refused.class);
    assertThat(MofRecord.read("x.yml", "")).isInstanceOf(MofRecord.Refused.class);
  }
}
