package dev.assay.licences.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentsTest {
  @Test
  void keepsCommentsAndWhatCodeSaysOfItselfAndEveryOffset() {
    String text =
        """
        # under the MIT license
        import json  # not JSON license
        names = ["CC-BY-SA 4.0 license"]
        __license__ = "ISC"
        \"""About
        the Zlib license\"""
        x = 1
        """;
    String kept = Comments.of(text, "a/b.py");
    assertThat(kept).hasSameSizeAs(text);
    assertThat(kept).contains("under the MIT", "not JSON", "__license__ = \"ISC\"", "the Zlib");
    assertThat(kept).doesNotContain("import json", "CC-BY-SA", "x = 1");
  }

  @Test
  void slashesAndBlocks() {
    String text = "/* MIT\n license */ int a; // Zlib license\nString s = \"GPL license\";\n";
    assertThat(Comments.of(text, "A.java").strip())
        .startsWith("/* MIT\n license */")
        .contains("// Zlib license")
        .doesNotContain("GPL");
    assertThat(Comments.of(text, "notes.yaml")).isEqualTo(text);
  }

  @Test
  void anUnclosedBlockIsReadOnce() {
    String text = "/*".repeat(200_000);
    assertThat(Comments.of(text, "A.java")).isEqualTo(text);
    String lines = "\"\"\"\n".repeat(100_000);
    assertThat(Comments.of(lines, "a.py")).hasSameSizeAs(lines);
  }
}
