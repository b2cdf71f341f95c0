package dev.assay.licences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.model.LicenceStatement.Match;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LicenceCorpusTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  private record Case(String set, String expected, String spdx, Path file) {}

  private static List<Case> cases(String set) throws IOException {
    Path index = Shared.path("licences/index.tsv");
    List<Case> cases = new ArrayList<>();
    for (String line : Files.readAllLines(index)) {
      String[] f = line.split("\t", -1);
      if (f.length > 4 && f[1].equals(set)) {
        cases.add(new Case(f[1], f[2], f[3], index.resolveSibling(f[0])));
      }
    }
    return cases;
  }

  private static Set<String> same(Case c, String name) throws IOException {
    return ENGINE.identify(TextFile.of("s", name, Files.readAllBytes(c.file), true)).stream()
        .filter(i -> i.match() == Match.SAME_WORDS)
        .map(i -> i.expression().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  @Test
  void everyPublishersCopyOfAnAiLicenceIsItsOwnVersion() throws IOException {
    for (Case c : cases("ai")) {
      Set<String> found = same(c, "LICENSE");
      if (c.expected.contains("+")) {
        continue;
      }
      assertThat(found)
          .as(c.file.getFileName().toString())
          .containsAnyOf(
              "licenseref-scancode-" + c.expected,
              "licenseref-" + c.expected,
              c.spdx.toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void readmesThatMentionLicencesHoldNoText() throws IOException {
    for (Case c : cases("negative")) {
      assertThat(same(c, "README.md")).as(c.file.getFileName().toString()).isEmpty();
    }
  }

  @Test
  void aModifiedLicenceIsNotThePlainOne() throws IOException {
    for (Case c : cases("near-miss")) {
      String name = c.file.getFileName().toString();
      if (name.contains("modified-")) {
        assertThat(same(c, "LICENSE")).as(name).doesNotContain("apache-2.0", "mpl-2.0", "mit");
      }
    }
  }
}
