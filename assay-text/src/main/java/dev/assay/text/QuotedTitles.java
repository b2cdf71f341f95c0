package dev.assay.text;

import dev.assay.model.Component;
import java.util.Optional;
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

  private QuotedTitles() {}

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
