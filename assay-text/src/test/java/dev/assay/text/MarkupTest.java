package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkupTest {

  private static List<Block> blocks(String text) {
    return Markup.read(Docs.file("README.md", text), 1, "");
  }

  @Test
  void blocksKnowTheirLinesAndHeadings() {
    List<Block> blocks = blocks("# A\n\n## B\none\ntwo\n\n- x\n- y\n  more\n\n# C\nz\n");
    assertThat(blocks)
        .extracting(Block::text)
        .containsExactly("A", "B", "one two", "x", "y more", "C", "z");
    assertThat(blocks.get(2).headings()).containsExactly("A", "B");
    assertThat(blocks.get(2).first()).isEqualTo(4);
    assertThat(blocks.get(2).last()).isEqualTo(5);
    assertThat(blocks.get(4).lead()).isEqualTo("one two");
    assertThat(blocks.get(6).headings()).containsExactly("C");
  }

  @Test
  void aParagraphThatNobodyWouldReadIsReadAsSeveral() {
    String line = "[Harbour](https://arxiv.org/abs/2102.01757) is a corpus for speech and\n";
    List<Block> blocks = blocks("# A\n\n" + line.repeat(1_000));
    assertThat(blocks).hasSizeBetween(8, 20);
    assertThat(blocks.stream().mapToInt(b -> b.links().size()).sum()).isEqualTo(1_000);
    assertThat(blocks.get(1).first()).isEqualTo(3);
    assertThat(blocks.get(2).first()).isEqualTo(blocks.get(1).last() + 1);
    assertThat(blocks.getLast().last()).isEqualTo(1_002);
  }

  @Test
  void aLongLineIsCutBeforeALink() {
    List<Block> blocks = blocks("[two words](https://x.org/a)  ".repeat(1_000));
    assertThat(blocks).hasSizeGreaterThan(2);
    assertThat(blocks.stream().mapToInt(b -> b.links().size()).sum()).isEqualTo(1_000);
    assertThat(blocks("x".repeat(100_000))).hasSizeGreaterThan(10);
  }

  @Test
  void aRowOrHeadingThatNobodyWouldReadIsCut() {
    List<Block> rows = blocks("| a | [two words](https://x.org/a) ".repeat(1_000) + "|\n");
    assertThat(rows).hasSizeGreaterThan(3);
    assertThat(rows.stream().mapToInt(b -> b.links().size()).sum()).isEqualTo(1_000);
    List<Block> words = blocks("# " + "many words ".repeat(2_000));
    assertThat(words).hasSizeGreaterThan(2);
    assertThat(words).noneMatch(b -> b.kind() == Block.Kind.HEADING);
  }

  @Test
  void sentencesOfOneLongLineTakeTimeInProportion() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> Docs.readme("Thanks for their work. ".repeat(100_000)));
  }

  @Test
  void linksToPapersInOneParagraphTakeTimeInProportion() {
    String line = "[Harbour](https://arxiv.org/abs/2102.01757) is a corpus for speech and\n";
    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> Docs.readme("# N\n\n" + line.repeat(12_000)));
  }

  @Test
  void linksAreReadInEveryFormThatDocumentsUse() {
    List<Link> links =
        blocks(
                "[a](https://x.org/a) [b][r] <https://x.org/c> https://x.org/d. "
                    + "[![e](https://x.org/e.png)](https://x.org/e) <a href=\"https://x.org/f\">f</a> "
                    + "[g](https://x.org/g_(h))\n\n[r]: https://x.org/b\n")
            .getFirst()
            .links();
    assertThat(links)
        .extracting(Link::target)
        .contains(
            "https://x.org/a",
            "https://x.org/b",
            "https://x.org/c",
            "https://x.org/d",
            "https://x.org/e",
            "https://x.org/f",
            "https://x.org/g_(h)");
    assertThat(links.getFirst().text()).isEqualTo("a");
  }

  @Test
  void plainTextMayHaveTheHeadingsAndLinksOfOtherForms() {
    List<Block> blocks =
        Markup.read(
            Docs.file("README.txt", "Title\n=====\n\nSee `the data <https://x.org/d>`_.\n"), 1, "");
    assertThat(blocks.get(0).kind()).isEqualTo(Block.Kind.HEADING);
    assertThat(blocks.get(1).links().getFirst().target()).isEqualTo("https://x.org/d");
  }

  @Test
  void tablesGiveCellsUnderTheirHeader() {
    List<Block> rows =
        blocks(
            "| Name | Data |\n|---|---|\n| a | 5B tokens |\n\n<table>\n<tr><td>p</td><td>q</td></tr>\n</table>\n");
    assertThat(rows)
        .extracting(Block::cells)
        .containsExactly(List.of("Name", "Data"), List.of("a", "5B tokens"), List.of("p", "q"));
    assertThat(rows.get(1).header()).containsExactly("Name", "Data");
  }

  @Test
  void codeKeepsItsAddresses() {
    List<Block> blocks = blocks("```bash\n# not a heading\nwget https://x.org/d.jsonl\n```\n");
    assertThat(blocks).hasSize(1);
    assertThat(blocks.getFirst().kind()).isEqualTo(Block.Kind.CODE);
    assertThat(blocks.getFirst().links().getFirst().target()).isEqualTo("https://x.org/d.jsonl");
  }

  @Test
  void whereAReferenceLeadsIsNoProse() {
    List<Block> blocks =
        blocks(
            "We use [**Harbour**] and [x][1].\n\n[**Harbour**]: https://x.org/h\n"
                + "[1]: https://x.org/1 \"a title\"\n[^2]: A footnote that is read.\n"
                + "[2031]: We trained it anew.\n");
    assertThat(blocks)
        .extracting(Block::text)
        .containsExactly(
            "We use Harbour and x.", "^2: A footnote that is read. 2031: We trained it anew.");
    assertThat(blocks.getFirst().links())
        .extracting(Link::target)
        .containsExactly("https://x.org/h", "https://x.org/1");
  }

  @Test
  void aHeadingThatIsUnderlinedKeepsItsLinks() {
    List<Block> blocks = blocks("Harbour [weights](https://x.org/w)\n=====\n\ntext\n");
    assertThat(blocks.getFirst().kind()).isEqualTo(Block.Kind.HEADING);
    assertThat(blocks.getFirst().links())
        .extracting(Link::target)
        .containsExactly("https://x.org/w");
  }

  @Test
  void whatIsSetAboveTheLineIsNoPartOfTheWordBeforeIt() {
    assertThat(blocks("| AP<sup>val</sup> | H<sub>2</sub>O |\n").getFirst().cells())
        .containsExactly("AP^val", "H2O");
  }

  @Test
  void charactersWrittenByNameOrNumberAreRead() {
    assertThat(blocks("A&#8209;B &lt;5 &eacute;t&eacute; &nosuch; R&D &amp; S\n").getFirst().text())
        .isEqualTo("A\u2011B <5 \u00e9t\u00e9 &nosuch; R&D & S");
  }

  @Test
  void aLongerFenceIsClosedByItsEqual() {
    for (String fence : List.of("```", "````", "~~~", "~~~~~")) {
      List<Block> blocks = blocks("a\n\n" + fence + "sh\nrun\n" + fence + "\n\nb\n");
      assertThat(blocks).extracting(Block::text).containsExactly("a", "run", "b");
      assertThat(blocks.get(1).kind()).isEqualTo(Block.Kind.CODE);
    }
    assertThat(blocks("````\n```sh\nrun\n```\n````\nb\n"))
        .extracting(Block::text)
        .containsExactly("```sh\nrun\n```", "b");
  }

  @Test
  void anItemMayBeOrHoldCode() {
    assertThat(blocks("- x\n  ~~~~\n  run\n  ~~~~\n\n1. ```sh\n   go\n   ```\n2. y\n\nb\n"))
        .extracting(Block::kind, b -> b.text().strip())
        .containsExactly(
            tuple(Block.Kind.ITEM, "x"),
            tuple(Block.Kind.CODE, "run"),
            tuple(Block.Kind.CODE, "go"),
            tuple(Block.Kind.ITEM, "y"),
            tuple(Block.Kind.PARAGRAPH, "b"));
  }

  @Test
  void threeBackquotesWithinALineAreASpanOfCode() {
    assertThat(blocks("# A\n```python a.py```\n\n```--x``` is the size.\n* ```2024``` b\n\nc\n"))
        .extracting(Block::kind, Block::text)
        .containsExactly(
            tuple(Block.Kind.HEADING, "A"),
            tuple(Block.Kind.CODE, "python a.py"),
            tuple(Block.Kind.PARAGRAPH, "--x is the size."),
            tuple(Block.Kind.ITEM, "2024 b"),
            tuple(Block.Kind.PARAGRAPH, "c"));
  }

  @Test
  void aTableOfTagsEndsTheParagraphAboveIt() {
    List<Block> blocks =
        blocks(
            "<b>Detection:</b>\n<table>\n<tr>\n<th>Model</th>\n<th>AP50</th>\n</tr>\n<tr>\n<td>N</td>\n<td>0.9</td>\n</tr>\n</table>\n");
    assertThat(blocks)
        .extracting(Block::kind)
        .containsExactly(Block.Kind.PARAGRAPH, Block.Kind.ROW, Block.Kind.ROW);
    assertThat(blocks.get(2).header()).containsExactly("Model", "AP50");
  }

  @Test
  void anAddressMayStandInAngleBrackets() {
    List<Block> blocks = blocks("See [the paper][p].\n\n  [p]: <https://x.org/a>\n");
    assertThat(blocks.getFirst().links())
        .extracting(Link::target)
        .containsExactly("https://x.org/a");
  }

  /// A stroke at the end of a line breaks it, and ends no sentence less.
  @Test
  void aStrokeThatBreaksALineIsNoWord() {
    assertThat(blocks("One ends.\\\nTwo \\* begins.\n").getFirst().text())
        .isEqualTo("One ends. Two * begins.");
  }
}
