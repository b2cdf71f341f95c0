package dev.assay.rebuild.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Gen;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecipeReaderTest {
  private static final String GOOD =
      """
      recipe: 1
      name: m
      subject:
        path: m.bin
        sha256: 0000000000000000000000000000000000000000000000000000000000000000
      materials:
        - id: data
          path: data.txt
          git-blob: 0000000000000000000000000000000000000000
          role: training-data
      parameters:
        steps: {declared: 10, source: README, used: 10}
      run: [cp, "${data}", "${out}/m.bin"]
      outputs:
        - {path: m.bin, compare-to: subject}
      limits: {wall: 2m, memory: 1g}
      """;

  private static String wrong(String yaml) {
    return switch (RecipeReader.read(yaml)) {
      case RecipeReader.Result.Read(Recipe r) -> throw new AssertionError("was read: " + r);
      case RecipeReader.Result.Wrong(RecipeError e) -> e.describe();
    };
  }

  @Test
  void a_good_recipe_is_read() {
    var read = (RecipeReader.Result.Read) RecipeReader.read(GOOD);
    assertThat(read.recipe().limits().wallSeconds()).isEqualTo(120);
    assertThat(read.recipe().limits().memoryBytes()).isEqualTo(1L << 30);
    assertThat(read.recipe().parameters().get("steps").basis()).isEqualTo(Recipe.Basis.DECLARED);
  }

  @Test
  void every_recipe_of_this_repository_is_read() throws IOException {
    Path root = Shared.repository();
    try (Stream<Path> all =
        Stream.concat(
            Files.walk(root.resolve("recipes")),
            Stream.of(root.resolve("examples/open/date-reader/assay-rebuild.yaml")))) {
      for (Path p : all.filter(p -> p.toString().endsWith(".yaml")).toList()) {
        assertThat(RecipeReader.read(Files.readString(p)))
            .as(p.toString())
            .isInstanceOf(RecipeReader.Result.Read.class);
      }
    }
  }

  @Test
  void an_unknown_key_is_told_with_its_place() {
    assertThat(wrong(GOOD.replace("name: m", "name: m\nnmae: m")))
        .isEqualTo(
            "line 3, column 1: the recipe has no key \"nmae\"; it may have recipe, name, edited, subject,"
                + " subjects, materials, files, environment, parameters, run, outputs, limits, functional");
  }

  @Test
  void what_is_missing_or_of_the_wrong_kind_is_told() {
    assertThat(wrong("")).isEqualTo("the recipe is empty");
    assertThat(wrong("- a")).contains("must be a mapping");
    assertThat(wrong("recipe: 2\nname: m")).contains("not 2");
    assertThat(wrong(GOOD.replace("run: [cp, \"${data}\", \"${out}/m.bin\"]", "run: cp a b")))
        .contains("\"run\" must be a list");
    assertThat(wrong(GOOD.replace("    git-blob: 0000000000000000000000000000000000000000\n", "")))
        .contains("a digest is needed");
    assertThat(wrong(GOOD.replace("wall: 2m", "wall: soon"))).contains("must be a time");
    assertThat(wrong(GOOD.replace("wall: 2m", "wall: 2g"))).contains("must be a time");
    assertThat(wrong(GOOD.replace("used: 10", "used: 11"))).contains("say with \"basis\" why");
    assertThat(wrong(GOOD.replace("compare-to: subject", "compare-to: other")))
        .contains("no subject is called \"other\"");
    assertThat(wrong(GOOD.replace("${data}", "${dta}"))).contains("\"${dta}\" is neither");
    assertThat(wrong(GOOD.replace("sha256: 0000", "sha256: zzzz"))).contains("hexadecimal");
    assertThat(wrong(GOOD + "name: again\n")).contains("");
  }

  @Test
  void paths_that_leave_their_place_are_refused() {
    for (String path : new String[] {"../m.bin", "/etc/passwd", "a/../../m", "a//b", "a\\\\b"}) {
      assertThat(wrong(GOOD.replace("path: data.txt", "path: \"" + path + "\"")))
          .contains("does not stay inside");
      assertThat(wrong(GOOD.replace("{path: m.bin,", "{path: \"" + path + "\",")))
          .contains("does not stay inside");
    }
    assertThat(wrong(GOOD.replace("path: data.txt", "maven: \"a:../../b:1\"")))
        .contains("no part of a Maven");
  }

  @Test
  void yaml_that_is_meant_to_harm_is_refused() {
    assertThat(wrong("a: &a [x]\nb: *a\nrecipe: 1")).isNotEmpty();
    assertThat(wrong("[".repeat(100_000))).startsWith("");
    assertThat(wrong("recipe: !!java.net.URL [x]")).isNotEmpty();
    assertThat(wrong("x".repeat(RecipeReader.MOST + 1))).contains("longer than");
    assertThat(wrong("a: \u0000")).contains("not YAML");
  }

  @Test
  void a_damaged_recipe_is_an_error_and_never_an_exception() {
    byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
    Gen.forAll(
        1,
        500,
        gen ->
            assertThat(RecipeReader.read(new String(gen.damage(good, 8), StandardCharsets.UTF_8)))
                .isNotNull());
  }
}
