package dev.assay.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Stores that keep whatever their users put in. Most of what releases link there is data, and
/// weights are there too: the sentence says which.
final class KeptInStores {
  /// Hosts, with the beginning of a path where the host has other pages.
  private static final List<String> STORES =
      List.of(
          "zenodo.org/record",
          "doi.org/10.5281/",
          "figshare.com/",
          "dataverse.harvard.edu/",
          "osf.io/",
          "archive.org/details",
          "archive.org/download");

  /// What a model was made from or tried on, or was not made here, stands behind such words.
  private static final Pattern MADE_FROM =
      Pattern.compile(
          "\\b(?:train(?:ed|ing)?|tuned|tuning|evaluat\\w+|test(?:ed|ing)?|built|based|benchmark\\w*|cite|citing|citation|described|published|paper|code|software)\\b[^.]{0,60}$");

  /// What a link holds: "contains the trained model".
  private static final Pattern HOLDS =
      Pattern.compile(
          "^[^.;]{0,120}?\\b(?:contains?|holds?|hosts?)\\b (?:[^.;,]{0,40} )?(?:models?|networks?|weights|checkpoints?)\\b(?! data| inputs?| outputs?| predictions?)");

  /// What went into models or came out of them is none.
  private static final Pattern OF_MODELS =
      Pattern.compile(
          "\\b(?:models?|networks?)(?:['’]s?)? (?:data|inputs?|outputs?|predictions?|results|simulations?)\\b");

  private static final int AROUND = 200;

  private KeptInStores() {}

  private static boolean inStore(Link link) {
    String target = link.target().toLowerCase(Locale.ROOT);
    return STORES.stream().anyMatch(target::contains);
  }

  /// Whether a link into a store is one to the weights, by its sentence.
  ///
  /// @param s the phrases of the sentence
  static boolean isOfWeights(Block block, Link link, Signals s) {
    if (!inStore(link)) {
      return false;
    }
    boolean said = s.has(Topic.WEIGHTS) && !s.hasAny(Topic.DATA, Topic.CODE, Topic.PAPER);
    return said
            && !OF_MODELS.matcher(behind(block, link)).find()
            && !OF_MODELS.matcher(before(block, link)).find()
            && !MADE_FROM.matcher(before(block, link)).find()
        || holdsModel(block, link);
  }

  /// Whether the words behind a link say that a model is in what it leads to.
  static boolean holdsModel(Block block, Link link) {
    return HOLDS.matcher(behind(block, link)).find();
  }

  private static String behind(Block block, Link link) {
    int from = Math.min(block.text().length(), link.at() + link.text().length());
    int to = Math.min(block.text().length(), from + AROUND);
    return block.text().substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static String before(Block block, Link link) {
    int to = Math.min(block.text().length(), Math.max(0, link.at()));
    String text = block.text().substring(Math.max(0, to - AROUND), to).toLowerCase(Locale.ROOT);
    return text.substring(text.lastIndexOf(". ") + 1);
  }
}
