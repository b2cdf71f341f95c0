package dev.assay.code.roles;

/// What the place of a file says about it, before its content is looked at.
public enum Zone {
  TEST("a test"),
  VENDORED("a vendored or third-party copy"),
  DOCS("documentation"),
  DEMO("a demonstration"),
  BENCHMARK("a speed benchmark"),
  EVALUATION("evaluation"),
  /// Named for measuring: a metric, a score; of evaluation or of training.
  MEASURES("measuring"),
  DATA("data work"),
  FINE_TUNING("fine-tuning"),
  PRE_TRAINING("pre-training"),
  TRAINING("training"),
  INFERENCE("inference"),
  TOKENIZER("tokenizer training"),
  /// A classifier or probe that serves the data or the evaluation.
  AUXILIARY("an auxiliary classifier or probe"),
  SUPPORT("a part used by others: optimizer, loss, callback, helper"),
  CONVERSION("conversion of checkpoints"),
  MODEL("the network");

  private final String title;

  Zone(String title) {
    this.title = title;
  }

  /// The words that reports print.
  public String title() {
    return title;
  }
}
