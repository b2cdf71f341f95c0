package dev.assay.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sentence that tells of two trainings, "pre-trained on A and fine-tuned on B", as one of each:
/// what the data were for is said by the verb before them.
final class TwoStages {
  private static final Pattern TURN =
      Pattern.compile(
          "(?i)(?:\\b|\\bpre)trained (?:on|with|using) [^.;]{3,200}?(, (?=fine-?tuned on )|,? (?:and|then|and then|before being|followed by"
              + " being) (?:(?:then|later|subsequently|further|finally|additionally|also|is|was|were|been) ){0,2})(?=(?:fine-?tuned|finetuned|post-trained) (?:on|with|using) )");

  private TwoStages() {}

  static List<Sentences.Sentence> of(Sentences.Sentence sentence) {
    String text = sentence.text();
    // Few sentences name fine-tuning: the pattern is not tried on the others.
    if (!sentence.signals().has(Topic.TRAINED) || !sentence.signals().has(Topic.POST_TRAINING)) {
      return List.of(sentence);
    }
    Matcher turn = TURN.matcher(text);
    if (!turn.find() || Signals.of(text.substring(0, turn.start(1))).has(Topic.POST_TRAINING)) {
      return List.of(sentence);
    }
    int cut = turn.start(1);
    int next = turn.end(1);
    int at = sentence.at() + next;
    return List.of(
        new Sentences.Sentence(sentence.at(), sentence.from(), at, text.substring(0, cut)),
        new Sentences.Sentence(at, at, sentence.to(), text.substring(next)));
  }
}
