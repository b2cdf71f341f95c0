package dev.assay.text;

import java.util.List;

/// What the sentences before carry over to the next one of the same block, or of the rows of a
/// table below it.
///
/// @param own whether one of them speaks of this release's training data
/// @param listedToFetch whether the block is an item of a list of what its lead bids to fetch,
///   where data is spoken of
/// @param last the data sets that the last sentence with some named
record Carried(boolean own, boolean listedToFetch, List<Passage.Source> last) {
  static final Carried NOTHING = new Carried(false, false, List.of());

  /// What the first sentence of a block begins with.
  static Carried into(Block block, DocumentTraits document, Setting setting, Signals lead) {
    boolean listed =
        block.kind() == Block.Kind.ITEM
            && (setting.training()
                || document.root() && (setting.dataSection() || lead.has(Topic.DATA)))
            && LinkWords.introduces(block.lead())
            && FetchedData.introduces(block.lead(), lead);
    return new Carried(false, listed, List.of());
  }

  /// After a sentence that named these data sets, possibly none.
  Carried naming(List<Passage.Source> sources) {
    return sources.isEmpty() ? this : new Carried(own, listedToFetch, sources);
  }

  /// After a sentence of this weight.
  Carried weighing(int weight) {
    return weight >= Passage.OWN && !own ? new Carried(true, listedToFetch, last) : this;
  }

  /// At the end of a block.
  Carried ended() {
    return own ? new Carried(false, listedToFetch, last) : this;
  }
}
