package dev.assay.text;

import java.util.List;
import java.util.Locale;

/// Which links to weights a document gives for somebody else's: the base that a reader is to fetch
/// before the release's own weights work, and what others have made of it.
final class OthersWeights {
  private static final List<String> BASES =
      List.of(
          "llm weights",
          "pretrained llm",
          "pre-trained llm",
          "backbone weights",
          "pretrained backbone",
          "pre-trained backbone",
          "weights of the backbone",
          "base model weights",
          "weights of the base model");

  private static final List<String> FOLLOWERS =
      List.of(
          "community efforts",
          "community projects",
          "community contributions",
          "community models",
          "built on top of",
          "projects using",
          "projects based on");

  private OthersWeights() {}

  /// Whether what leads to a block, or the heading above it, calls the weights there a base.
  static boolean isBase(Block block) {
    return says(block, BASES);
  }

  /// Whether it lists what others made.
  static boolean isOfFollowers(Block block) {
    return says(block, FOLLOWERS);
  }

  private static boolean says(Block block, List<String> words) {
    String heading = block.heading().toLowerCase(Locale.ROOT);
    String lead = block.lead().toLowerCase(Locale.ROOT);
    return AnyOf.is(words, heading::contains) || AnyOf.is(words, lead::contains);
  }
}
