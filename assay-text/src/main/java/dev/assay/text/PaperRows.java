package dev.assay.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Papers that a release's pages lead to without a word of a sentence: a row of links to its site,
/// its demo and its paper, or words that send the reader on to "the following paper"; and papers
/// that a sentence names because the release repeats what they did.
final class PaperRows {
  /// What a link to a paper is called in a row of links.
  private static final Set<String> PAPER =
      Set.of("pdf", "arxiv", "paper", "preprint", "manuscript", "article", "publication");

  /// What the links beside it are called.
  private static final Set<String> BESIDE =
      Set.of(
          "website",
          "project website",
          "project page",
          "project",
          "homepage",
          "page",
          "web page",
          "webpage",
          "site",
          "blog",
          "blog post",
          "video",
          "videos",
          "demo",
          "demos",
          "code",
          "data",
          "dataset",
          "datasets",
          "model",
          "models",
          "weights",
          "checkpoints",
          "slides",
          "poster",
          "talk",
          "colab",
          "bibtex",
          "supplementary",
          "appendix",
          "hugging face",
          "huggingface");

  private PaperRows() {}

  /// Whether a block is a row of links and nothing else, of which this one is called a paper:
  /// "[Site]
  /// - [Demo] - [PDF]".
  static boolean is(Block block, Link link) {
    if (block.kind() == Block.Kind.ROW
        || block.links().size() < 2
        || block.links().size() > MOST
        || !PAPER.contains(name(link))) {
      return false;
    }
    int words = 0;
    boolean beside = false;
    for (Link other : block.links()) {
      words += letters(other.text());
      if (other != link && !other.image()) {
        if (!BESIDE.contains(name(other)) && !PAPER.contains(name(other))) {
          return false;
        }
        beside |= BESIDE.contains(name(other));
      }
    }
    return beside && letters(block.text()) <= words;
  }

  /// More links are a list.
  private static final int MOST = 12;

  private static String name(Link link) {
    return link.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", " ").strip();
  }

  private static int letters(String text) {
    return (int) text.chars().filter(Character::isLetter).count();
  }

  private static final Pattern FOLLOWING =
      Pattern.compile(
          "(?i)(?:(?:refer to|see|read|consult|in|found in) (?:the|our) following (?:paper|article|publication|preprint)s?[.:]?"
              + "|(?:\u6b21|\u4ee5\u4e0b)\u306e\u8ad6\u6587.{0,20}\u3002?"
              + "|(?:\u53c2\u89c1|\u53c2\u8003|\u8be6\u89c1|\u8bf7\u770b)(?:\u4ee5\u4e0b|\u4e0b\u5217)\u8bba\u6587[\uff1a\u3002:]?)$");

  /// Whether the words before a block send the reader on to a paper that follows: "for details see
  /// the following paper."
  static boolean follows(String lead) {
    String end = lead.strip();
    return FOLLOWING.matcher(end.substring(Math.max(0, end.length() - LEAD))).find();
  }

  private static final int LEAD = 120;

  /// More words are a title, which says what a release carries out.
  private static final int NAME = 3;

  private static final Pattern REPEATS =
      Pattern.compile(
          "(?i)\\b(?:replicat(?:es?|ing|ion of)|reproduc(?:es?|ing)|inspired by|similar to|adapted from|as in|follow(?:s|ing)) (?:the |an? )?$");

  /// Whether a link is called by a name that the document's title has not, right behind words for
  /// what the release repeats: "it replicates the [heron network](...) paper's".
  static boolean repeats(Block block, Link link, String title) {
    int to = Math.min(block.text().length(), Math.max(0, link.at()));
    String text = link.text().strip().toLowerCase(Locale.ROOT);
    return !text.isEmpty()
        && !title.contains(text)
        && !text.contains("our ")
        && text.split(" ").length <= NAME
        && REPEATS.matcher(block.text().substring(Math.max(0, to - 40), to)).find();
  }
}
