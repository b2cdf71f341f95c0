package dev.assay.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrontMatterReaderTest {

  private static FrontMatter head(String text) {
    return TextFile.of("s", "README.md", text).frontMatter();
  }

  @Test
  void keysAreReadWithTheirLines() {
    FrontMatter head = head("---\nlicense: mit\ndatasets:\n- a/b\n- c\n---\n# Title\n");
    assertThat(head.status()).isEqualTo(FrontMatter.Status.READ);
    assertThat(head.text("license")).isEqualTo("mit");
    assertThat(head.texts("datasets")).containsExactly("a/b", "c");
    assertThat(head.line("datasets")).isEqualTo(3);
    assertThat(head.last()).isEqualTo(6);
  }

  @Test
  void aQuotedNoIsALanguageAndNotFalse() {
    assertThat(head("---\nlanguage: 'no'\n---\n").text("language")).isEqualTo("no");
    assertThat(head("---\nlanguage:\n- no\n- en\n---\n").texts("language"))
        .containsExactly("no", "en");
  }

  @Test
  void anImageOrATitleMayStandBeforeIt() {
    assertThat(head("![x](y.png)\n\n---\nlicense: mit\n---\n").text("license")).isEqualTo("mit");
    assertThat(head("# Title\n---\nlicense: mit\n---\n").text("license")).isEqualTo("mit");
  }

  @Test
  void aRuleIsNoFrontMatter() {
    assertThat(head("---\n\nSome words that are no key.\n\n---\nmore\n").status())
        .isEqualTo(FrontMatter.Status.NONE);
    assertThat(head("---\n# Title\n\nwords\n").status()).isEqualTo(FrontMatter.Status.NONE);
  }

  @Test
  void twoRulesBelowATitleAreAroundProse() {
    FrontMatter head =
        head("# Title\n---\n##\n- [Paper](https://x.org/1)\n\n- List: a\n\n### More\n---\nwords\n");
    assertThat(head.status()).isEqualTo(FrontMatter.Status.NONE);
  }

  @Test
  void objectsAliasBombsAndDuplicatesAreBrokenAndNeverThrown() {
    assertThat(head("---\na: !!javax.script.ScriptEngineManager [x]\n---\n").status())
        .isEqualTo(FrontMatter.Status.BROKEN);
    assertThat(head("---\na: 1\na: 2\n---\n").status()).isEqualTo(FrontMatter.Status.BROKEN);
    StringBuilder bomb = new StringBuilder("---\na0: &a0 [x,x]\n");
    for (int i = 1; i < 80; i++) {
      bomb.append("a%d: &a%d [*a%d,*a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(head(bomb + "---\n").status()).isEqualTo(FrontMatter.Status.BROKEN);
    assertThat(head("---\na: " + "[".repeat(50_000) + "\n---\n").status())
        .isEqualTo(FrontMatter.Status.BROKEN);
    assertThat(head("---\nlicense: mit\n\tx: [\n---\n").reason()).contains("not YAML");
  }

  @Test
  void commentsOfAModuleCatalogueAreFields() {
    FrontMatter head =
        head("# Module a/b/1\n\n<!-- dataset: wikipedia -->\n<!-- license: apache-2.0 -->\n");
    assertThat(head.text("dataset")).isEqualTo("wikipedia");
    assertThat(head.line("license")).isEqualTo(4);
    assertThat(head.last()).isZero();
  }
}
