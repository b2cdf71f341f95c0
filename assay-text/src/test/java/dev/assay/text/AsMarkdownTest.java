package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsMarkdownTest {

  private static List<Block> blocks(String name, String text) {
    return DocumentReader.blocks(Docs.file(name, text), 1, "");
  }

  @Test
  void asciiDocHasItsHeadingsLinksAndCode() {
    List<Block> blocks =
        blocks(
            "README.adoc",
            """
            = Model
            :toc:

            image:https://img.org/p.svg[Paper,link="https://x.org/p"]

            == Data
            Trained on https://x.org/h[Harbour^] and link:docs/data.md[more].

            * one
            ** a part

            [source,bash]
            ----
            wget https://x.org/d.jsonl
            ----
            """);
    assertThat(blocks)
        .extracting(Block::text)
        .containsExactly(
            "Model",
            "",
            "Data",
            "Trained on Harbour and more.",
            "one",
            "a part",
            "wget https://x.org/d.jsonl");
    assertThat(blocks.get(1).links())
        .extracting(Link::target)
        .containsExactly("https://img.org/p.svg", "https://x.org/p");
    assertThat(blocks.get(3).links())
        .extracting(Link::target)
        .containsExactly("https://x.org/h", "docs/data.md");
    assertThat(blocks.get(3).headings()).containsExactly("Model", "Data");
    assertThat(blocks.get(3).first()).isEqualTo(7);
    assertThat(blocks.getLast().kind()).isEqualTo(Block.Kind.CODE);
    assertThat(blocks.getLast().first()).isEqualTo(14);
  }

  @Test
  void orgHasItsHeadingsLinksAndCode() {
    List<Block> blocks =
        blocks(
            "README.org",
            """
            #+TITLE: Model
            * Data
            :PROPERTIES:
            :END:
            Trained on [[https://x.org/h][Harbour]] and [[file:plot.png]].

            | Name | Size |
            |------+------|
            | a    | 5B   |

            #+BEGIN_SRC sh
            wget https://x.org/d.jsonl
            #+END_SRC
            """);
    assertThat(blocks)
        .extracting(Block::text)
        .containsExactly(
            "Model",
            "Data",
            "Trained on Harbour and .",
            "| Name | Size |",
            "| a | 5B |",
            "wget https://x.org/d.jsonl");
    assertThat(blocks.get(2).links())
        .extracting(Link::target)
        .containsExactly("https://x.org/h", "plot.png");
    assertThat(blocks.get(2).first()).isEqualTo(5);
    assertThat(blocks.get(4).cells()).containsExactly("a", "5B");
    assertThat(blocks.getLast().first()).isEqualTo(12);
  }

  @Test
  void whatNobodyWouldWriteTakesTimeInProportion() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (String piece :
              List.of("[[", "[[a]", "image:a", "link:", "http://a[", "[", "....\n", "*", "= a\n")) {
            blocks("README.adoc", piece.repeat(400_000 / piece.length()));
            blocks("README.org", piece.repeat(400_000 / piece.length()));
          }
        });
  }
}
