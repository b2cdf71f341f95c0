package dev.assay.code.roles;

/// What a training loop is for.
public enum Purpose {
  SCRATCH("trains from fresh weights"),
  TUNING("trains on from given weights"),
  AUXILIARY("trains an auxiliary classifier or probe"),
  TOKENIZER("trains a tokenizer"),
  EVALUATION("belongs to evaluation"),
  DATA("belongs to data work"),
  INPUTS("optimises inputs at inference time, not a model's parameters"),
  TEST("is a test"),
  VENDORED("is a vendored or third-party copy"),
  DEMO("is documentation, a demonstration or a benchmark"),
  UNSTARTED("is started by no program of the release"),
  SUPPORT("is a part used by loops: optimizer, loss, callback, helper"),
  /// Not a loop.
  NONE("does not train");

  private final String title;

  Purpose(String title) {
    this.title = title;
  }

  /// What reports say of such a file.
  public String title() {
    return title;
  }
}
