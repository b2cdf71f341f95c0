package dev.assay.text;

import java.util.List;
import java.util.regex.Pattern;

/// What the headings above a block say about its words: a data section, advice to the reader, an
/// evaluation, news, thanks to others, a citation.
///
/// @param dataSection whether a close heading speaks of training data
/// @param trainingData whether that heading names training data, not only data or training
/// @param data whether a close heading is a word for data, and none for training
/// @param reader whether a heading speaks to a reader who will run or train it himself
/// @param evaluation whether a close heading speaks of evaluation
/// @param training whether a close heading speaks of training
/// @param postTraining whether a close heading speaks of fine-tuning or alignment
record Setting(
    boolean dataSection,
    boolean trainingData,
    boolean data,
    boolean reader,
    boolean evaluation,
    boolean news,
    boolean aside,
    boolean citation,
    boolean calibration,
    boolean auxiliary,
    boolean pretraining,
    boolean postTraining,
    boolean weights,
    boolean training) {

  static final Setting NONE = of(List.of());

  static Setting of(List<String> headings) {
    boolean reader = false;
    boolean news = false;
    boolean aside = false;
    boolean citation = false;
    for (String heading : headings) {
      Signals s = Signals.of(heading);
      reader |= s.has(Topic.READER_HEADING) || s.has(Topic.READER);
      aside |= s.has(Topic.ASIDE_HEADING);
      citation |=
          s.has(Topic.CITATION_HEADING)
              || OthersPapers.isToBeNamed(heading)
              || REFERENCE.matcher(heading).matches();
    }
    Signals inner = headings.isEmpty() ? Signals.NONE : Signals.of(headings.getLast());
    boolean innerIsPlace = !headings.isEmpty() && headings.getLast().startsWith(Place.FOLDER);
    boolean outerIsPlace = headings.size() == 2 && headings.getFirst().startsWith(Place.FOLDER);
    news = inner.has(Topic.NEWS_HEADING);
    Signals outer =
        headings.size() < 2 ? Signals.NONE : Signals.of(headings.get(headings.size() - 2));
    boolean innerData = !innerIsPlace && inner.hasAny(Topic.DATA_HEADING, Topic.TRAINING_DATA);
    boolean outerData = !outerIsPlace && outer.hasAny(Topic.TRAINING_DATA, Topic.DATA_HEADING);
    boolean evaluation =
        evaluates(inner, headings, 1) || evaluates(outer, headings, 2) && !innerData;
    boolean namesTrainingData = inner.has(Topic.TRAINING_DATA);
    return new Setting(
        (innerData || outerData) && !evaluation,
        namesTrainingData,
        !evaluation
            && !evaluates(outer, headings, 2)
            && (innerData && isCalledData(headings.getLast(), inner)
                || outerData && isCalledData(headings.get(headings.size() - 2), outer)
                || isPageOfData(headings)),
        isAboutForm(headings) || reader && !(namesTrainingData && !inner.has(Topic.READER)),
        evaluation,
        news,
        aside,
        citation,
        inner.has(Topic.CALIBRATION),
        inner.has(Topic.AUXILIARY),
        inner.has(Topic.PRETRAINING) || outer.has(Topic.PRETRAINING),
        inner.has(Topic.POST_TRAINING) || outer.has(Topic.POST_TRAINING),
        inner.has(Topic.WEIGHTS) || outer.has(Topic.WEIGHTS),
        inner.has(Topic.TRAINING) || outer.has(Topic.TRAINING));
  }

  /// "Training and evaluation", "485 training images, 15 testing images".
  private static final Pattern TRAINS_TOO =
      Pattern.compile(
          "(?i)\\btrain(?:ing)?\\s?(?:,|and|&|/|\\+|or)\\s?(?:\\w+,? (?:and|&) )?(?:evaluat|test|valid)"
              + "|\\b(?:evaluat\\w{2,4}|test(?:ing)?)\\s?(?:,|and|&|/|\\+|or)\\s?(?:re-?)?train(?:ing)?\\b"
              + "|\\b\\d[\\d,.k]{0,9} train(?:ing)? (?:images?|samples?|pairs?|examples?)\\b");

  /// Whether one of the two closest headings is about evaluation, and not about training as well.
  private static boolean evaluates(Signals heading, List<String> headings, int fromLast) {
    return heading.has(Topic.EVALUATION_HEADING)
        && !TRAINS_TOO.matcher(headings.get(headings.size() - fromLast)).find();
  }

  /// The word alone, in the singular: beside others it says what something is to be held against.
  private static final Pattern REFERENCE = Pattern.compile("(?i)^[\\W\\d_]{0,8}reference\\W{0,4}$");

  private static final Pattern FORM =
      Pattern.compile("(?i)\\bformats?\\b|\\bschema\\b|格式|フォーマット|\\b포맷|формат|\\bformato\\b");

  /// Whether the closest heading is about how data are to be written: what stands there is told to
  /// whoever brings some.
  private static boolean isAboutForm(List<String> headings) {
    return !headings.isEmpty() && FORM.matcher(headings.getLast()).find();
  }

  /// Whether the place of a document is called after data: `docs/prepare_dataset.md`. What is
  /// called a release of data (`docs/dataset_release.md`) is given out beside the model.
  private static boolean isPageOfData(List<String> headings) {
    String place = headings.isEmpty() ? "" : headings.getFirst();
    Signals s = Signals.of(place);
    return place.startsWith(Place.FOLDER)
        && isCalledData(place, s)
        && !place.contains("release")
        && !s.hasAny(Topic.EVALUATION, Topic.EVALUATION_HEADING);
  }

  private static boolean isCalledData(String heading, Signals s) {
    return FetchedData.names(heading, s) && !s.hasAny(Topic.READER, Topic.CALIBRATION);
  }
}
