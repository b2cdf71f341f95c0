package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Which heading of a document is its title.
class TitlesOfDocumentsTest {
  private static String of(String text) {
    return Docs.document("README.md", text).title();
  }

  private static final String SENTENCE =
      "This repository gives programs that train the tern model by Gull Labs.\n\n";

  @Test
  void theFirstHeadingIs() {
    assertThat(of("# Tern\n\n" + SENTENCE + "# Install\n\nRun it.\n")).isEqualTo("Tern");
    assertThat(of("![logo](x.png)\n\n[English](a.md) | [中文](b.md)\n\n# Tern\n\n# Install\n"))
        .isEqualTo("Tern");
  }

  @Test
  void aSectionBehindTheIntroductionIsNone() {
    assertThat(of(SENTENCE + "# Gull plugin\n\nSee there.\n\n# Install\n\nRun it.\n")).isEmpty();
    // Alone in its rank it is the title still.
    assertThat(
            of("Note: this moved to another place, see the new pages.\n\n# Tern\n\n## Install\n"))
        .isEqualTo("Tern");
  }
}
