package dev.assay.formats.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.JsonValue;
import dev.assay.formats.Sample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Families whose releases are one file, so that no index names their tensors: by the fields of a
/// released configuration and the names of its tensors, the count must be the one that the
/// release's header has, which is public: `source` says where. `{a,b}` in a name stands for each of
/// them, `{12}` for 0 to 11. `root` has what a family asks of the configuration around `fields`.
class FamiliesOfKnownTotalsTest {
  private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

  @TestFactory
  Stream<DynamicTest> countsByConfigurationAreThoseOfTheReleases() {
    JsonValue cases =
        JsonValue.read(
            new String(Sample.resource("/families/known-totals.json"), StandardCharsets.UTF_8));
    var families = Families.load();
    return ((JsonValue.Arr) cases)
        .items().stream()
            .map(c -> {
              String type = c.text("type").orElseThrow();
              long total = c.number("total").orElseThrow();
              return DynamicTest.dynamicTest(
                  type + " of " + total,
                  () -> {
                    assertThat(c.text("source").orElse("")).isNotBlank();
                    assertThat(all(families, type, c)).isEqualTo(total);
                  });
            });
  }

  private static long all(Families families, String type, JsonValue known) {
    JsonValue.Obj tower = known.object("tower");
    return count(families, type, known, false)
        + tower.text("type").map(t -> count(families, t, tower, true)).orElse(0L);
  }

  private static long count(Families families, String type, JsonValue known, boolean tower) {
    Families.Family family = families.of(type).orElseThrow();
    var fields = ConfigFields.fields(known.object("root"), known.object("fields"));
    long count = 0;
    for (JsonValue written : known.items("names")) {
      for (String name : expanded(written.plain())) {
        OptionalLong n = families.elements(family, name, fields, tower);
        assertThat(n).as(name).isPresent();
        count += n.orElseThrow();
      }
    }
    return count;
  }

  private static List<String> expanded(String name) {
    Matcher braces = BRACES.matcher(name);
    if (!braces.find()) {
      return List.of(name);
    }
    var all = new ArrayList<String>();
    String inside = braces.group(1);
    boolean number = inside.chars().allMatch(Character::isDigit);
    int times = number ? Integer.parseInt(inside) : 0;
    List<String> choices =
        number
            ? Stream.iterate(0, i -> i + 1).limit(times).map(String::valueOf).toList()
            : List.of(inside.split(","));
    for (String choice : choices) {
      all.addAll(
          expanded(name.substring(0, braces.start()) + choice + name.substring(braces.end())));
    }
    return all;
  }
}
