package dev.assay.licences.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.licences.names.Same;
import dev.assay.model.LicenceStatement;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An exception that is named belongs to the licence named before it. (Exceptions by their texts:
/// `EveryTextTest`.)
class ExceptionsTest {
  private static List<String> said(String path, String text) {
    return LicenceEngine.load().scan(TextFile.of("s", path, text)).stream()
        .map(LicenceStatement::expression)
        .toList();
  }

  @Test
  void inASentence() {
    assertThat(
            said("README.md", "## License\n\nThe code is under Apache 2.0 with LLVM exceptions.\n"))
        .containsExactly("Apache-2.0 WITH LLVM-exception");
    assertThat(said("README.md", "Licensed under GPLv2 with the \"Classpath\" exception.\n"))
        .containsExactly("GPL-2.0-only WITH Classpath-exception-2.0");
    assertThat(said("README.md", "Licensed under GPLv2, without the Classpath exception.\n"))
        .containsExactly("GPL-2.0-only");
    // The exception is not one to the licence of this item.
    assertThat(
            said(
                "README.md",
                "- The code is under the GPLv2 licence\n- the library has the Classpath exception\n"))
        .containsExactly("GPL-2.0-only");
    assertThat(said("README.md", "Licensed under the MIT licence with the Classpath exception.\n"))
        .containsExactly("MIT");
  }

  @Test
  void inTheNextSentenceOfAHeader() {
    assertThat(
            said(
                "A.java",
                """
                /*
                 * This code is free software; you can redistribute it under the terms of the GNU
                 * General Public License version 2 only. The author designates this file as
                 * subject to the "Classpath" exception as provided in the LICENSE file.
                 */
                class A {}
                """))
        .containsExactly("GPL-2.0-only WITH Classpath-exception-2.0");
  }

  @Test
  void theVersionOfAnExceptionIsThatOfItsLicence() {
    String file =
        "// Under the GNU GPL version %s, with the GCC Runtime Library Exception.\nint i;\n";
    assertThat(said("a.c", file.formatted("3")))
        .containsExactly("GPL-3.0-only WITH GCC-exception-3.1");
    assertThat(said("a.c", file.formatted("2")))
        .containsExactly("GPL-2.0-only WITH GCC-exception-2.0");
    assertThat(
            said("a.c", "// Under the GNU GPL version 2; see GCC exception version 3.1.\nint i;\n"))
        .containsExactly("GPL-2.0-only WITH GCC-exception-3.1");
  }

  @Test
  void aSectionOfALicenceIsNotTheLicence() {
    assertThat(
            said(
                "a.c",
                "// Under Section 7 of GPL version 3 you have more permissions by licence.\nint i;\n"))
        .isEmpty();
  }

  @Test
  void aTagWithoutTheExceptionAgreesAndAnotherExceptionDoesNot() {
    String with = "GPL-2.0-only WITH Classpath-exception-2.0";
    assertThat(Same.agree(with, "GPL-2.0")).isTrue();
    assertThat(Same.agree(with, "GPL-2.0-with-classpath-exception")).isTrue();
    assertThat(Same.agree(with, "LicenseRef-GPL")).isTrue();
    assertThat(Same.agree(with, "GPL-2.0-only WITH Font-exception-2.0")).isFalse();
    assertThat(Same.agree(with, "GPL-3.0-only")).isFalse();
    assertThat(Same.agree("MIT OR " + with, "MIT OR GPL-2.0-or-later")).isTrue();
  }
}
