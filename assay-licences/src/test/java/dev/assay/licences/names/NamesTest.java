package dev.assay.licences.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.licences.data.LicenceData;
import dev.assay.testing.Gen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  private static final Names NAMES = Names.of(LicenceData.load());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Apache 2.0 | Apache-2.0
          Apache License, Version 2.0 | Apache-2.0
          apache-2.0 | Apache-2.0
          MIT license | MIT
          BSD-3 | BSD-3-Clause
          3-clause BSD license | BSD-3-Clause
          GNU General Public License v3.0 | GPL-3.0-only
          GPLv2+ | GPL-2.0-or-later
          GNU Lesser General Public License version 2.1 or later | LGPL-2.1-or-later
          CC BY-SA 4.0 | CC-BY-SA-4.0
          CC-By-SA-3.0 | CC-BY-SA-3.0
          Creative Commons Attribution Non Commercial 4.0 | CC-BY-NC-4.0
          Creative Commons Attribution Non Commercial Share Alike 4.0 | CC-BY-NC-SA-4.0
          CC-BY-NC | LicenseRef-CC-BY-NC
          BSD | LicenseRef-BSD
          Llama 2 Community License | LicenseRef-scancode-llama-2-license-2023
          Meta Llama 3 Community License Agreement | LicenseRef-llama-3
          Llama 3.1 Community License | LicenseRef-scancode-llama-3.1-license-2024
          Gemma Terms of Use | LicenseRef-gemma
          OpenRAIL | LicenseRef-OpenRAIL
          BigCode OpenRAIL-M v1 license agreement | LicenseRef-scancode-bigcode-open-rail-m-v1
          tongyi-qianwen-research | LicenseRef-tongyi-qianwen-research-2023
          CDLA-Permissive-2.0 | CDLA-Permissive-2.0
          ODC-By-1.0 | ODC-By-1.0
          odc-by | LicenseRef-ODC-By
          """)
  void spellingsThatPeopleWriteAreKnown(String written, String expression) {
    assertThat(NAMES.whole(written)).isEqualTo(expression);
  }

  @Test
  void wordsThatNameNoLicenceNameNone() {
    for (String text :
        List.of(
            "",
            "pubmed",
            "datasets with",
            "Undisclosed",
            "Mixed",
            "Unclear",
            "license",
            "NA",
            "Purposely left ambiguous",
            "../../etc/passwd")) {
      assertThat(NAMES.whole(text)).as(text).isNull();
    }
  }

  @Test
  void aLinkToAStewardsPageNamesItsLicence() {
    assertThat(NAMES.link("https://creativecommons.org/licenses/by-nc-sa/4.0/deed.en"))
        .isEqualTo("CC-BY-NC-SA-4.0");
    assertThat(NAMES.link("http://www.apache.org/licenses/LICENSE-2.0")).isEqualTo("Apache-2.0");
    assertThat(NAMES.link("https://opensource.org/licenses/MIT")).isEqualTo("MIT");
    assertThat(NAMES.link("https://example.org/licence")).isNull();
  }

  @Test
  void expressionsAreReadAndBrokenOnesRefused() {
    assertThat(expression("(mit OR apache-2.0) AND CC-BY-4.0"))
        .isEqualTo("(MIT OR Apache-2.0) AND CC-BY-4.0");
    assertThat(expression("GPL-2.0-or-later WITH Classpath-exception-2.0"))
        .isEqualTo("GPL-2.0-or-later WITH Classpath-exception-2.0");
    assertThat(expression("GPL-2.0+")).isEqualTo("GPL-2.0-or-later");
    for (String broken :
        List.of("", "MIT AND (", "MIT/Apache-2.0", "AND", "MIT MIT", ")(", "(".repeat(10_000))) {
      assertThat(Expressions.parse(broken, NAMES))
          .as(broken.substring(0, Math.min(20, broken.length())))
          .isNull();
    }
  }

  @Test
  void arbitraryTextNeverFailsToParse() {
    Gen.forAll(
        1,
        300,
        gen -> {
          String text =
              new String(
                  gen.bytes(gen.between(0, 300)), java.nio.charset.StandardCharsets.ISO_8859_1);
          Expressions parsed = Expressions.parse(text, NAMES);
          if (parsed != null) {
            Expressions again = Expressions.parse(parsed.write(), NAMES);
            assertThat(again).isNotNull();
          }
          NAMES.whole(text);
          NAMES.link(text);
        });
  }

  private static String expression(String text) {
    Expressions parsed = Expressions.parse(text, NAMES);
    assertThat(parsed).isNotNull();
    return parsed.write();
  }
}
