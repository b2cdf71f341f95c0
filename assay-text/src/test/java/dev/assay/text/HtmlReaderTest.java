package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.io.FileEntry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {

  private static List<Block> blocks(String text) {
    return DocumentReader.blocks(Docs.file("README.html", text), 1, "");
  }

  @Test
  void onlyDocumentsSoNamedAreRead() {
    assertThat(List.of("README.html", "docs/readme.htm", "MODEL_CARD.html", "data/datasheet.html"))
        .allMatch(path -> DocumentReader.wants(FileEntry.file(path, 10)));
    assertThat(List.of("index.html", "docs/news.html", "docs/api.html"))
        .noneMatch(path -> DocumentReader.wants(FileEntry.file(path, 10)));
    assertThat(Docs.document("README.html", "<h1>N</h1>").kind()).isEqualTo(Document.Kind.README);
  }

  @Test
  void headingsParagraphsAndItemsStandOnTheirLines() {
    List<Block> blocks =
        blocks(
            """
            <!DOCTYPE html>
            <html><head><title>Not this</title>
            <style>p { color: red }</style></head>
            <body>
            <h1 id="m">Model</h1>
            <h2>Data</h2>
            <p>Trained on <a href="https://x.org/h?a=1&amp;b=2">Harbour
            data</a> &amp; more&nbsp;of it.</p>
            <ul>
            <li>one</li>
            <li><p>two</p>
            <ul><li>a part</li></ul></li>
            </ul>
            <script>var p = "<p>no</p>";</script>
            <!-- <p>nor this</p> -->
            <p><strong>Results</strong></p>
            End.
            </body></html>
            """);
    assertThat(blocks)
        .extracting(Block::text)
        .containsExactly(
            "Model",
            "Data",
            "Trained on Harbour data & more of it.",
            "one",
            "two",
            "a part",
            "Results",
            "End.");
    assertThat(blocks)
        .extracting(Block::kind)
        .containsExactly(
            Block.Kind.HEADING,
            Block.Kind.HEADING,
            Block.Kind.PARAGRAPH,
            Block.Kind.ITEM,
            Block.Kind.ITEM,
            Block.Kind.ITEM,
            Block.Kind.HEADING,
            Block.Kind.PARAGRAPH);
    assertThat(blocks).extracting(Block::first).containsExactly(5, 6, 7, 10, 11, 12, 16, 17);
    assertThat(blocks.get(2).last()).isEqualTo(8);
    assertThat(blocks.get(2).headings()).containsExactly("Model", "Data");
    assertThat(blocks.get(2).links())
        .containsExactly(new Link("Harbour data", "https://x.org/h?a=1&b=2", false, 11));
    assertThat(blocks.get(5).lead()).isEqualTo("two");
  }

  @Test
  void linesAreCountedHoweverTheyEnd() {
    assertThat(blocks("<p>a</p>\r\n<p>b</p>\r<p>c</p>\n\n<p>d"))
        .extracting(Block::first)
        .containsExactly(1, 2, 3, 5);
  }

  @Test
  void tablesGiveCellsUnderTheirHeader() {
    List<Block> rows =
        blocks(
            """
            <table><thead>
            <tr><th>Name</th><th>Data</th></tr></thead>
            <tr>
              <td><a href="https://x.org/w">Base</a></td>
              <td>5B | tokens<br>of text</td>
            </tr>
            <tr><td>Large<td>
            </table>
            <table><tr><td>x</td></tr></table>
            """);
    assertThat(rows)
        .extracting(Block::cells)
        .containsExactly(
            List.of("Name", "Data"),
            List.of("Base", "5B / tokens of text"),
            List.of("Large"),
            List.of("x"));
    assertThat(rows.get(1).header()).containsExactly("Name", "Data");
    assertThat(rows.get(1).links()).containsExactly(new Link("Base", "https://x.org/w", false, 2));
    assertThat(rows.get(1).first()).isEqualTo(3);
    assertThat(rows.get(1).last()).isEqualTo(5);
    assertThat(rows.get(3).header()).isEmpty();
  }

  @Test
  void codeKeepsItsLinesAndAddresses() {
    List<Block> blocks =
        blocks(
            "<p>Run:</p>\n<pre class=\"sh\"><code>\n<span><a href=\"#l1\"></a>wget  https://x.org/d.jsonl</span>\n"
                + "python a.py &lt; b\n</code></pre>\n");
    assertThat(blocks.get(1).kind()).isEqualTo(Block.Kind.CODE);
    assertThat(blocks.get(1).text()).isEqualTo("wget  https://x.org/d.jsonl\npython a.py < b");
    assertThat(blocks.get(1).links())
        .extracting(Link::target)
        .containsExactly("https://x.org/d.jsonl");
    assertThat(blocks.get(1).first()).isEqualTo(3);
    assertThat(blocks.get(1).last()).isEqualTo(4);
  }

  @Test
  void picturesAndAddressesAreLinks() {
    List<Link> links =
        blocks(
                "<p><a href=\"https://x.org/p\"><img alt=\"Paper\" src=\"b.png\"></a>"
                    + "<a href='https://x.org/q'>https://x.org/q</a> https://x.org/r.</p>")
            .getFirst()
            .links();
    assertThat(links)
        .containsExactly(
            new Link("Paper", "b.png", true, 0),
            new Link("", "https://x.org/p", false, 0),
            new Link("", "https://x.org/q", false, 0),
            new Link("", "https://x.org/r", false, 0));
  }

  @Test
  void aLinkMayReachOverBlocks() {
    List<Block> blocks = blocks("<a href=\"https://x.org/a\"><h2>Weights</h2><p>here</p></a>");
    assertThat(blocks).hasSize(2);
    assertThat(blocks).allMatch(b -> b.links().getFirst().target().equals("https://x.org/a"));
  }

  @Test
  void whatIsNoTagIsText() {
    assertThat(blocks("<p>a < b, 2<3, a && b, &unknown; <b").getFirst().text())
        .isEqualTo("a < b, 2<3, a && b, &unknown; <b");
    assertThat(blocks("<p title=\"a > b\">c</p>").getFirst().text()).isEqualTo("c");
  }

  @Test
  void noBlockIsLongerThanAnybodyWouldRead() {
    List<String> texts =
        List.of(
            "<p>" + "word ".repeat(20_000),
            "<h1>" + "word ".repeat(20_000),
            "<pre>" + "word ".repeat(20_000),
            "<tr>" + "<td>word".repeat(20_000),
            "x".repeat(100_000),
            "<p>" + "<img src=a>".repeat(20_000));
    for (String text : texts) {
      assertThat(blocks(text))
          .hasSizeGreaterThan(2)
          .allMatch(b -> b.text().length() < 9_000 && b.links().size() < 1_000);
    }
  }

  @Test
  void whatNobodyWouldWriteTakesTimeInProportion() {
    List<String> pieces =
        List.of(
            "<",
            "<a ",
            "<a href=x>",
            "<a =\"",
            "<!--",
            "<script>",
            "<script></",
            "</",
            "<td>",
            "<li>",
            "<ul>",
            "<p>",
            "<h1>a",
            "<pre>",
            "&",
            "&#",
            "<b>",
            "<a href=\"a'",
            "\n");
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (String piece : pieces) {
            blocks(piece.repeat(400_000 / piece.length()));
          }
        });
  }
}
