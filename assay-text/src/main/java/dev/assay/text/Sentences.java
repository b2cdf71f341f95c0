package dev.assay.text;

import java.util.ArrayList;
import java.util.List;

/// Cuts a block's words into sentences: at `.`, `!`, `?` and `;` before white space and no
/// lower-case letter, and at the full stops of Chinese and Japanese.
final class Sentences {
  /// A sentence longer than this is cut: no person wrote it, and nearness means nothing in it.
  private static final int MAX = 1_200;

  private Sentences() {}

  /// A sentence of a block.
  ///
  /// @param at where its words start in the block
  /// @param from where it starts, with the white space before it
  /// @param to where the next one starts; beyond the block for the last one
  /// @param signals its phrases
  record Sentence(int at, int from, int to, String text, Signals signals) {
    Sentence(int at, int from, int to, String text) {
      this(at, from, to, text, Signals.of(text));
    }

    /// Whether a link that starts at this place of the block stands in the sentence.
    boolean holds(Link link) {
      return link.at() >= from && link.at() < to;
    }
  }

  static List<Sentence> of(String text) {
    List<Sentence> sentences = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (endsHere(text, i) || i - from >= MAX) {
        add(sentences, text, from, i + 1);
        from = i + 1;
      }
    }
    add(sentences, text, from, text.length());
    return sentences;
  }

  private static void add(List<Sentence> sentences, String text, int from, int to) {
    int start = from;
    while (start < to && text.charAt(start) == ' ') {
      start++;
    }
    if (start < to) {
      sentences.add(
          new Sentence(
              start,
              from,
              to == text.length() ? Integer.MAX_VALUE : to,
              text.substring(start, to)));
    }
  }

  private static boolean endsHere(String text, int i) {
    char c = text.charAt(i);
    if (c == '。' || c == '！' || c == '？' || c == '；') {
      return true;
    }
    if (c != '.' && c != '!' && c != '?' && c != ';') {
      return false;
    }
    if (i + 1 >= text.length()) {
      return true;
    }
    if (text.charAt(i + 1) != ' ') {
      return false;
    }
    if (c == '.' && isAbbreviation(text, i)) {
      return false;
    }
    int next = i + 2;
    return next >= text.length()
        || !Character.isLowerCase(text.charAt(next))
        || text.startsWith("https://", next);
  }

  private static boolean isAbbreviation(String text, int dot) {
    int from = dot;
    while (from > 0 && dot - from < 6 && text.charAt(from - 1) != ' ') {
      from--;
    }
    String word = text.substring(from, dot);
    return switch (word) {
      case "e.g",
          "i.e",
          "et al",
          "al",
          "vs",
          "cf",
          "approx",
          "Fig",
          "Sec",
          "Dr",
          "Mr",
          "St",
          "No",
          "ca" ->
          true;
      default -> word.length() == 1 && Character.isUpperCase(word.charAt(0));
    };
  }
}
