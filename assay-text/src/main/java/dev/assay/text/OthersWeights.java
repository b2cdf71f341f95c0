package dev.assay.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /// "Before training, download the pre-trained Heron model from": what is trained begins with it.
  private static final Pattern FOR_TRAINING =
      Pattern.compile(
          "(?i)(?:^|[.:!]\\s)\\W{0,4}(?:before|for|to start|to begin) (?:the )?(?:pre-?|fine-?)?(?:train|tun)\\w{0,6}\\b[^.;!?]{0,60}"
              + "\\bdownload (?:the |a )?(?:[\\w-]{2,16} ){0,2}?(?:pre-?trained) ([\\w.-]{2,30}) (?:model|weights?|checkpoint|backbone|network|encoder)[^.;!?]{0,60}$"
              + "|(?:训练|微调)(?:开始)?之?前[^。；！？]{0,12}下载\\s?([\\w.-]{2,30})\\s?的?预训练(?:模型|权重)[^。；！？]{0,20}$");

  /// How far before a link its sentence is read.
  private static final int BEFORE = 240;

  /// Whether a sentence bids to fetch a model that has another name than the release before its
  /// training begins.
  static boolean isForTraining(Block block, Link link, String title) {
    int to = Math.min(block.text().length(), Math.max(0, link.at()));
    Matcher m = FOR_TRAINING.matcher(block.text().substring(Math.max(0, to - BEFORE), to));
    return m.find()
        && !title
            .toLowerCase(Locale.ROOT)
            .contains(
                String.valueOf(m.group(1) == null ? m.group(2) : m.group(1))
                    .toLowerCase(Locale.ROOT));
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
