package dev.assay.text;

import dev.assay.model.Component;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A paper that a document sets apart from its words by indenting it, as plain texts do: its title
/// on a line, its authors, where it appeared, below "described in our paper:".
final class QuotedTitles {
  private static final Pattern OUR_PAPER =
      Pattern.compile(
          "(?i)\\b(?:our|the following|this|the) (?:[\\w-]{1,20} ){0,2}(?:paper|article|publication|work)s?\\b[^.]{0,20}[:,]\\s*$");

  private static final Pattern APPEARED =
      Pattern.compile(
          "(?im)^\\s*(?:in:? |proc\\.|proceedings)|\\b(?:proceedings of|conference on|journal of|transactions on|arxiv|preprint|workshop on)");

  private static final int LINES = 8;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 250;

  private static final String NOUN =
      "(?:paper|article|manuscript|pre-?print|publication|thesis|dissertation)";

  /// "Code for the paper "Title of it"", "our recent work, "Title of it"", "code for "Title of
  /// it"".
  private static final Pattern QUOTED =
      Pattern.compile(
          "(?i)(?:\\b(?:codes?|implementation|repository|repo|official|our|my|accompan(?:ies|ying)|models?|notebook|supports?)\\b[^.!?\"“«]{0,70}\\b"
              + NOUN
              + "|\\b(?:for|accompanying) (?:the|this|our) "
              + NOUN
              + "|\\b(?:our|my) (?:[\\w-]{1,20} ){0,2}(?:work|study)"
              + "|\\b(?:code|implementation|repository) (?:for|of|accompanying))"
              + "(?: (?:en)?titled| called)?[ ,:]{0,3}[\"“«'‘]");

  /// A title has at least so many words.
  private static final int TITLE = 4;

  private QuotedTitles() {}

  /// A paper that a sentence names by its title alone, in quotes.
  static Optional<PaperSigns.Cited> named(String sentence) {
    // Most sentences have no quotes, and the patterns are dear.
    if (!holdsQuote(sentence)) {
      return Optional.empty();
    }
    Matcher quoted = QUOTED.matcher(sentence);
    if (!quoted.find()) {
      return inAngles(sentence);
    }
    int open = quoted.end();
    int close = open;
    while (close < sentence.length()
        && close - open < LONGEST
        && "\"”»".indexOf(sentence.charAt(close)) < 0) {
      close++;
    }
    String title = sentence.substring(open, close).strip();
    return close < sentence.length() && title.split(" ").length >= TITLE
        ? Optional.of(new PaperSigns.Cited(Component.RESEARCH_PAPER, title))
        : Optional.empty();
  }

  private static boolean holdsQuote(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '"', '“', '«', '\'', '‘', '《', '「', '『' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private static final Pattern IN_ANGLES =
      Pattern.compile(
          "(?:论文|論文|논문)[^。《「『“]{0,6}[《「『“]([^》」』”]{6,200})[》」』”](?=[^。]{0,20}(?:代码|代碼|实现|實現|源码|复现|実装|コード|再現|구현|코드))");

  /// "论文《Title》的代码": as Chinese, Japanese and Korean set titles apart.
  private static Optional<PaperSigns.Cited> inAngles(String sentence) {
    Matcher angles = IN_ANGLES.matcher(sentence);
    return angles.find()
        ? Optional.of(
            new PaperSigns.Cited(Component.RESEARCH_PAPER, String.valueOf(angles.group(1)).strip()))
        : Optional.empty();
  }

  static Optional<PaperSigns.Cited> of(Block block) {
    if (block.text().length() > LONGEST * LINES
        || !OUR_PAPER.matcher(block.lead()).find()
        || !APPEARED.matcher(block.text()).find()) {
      return Optional.empty();
    }
    String first = block.text().strip().lines().findFirst().orElse("").strip();
    String title = first.replaceAll("[;,.]+$", "");
    boolean words = title.split(" ").length >= SHORTEST && title.length() <= LONGEST;
    return words && title.chars().noneMatch(c -> "{}()=<>$".indexOf(c) >= 0)
        ? Optional.of(new PaperSigns.Cited(Component.RESEARCH_PAPER, title))
        : Optional.empty();
  }
}
