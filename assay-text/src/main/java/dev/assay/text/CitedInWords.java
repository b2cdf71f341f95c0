package dev.assay.text;

import dev.assay.io.AnyWord;
import dev.assay.model.Component;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A paper that a reader is bid to cite by a line of words, as reference lists write them: authors,
/// a year, a title, a journal.
final class CitedInWords {
  private static final int LONGEST = 600;
  private static final int SHORTEST = 8;

  /// How much of the line is shown.
  private static final int SHOWN = 250;

  private static final Pattern BIDS =
      Pattern.compile(
          "(?i)\\b(?:please|kindly|consider|to|how to|should|must) (?:also )?(?:cit(?:e|ing)|reference)\\b[^.:?]{0,80}[:.?]?\\s{0,4}");

  private static final Pattern YEAR = Pattern.compile("\\b(?:19[5-9]|20[0-4])\\d\\b");

  /// Where it appeared: the name of a series, or volume and pages.
  private static final Pattern APPEARED =
      Pattern.compile(
          "(?i)\\b(?:journal|proceedings|proc\\.|conference|transactions|trans\\.|arxiv|biorxiv|preprint|workshop|symposium|letters|review|annals|bulletin|bioinformatics|nature|science|doi)\\b"
              + "|\\b\\d{1,4} ?\\(\\d{1,3}\\) ?[:,]|\\b\\d{1,4} ?: ?\\d{1,6} ?[-–]|(?<![\\w])pp?\\. ?\\d");

  private static final Pattern OTHER_THING =
      Pattern.compile(
          "(?i)\\bdata ?sets?\\b|\\bsoftware\\b|\\bgithub\\b|\\bcorpus\\b|\\bzenodo\\b");

  private static final AnyWord CITES = AnyWord.of("cit", "reference");

  private CitedInWords() {}

  /// @param bid whether the headings or the sentence above bid to cite what the block says
  static Optional<PaperSigns.Cited> of(Block block, boolean bid) {
    String text = block.text();
    if (text.length() > LONGEST
        || !bid && !CITES.in(text)
        || !YEAR.matcher(text).find()
        || OTHER_THING.matcher(text).find()) {
      return Optional.empty();
    }
    Matcher bids = BIDS.matcher(text);
    String line;
    if (bids.find()) {
      line = text.substring(bids.end());
    } else if (bid) {
      line = text;
    } else {
      return Optional.empty();
    }
    String cited = line.strip().replaceAll("\\s+", " ");
    boolean reference =
        cited.split(" ", SHORTEST + 1).length >= SHORTEST
            && YEAR.matcher(cited).find()
            && APPEARED.matcher(cited).find();
    return reference
        ? Optional.of(
            new PaperSigns.Cited(
                Component.RESEARCH_PAPER,
                cited.length() > SHOWN ? cited.substring(0, SHOWN) : cited))
        : Optional.empty();
  }
}
