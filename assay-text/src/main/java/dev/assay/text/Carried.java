package dev.assay.text;

import java.util.List;
import java.util.regex.Pattern;

/// What the sentences before carry over to the next one of the same block, or of the rows of a
/// table below it.
///
/// @param own whether one of them speaks of this release's training data
/// @param listedToFetch whether the block is an item of a list of what its lead bids to fetch,
///   where data is spoken of
/// @param ofTests whether the last sentence that speaks of data means a set for tests: "this
///   dataset" in the next one is that
/// @param last the data sets that the last sentence with some named
record Carried(boolean own, boolean listedToFetch, boolean ofTests, List<Passage.Source> last) {
  /// A longer sentence says more than "Download the data.".
  private static final int BIDDING = 40;

  private static final Pattern TEST_SET =
      Pattern.compile("(?i)\\b(?:test|testing|evaluation|held-out)[ -](?:sets?|data|splits?)\\b");

  static final Carried NOTHING = new Carried(false, false, false, List.of());

  /// What the first sentence of a block begins with.
  static Carried into(Block block, DocumentTraits document, Setting setting, Signals lead) {
    boolean listed =
        (block.kind() == Block.Kind.ITEM || LinkWords.beginsWithOne(block))
            && (setting.data()
                || setting.training()
                || document.root() && (setting.dataSection() || lead.has(Topic.DATA)))
            && (setting.data()
                    && block.kind() == Block.Kind.ITEM
                    && (LinkWords.isOne(block)
                        || LinkWords.beginsWithData(block)
                        || document.root() && LinkWords.beginsWithName(block))
                || LinkWords.introduces(block.lead()) && bidsLast(block.lead(), lead, setting));
    return new Carried(false, listed, false, List.of());
  }

  /// Whether the last sentence before a list bids to fetch data, or goes on from one that does:
  /// "You can also follow the instructions:" does neither.
  private static boolean bidsLast(String lead, Signals said, Setting setting) {
    int stop = lead.lastIndexOf(". ");
    String last = stop < 0 ? lead : lead.substring(stop + 2);
    return FetchedData.introduces(lead, said, setting.data()) && !INSTRUCTS.matcher(last).find();
  }

  private static final Pattern INSTRUCTS =
      Pattern.compile(
          "(?i)\\b(?:follow|these|following) (?:the )?(?:following )?(?:instructions|steps|commands)\\s?:?\\s?$");

  /// After a sentence that named these data sets, possibly none.
  Carried naming(List<Passage.Source> sources) {
    return sources.isEmpty() ? this : new Carried(own, listedToFetch, ofTests, sources);
  }

  /// "Download the data and put the files in `data/`".
  private static final Pattern AND_PUT =
      Pattern.compile(
          "(?i)^[\\W\\d]{0,6}(?:please |first,? )?download (?:the |all (?:the )?|our )?(?:raw |original )?(?:data|data ?sets?)(?: files?)?"
              + " and (?:put|place|unzip|extract|save|move|store)\\b[^.]{0,80}(?:\\.[\\w/][^.]{0,40}){0,3}\\.?$");

  /// After a sentence that is nothing but the bidding to fetch data: where from, the next one says.
  Carried bidding(Saying saying) {
    boolean bids =
        saying.links().isEmpty()
            && (saying.text().length() <= BIDDING || AND_PUT.matcher(saying.text().strip()).find())
            && FetchedData.introduces(saying.text(), saying.signals(), false)
            && FetchedData.names(saying.text(), saying.signals());
    return bids && !listedToFetch ? new Carried(own, true, ofTests, last) : this;
  }

  /// After a sentence that speaks of data, for tests or for something else.
  Carried testing(String text, Signals s) {
    if (!ofTests && !s.has(Topic.EVALUATION)) {
      return this;
    }
    boolean data = s.hasAny(Topic.DATA, Topic.TRAINING_DATA) || TEST_SET.matcher(text).find();
    boolean tests =
        data
            && s.has(Topic.EVALUATION)
            && !s.hasAny(Topic.TRAINING, Topic.TRAINED, Topic.TRAINING_DATA);
    return !data || tests == ofTests ? this : new Carried(own, listedToFetch, tests, last);
  }

  /// After a sentence of this weight.
  Carried weighing(int weight) {
    return weight >= Passage.OWN && !own ? new Carried(true, listedToFetch, ofTests, last) : this;
  }

  /// At the end of a block.
  Carried ended() {
    return own ? new Carried(false, listedToFetch, ofTests, last) : this;
  }
}
