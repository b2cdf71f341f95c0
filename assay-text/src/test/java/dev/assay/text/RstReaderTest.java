package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RstReaderTest {

  private static List<Block> blocks(String text) {
    return DocumentReader.blocks(Docs.file("README.rst", text), 1, "");
  }

  private static List<Link> links(String text) {
    return blocks(text).stream().flatMap(b -> b.links().stream()).toList();
  }

  @Test
  void aLinkHasItsWordsAndItsAddress() {
    Block block =
        blocks("Trained on `Harbour <https://x.org/h>`_ and `Port\n<https://x.org/p>`__.\n")
            .getFirst();
    assertThat(block.text()).isEqualTo("Trained on Harbour and Port.");
    assertThat(block.links())
        .containsExactly(
            new Link("Harbour", "https://x.org/h", false, 11),
            new Link("Port", "https://x.org/p", false, 23));
  }

  @Test
  void namesLeadWhereTheyAreDefined() {
    assertThat(
            links(
                """
                See `the paper`_, Harbour_, `first`__ and `second`__, `again <https://x.org/g>`_, again_.

                .. _the paper: https://x.org/
                   paper
                .. _harbour:
                .. _port: https://x.org/h
                .. __: https://x.org/1
                __ https://x.org/2
                """))
        .extracting(Link::text, Link::target)
        .containsExactly(
            tuple("the paper", "https://x.org/paper"),
            tuple("Harbour", "https://x.org/h"),
            tuple("first", "https://x.org/1"),
            tuple("second", "https://x.org/2"),
            tuple("again", "https://x.org/g"),
            tuple("again", "https://x.org/g"));
  }

  @Test
  void aNameMayLeadToAnother() {
    assertThat(
            links(
                "See `data <the set_>`_ and `more <set>`_.\n\n.. _the set: set_\n.. _set: https://x.org/s\n"))
        .extracting(Link::target)
        .containsExactly("https://x.org/s", "https://x.org/s");
  }

  @Test
  void anUnderscoreAloneLeadsNowhere() {
    Block block = blocks("Set train_ or max_len, __init__ and [1]_.").getFirst();
    assertThat(block.text()).isEqualTo("Set train_ or max_len, __init__ and [1].");
    assertThat(block.links()).isEmpty();
    assertThat(blocks("See Guide_.\n\n.. _guide:\n").getFirst().text()).isEqualTo("See Guide.");
  }

  @Test
  void aBadgeIsAPictureThatLeadsSomewhere() {
    List<Block> blocks =
        blocks(
            """
            |paper| |license| of |name|

            .. |paper| image:: https://img.org/badge/paper.svg
               :target: https://arxiv.org/abs/2102.01757
               :alt: Paper
            .. |license| image:: https://img.org/l.svg
            .. |name| replace:: a large
               model
            """);
    assertThat(blocks).hasSize(1);
    assertThat(blocks.getFirst().text()).isEqualTo("of a large model");
    assertThat(blocks.getFirst().links())
        .containsExactly(
            new Link("Paper", "https://img.org/badge/paper.svg", true, 0),
            new Link("", "https://arxiv.org/abs/2102.01757", false, 0),
            new Link("", "https://img.org/l.svg", true, 0));
  }

  @Test
  void aPictureStandsByItselfWithItsTarget() {
    List<Block> blocks =
        blocks(
            ".. figure:: docs/plot.png\n   :target: https://x.org/p\n   :width: 80%\n\n   How it was trained.\n\nEnd.\n");
    assertThat(blocks.getFirst().links())
        .extracting(Link::target)
        .containsExactly("docs/plot.png", "https://x.org/p");
    assertThat(blocks).extracting(Block::text).containsExactly("", "How it was trained.", "End.");
    assertThat(blocks.get(1).first()).isEqualTo(5);
  }

  @Test
  void rolesAreTheirWords() {
    Block block =
        blocks(
                "Use :class:`Trainer` and :py:meth:`fit <a.b.fit>`, :math:`x^2`; :download:`list <d/list.txt>`: done.\n")
            .getFirst();
    assertThat(block.text()).isEqualTo("Use Trainer and fit, x^2; list: done.");
    assertThat(block.links()).extracting(Link::target).containsExactly("d/list.txt");
  }

  @Test
  void literalsAndEscapesAreWords() {
    Block block =
        blocks("Run ``a * b_`` with \\*.py; **bold**\\ ness, see http://x.org/a.\n").getFirst();
    assertThat(block.text()).isEqualTo("Run a * b_ with *.py; boldness, see .");
    assertThat(block.links()).extracting(Link::target).containsExactly("http://x.org/a");
  }

  @Test
  void headingsHaveTheLevelsInWhichTheyAppear() {
    List<Block> blocks =
        blocks(
            """
            #####
            Model
            #####

            Data
            ****
            Of it.

            Sources
            ^^^^^^^
            a

            1. Results
            **********
            b
            """);
    assertThat(blocks)
        .extracting(Block::kind)
        .containsExactly(
            Block.Kind.HEADING,
            Block.Kind.HEADING,
            Block.Kind.PARAGRAPH,
            Block.Kind.HEADING,
            Block.Kind.PARAGRAPH,
            Block.Kind.HEADING,
            Block.Kind.PARAGRAPH);
    assertThat(blocks.get(4).headings()).containsExactly("Model", "Data", "Sources");
    assertThat(blocks.get(6).headings()).containsExactly("Model", "1. Results");
    assertThat(blocks.getFirst().first()).isEqualTo(1);
    assertThat(blocks.getFirst().last()).isEqualTo(3);
    assertThat(blocks.get(4).first()).isEqualTo(11);
  }

  @Test
  void codeStandsBehindADirectiveOrTwoColons() {
    List<Block> blocks =
        blocks(
            """
            Train it::

                python train.py \\
                  --data x

            .. code-block:: bash
               :linenos:

               wget https://x.org/d.jsonl

            .. code:: sh

               ls

            Then::
            """);
    assertThat(blocks)
        .extracting(Block::kind)
        .containsExactly(
            Block.Kind.PARAGRAPH,
            Block.Kind.CODE,
            Block.Kind.CODE,
            Block.Kind.CODE,
            Block.Kind.PARAGRAPH);
    assertThat(blocks.get(0).text()).isEqualTo("Train it:");
    assertThat(blocks.get(1).text()).isEqualTo("python train.py \\\n  --data x");
    assertThat(blocks.get(1).first()).isEqualTo(3);
    assertThat(blocks.get(1).last()).isEqualTo(4);
    assertThat(blocks.get(2).text()).isEqualTo("wget https://x.org/d.jsonl");
    assertThat(blocks.get(2).first()).isEqualTo(9);
    assertThat(blocks.get(2).links().getFirst().target()).isEqualTo("https://x.org/d.jsonl");
  }

  @Test
  void rawHtmlIsReadAsHtml() {
    List<Block> blocks =
        blocks(
            """
            Title
            =====

            .. raw:: html

               <p align="center">
                 <a href="https://x.org/m">Model</a>
               </p>

            .. raw:: latex

               \\newpage

            End.
            """);
    assertThat(blocks).extracting(Block::text).containsExactly("Title", "Model", "End.");
    assertThat(blocks.get(1).kind()).isEqualTo(Block.Kind.PARAGRAPH);
    assertThat(blocks.get(1).first()).isEqualTo(7);
    assertThat(blocks.get(1).links())
        .containsExactly(new Link("Model", "https://x.org/m", false, 0));
  }

  @Test
  void notesArePartOfTheText() {
    List<Block> blocks =
        blocks(
            """
            .. note:: The weights are
               not here.

               They will be.

            .. admonition:: Data
               :class: tip

               Trained on Harbour.

            .. toctree::

               pages/train

            .. trained on nothing
               that anybody sees

            ..
               nor this
            """);
    assertThat(blocks)
        .extracting(Block::text)
        .containsExactly(
            "The weights are not here.", "They will be.", "Data", "Trained on Harbour.");
    assertThat(blocks).allMatch(b -> b.kind() == Block.Kind.PARAGRAPH);
    assertThat(blocks.get(0).last()).isEqualTo(2);
  }

  @Test
  void itemsGoOnAndLieInEachOther() {
    List<Block> blocks =
        blocks(
            """
            The data sets:

            -  Harbour, which
               goes on

               -  a part of it

            #. one
            (2) two

            :License: MIT
            """);
    assertThat(blocks)
        .extracting(Block::text)
        .containsExactly(
            "The data sets:",
            "Harbour, which goes on",
            "a part of it",
            "one",
            "two",
            "License: MIT");
    assertThat(blocks.get(1).lead()).isEqualTo("The data sets:");
    assertThat(blocks.get(2).lead()).isEqualTo("Harbour, which goes on");
    assertThat(blocks.subList(1, 6)).allMatch(b -> b.kind() == Block.Kind.ITEM);
  }

  @Test
  void aGridGivesItsRows() {
    List<Block> rows =
        blocks(
            """
            +---------+--------------+
            | Model   | Download     |
            +=========+==============+
            | Base    | `weights     |
            | (small) | <https://    |
            |         | x.org/w>`__  |
            +---------+--------------+
            | 模型    | a | b        |
            |         | | c d        |
            +---------+--------------+
            """);
    assertThat(rows)
        .extracting(Block::cells)
        .containsExactly(
            List.of("Model", "Download"),
            List.of("Base (small)", "weights"),
            List.of("模型", "a / b c d"));
    assertThat(rows.get(1).header()).containsExactly("Model", "Download");
    assertThat(rows.get(1).links())
        .containsExactly(new Link("weights", "https://x.org/w", false, 17));
    assertThat(rows.get(1).text()).isEqualTo("| Base (small) | weights |");
    assertThat(rows.get(1).first()).isEqualTo(4);
    assertThat(rows.get(1).last()).isEqualTo(6);
  }

  @Test
  void aCellOfAGridMayReachOverOthers() {
    List<Block> rows =
        blocks(
            """
            +-----+-----+-----+
            | a   | b   | c   |
            +-----+-----+-----+
            | d and e   | f   |
            +-----+-----+-----+
            """);
    assertThat(rows.get(1).cells()).containsExactly("d and e", "", "f");
  }

  @Test
  void aTableBetweenRulesGivesItsRows() {
    List<Block> rows =
        blocks(
            """
            =======  ==========
            Model    Score
            =======  ==========
            Base     71.2
            Large    75.0 with
                     more data

            A 模型   2
            =======  ==========

            End.
            """);
    assertThat(rows)
        .extracting(Block::cells)
        .containsExactly(
            List.of("Model", "Score"),
            List.of("Base", "71.2"),
            List.of("Large", "75.0 with more data"),
            List.of("A 模型", "2"),
            List.of());
    assertThat(rows.get(2).first()).isEqualTo(5);
    assertThat(rows.get(2).last()).isEqualTo(6);
  }

  @Test
  void aListMayBeATable() {
    List<Block> rows =
        blocks(
            """
            .. list-table:: Weights
               :header-rows: 1

               * - Name
                 - Link
               * - Base
                 - `here
                   <https://x.org/b>`_
               * - Large
                 -

            .. csv-table::
               :header: "Name", "Data, all"

               Base, "1,000 hours"
            """);
    assertThat(rows)
        .extracting(Block::cells)
        .containsExactly(
            List.of(),
            List.of("Name", "Link"),
            List.of("Base", "here"),
            List.of("Large", ""),
            List.of("Name", "Data, all"),
            List.of("Base", "1,000 hours"));
    assertThat(rows.get(2).first()).isEqualTo(6);
    assertThat(rows.get(2).last()).isEqualTo(8);
  }

  @Test
  void anIndentedTextIsAQuotationAndALineBetweenParagraphsIsNothing() {
    List<Block> blocks = blocks("a\n\n    Quoted words.\n\n-----\n\nb\n");
    assertThat(blocks).extracting(Block::text).containsExactly("a", "Quoted words.", "b");
    assertThat(blocks).allMatch(b -> b.kind() == Block.Kind.PARAGRAPH);
  }

  @Test
  void whatNobodyWouldWriteTakesTimeInProportion() {
    List<String> pieces =
        List.of(
            "`",
            "``",
            "```a``",
            "|",
            "_",
            "a_",
            "[a",
            ":a:",
            "<",
            "`a <",
            "+-+\n",
            "+--+--+\n|\n",
            "=== ===\n",
            "==\n",
            "====\na\n",
            ".. a::\n",
            ".. |a\n",
            ".. _a:\n",
            "```\n",
            "- ",
            "a::\n\n b\n",
            ".. raw:: html\n\n <script>\n\n",
            ".. raw:: html\n\n <!--\n\n",
            "\\",
            ".. list-table::\n\n * - a\n",
            "* - * - ",
            " :a: b\n",
            "`a`__ ",
            "|\n",
            "x");
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (String piece : pieces) {
            blocks(piece.repeat(400_000 / piece.length()));
          }
          for (int depth = 0; depth < 600; depth += 200) {
            blocks((" ".repeat(depth) + "- a\n").repeat(1_000));
          }
        });
  }

  @Test
  void noBlockIsLongerThanAnybodyWouldRead() {
    List<String> texts =
        List.of(
            "word ".repeat(20_000),
            ".. code::\n\n " + "word ".repeat(20_000),
            "+--+\n" + "| word |\n".repeat(5_000) + "+--+\n",
            ".. csv-table::\n\n   " + "a,".repeat(20_000),
            "- " + "word ".repeat(20_000),
            ".. raw:: html\n\n <p>" + "word ".repeat(20_000));
    for (String text : texts) {
      assertThat(blocks(text)).hasSizeGreaterThan(2).allMatch(b -> b.text().length() < 9_000);
    }
  }
}
