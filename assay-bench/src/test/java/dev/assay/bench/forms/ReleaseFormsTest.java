package dev.assay.bench.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReleaseFormsTest {
  @TempDir Path temp;

  private static final Draft RELEASE =
      Draft.ofTexts(
          Map.of(
              "README.md", "# Model\n\nStart `python a.py --config configs/big.yaml`.\n",
              "LICENSE", "MIT License\n",
              "a.py", "open('configs/big.yaml')\n",
              "configs/big.yaml", "a: 1 # one\nb: [yes, 'c']\n",
              "configs/ds.json", "{\"d\": [1.50, \"e, f\"], \"g\": {}}\n"));

  @Test
  void jsonHasOtherBlanks() {
    assertThat(Rewritten.by(Json.minified(), "a.json", "{\"d\": [1.50, \"e, f\"],\n \"g\": {}}"))
        .isEqualTo("{\"d\":[1.50,\"e, f\"],\"g\":{}}");
    assertThat(Rewritten.by(Json.indented(), "a.json", "{\"d\": [1.50], \"g\": 2}"))
        .isEqualTo("{\n    \"d\": [\n        1.50\n    ],\n    \"g\": 2\n}\n");
  }

  @Test
  void settingsAreOtherYaml() {
    String yaml = "a: 1 # one\nb:\n- yes\n- 'c d'\ne: {f: null}\n";
    assertThat(Rewritten.by(Settings.flow(), "big.yaml", yaml))
        .isEqualTo(
            "{\n  \"a\": 1,\n  \"b\": [\n    \"yes\",\n    \"c d\"\n  ],\n  \"e\": {\n    \"f\": null\n  }\n}\n");
    assertThat(Rewritten.by(Settings.block(), "big.yaml", yaml))
        .isEqualTo("a: 1\nb:\n  - \"yes\"\n  - c d\ne:\n  f: null\n");
    for (String kept :
        List.of("# Licence: MIT\na: 1\n", "a: &x 1\nb: *x\n", "a: !t 1\n", "a: 1\na: 2\n")) {
      assertThat(Rewritten.by(Settings.block(), "big.yaml", kept)).isEqualTo(kept);
    }
  }

  @Test
  void settingsChangeTheirNotationAndTheirName() {
    Draft json = Settings.yamlAsJson().rewrite(RELEASE).orElseThrow();
    assertThat(json.text("configs/big.json")).startsWith("{\n  \"a\": 1,");
    assertThat(json.has("configs/big.yaml")).isFalse();
    assertThat(json.text("a.py")).isEqualTo("open('configs/big.json')\n");
    assertThat(json.text("README.md")).contains("configs/big.json");
    Draft other = RELEASE.renamed("configs/ds.json", "configs/large.json");
    assertThat(Settings.jsonAsYaml().rewrite(other).orElseThrow().text("configs/large.yaml"))
        .isEqualTo("d:\n  - 1.50\n  - \"e, f\"\ng: {}\n");
  }

  @Test
  void filesThatPeopleLookForHaveOtherNames() {
    assertThat(Renaming.readme("a", "readme.markdown").rewrite(RELEASE).orElseThrow().paths())
        .contains("readme.markdown")
        .doesNotContain("README.md");
    Draft named = RELEASE.with("b.md", "The [licence](LICENSE) is no LICENSE.\n");
    assertThat(Renaming.licence("a", "COPYING").rewrite(named).orElseThrow().text("b.md"))
        .isEqualTo("The [licence](COPYING) is no LICENSE.\n");
    assertThat(Renaming.readmeInDocs().rewrite(RELEASE).orElseThrow().paths())
        .contains("docs/README.md");
    assertThat(Renaming.readmeInDocs().rewrite(RELEASE.with("README.md", "[a](b.py)\n"))).isEmpty();
  }

  @Test
  void whatIsPackedOrLaidOtherwiseIsFoundTheSame() throws IOException {
    Path plain = RELEASE.write(temp.resolve("plain"));
    Found found = Found.in("release", List.of(plain));
    int n = 0;
    for (Rewriting form :
        List.of(
            Packing.zip(), Packing.tarGz(), Laying.wrapped(), Laying.reversed(), Laying.times())) {
      List<Path> written =
          form.write("release", RELEASE, Files.createDirectory(temp.resolve("f" + n++)));
      assertThat(found.against(Found.in("release", written))).as(form.name()).isEmpty();
      assertThat(written.getFirst()).as(form.name()).exists();
    }
  }

  @Test
  void unchangedFilesKeepTheirTimes() throws IOException {
    Path plain = RELEASE.write(temp.resolve("plain"));
    var before = Files.getLastModifiedTime(plain.resolve("LICENSE"));
    Path written =
        Laying.times()
            .write("r", Draft.of(plain), Files.createDirectory(temp.resolve("f")))
            .getFirst();
    assertThat(Files.getLastModifiedTime(written.resolve("LICENSE"))).isLessThan(before);
    assertThat(Files.getLastModifiedTime(plain.resolve("LICENSE"))).isEqualTo(before);
  }

  @Test
  void aDifferenceIsSaidWithBoth() throws IOException {
    Draft card = RELEASE.with("README.md", "---\nlicense: mit\n---\n# Model\n");
    Path one = card.write(temp.resolve("one"));
    Path two = RELEASE.write(temp.resolve("two"));
    assertThat(Found.in("r", List.of(one)).against(Found.in("r", List.of(two))))
        .anyMatch(d -> d.before().contains("MIT") && !d.after().contains("MIT"));
    assertThat(Found.in("r", List.of(one)).against(Found.in("r", List.of(one)))).isEmpty();
  }
}
