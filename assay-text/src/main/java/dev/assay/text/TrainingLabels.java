package dev.assay.text;

import java.util.regex.Pattern;

/// Labels that say, right before a link, that it leads to what a training takes in: "Training
/// input: [Harbour](...)".
final class TrainingLabels {
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)^\\W{0,3}(?:(?:pre-?)?train(?:ing)?|ground[- ]truth)(?:[ -](?:set|split|input|inputs|images?|texts?|audio|videos?|samples|targets?|labels?|annotations?|data|data ?set|corpus))?"
              + "(?: \\([^()]{1,40}\\))?\\W{0,2}[:：]\\s?$");

  private TrainingLabels() {}

  /// Whether a sentence is such a label and its link, which leads to data.
  static boolean is(Saying saying) {
    for (Link link : saying.links()) {
      int at = Math.clamp(saying.at(link), 0, saying.text().length());
      if (DataLinks.isData(link.target())
          && LABEL.matcher(saying.text().substring(0, at)).find()
          && !saying.signals().hasAny(Topic.WEIGHTS, Topic.CODE, Topic.READER)) {
        return true;
      }
    }
    return false;
  }

  /// How a lead comes to the steps by which the model was made.
  private static final Pattern STEPS =
      Pattern.compile(
          "(?i)\\b(?:models?|networks?|classifiers?|[\\w-]{1,40}\\.(?:mlmodel|h5|pt|pth|onnx|tflite|keras)) (?:is|are|was|were|has been|have been)"
              + " (?:trained|created|built|made|produced|generated) (?:with|by|in|using|through|as|like)\\b[^.]{0,30}\\b(?:steps?|follows|this|below)\\b");

  /// Whether a lead says that below it stand the steps by which the release's model was made: what
  /// is fetched there, that was trained on.
  static boolean leadsToMaking(String lead) {
    return STEPS.matcher(lead).find();
  }
}
