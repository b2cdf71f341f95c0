/// Characters and their numbers. The model reads lower case only.
final class Vocabulary {
  /// Ends an answer.
  static final char END = '\n';

  /// Stands between a question and its answer.
  static final char ANSWER = '=';

  static final String CHARACTERS = END + "=0123456789abcdefghijklmnopqrstuvwxyz ,.'/-";

  private Vocabulary() {}

  static int size() {
    return CHARACTERS.length();
  }

  static char character(int token) {
    return CHARACTERS.charAt(token);
  }

  /// The tokens of a text.
  ///
  /// @throws IllegalArgumentException for a character that the model does not know
  static int[] tokens(String text) {
    int[] tokens = new int[text.length()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = CHARACTERS.indexOf(Character.toLowerCase(text.charAt(i)));
      if (tokens[i] < 0) {
        throw new IllegalArgumentException(
            "not a character that this model reads: '" + text.charAt(i) + "'");
      }
    }
    return tokens;
  }
}
