package dev.assay.code.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Ways in which releases are made: for each tool and language a release of a file or two, as its
/// manual would have it, and what is in it. The cases stand in `ways/*.txt`: `=== name PT !FT` with
/// the parts that are there and, behind `!`, that are not, then the files, each below `--- path`.
/// They were written before the rules were looked at, so that a tool that is missing shows.
class WaysTest {
  private static final List<String> FILES = List.of("train", "data", "run", "tune");

  private static final Map<String, Component> PARTS =
      Map.of(
          "PT", Component.TRAINING_CODE,
          "FT", Component.FINE_TUNING_CODE,
          "DP", Component.DATA_PROCESSING_CODE,
          "IN", Component.INFERENCE_CODE,
          "EV", Component.EVALUATION_CODE,
          "AR", Component.ARCHITECTURE);

  /// One release and what is expected of it.
  record Way(String name, List<String> expected, List<String[]> files) {
    @Override
    public String toString() {
      return name + " " + expected;
    }
  }

  static Stream<Way> ways() {
    List<Way> ways = new ArrayList<>();
    for (String file : FILES) {
      String[] cases = text(file).split("\n=== ");
      for (int i = 1; i < cases.length; i++) {
        String[] parts = cases[i].split("\n--- ");
        List<String> head = List.of(parts[0].strip().split(" "));
        List<String[]> files = new ArrayList<>();
        for (int k = 1; k < parts.length; k++) {
          files.add(parts[k].split("\n", 2));
        }
        ways.add(new Way(head.getFirst(), head.subList(1, head.size()), files));
      }
    }
    return ways.stream();
  }

  private static String text(String file) {
    try (InputStream in = WaysTest.class.getResourceAsStream("ways/" + file + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("no ways/" + file + ".txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void isSeen(Way way) {
    var release = new Release();
    way.files().forEach(f -> release.file(f[0], f[1] + "\n"));
    for (String part : way.expected()) {
      boolean there = !part.startsWith("!");
      Component component = PARTS.get(there ? part : part.substring(1));
      assertThat(release.finding(component).state() == State.PRESENT)
          .as(way.name() + ": " + part)
          .isEqualTo(there);
    }
  }

  @Test
  void allCasesAreRead() {
    assertThat(ways()).hasSizeGreaterThan(90).allMatch(w -> !w.files().isEmpty());
  }
}
