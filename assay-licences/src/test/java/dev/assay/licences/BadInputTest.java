package dev.assay.licences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.model.LicenceStatement;
import dev.assay.model.LicenceStatement.Match;
import dev.assay.testing.LicenceTexts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Texts that are made to hide a licence, to pretend one, or to take long.
class BadInputTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  private static List<LicenceStatement> scan(String path, String text) {
    return ENGINE.scan(TextFile.of("s", path, text));
  }

  private static String disguised(String how) {
    return switch (how) {
      case "NUL between words" -> LicenceTexts.ISC.replace(' ', '\0');
      case "NUL behind" -> LicenceTexts.ISC + "\0".repeat(5000);
      case "Cyrillic letters" ->
          LicenceTexts.ISC.replace('a', '\u0430').replace('o', '\u043E').replace('e', '\u0435');
      case "zero-width" -> LicenceTexts.ISC.replace("s", "s\u200B");
      case "soft hyphens" -> LicenceTexts.ISC.replace("th", "t\u00ADh");
      case "bidi" -> "\u202E" + LicenceTexts.ISC.replace("\n", "\u202C\n\u202E");
      case "full width" -> {
        var s = new StringBuilder();
        LicenceTexts.ISC
            .chars()
            .forEach(c -> s.append((char) (c > ' ' && c < 127 ? c + 0xFEE0 : c)));
        yield s.toString();
      }
      case "HTML" ->
          "<html><body><p>" + LicenceTexts.ISC.replace("\n\n", "</p>\n<p>") + "</p></body></html>";
      default -> throw new IllegalArgumentException(how);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "NUL between words",
    "NUL behind",
    "Cyrillic letters",
    "zero-width",
    "soft hyphens",
    "bidi",
    "full width",
    "HTML"
  })
  void disguisesOfALicenceHideNothing(String how) {
    assertThat(scan("LICENSE", disguised(how)))
        .anySatisfy(s -> {
          assertThat(s.expression()).isEqualTo("ISC");
          assertThat(s.match()).isEqualTo(Match.SAME_WORDS);
        });
  }

  @Test
  void utf16IsText() {
    byte[] bytes = ("\uFEFF" + LicenceTexts.ISC).getBytes(StandardCharsets.UTF_16LE);
    assertThat(ENGINE.scan(TextFile.of("s", "LICENSE", bytes, true)))
        .anyMatch(s -> s.expression().equals("ISC") && s.match() == Match.SAME_WORDS);
  }

  @Test
  void aLicenceSaidHundredsOfTimesIsOne() {
    assertThat(scan("LICENSE", (LicenceTexts.ISC + "\n\n").repeat(300)))
        .filteredOn(s -> s.match() == Match.SAME_WORDS)
        .singleElement()
        .extracting(LicenceStatement::expression)
        .isEqualTo("ISC");
  }

  @Test
  void thousandsOfNestedReferencesEnd() {
    String nested = "(see the ISC License, see ".repeat(20_000) + ")".repeat(20_000);
    assertThat(scan("README.md", nested)).extracting(LicenceStatement::expression).contains("ISC");
    String deep = "# SPDX-License-Identifier: " + "(".repeat(50_000) + "ISC" + ")".repeat(50_000);
    assertThat(scan("a.py", deep + "\n"))
        .extracting(LicenceStatement::expression)
        .containsOnly("NOASSERTION");
  }

  @Test
  void anIdentifierLineIsOneExpressionAndNoProse() {
    String line = "# SPDX-License-Identifier: MIT AND (Apache-2.0 OR ISC)\n";
    assertThat(scan("a.py", line.repeat(2000)))
        .singleElement()
        .extracting(LicenceStatement::expression)
        .isEqualTo("MIT AND (Apache-2.0 OR ISC)");
  }

  @ParameterizedTest
  @CsvSource({
    "../../../etc/passwd",
    "file:///etc/passwd",
    "https://example.com/a?b=<script>alert(1)</script>",
    "C:\\windows\\system32"
  })
  void aNameThatIsAPathOrAnAddressNamesNothingAndIsNotFollowed(String name) {
    for (String front :
        List.of(
            "license: " + name + "\n",
            "license: other\nlicense_name: " + name + "\nlicense_link: " + name + "\n")) {
      assertThat(scan("README.md", "---\n" + front + "---\n# A model\n"))
          .allSatisfy(s -> {
            assertThat(s.expression()).matches("NOASSERTION|LicenseRef-[A-Za-z0-9.-]+");
            assertThat(ENGINE.known(s.expression())).isFalse();
          });
    }
  }

  @Test
  void aScriptInAPageIsNoProse() {
    String page = "<html><script>var a = 'released under the MIT License.';</script>%s</html>";
    assertThat(said(page.formatted("<p>Nothing.</p>"))).isEmpty();
    assertThat(said(page.formatted("<p>Released under the ISC License.</p>")))
        .containsExactly("ISC");
    assertThat(said("<script>".repeat(20_000) + "\n\nReleased under the ISC License.\n"))
        .containsExactly("ISC");
  }

  @Test
  void aNameThatIsAPathIsNone() {
    assertThat(said("---\nlicense: other\nlicense_name: ../../etc/shadow\n---\n# A\n"))
        .containsExactly("LicenseRef-etc-shadow");
  }

  private static java.util.List<String> said(String readme) {
    return LicenceEngine.load().scan(dev.assay.io.TextFile.of("s", "README.md", readme)).stream()
        .map(dev.assay.model.LicenceStatement::expression)
        .toList();
  }

  @Test
  void aLicenceOfItsOwnThatNamesAFreeOneIsNotOnlyThat() {
    String own =
        "Terms of a program. The provider grants you a right to run the program on one machine. You"
            + " do not get its source, and the grant of rights will not include the right to sell"
            + " it. Some files that come with it are licensed under the MIT License. You may not"
            + " reverse engineer the rest, and you must not give it to others. The provider gives"
            + " no warranty and takes no liability, and this agreement ends when you break it.\n";
    assertThat(LicenceEngine.load().scan(dev.assay.io.TextFile.of("s", "LICENSE", own)))
        .anyMatch(s -> s.match() == dev.assay.model.LicenceStatement.Match.UNKNOWN);
    String notice =
        "Licensed under the Apache License, Version 2.0 (the \"License\"); you may not use this"
            + " file except in compliance with the License. You may obtain a copy of it from its"
            + " steward. Unless required by applicable law or agreed to in writing, software under"
            + " the License is distributed as it is, without warranties of any kind. See the"
            + " License for the language that governs permissions and limitations under it.\n";
    assertThat(LicenceEngine.load().scan(dev.assay.io.TextFile.of("s", "LICENSE", notice)))
        .extracting(dev.assay.model.LicenceStatement::expression)
        .containsExactly("Apache-2.0");
  }
}
