package dev.assay.model;

/// How far the recipe is the release's own.
public enum RecipeVerdict {
  AS_DECLARED("as declared", "everything is as the release says"),
  COMPLETED("completed", "the release leaves something open; it was filled in"),
  RECOVERED(
      "recovered",
      "the release says something else or nothing; what was used was found by its weights"),
  SUBSTITUTED("substituted", "something else was taken in the place of the release's own");

  private final String title;
  private final String meaning;

  RecipeVerdict(String title, String meaning) {
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
}
