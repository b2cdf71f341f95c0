package dev.assay.licences.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The words of a text in lower case with their places, for finding names. A point between digits
/// and a trailing `+` belong to the word; everything else between letters and digits separates.
public final class Tokens {
  private final String text;
  private final List<String> words = new ArrayList<>();
  private final List<int[]> places = new ArrayList<>();

  private Tokens(String text) {
    this.text = text;
  }

  /// The tokens of a part of a text, offsets counted in the whole.
  public static Tokens of(String text, int from, int to) {
    Tokens tokens = new Tokens(text);
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if (!Character.isLetterOrDigit(c)) {
        at++;
        continue;
      }
      int end = at + 1;
      if (c < 0x2E80) {
        while (end < to && (letterOrDigit(text.charAt(end)) || inner(text, end, to))) {
          end++;
        }
        while (end < to && text.charAt(end) == '+') {
          end++;
        }
      }
      tokens.words.add(text.substring(at, end).toLowerCase(Locale.ROOT));
      tokens.places.add(new int[] {at, end});
      at = end;
    }
    return tokens;
  }

  /// The tokens of a short text.
  public static Tokens of(String text) {
    return of(text, 0, text.length());
  }

  private static boolean letterOrDigit(char c) {
    return c < 0x2E80 && Character.isLetterOrDigit(c);
  }

  private static boolean inner(String text, int at, int to) {
    char c = text.charAt(at);
    return (c == '.' && at + 1 < to && digit(text.charAt(at + 1)) && digit(text.charAt(at - 1)))
        || (c == '\'' && at + 1 < to && Character.isLetter(text.charAt(at + 1)));
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  /// How many tokens there are.
  public int size() {
    return words.size();
  }

  /// A word, or the empty string outside.
  public String at(int i) {
    return i < 0 || i >= words.size() ? "" : words.get(i);
  }

  /// Whether these signs stand from a token on, of a script whose signs are a token each.
  public boolean signs(int i, String signs) {
    for (int k = 0; k < signs.length(); k++) {
      String at = at(i + k);
      if (at.length() != 1 || at.charAt(0) != signs.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /// Where a token begins in the text, in characters.
  public int start(int i) {
    return places.get(i)[0];
  }

  /// Where a token ends in the text, in characters; the character there is none of it.
  public int end(int i) {
    return places.get(i)[1];
  }

  /// Whether a token belongs with the next to one name: a hyphen between them, or a blank after a
  /// capital.
  public boolean joined(int i) {
    if (i < 0 || i + 1 >= words.size()) {
      return false;
    }
    String between = between(i);
    return between.equals("-")
        || between.equals("_")
        || between.equals(" ") && Character.isUpperCase(text.charAt(start(i)));
  }

  /// The text between a token and the one before it.
  public String before(int i) {
    return i > 0 && i < words.size() ? between(i - 1) : "";
  }

  /// The text between two tokens.
  String between(int i) {
    return i + 1 < words.size() ? text.substring(end(i), start(i + 1)) : "";
  }
}
