package dev.assay.licences.match;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Reads a text into {@link Words} in one pass, by the character.
final class WordReader {
  private static final Set<String> TAGS =
      Set.of(
          "a",
          "abbr",
          "article",
          "b",
          "blockquote",
          "body",
          "br",
          "center",
          "code",
          "dd",
          "del",
          "details",
          "div",
          "dl",
          "dt",
          "em",
          "font",
          "footer",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "header",
          "hr",
          "html",
          "i",
          "img",
          "ins",
          "kbd",
          "li",
          "link",
          "main",
          "meta",
          "nav",
          "ol",
          "p",
          "picture",
          "pre",
          "s",
          "script",
          "section",
          "small",
          "source",
          "span",
          "strong",
          "style",
          "sub",
          "summary",
          "sup",
          "table",
          "tbody",
          "td",
          "th",
          "thead",
          "title",
          "tr",
          "tt",
          "u",
          "ul");

  /// The longest tag, entity or copyright line that is looked ahead for, in characters: keeps the
  /// reading linear whatever the text.
  private static final int AHEAD = 1000;

  /// A longer comment of HTML may well be a licence; in characters.
  private static final int LONGEST_COMMENT = 240;

  private static final long ALL = Words.hashOf("all");
  private static final long RIGHTS = Words.hashOf("rights");
  private static final long RESERVED = Words.hashOf("reserved");

  /// Signs that stand before a comment's words, or set a text apart.
  private static final String SIGNS = "#*/>-_%;!~|\\\"\u2022";

  /// Words that no notice has: a line with one of them says more than whose the work is.
  private static final List<String> LIMITS =
      List.of(" must ", " shall ", " may not ", "prohibit", "forbidden", "(except ", " except by ");

  private final String text;
  private final int length;
  private String prefix = "";
  private long[] hashes;
  private int[] starts;
  private int[] ends;
  private byte[] marks;
  private int size;
  private int invisible;
  private char[] word = new char[64];

  WordReader(String text) {
    this.text = text;
    this.length = text.length();
    int guess = Math.max(16, length / 5);
    this.hashes = new long[guess];
    this.starts = new int[guess];
    this.ends = new int[guess];
    this.marks = new byte[guess];
  }

  Words read() {
    int at = 0;
    boolean lineStart = true;
    int addressEnd = 0;
    int noticeEnd = 0;
    int commentEnd = 0;
    prefix = LinePrefix.of(text);
    while (at < length) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r') {
        lineStart = true;
        at++;
      } else if (c == '<') {
        if (text.startsWith("<!--", at)) {
          int end = Math.min(length, at + LONGEST_COMMENT);
          int close = text.substring(at, end).indexOf("-->");
          commentEnd = close < 0 ? commentEnd : at + close;
        }
        at = afterTag(at);
      } else if (c == '&') {
        at = afterEntity(at);
      } else if (wordChar(c) || Glyphs.ligature(c) != null) {
        if (lineStart) {
          lineStart = false;
          int end = LinePrefix.end(text, at, prefix);
          if (end > at) {
            at = end;
            lineStart = true;
            continue;
          }
          noticeEnd = Math.max(noticeEnd, copyrightLine(at));
          end = listMark(at);
          if (end > at) {
            at = end;
            // Several marks may follow each other: `1. (a)`.
            lineStart = true;
            continue;
          }
        }
        if (at >= addressEnd && address(at)) {
          addressEnd = addressEnd(at);
        }
        at =
            readWord(
                at,
                (byte)
                    ((at < addressEnd ? Words.ADDRESS : 0)
                        | (at < noticeEnd ? Words.NOTICE : 0)
                        | (at < commentEnd ? Words.COMMENT : 0)));
      } else if (c == '(') {
        int end = bracketedMark(at);
        if (end > at) {
          at = end;
        } else {
          at++;
        }
      } else if (c == '\u00A9' && lineStart) {
        noticeEnd = Math.max(noticeEnd, copyrightLine(at));
        lineStart = false;
        at++;
      } else {
        at++;
      }
    }
    return new Words(text, hashes, starts, ends, marks, size, invisible);
  }

  private static boolean wordChar(char c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c) || Character.isHighSurrogate(c);
  }

  /// Reads one word and gives the offset after it.
  private int readWord(int from, byte place) {
    int at = from;
    char first = text.charAt(at);
    if (Glyphs.ideograph(first)) {
      int end = Character.isHighSurrogate(first) && at + 1 < length ? at + 2 : at + 1;
      long h = 0xcbf29ce484222325L;
      for (int i = at; i < end; i++) {
        h = (h ^ text.charAt(i)) * 0x100000001b3L;
      }
      add(Words.finish(h), from, end, place);
      return end;
    }
    int ascii = asciiWord(from);
    if (ascii > from) {
      long h = 0xcbf29ce484222325L;
      for (int i = from; i < ascii; i++) {
        char c = text.charAt(i);
        h = (h ^ (c >= 'A' && c <= 'Z' ? c + 32 : c)) * 0x100000001b3L;
      }
      if (!scheme(from, ascii)) {
        add(Spelling.canonical(Words.finish(h)), from, ascii, place);
      }
      return ascii;
    }
    int n = 0;
    boolean latin = false;
    boolean foreign = false;
    int end = at;
    while (at < length) {
      char c = Glyphs.narrow(text.charAt(at));
      String ligature = Glyphs.ligature(c);
      if (ligature != null) {
        for (int i = 0; i < ligature.length(); i++) {
          n = put(n, ligature.charAt(i));
        }
        latin = true;
        end = ++at;
      } else if (c == '\u00DF' || c == '\u1E9E') {
        n = put(put(n, 's'), 's');
        end = ++at;
      } else if (wordChar(c) && !Glyphs.ideograph(c)) {
        latin |= c < 128 && c > '9';
        foreign |= Glyphs.latin(c) != 0;
        n = put(n, c);
        end = ++at;
      } else if (c == '+' && n > 0 && at + 1 < length && text.charAt(at + 1) == '+') {
        n = put(put(n, '+'), '+');
        end = at += 2;
      } else if (Glyphs.invisible(c) && n > 0) {
        invisible++;
        at++;
      } else if (c == '&' && Entities.end(text, at) > 0) {
        int after = Entities.end(text, at);
        char meant = Entities.meant(text, at, after);
        boolean letter = wordChar(meant) && !Glyphs.ideograph(meant);
        boolean apostrophe =
            n > 0
                && (meant == '\'' || meant == '\u2019')
                && after < length
                && Character.isLetter(text.charAt(after));
        if (!letter && !apostrophe) {
          break;
        }
        if (letter) {
          n = put(n, meant);
          end = after;
        }
        at = after;
      } else {
        int next = joined(at, n);
        if (next < 0) {
          break;
        }
        if (c == '.') {
          n = put(n, '.');
        }
        at = next;
      }
    }
    byte mark = place;
    if (foreign && (latin || pretends(n))) {
      for (int i = 0; i < n; i++) {
        char plain = Glyphs.latin(word[i]);
        if (plain != 0) {
          word[i] = plain;
          mark |= latin ? Words.LOOKALIKE : 0;
        }
      }
    }
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < n; i++) {
      char c = word[i];
      h =
          (h ^ (c < 128 ? (c >= 'A' && c <= 'Z' ? c + 32 : c) : Character.toLowerCase(c)))
              * 0x100000001b3L;
    }
    if ((is(n, "http") || is(n, "https") || is(n, "www"))) {
      return Math.max(end, at);
    }
    add(Spelling.canonical(Words.finish(h)), from, end, mark);
    return Math.max(end, at);
  }

  /// The end of a word of nothing but letters and digits of ASCII, behind which nothing can go on
  /// with it; `from` where the word is of another kind. Nearly every word is such a one.
  private int asciiWord(int from) {
    int i = from;
    while (i < length) {
      char c = text.charAt(i);
      if (c >= 128 || c == '+' || c == '&' || c == '-' || c == '\'') {
        return from;
      }
      if ((c == '.' || c == ',') && i + 1 < length && digit(text.charAt(i + 1))) {
        return from;
      }
      if (!wordChar(c)) {
        return i;
      }
      i++;
    }
    return i;
  }

  private boolean scheme(int from, int to) {
    int n = to - from;
    return n == 4 && text.regionMatches(true, from, "http", 0, 4)
        || n == 5 && text.regionMatches(true, from, "https", 0, 5)
        || n == 3 && text.regionMatches(true, from, "www", 0, 3);
  }

  /// Whether every letter of a word looks like a Latin one: alone it may be a word of its own
  /// script, so nobody is told, but it is read as it looks, in references too.
  private boolean pretends(int n) {
    for (int i = 0; i < n; i++) {
      if (Glyphs.latin(word[i]) == 0) {
        return false;
      }
    }
    return true;
  }

  private boolean is(int n, String s) {
    if (n != s.length()) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      if ((word[i] | 0x20) != s.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// What may stand inside a word: an apostrophe, a hyphen (also at the end of a line), a point or
  /// comma between digits. Gives the offset to go on from, or -1 when the word ends here.
  private int joined(int at, int n) {
    if (n == 0) {
      return -1;
    }
    char c = text.charAt(at);
    if (c == '-' || c == '\u2010' || c == '\u2011') {
      int next = at + 1;
      if (next < length && text.charAt(next) == '\r') {
        next++;
      }
      if (next < length && text.charAt(next) == '\n') {
        next++;
        int limit = Math.min(length, at + 80);
        while (next < limit
            && (blank(text.charAt(next)) || SIGNS.indexOf(text.charAt(next)) >= 0)) {
          next++;
        }
        if (LinePrefix.end(text, next, prefix) > next && next < limit) {
          next = LinePrefix.end(text, next, prefix);
          while (next < limit && blank(text.charAt(next))) {
            next++;
          }
        }
      }
      return next < length
              && Character.isLetter(text.charAt(next))
              && Character.isLetter(word[n - 1])
          ? next
          : -1;
    }
    if (at + 1 >= length) {
      return -1;
    }
    char next = text.charAt(at + 1);
    if (c == '\'' || c == '\u2019') {
      return Character.isLetter(next) ? at + 1 : -1;
    }
    if (c == '.' || c == ',') {
      return digit(next) && digit(word[n - 1]) ? at + 1 : -1;
    }
    return -1;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private int put(int n, char c) {
    if (n == word.length) {
      if (n >= 4096) {
        return n;
      }
      word = Arrays.copyOf(word, n * 2);
    }
    word[n] = c;
    return n + 1;
  }

  private void add(long hash, int start, int end, byte mark) {
    if (size == hashes.length) {
      int more = size + (size >> 1) + 16;
      hashes = Arrays.copyOf(hashes, more);
      starts = Arrays.copyOf(starts, more);
      ends = Arrays.copyOf(ends, more);
      marks = Arrays.copyOf(marks, more);
    }
    hashes[size] = hash;
    starts[size] = start;
    ends[size] = end;
    marks[size] = mark;
    size++;
    if (hash == RESERVED && size >= 3 && hashes[size - 2] == RIGHTS && hashes[size - 3] == ALL) {
      for (int i = size - 3; i < size; i++) {
        marks[i] |= Words.NOTICE;
      }
    }
  }

  /// After a tag of HTML, or after the `<` when it is none (a placeholder, a comparison).
  private int afterTag(int at) {
    int i = at + 1;
    if (text.startsWith("!--", i)) {
      // A comment may say something (`<!-- license: MIT -->`): only its signs go.
      return i + 3;
    }
    if (i < length && (text.charAt(i) == '/' || text.charAt(i) == '!')) {
      i++;
    }
    int from = i;
    while (i < length && i - from < 12 && Character.isLetterOrDigit(text.charAt(i))) {
      i++;
    }
    String name = text.substring(from, i).toLowerCase(java.util.Locale.ROOT);
    if (!TAGS.contains(name) && !name.equals("doctype")) {
      return at + 1;
    }
    int close = find('>', i, Math.min(length, i + AHEAD));
    if (close < 0) {
      return at + 1;
    }
    if (!attributes(i, close)) {
      return at + 1;
    }
    if (name.equals("script") || name.equals("style")) {
      if (text.charAt(at + 1) != '/') {
        int end = text.indexOf("</", close);
        return end < 0 ? close + 1 : end;
      }
    }
    return close + 1;
  }

  /// Whether what follows a tag's name can be its attributes: `<CODE BEGINS>` is no tag.
  private boolean attributes(int from, int close) {
    for (int i = from; i < close; i++) {
      char c = text.charAt(i);
      if (c == '=') {
        return true;
      }
    }
    return text.substring(from, close).replace('/', ' ').isBlank()
        || text.startsWith("<!", from - 9 < 0 ? 0 : from - 9);
  }

  private int find(char c, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == c) {
        return i;
      }
    }
    return -1;
  }

  private int afterEntity(int at) {
    int end = Entities.end(text, at);
    return end < 0 ? at + 1 : end;
  }

  private boolean address(int at) {
    return text.startsWith("http://", at)
        || text.startsWith("https://", at)
        || text.startsWith("www.", at);
  }

  private int addressEnd(int at) {
    int i = at;
    while (i < length && " \t\r\n<>\"')]|`\u3002\uFF0C\uFF09".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  /// A number or letter of a list at the start of a line; gives the offset after it, or `at`.
  private int listMark(int at) {
    int i = at;
    int dots = 0;
    boolean digits = true;
    while (i < length && i - at < 12) {
      char c = text.charAt(i);
      if (digit(c) || (c < 128 && Character.isLetter(c))) {
        digits &= digit(c);
        i++;
      } else if (c == '.'
          && i + 1 < length
          && (digit(text.charAt(i + 1)) || (dots > 0 && letter(i + 1)))) {
        dots++;
        i++;
      } else {
        break;
      }
    }
    if (i >= length || i == at) {
      return at;
    }
    String mark = text.substring(at, i);
    char after = text.charAt(i);
    boolean closed = after == '.' || after == ')';
    if (closed
        && (after == '.'
            && i + 1 < length
            && !blank(text.charAt(i + 1))
            && text.charAt(i + 1) != '*'
            && text.charAt(i + 1) != '<'
            && text.charAt(i + 1) != '"'
            && text.charAt(i + 1) != '\u201C')) {
      closed = false;
    }
    if (dots > 0) {
      if (!digit(mark.charAt(0))) {
        return at;
      }
      return closed || (blank(after) && sentenceBefore(at)) ? i : at;
    }
    if (!closed) {
      return at;
    }
    return (digits && mark.length() <= (after == ')' ? 2 : 3)) || mark.length() == 1 || roman(mark)
        ? i + 1
        : at;
  }

  /// Where the tag of HTML that ends at an offset begins, or -1; longer ones than 80 characters are
  /// not looked for.
  private int tagStart(int at) {
    if (text.charAt(at) != '>') {
      return -1;
    }
    for (int i = at - 1; i >= 0 && at - i <= 80; i--) {
      if (text.charAt(i) == '<') {
        return afterTag(i) == at + 1 ? i : -1;
      }
    }
    return -1;
  }

  private boolean prefixEnds(int at) {
    int from = at - prefix.length();
    return !prefix.isEmpty()
        && from >= 0
        && blank(text.charAt(from))
        && text.startsWith(prefix, from + 1);
  }

  private boolean letter(int at) {
    return at < length && Character.isLetter(text.charAt(at));
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u00A0';
  }

  /// Whether the text before this line ended a sentence, so that a number here begins a clause.
  private boolean sentenceBefore(int at) {
    int i = at - 1;
    while (i >= 0 && at - i < 200) {
      int tag = tagStart(i);
      if (tag >= 0) {
        i = tag - 1;
      } else if (prefixEnds(i)) {
        i -= prefix.length();
      } else if (blank(text.charAt(i)) || SIGNS.indexOf(text.charAt(i)) >= 0) {
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

  /// A list mark in brackets: `(a)`, `(iv)`, `(2)`, and the `(c)` of copyright.
  private int bracketedMark(int at) {
    int close = find(')', at, Math.min(length, at + 12));
    if (close < 0) {
      return at;
    }
    String mark = plain(at + 1, close).strip();
    if (mark.length() == 1
        && (Character.isLetterOrDigit(mark.charAt(0)) || mark.charAt(0) == '\u00A9')) {
      return close + 1;
    }
    boolean digits =
        !mark.isEmpty() && mark.length() <= 2 && mark.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits || roman(mark) ? close + 1 : at;
  }

  /// A line in small letters, as it looks: without what cannot be seen, and with the letters that
  /// others pretend to be.
  private String plain(int from, int to) {
    return plain(text, from, to);
  }

  static String plain(String text, int from, int to) {
    StringBuilder s = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = Glyphs.narrow(text.charAt(i));
      if (!Glyphs.invisible(c)) {
        char latin = Glyphs.latin(c);
        s.append(latin == 0 ? c : latin);
      }
    }
    return s.toString().toLowerCase(java.util.Locale.ROOT);
  }

  static boolean roman(String mark) {
    return !mark.isEmpty()
        && mark.length() <= 6
        && mark.chars().allMatch(c -> "ivxIVX".indexOf(c) >= 0);
  }

  /// The end of a line that is a copyright notice and nothing else, or `at`.
  private int copyrightLine(int at) {
    int first = text.charAt(at) | 0x20;
    if (first < 128 && first != 'c' && first != 'p') {
      return at;
    }
    int end = at;
    while (end < length
        && end - at <= 300
        && text.charAt(end) != '\n'
        && text.charAt(end) != '\r') {
      end++;
    }
    if (end - at > 300) {
      return at;
    }
    String line = plain(at, end);
    boolean notice = line.startsWith("\u00A9") || line.startsWith("\u7248\u6743\u6240\u6709");
    if (!notice) {
      int c = line.indexOf("copyright");
      notice = c == 0 || (c > 0 && c <= 12 && line.startsWith("portions"));
    }
    if (!notice) {
      return at;
    }
    boolean dated = false;
    for (int i = 0; i + 3 < line.length() && !dated; i++) {
      dated =
          digit(line.charAt(i))
              && digit(line.charAt(i + 1))
              && digit(line.charAt(i + 2))
              && digit(line.charAt(i + 3))
              && (line.charAt(i) == '1' || line.charAt(i) == '2');
    }
    dated |=
        line.indexOf('\u00A9') >= 0
            || line.contains("(c)")
            || line.contains("&copy;")
            || line.indexOf('<') >= 0
            || line.indexOf('[') >= 0
            || line.indexOf('{') >= 0;
    if (!dated
        || line.contains("licen")
        || line.contains("permi")
        || line.contains("notice")
        || line.contains("grant")
        || line.contains("subject to")
        || LIMITS.stream().anyMatch(line::contains)) {
      return at;
    }
    return end;
  }
}
