package dev.assay.licences.match;

/// Numbers and letters of lists (`1.`, `(a)`, `iv)`, `3.2`), which are no words: copies of a
/// licence number its clauses as they like.
final class ListMarks {
  private final String text;
  private final int length;
  private final String prefix;

  /// @param prefix the word that begins the lines of the text and is none of it; may be empty
  ListMarks(String text, String prefix) {
    this.text = text;
    this.length = text.length();
    this.prefix = prefix;
  }

  /// A number or letter of a list at the start of a line; gives the offset after it, or `at`.
  int atLineStart(int at) {
    int i = at;
    int dots = 0;
    boolean digits = true;
    while (i < length && i - at < 12) {
      char c = text.charAt(i);
      if (Chars.digit(c) || (c < 128 && Character.isLetter(c))) {
        digits &= Chars.digit(c);
        i++;
      } else if (c == '.'
          && i + 1 < length
          && (Chars.digit(text.charAt(i + 1)) || (dots > 0 && letter(i + 1)))) {
        dots++;
        i++;
      } else {
        break;
      }
    }
    if (i >= length || i == at) {
      return at;
    }
    char after = text.charAt(i);
    boolean closed = after == '.' || after == ')';
    if (closed
        && (after == '.'
            && i + 1 < length
            && !Chars.blank(text.charAt(i + 1))
            && text.charAt(i + 1) != '*'
            && text.charAt(i + 1) != '<'
            && text.charAt(i + 1) != '"'
            && text.charAt(i + 1) != '\u201C')) {
      closed = false;
    }
    if (dots > 0) {
      if (!Chars.digit(text.charAt(at))) {
        return at;
      }
      return closed || (Chars.blank(after) && sentenceBefore(at)) ? i : at;
    }
    if (!closed) {
      return at;
    }
    String mark = text.substring(at, i);
    return (digits && mark.length() <= (after == ')' ? 2 : 3)) || mark.length() == 1 || roman(mark)
        ? i + 1
        : at;
  }

  /// A list mark in brackets: `(a)`, `(iv)`, `(2)`, and the `(c)` of copyright.
  int inBrackets(int at) {
    int close = text.indexOf(')', at, Math.min(length, at + 12));
    if (close < 0) {
      return at;
    }
    String mark = Glyphs.plain(text, at + 1, close).strip();
    if (mark.length() == 1
        && (Character.isLetterOrDigit(mark.charAt(0)) || mark.charAt(0) == '\u00A9')) {
      return close + 1;
    }
    boolean digits =
        !mark.isEmpty() && mark.length() <= 2 && mark.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits || roman(mark) ? close + 1 : at;
  }

  /// Whether the text before this line ended a sentence, so that a number here begins a clause.
  private boolean sentenceBefore(int at) {
    int i = at - 1;
    while (i >= 0 && at - i < 200) {
      int tag = HtmlTags.start(text, i);
      if (tag >= 0) {
        i = tag - 1;
      } else if (prefixEnds(i)) {
        i -= prefix.length();
      } else if (Chars.blank(text.charAt(i)) || Chars.sign(text.charAt(i))) {
        i--;
      } else {
        break;
      }
    }
    if (i < 0 || at - i >= 200) {
      return true;
    }
    int lines = 0;
    for (int k = i + 1; k < at; k++) {
      if (text.charAt(k) == '\n') {
        lines++;
      }
    }
    return lines > 1 || ".;:)>\"\u201D".indexOf(text.charAt(i)) >= 0;
  }

  /// Whether the word that begins the lines of the text ends at an offset.
  private boolean prefixEnds(int at) {
    int from = at - prefix.length();
    return !prefix.isEmpty()
        && from >= 0
        && Chars.blank(text.charAt(from))
        && text.startsWith(prefix, from + 1);
  }

  private boolean letter(int at) {
    return at < length && Character.isLetter(text.charAt(at));
  }

  /// Whether it is a small number in Roman digits.
  static boolean roman(String mark) {
    int i = 0;
    while (i < mark.length() && i < 7 && "ivxIVX".indexOf(mark.charAt(i)) >= 0) {
      i++;
    }
    return i > 0 && i < 7 && i == mark.length();
  }
}
