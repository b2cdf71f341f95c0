package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The data sets that an item of a list begins with, where what introduces the list, or the heading
/// above it, calls what follows training data: "- Harbour Signs: 12,000 pictures of signs".
final class ListedNames {
  /// A longer beginning is a sentence.
  private static final int NAME = 60;

  private static final int MOST_WORDS = 6;

  /// A longer lead speaks of more than the list.
  private static final int LEAD = 80;

  private static final int MOST = 8;

  /// Where the name ends and what is told of it begins.
  private static final Pattern TOLD = Pattern.compile("[(（\\[:：;。]|\\s[-–—=|]{1,2}\\s|\\. |\\.$");

  private static final Pattern BESIDE =
      Pattern.compile(",\\s|、|\\s[+&]\\s|\\s(?:and|und|et|y|e|и)\\s");

  /// What items of such lists begin with that tell of the data and do not name them.
  private static final Set<String> TELLING =
      Set.of(
          ("internal in-house own access amount annotation annotations approx approximately architecture articles audio"
                  + " augmentation augmentations author balanced base based batch bias books"
                  + " categories class classes code collected collection columns combined content"
                  + " context contents corpus count curated custom data dataset datasets date dates"
                  + " description dev domain domains download duration each epochs evaluation example"
                  + " examples fake fields files filtering fine-tuning format framework frequency"
                  + " full gpu hardware high hours images input inputs instances label labels language"
                  + " languages learning length license licence limitations link links location loss"
                  + " low lr manual method metadata metrics mixed modalities modality model models"
                  + " multilingual name negative news no note notes number objective optimizer optimiser"
                  + " our output outputs overall pairs papers period positive precision preprocessing"
                  + " pre-training pretraining privacy processing private proprietary public publicly purpose quality rate"
                  + " raw real records reference resolution rows samples sampling scale sequence size"
                  + " social source sources split splits stage step steps structure synthetic target"
                  + " task tasks test testing text texts the time tokens total train trained training"
                  + " type types url val validation variables version volume web website weight we"
                  + " whole year years")
              .split(" "));

  private static final Set<String> SMALL =
      Set.of("of", "the", "and", "for", "in", "on", "de", "la", "v1", "v2", "v3");

  private ListedNames() {}

  static List<String> in(Saying saying) {
    if (saying.sentence().at() > 0 || !isPlace(saying)) {
      return List.of();
    }
    String text = saying.text();
    var told = TOLD.matcher(text);
    boolean tells = told.find();
    String label = tells ? text.substring(0, told.start()) : text;
    // "Great variety: the data hold ..." is a heading of its own; a name has a figure or a hyphen.
    boolean heads =
        tells
            && ":：".indexOf(text.charAt(told.start())) >= 0
            && (!saying.isLed() || saying.block().lead().length() > LEAD);
    if (label.isBlank() || label.length() > NAME * 2 || heads && !isMade(label)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (String part : BESIDE.split(label, MOST)) {
      String name = part.strip();
      if (isName(name)) {
        names.add(name);
      } else if (names.isEmpty()) {
        return List.of();
      }
    }
    return List.copyOf(names);
  }

  /// How a lead ends below which stands what the data hold, and not what they are.
  private static final Pattern CONTENTS =
      Pattern.compile(
          "(?i)\\b(?:contain\\w{0,3}|including|such as|(?:with|has|have) (?:the )?(?:following )?(?:columns|features|fields"
              + "|variables|labels|classes|information)|conte[nm]\\w{0,4}|informaciones|informações|enth[aä]lt\\w{0,3}"
              + "|merkmalen?|contenant|variables)\\b|содержащ|包含|含む|포함");

  /// Whether what stands above calls the items of a list training data.
  static boolean isPlace(Saying saying) {
    if (saying.block().kind() != Block.Kind.ITEM) {
      return false;
    }
    return saying.isLed()
            && LinkWords.introduces(saying.block().lead())
            && !CONTENTS.matcher(saying.block().lead()).find()
        || saying.block().lead().isEmpty()
            && saying.setting().trainingData()
            && saying.document().root()
            && !saying.setting().evaluation();
  }

  /// Whether a label is written as no heading is: with a figure, a capital inside a word, or in
  /// capitals only.
  private static boolean isMade(String label) {
    boolean small = false;
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      boolean inside =
          i > 0 && Character.isUpperCase(c) && Character.isLowerCase(label.charAt(i - 1));
      if (Character.isDigit(c) || inside) {
        return true;
      }
      small |= Character.isLowerCase(c);
    }
    return !small;
  }

  private static boolean isName(String name) {
    if (name.length() < 3 || name.length() > NAME || !Character.isUpperCase(name.charAt(0))) {
      return false;
    }
    if (name.indexOf('/') != name.lastIndexOf('/')) {
      // A path.
      return false;
    }
    String[] words = name.split("\\s+");
    if (words.length > MOST_WORDS || TELLING.contains(words[0].toLowerCase(Locale.ROOT))) {
      return false;
    }
    for (String word : words) {
      boolean called = word.chars().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
      if (!called && !SMALL.contains(word)) {
        return false;
      }
    }
    return !SetNames.isLabel(name)
        && !Signals.of(name)
            .hasAny(
                Topic.OFFERED,
                Topic.READER,
                Topic.WEIGHTS,
                Topic.CODE,
                Topic.EVALUATION,
                Topic.TRAINED,
                Topic.HARDWARE);
  }
}
