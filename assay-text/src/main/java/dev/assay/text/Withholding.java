package dev.assay.text;

/// Whether a sentence says that data is not given, or not yet.
record Withholding(boolean refused, boolean promised) {
  /// How far a refusal, or a promise, may stand from what it is about.
  private static final int OF_REFUSAL = 70;

  private static final int OF_PROMISE = 60;

  static Withholding in(Saying saying) {
    Signals s = saying.signals();
    boolean refused =
        s.said(Topic.REFUSED, Topic.DATA, OF_REFUSAL)
            || s.said(Topic.REFUSED, Topic.TRAINING_DATA, OF_REFUSAL);
    boolean promised =
        !refused
            && !s.has(Topic.EVALUATION)
            && s.said(Topic.PROMISED, Topic.DATA, OF_PROMISE)
            && (s.has(Topic.TRAINING_DATA) || FetchedData.names(saying.text(), s));
    return new Withholding(
        refused && !s.has(Topic.EVALUATION) && !saying.setting().evaluation(), promised);
  }

  /// Whether the page is called after training: `docs/training.md`.
  private static boolean isPageOfTraining(Block block) {
    String place = block.headings().isEmpty() ? "" : block.headings().getFirst();
    return place.startsWith(Place.FOLDER) && Signals.of(place).has(Topic.TRAINING);
  }

  /// Whether training data is withheld, where the release speaks for itself.
  boolean isOfTraining(Saying saying) {
    Setting setting = saying.setting();
    boolean training =
        saying.document().root()
            || saying.signals().hasAny(Topic.TRAINING, Topic.TRAINING_DATA)
            || setting.trainingData()
            || isPageOfTraining(saying.block());
    return training && !setting.aside() && (refused || promised && !setting.reader());
  }
}
