package dev.assay.text;

import dev.assay.model.DataSet;

/// What data is for, by the words that speak of it, the words that introduce them, and the headings
/// above: the nearest that says it decides.
final class DataStage {
  private DataStage() {}

  /// Whether the words above a list call what is in it sets for evaluation: "Benchmark data:".
  static boolean introducesTests(Signals lead) {
    return lead.near(Topic.EVALUATION, Topic.DATA, 3)
        && !lead.hasAny(Topic.TRAINING, Topic.TRAINED, Topic.TRAINING_DATA);
  }

  static DataSet.Stage of(DocumentTraits document, Setting setting, Signals s, Signals lead) {
    if (setting.calibration() || s.has(Topic.CALIBRATION)) {
      return DataSet.Stage.CALIBRATION;
    }
    // A benchmark is told with its parts: "7.5K training examples and 5K for tests".
    boolean parts = setting.evaluation() && !s.has(Topic.TRAINED);
    boolean training =
        !parts && s.hasAny(Topic.TRAINED, Topic.TRAINING, Topic.TRAINING_DATA)
            || OwnWords.leads(lead);
    boolean evaluation =
        setting.evaluation()
            || document.aboutEvaluation()
            || s.has(Topic.EVALUATION)
            || introducesTests(lead);
    if (!training && evaluation) {
      return DataSet.Stage.EVALUATION;
    }
    if (s.has(Topic.PRETRAINING)) {
      return DataSet.Stage.PRE_TRAINING;
    }
    if (s.has(Topic.POST_TRAINING)) {
      return DataSet.Stage.POST_TRAINING;
    }
    if (lead.has(Topic.PRETRAINING) || setting.pretraining()) {
      return DataSet.Stage.PRE_TRAINING;
    }
    if (lead.has(Topic.POST_TRAINING) || setting.postTraining()) {
      return DataSet.Stage.POST_TRAINING;
    }
    return training || setting.dataSection() ? DataSet.Stage.TRAINING : DataSet.Stage.UNSTATED;
  }
}
