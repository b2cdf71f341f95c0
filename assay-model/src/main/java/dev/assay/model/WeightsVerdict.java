package dev.assay.model;

/// What came of the weights, the best first. Never merged with the {@link RecipeVerdict}.
public enum WeightsVerdict {
  IDENTICAL_FILE("identical file", "the same bytes"),
  IDENTICAL_AFTER_CLOCK(
      "identical after clock",
      "the same bytes but for fields that hold the time of the build, as the recipe lists them"),
  IDENTICAL_TENSORS(
      "identical tensors", "every number is the same; metadata beside them differ and are listed"),
  EQUAL_WITHIN_ROUNDING(
      "equal within rounding",
      "the numbers differ by no more than those of honest rebuilds among each other, measured here"),
  FUNCTIONALLY_EQUAL(
      "functionally equal",
      "the numbers differ; on the probe the models agree at least as often as honest rebuilds do"),
  DIFFERENT("different", "other numbers"),
  DID_NOT_RUN("did not run", "the recipe was started and gave no weights"),
  NOT_ATTEMPTED("not attempted", "something that is needed is missing or wrong");

  private final String title;
  private final String meaning;

  WeightsVerdict(String title, String meaning) {
    this.title = title;
    this.meaning = meaning;
  }

  /// The words that reports print.
  public String title() {
    return title;
  }

  /// What they mean.
  public String meaning() {
    return meaning;
  }

  /// Whether the weights count as rebuilt: proof level 4 needs this, and a recipe that is not
  /// substituted.
  public boolean proves() {
    return compareTo(EQUAL_WITHIN_ROUNDING) <= 0;
  }
}
