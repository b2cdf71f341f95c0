package dev.assay.text;

/// What a phrase in a document is a sign of. The phrases stand in `words/*.txt`, one file a
/// language; the section names there are these names in lower case with `-`.
enum Topic {
  /// Something was trained (in the past): "trained", "was pre-trained".
  TRAINED,
  /// Training is spoken of at all.
  TRAINING,
  /// A noun for what a model was trained on: "training data", "training corpus".
  TRAINING_DATA,
  /// A noun for data: "dataset", "corpus", "tokens".
  DATA,
  /// A word that joins training and its data: "on", "with", "using", "from".
  ON,
  /// The same where the verb comes last: German "auf ... trainiert".
  ON_BEFORE,
  /// "trained for ... tokens".
  FOR,
  /// "trained on 8 GPUs" names no data.
  HARDWARE,
  /// Says that the release was made from another model's weights.
  FINE_TUNE_OF,
  /// The release speaks of itself: "our", "the model was".
  OWN,
  /// What a model does, between a way of training and what looks like its data.
  OUTCOME,
  /// "we used", "consists of": speaks of data, and of training only beside words on training.
  USED,
  PRETRAINING,
  POST_TRAINING,
  /// Words about other models' training: "the original ... was trained".
  OTHER_MODEL,
  /// Words after which something else than the release is named: "outperforms", "better than",
  /// "thanks for".
  COMPARED,
  /// The model this one was made from: "the base model", "backbone".
  BASE,
  EVALUATION,
  CALIBRATION,
  /// Talk to a reader who will train for himself: "your own data".
  READER,
  /// Data that a run of the model needs, not that it was trained on.
  RUN_INPUT,
  /// An auxiliary thing that was trained: "tokenizer", "classifier".
  AUXILIARY,
  REFUSED,
  PROMISED,
  /// "available at", "we release", "download".
  OFFERED,
  /// Words that praise or veil data without naming it: "proprietary", "curated".
  HEDGE,
  /// A statement that something is not known or not said.
  UNKNOWN,
  WEIGHTS,
  /// A noun for what a training has made, which one can have: "trained model", "model weights", in
  /// languages beside English.
  TRAINED_MODEL,
  CHECKPOINTS,
  TRAINING_CODE,
  FINE_TUNING_CODE,
  INFERENCE_CODE,
  EVALUATION_CODE,
  DATA_CODE,
  CODE,
  API_ONLY,
  GATE,
  OPEN_SOURCE,
  FULLY_OPEN,
  NOT_OPEN_SOURCE,
  COMMERCIAL_YES,
  COMMERCIAL_NO,
  DERIVED,
  PAPER,
  REPORT,
  ARCHITECTURE,
  LANGUAGES,
  LOGS,
  SAMPLES,
  PARTIAL,
  /// Headings.
  SAMPLES_HEADING,
  DATA_HEADING,
  READER_HEADING,
  EVALUATION_HEADING,
  NEWS_HEADING,
  ASIDE_HEADING,
  CARD_INTENDED_USE,
  CARD_LIMITS,
  CARD_TRAINING,
  CARD_DETAILS,
  CARD_EVALUATION,
  DATA_CARD_SECTION,
  CITATION_HEADING
}
