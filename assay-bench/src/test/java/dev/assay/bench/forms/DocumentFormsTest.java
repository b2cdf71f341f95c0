package dev.assay.bench.forms;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class DocumentFormsTest {
  private static final String TEXT =
      """
      # Model

      A sentence that is long enough to be broken before it comes to its end, with
      [a link](https://example.org/a) and `code [no](link)` and - a dash.

      - an item that is long enough to be broken if items were broken, which they are not
      - another

      | a | b |
      | --- | --- |
      | [c](d) | a cell |

      ```bash
      # no heading, and a line that is as long as the sentences before it, but no paragraph
      python a.py
      ```

      ## Licence
      MIT
      """;

  private static String md(Rewriting form, String text) {
    return Rewritten.by(form, "README.md", text);
  }

  @Test
  void paragraphsBreakElsewhereAndTheRestStands() {
    assertThat(md(Paragraphs.broken(), TEXT))
        .isEqualTo(
            TEXT.replace(
                """
                A sentence that is long enough to be broken before it comes to its end, with
                [a link](https://example.org/a) and `code [no](link)` and - a dash.
                """,
                """
                A sentence that is long enough to be broken before it comes
                to its end, with [a link](https://example.org/a) and `code
                [no](link)` and - a dash.
                """));
  }

  @Test
  void noWordBecomesAMarkAtALinesStart() {
    assertThat(Paragraphs.broken("one two - three 4. five # six", 7))
        .isEqualTo("one two -\nthree 4.\nfive #\nsix");
  }

  @Test
  void paragraphsAreJoinedAndTheRestStands() {
    assertThat(md(Paragraphs.joined(), TEXT))
        .isEqualTo(TEXT.replace("with\n[a link]", "with [a link]"));
    String kept =
        "A line that ends here.  \nAnother.\n\n<p>\na\n</p>\n\n[1]: http://a\n[2]: http://b\n";
    assertThat(md(Paragraphs.joined(), kept)).isEqualTo(kept);
  }

  @Test
  void addressesOfLinksStandAtTheEnd() {
    assertThat(md(LinksByReference.form(), TEXT))
        .isEqualTo(
            TEXT.replace("(https://example.org/a)", "[to-1]").replace("[c](d)", "[c][to-2]")
                + "\n[to-1]: https://example.org/a\n[to-2]: d\n");
    String kept = "![a picture](a.png) and [a note][1]\n\n<a>[b](c)</a>\n";
    assertThat(md(LinksByReference.form(), kept)).isEqualTo(kept);
  }

  @Test
  void headingsAreUnderlined() {
    assertThat(md(HeadingsUnderlined.form(), TEXT))
        .isEqualTo(
            TEXT.replace("# Model\n", "Model\n=====\n")
                .replace("## Licence\n", "Licence\n-----\n")
                .replace("#Licence", "Licence"));
    assertThat(md(HeadingsUnderlined.form(), "# 1. One\n\n### Three\n"))
        .isEqualTo("# 1. One\n\n### Three\n");
  }

  @Test
  void fencesAreOfTildes() {
    assertThat(md(FencesOfTildes.form(), TEXT)).isEqualTo(TEXT.replace("```", "~~~"));
    String open = "```\na line\n";
    assertThat(md(FencesOfTildes.form(), open)).isEqualTo(open);
  }

  @Test
  void headsAreOtherYaml() {
    String card = "---\nlicense: mit # as it is\ntags:\n- a b\n- 1.0\nempty: []\n---\n# Model\n";
    assertThat(md(Heads.quoted(), card))
        .isEqualTo(
            "---\n\"license\": \"mit\"\n\"tags\":\n  - \"a b\"\n  - 1.0\n\"empty\": []\n---\n# Model\n");
    assertThat(md(Heads.flow(), card))
        .isEqualTo(
            "---\n{\"license\": \"mit\", \"tags\": [\"a b\", 1.0], \"empty\": []}\n---\n# Model\n");
    assertThat(md(Heads.json(), card))
        .startsWith("---\n{\n  \"license\": \"mit\",\n  \"tags\": [\n");
    assertThat(md(Heads.block(), card)).contains("license: mit\ntags:\n  - a b\n");
    assertThat(md(Heads.flow(), TEXT)).isEqualTo(TEXT);
  }

  @Test
  void textsAreOtherBytes() {
    assertThat(Rewritten.by(Encodings.lines(), "a.py", "a\nb\n")).isEqualTo("a\r\nb\r\n");
    assertThat(Rewritten.by(Encodings.lines(), "a.sh", "a\nb\n")).isEqualTo("a\nb\n");
    assertThat(Rewritten.by(Encodings.linesOfPython(), "a.md", "a\n")).isEqualTo("a\n");
    assertThat(md(Encodings.mark(), "a\n")).isEqualTo("\ufeffa\n");
    Draft wide = new Encodings.Utf16().rewrite(Draft.ofTexts(Map.of("a.md", "é\n"))).orElseThrow();
    assertThat(new String(wide.bytes("a.md"), UTF_16)).isEqualTo("é\n");
  }

  @Test
  void licencesAreFilledButForListsAndCopyright() {
    String text =
        """
        Copyright (c) 2020 Somebody who has a long name, and others, of a long place
        All rights reserved, as they say where rights are reserved by those who have them.

        Redistribution and use in source and binary forms, with or without modification, are
        permitted.

        1. Redistributions of source code must retain the above copyright notice, and
        2. more.
        """;
    assertThat(Rewritten.by(LicenceWrapped.form(), "LICENSE", text))
        .isEqualTo(
            text.replace(
                "without modification, are\npermitted.", "without\nmodification, are permitted."));
  }
}
