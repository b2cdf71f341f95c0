package dev.assay.licences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Subject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LicenceEngineTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  /// Our own words: the ISC licence is short and may be copied.
  private static final String ISC =
      """
      Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is
      hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

      THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE
      INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR
      ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE,
      DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN
      CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.
      """;

  private static List<LicenceStatement> scan(String path, String text) {
    return ENGINE.scan(TextFile.of("s", path, text));
  }

  @Test
  void aLicenceIsItsOwnWordsWhateverTheCaseWrappingAndHolder() {
    String copy =
        "Copyright (c) 2031 Somebody Else\n\n"
            + ISC.toUpperCase(java.util.Locale.ROOT).replace("\n", " ");
    assertThat(scan("LICENSE", copy))
        .singleElement()
        .satisfies(s -> {
          assertThat(s.expression()).isEqualTo("ISC");
          assertThat(s.match()).isEqualTo(LicenceStatement.Match.SAME_WORDS);
          assertThat(s.freedom()).isEqualTo(Freedom.FREE);
          assertThat(s.covers()).containsExactly(Subject.EVERYTHING);
        });
  }

  @Test
  void oneWordThatTakesAPermissionAwayMakesItAnotherLicence() {
    assertThat(scan("LICENSE", ISC.replace("for any purpose", "for any non-commercial purpose")))
        .singleElement()
        .satisfies(s -> {
          assertThat(s.match()).isEqualTo(LicenceStatement.Match.MODIFIED);
          assertThat(s.expression()).isEqualTo("LicenseRef-modified-ISC");
          assertThat(s.freedom()).isEqualTo(Freedom.UNKNOWN);
          assertThat(s.differs()).anyMatch(d -> d.contains("non-commercial"));
        });
  }

  @Test
  void aSentenceAddedBehindALicenceMakesItModified() {
    String rider =
        "\nIf your product has more than 100 monthly active users, you must display our name.\n";
    assertThat(scan("LICENSE", ISC + rider))
        .singleElement()
        .satisfies(s -> {
          assertThat(s.match()).isEqualTo(LicenceStatement.Match.MODIFIED);
          assertThat(s.differs()).anyMatch(d -> d.contains("monthly active users"));
        });
  }

  @Test
  void codeAndWeightsOfOneSentenceGetTheirOwnLicences() {
    var said =
        scan(
            "README.md",
            "The code is released under the MIT License, and the weights under CC BY-NC 4.0.\n");
    assertThat(said)
        .extracting(LicenceStatement::expression, LicenceStatement::covers)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("MIT", Set.of(Subject.CODE)),
            org.assertj.core.groups.Tuple.tuple("CC-BY-NC-4.0", Set.of(Subject.WEIGHTS)));
  }

  @Test
  void theNameOfAFileSaysWhatItsLicenceCovers() {
    assertThat(scan("LICENSE-MODEL", ISC))
        .allMatch(s -> s.covers().equals(Set.of(Subject.WEIGHTS)));
    assertThat(scan("DATA_LICENSE", ISC)).allMatch(s -> s.covers().equals(Set.of(Subject.DATA)));
    assertThat(scan("model_licenses/LICENSE-X", ISC)).allMatch(s -> s.scope().isEmpty());
    assertThat(scan("third_party/x/LICENSE", ISC))
        .allMatch(s -> s.scope().equals("third_party/x/"));
  }

  @Test
  void tagsNameLicencesAndNeverAVersionThatIsNotThere() {
    assertThat(ENGINE.named("apache-2.0")).isEqualTo("Apache-2.0");
    assertThat(ENGINE.named("llama3.1")).isEqualTo("LicenseRef-scancode-llama-3.1-license-2024");
    assertThat(ENGINE.named("llama3")).isEqualTo("LicenseRef-llama-3");
    assertThat(ENGINE.named("gemma")).isEqualTo("LicenseRef-gemma");
    assertThat(ENGINE.named("gpl")).isEqualTo("LicenseRef-GPL");
    assertThat(ENGINE.named("other")).isEqualTo("NOASSERTION");
    assertThat(ENGINE.named("a licence nobody knows")).isEqualTo("NOASSERTION");
  }

  @Test
  void freedomFollowsTheListsAndTheLimits() {
    assertThat(ENGINE.freedom("MIT", Component.WEIGHTS)).isEqualTo(Freedom.FREE);
    assertThat(ENGINE.freedom("CC-BY-SA-4.0", Component.TRAINING_DATA)).isEqualTo(Freedom.FREE);
    assertThat(ENGINE.freedom("CC-BY-NC-4.0", Component.WEIGHTS)).isEqualTo(Freedom.LIMITED);
    assertThat(ENGINE.freedom(ENGINE.named("llama3.1"), Component.WEIGHTS))
        .isEqualTo(Freedom.LIMITED);
    assertThat(ENGINE.freedom(ENGINE.named("gemma"), Component.WEIGHTS)).isEqualTo(Freedom.LIMITED);
    assertThat(ENGINE.freedom("OpenMDW-1.0", Component.WEIGHTS)).isEqualTo(Freedom.FREE);
    assertThat(ENGINE.freedom("MIT AND CC-BY-NC-4.0", Component.WEIGHTS))
        .isEqualTo(Freedom.LIMITED);
    assertThat(ENGINE.freedom("MIT OR CC-BY-NC-4.0", Component.WEIGHTS)).isEqualTo(Freedom.FREE);
    assertThat(ENGINE.freedom("LicenseRef-nobody", Component.WEIGHTS)).isEqualTo(Freedom.UNKNOWN);
  }
}
