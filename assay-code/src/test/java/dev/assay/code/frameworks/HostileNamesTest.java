package dev.assay.code.frameworks;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.code.CodeReader;
import dev.assay.io.TextFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every pattern of every framework against names made to be slow for it. There are no regular
/// expressions here; a pattern's stars go back to one place only, so its work is bounded by the
/// product of its own few letters and the name's.
class HostileNamesTest {
  private static final int LONG = 200_000;

  static Stream<Pattern> patterns() {
    return Frameworks.builtIn().all().stream()
        .flatMap(f -> f.patterns().values().stream())
        .flatMap(List::stream);
  }

  @Test
  void everyPatternIsLinearInTheName() {
    List<Pattern> all = patterns().toList();
    assertThat(all).hasSizeGreaterThan(500);
    for (Pattern pattern : all) {
      assertTimeoutPreemptively(
          ofSeconds(10),
          () -> {
            for (String[] name : hostile(pattern)) {
              pattern.fits(name);
            }
          },
          pattern::toString);
    }
  }

  /// Long words that keep nearly matching, and many segments that do.
  private static List<String[]> hostile(Pattern pattern) {
    List<String[]> names = new ArrayList<>();
    for (String segment : pattern.segments()) {
      String letters = segment.replace("*", "");
      if (letters.isEmpty()) {
        continue;
      }
      String nearly = letters.length() == 1 ? letters : letters.substring(0, letters.length() - 1);
      names.add(new String[] {nearly.repeat(LONG / nearly.length())});
      String[] many = new String[LONG / 10];
      Arrays.fill(many, letters);
      many[many.length - 1] = "x";
      names.add(many);
    }
    return names;
  }

  static Stream<String> files() {
    return Stream.of(
        "a.py", "a.c", "a.cu", "a.java", "a.rs", "a.jl", "a.R", "a.go", "a.lua", "a.swift", "a.sh",
        "a.yaml", "a.json", "a.ipynb");
  }

  /// Minified, generated and cut-off sources: one long line, in each language.
  @ParameterizedTest
  @MethodSource("files")
  void oneLongLineEnds(String path) {
    for (String piece :
        List.of("a.b(", "x=y;", "{\"a\":[", "/*", "\"", "--a=b ", "'", "f(g(", "\\", "#", "a:b ")) {
      String text = piece.repeat(400_000 / piece.length());
      assertTimeoutPreemptively(
          ofSeconds(60), () -> CodeReader.read(TextFile.of("s", path, text)), path + " " + piece);
    }
  }
}
