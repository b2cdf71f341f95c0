package dev.assay.text;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The models that a merge was made of, where a card lists them: items below "Models merged", and
/// the recipe that the merging program was given.
final class MergedModels {
  private static final Pattern HEADING =
      Pattern.compile(
          "\\bmodels? (?:merged|used in (?:the|this) merge)\\b|\\bmerge components?\\b"
              + "|\\bmodels? (?:that )?(?:were|was|are|is) (?:included|used|merged) in (?:the|this) merg"
              + "|\\bmerge (?:method|of|between)\\b[^.]{0,80}(?:models?\\b|:$)|^\\W*merged?(?: of| from)?\\W*$"
              + "|\\bmodels? ?(?:\\+|and|&)? ?(?:loras? )?used and recipe\\b");

  /// Of which the page must say that it is a merge.
  private static final Pattern USED =
      Pattern.compile(
          "^\\W*(?:(?:the )?(?:source|original|parent|component) models?(?: used)?"
              + "|(?:the )?models?(?: ?(?:\\+|and|&) ?loras?)? (?:that were |i |we )?used|ingredients)\\W*$"
              + "|\\boriginal models ?:\\W*$");

  /// A recipe names how, and each model in a line of its own.
  private static final Pattern HOW =
      Pattern.compile("(?m)^[ \\t]{0,20}(?:merge_method|gate_mode|merge_type) ?:");

  private static final Pattern MODEL =
      Pattern.compile(
          "(?m)^[ \\t]{0,20}(?:- )?(?:- )?(?:model|base_model|source_model) ?: ?[\"']?([\\p{L}\\d][\\w.-]{1,60}/[\\p{L}\\d][\\w.-]{1,90})[\"']?[ \\t]{0,20}$");

  private static final int MOST = 12;

  private static final int LONGEST_RECIPE = 20_000;

  private MergedModels() {}

  /// The model of an item of such a list.
  ///
  /// @param merge whether the page says that its model is a merge
  static Optional<String> listed(Block block, OwnNames own, boolean merge) {
    if (block.kind() != Block.Kind.ITEM || !isList(block) && !(merge && isUsed(block))) {
      return Optional.empty();
    }
    for (Link link : block.links()) {
      if (link.at() <= 2) {
        return HubModel.of(link).filter(n -> !own.are(n));
      }
    }
    String words = block.text().replaceAll("[`*]+", "").strip();
    return words.length() <= 100
            && words.matches("[\\p{L}\\d][\\w.-]{1,40}/[\\p{L}\\d][\\w.-]{1,80}")
        ? Optional.of(words).filter(n -> !own.are(n))
        : Optional.empty();
  }

  private static boolean isList(Block block) {
    return HEADING.matcher(block.heading().toLowerCase(Locale.ROOT)).find()
        || HEADING.matcher(block.lead().toLowerCase(Locale.ROOT)).find();
  }

  private static boolean isUsed(Block block) {
    return USED.matcher(block.heading().toLowerCase(Locale.ROOT)).find()
        || USED.matcher(block.lead().toLowerCase(Locale.ROOT)).find();
  }

  private static final Pattern MERGING =
      Pattern.compile(
          "\\b(?:merge of|merged? (?:between|with|together|from)|(?:uses|using|made from|blend of|mix of|merging)\\b[^.]{0,200}\\bmerg)");

  /// The models that a sentence links where it says that they were merged: "uses [X](hub) as a base
  /// with [Y](hub), and was merged with [Z](hub)".
  static Set<String> told(Block block, Sentences.Sentence sentence, OwnNames own) {
    String text = sentence.text().toLowerCase(Locale.ROOT);
    if (!text.contains("merg") || !MERGING.matcher(text).find() || NO_MERGE.matcher(text).find()) {
      return Set.of();
    }
    var names = new LinkedHashSet<String>();
    for (Link link : LinkWords.linksIn(block, sentence)) {
      int end =
          Math.min(text.length(), Math.max(0, link.at() - sentence.at() + link.text().length()));
      if (names.size() < MOST
          && !link.image()
          && !METHOD.matcher(text.substring(end)).lookingAt()) {
        HubModel.of(link).filter(n -> !own.are(n)).ifPresent(names::add);
      }
    }
    return names;
  }

  private static final Pattern METHOD =
      Pattern.compile(
          "[`*\\])]{0,3} ?(?:merge |merging )?(?:method|technique|algorithm|script|tool)");

  private static final Pattern NO_MERGE =
      Pattern.compile(
          "\\b(?:merge version|is available|based on|(?:you|users?) can|can be merged|to merge|scripts?|quant\\w*|gguf|not)\\b");

  /// The models of a recipe that stands in a block of code.
  static Set<String> recipe(Block block, OwnNames own) {
    String text = block.text();
    if (text.length() > LONGEST_RECIPE || !text.contains("odel") || !HOW.matcher(text).find()) {
      return Set.of();
    }
    var names = new LinkedHashSet<String>();
    Matcher m = MODEL.matcher(text);
    while (names.size() < MOST && m.find()) {
      String name = String.valueOf(m.group(1));
      if (!own.are(name)) {
        names.add(name);
      }
    }
    return names;
  }
}
