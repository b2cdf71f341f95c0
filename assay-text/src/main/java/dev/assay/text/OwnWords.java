package dev.assay.text;

import java.util.Locale;
import java.util.regex.Pattern;

/// Whether words speak of the release itself, to its reader, or of what follows them.
final class OwnWords {
  private OwnWords() {}

  /// Whether the head of a column beside models means what each was trained on: "Dataset",
  /// "Corpus".
  static boolean isData(String head) {
    return switch (head.strip().toLowerCase(Locale.ROOT)) {
      case "data", "dataset", "datasets", "data set", "corpus", "corpora", "数据集", "语料" -> true;
      default -> false;
    };
  }

  /// Whether a refusal speaks of the data set that the sentence before it named.
  static boolean speaksOfTheLast(String text) {
    return text.startsWith("This data") || text.startsWith("This corpus");
  }

  private static final Pattern HOW_MUCH =
      Pattern.compile(
          "^(?:It|They|The (?:data ?set|corpus|data)|本数据集|该数据集|它|共|このデータセット|이 데이터셋)"
              + "(?:は|은)?[ \\p{IsHan}]{0,3}(?:contains?|comprises?|consists? of|has|have|includes?|covers?|spans?|包含|包括|含|有|포함)");

  /// Whether a sentence tells how much there is of the data set that the one before it named.
  static boolean tellsHowMuchOfTheLast(Saying saying) {
    return saying.sentence().at() > 0
        && saying.hasAmountOfData()
        && saying.links().isEmpty()
        && HOW_MUCH.matcher(saying.text()).find();
  }

  /// Whether a sentence that says what was trained on data speaks of this release and of nothing
  /// beside it.
  static boolean saysOfItself(Signals s) {
    return s.has(Topic.OWN)
        && !s.hasAny(
            Topic.OTHER_MODEL,
            Topic.COMPARED,
            Topic.READER,
            Topic.EVALUATION,
            Topic.BASE,
            Topic.AUXILIARY);
  }

  /// Below thanks and lists of others' projects only "we" and "our" speak of the release.
  static boolean isFirstPerson(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains(" our ") || lower.startsWith("our ") || lower.contains("we ");
  }

  /// Whether a sentence tells what its writers used. What they give out and say to be "based on"
  /// something was not used thereby.
  static boolean weUsed(String text, Signals s) {
    return s.has(Topic.USED)
        && isFirstPerson(text)
        && s.of(Topic.USED).stream()
            .anyMatch(u -> !text.regionMatches(true, u.from(), "based on", 0, 8));
  }

  static boolean aboutLimits(String heading) {
    return Signals.of(heading).has(Topic.CARD_LIMITS)
        || heading.toLowerCase(Locale.ROOT).contains("disclaimer");
  }

  /// Whether a sentence talks to a reader of what he may do himself. "You can download it from"
  /// tells where the release's own can be had.
  static boolean bids(String text, Signals s) {
    if (PUT.matcher(text).find()) {
      return true;
    }
    for (Phrases.Hit hit : s.of(Topic.READER)) {
      boolean offers =
          s.of(Topic.OFFERED).stream()
              .anyMatch(o ->
                  o.from() >= hit.to()
                      && o.from() - hit.to() <= 3
                      && (s.follows(o.to(), Topic.DATA, 30)
                          || isPronoun(text, o.to())
                          || s.follows(o.to(), Topic.WEIGHTS, 24)
                              && s.follows(o.to(), Topic.TRAINED, 60)));
      if (!offers) {
        return true;
      }
    }
    return false;
  }

  /// "Place a model trained on postcards at": the reader brings it.
  private static final Pattern PUT =
      Pattern.compile(
          "^\\W{0,3}(?:Place|Put|Provide|Supply|Drop|Copy|Bring|Choose|Pick|Select) (?:a|an|any|your)\\b[^.]{0,60}\\b(?:models?|weights|checkpoints?)\\b");

  static boolean isPronoun(String text, int at) {
    String rest = text.substring(Math.min(at, text.length())).stripLeading();
    return rest.startsWith("it ") || rest.startsWith("them ");
  }

  /// "Download the data here:".
  static boolean offers(Signals lead) {
    return lead.has(Topic.DATA)
        && lead.has(Topic.OFFERED)
        && !lead.hasAny(Topic.READER, Topic.EVALUATION, Topic.CALIBRATION, Topic.WEIGHTS);
  }

  static boolean leads(Signals lead) {
    return (lead.has(Topic.TRAINING_DATA) || lead.has(Topic.TRAINED) && lead.has(Topic.DATA))
        && !lead.hasAny(Topic.READER, Topic.EVALUATION, Topic.CALIBRATION);
  }
}
