package dev.assay.text;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The sentences of one document's blocks with the phrases in each: three readers ask for them, and
/// they are worked out once.
final class Heard {
  private final Map<Block, List<Sentences.Sentence>> sentences = new IdentityHashMap<>();

  /// The sentences of a block, in order; a row of a table is one.
  List<Sentences.Sentence> in(Block block) {
    return sentences.computeIfAbsent(block, b -> Sentences.of(b.text()));
  }
}
