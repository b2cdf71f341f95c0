package dev.assay.code.judge;

import java.util.regex.Pattern;

/// What a document says that something is not there: "there is no script for it", "not supported
/// yet". Asked of one sentence at a time.
final class Denials {
  /// So much of what stands below a heading is looked at.
  private static final int LONGEST = 300;

  private static final Pattern DENIES =
      Pattern.compile(
          "\\b(does|do|did)(\\s+not|n['’]t)\\s+((yet|currently)\\s+)?"
              + "(have|provide|support|include|offer|release|contain|come\\s+with)\\b"
              + "|\\bno\\s+(code|script|support|recipe)s?\\s+(for|to|of)\\b"
              + "|\\b(is|are)(\\s+not|n['’]t)\\s+((yet|currently)\\s+)?"
              + "(supported|available|provided|included|released|implemented)\\b"
              + "|\\bcoming\\s+soon\\b");

  private Denials() {}

  /// Whether a sentence, in small letters, says so.
  static boolean in(String sentence) {
    return DENIES.matcher(sentence).find();
  }

  /// The first sentence below a heading.
  ///
  /// @param from where the heading's line ends
  static String below(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    String below = text.substring(at, Math.min(text.length(), at + LONGEST));
    return below.substring(0, end(below));
  }

  /// Where the first sentence of a text ends.
  static int end(String text) {
    for (int i = 0; i < text.length(); i++) {
      boolean last = i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1));
      boolean blank = text.startsWith("\n\n", i);
      if (blank || last && ".!?".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }
}
