package dev.assay.rebuild.recipe;

/// What is wrong with a recipe, and where.
///
/// @param line counted from 1; 0 where the whole file is meant
/// @param column counted from 1; 0 where the whole line is meant
/// @param message one sentence
public record RecipeError(int line, int column, String message) {
  /// `line 3, column 5: ...`.
  public String describe() {
    return line == 0 ? message : "line " + line + ", column " + column + ": " + message;
  }

  /// Carries an error to {@link RecipeReader#read}, and no further.
  static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient RecipeError error;

    Found(RecipeError error) {
      super(error.message(), null, false, false);
      this.error = error;
    }

    RecipeError error() {
      return error;
    }
  }
}
