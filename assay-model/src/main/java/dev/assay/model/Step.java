package dev.assay.model;

/// The ladder (product page, section 2). Steps never average: one missing part holds the step down.
public enum Step {
  CLOSED("closed", "nothing to hold: a service, or weights not released"),
  RESTRICTED_WEIGHTS(
      "restricted weights",
      "weights obtainable, but gated by discretion, or under a licence that limits field, scale,"
          + " commerce or redistribution"),
  OPEN_WEIGHTS("open weights", "weights, architecture and a way to run them, under a free licence"),
  PARTIAL_SOURCE(
      "open weights, partial source",
      "open weights and real pieces of the source: training code or training data, not both complete"),
  SOURCE_AVAILABLE(
      "source available", "all parts are there, but a licence on some part is not free"),
  OPEN_SOURCE("open source", "all parts are there, all under free licences fit for their kind"),
  REPRODUCED("reproduced", "open source, and the weights were rebuilt from it");

  private final String title;
  private final String meaning;

  Step(String title, String meaning) {
    this.title = title;
    this.meaning = meaning;
  }

  /// The name that reports print.
  public String title() {
    return title;
  }

  /// What the step means, in one clause.
  public String meaning() {
    return meaning;
  }

  /// 0 (closed) to 6 (reproduced).
  public int number() {
    return ordinal();
  }
}
