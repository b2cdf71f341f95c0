package dev.assay.text;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The sentences of one document's blocks with the phrases in each, and in what introduces them:
/// three readers ask for them, and they are worked out once.
final class Heard {
  private final Map<Block, List<Sentences.Sentence>> sentences = new IdentityHashMap<>();
  private String lead = "";
  private Signals ofLead = Signals.NONE;

  /// The sentences of a block, in order; a row of a table is one.
  List<Sentences.Sentence> in(Block block) {
    return sentences.computeIfAbsent(block, b -> Sentences.of(b.text()));
  }

  /// The phrases of what introduces a block, which the items of a list share.
  Signals lead(Block block) {
    if (!block.lead().equals(lead)) {
      lead = block.lead();
      ofLead = Signals.of(lead);
    }
    return ofLead;
  }
}
