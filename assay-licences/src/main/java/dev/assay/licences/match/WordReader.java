package dev.assay.licences.match;

import dev.assay.io.CharacterReferences;
import java.util.Arrays;

/// Reads a text into {@link Words} in one pass, by the character.
final class WordReader {
  /// A longer comment of HTML may well be a licence; in characters.
  private static final int LONGEST_COMMENT = 240;

  private static final long ALL = Words.hashOf("all");
  private static final long RIGHTS = Words.hashOf("rights");
  private static final long RESERVED = Words.hashOf("reserved");

  private final String text;
  private final char[] chars;
  private final int length;
  private final String prefix;
  private final ListMarks marks;
  private long[] hashes;
  private int[] starts;
  private int[] ends;
  private byte[] flags;
  private int size;
  private int invisible;
  private char[] word = new char[64];
  private long asciiHash;

  WordReader(String text) {
    this.text = text;
    this.chars = text.toCharArray();
    this.length = chars.length;
    this.prefix = LinePrefix.of(text);
    this.marks = new ListMarks(text, prefix);
    int guess = Math.max(16, length / 5);
    this.hashes = new long[guess];
    this.starts = new int[guess];
    this.ends = new int[guess];
    this.flags = new byte[guess];
  }

  Words read() {
    int at = 0;
    boolean lineStart = true;
    int addressEnd = 0;
    int noticeEnd = 0;
    int commentEnd = 0;
    while (at < length) {
      char c = chars[at];
      if (c == ' ') {
        at++;
      } else if (c == '\n' || c == '\r') {
        lineStart = true;
        at++;
      } else if (c == '<') {
        if (text.startsWith("<!--", at)) {
          int end = Math.min(length, at + LONGEST_COMMENT);
          int close = text.substring(at, end).indexOf("-->");
          commentEnd = close < 0 ? commentEnd : at + close;
        }
        at = HtmlTags.after(text, at);
      } else if (c == '&') {
        at = afterEntity(at);
      } else if (Chars.word(c) || Glyphs.ligature(c) != null) {
        if (lineStart) {
          lineStart = false;
          int end = LinePrefix.end(text, at, prefix);
          if (end > at) {
            at = end;
            lineStart = true;
            continue;
          }
          noticeEnd = Math.max(noticeEnd, Notices.end(text, at));
          end = marks.atLineStart(at);
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
        int end = marks.inBrackets(at);
        if (end > at) {
          at = end;
        } else {
          at++;
        }
      } else if (c == '\u00A9' && lineStart) {
        noticeEnd = Math.max(noticeEnd, Notices.end(text, at));
        lineStart = false;
        at++;
      } else {
        at++;
      }
    }
    return new Words(text, hashes, starts, ends, flags, size, invisible);
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
      if (!scheme(from, ascii)) {
        add(Spelling.canonical(Words.finish(asciiHash)), from, ascii, place);
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
      } else if (Chars.word(c) && !Glyphs.ideograph(c)) {
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
      } else if (c == '&' && CharacterReferences.end(text, at) > 0) {
        int after = CharacterReferences.end(text, at);
        char meant = meant(at, after);
        boolean letter = Chars.word(meant) && !Glyphs.ideograph(meant);
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
  /// with it, its hash left in {@link #asciiHash}; `from` where the word is of another kind. Nearly
  /// every word is such a one.
  private int asciiWord(int from) {
    long h = 0xcbf29ce484222325L;
    int i = from;
    while (i < length) {
      char c = chars[i];
      if (c >= 'a' && c <= 'z' || Chars.digit(c)) {
        h = (h ^ c) * 0x100000001b3L;
      } else if (c >= 'A' && c <= 'Z') {
        h = (h ^ (c + 32)) * 0x100000001b3L;
      } else if (c >= 128
          || c == '+'
          || c == '&'
          || c == '-'
          || c == '\''
          || (c == '.' || c == ',') && i + 1 < length && Chars.digit(chars[i + 1])) {
        return from;
      } else {
        break;
      }
      i++;
    }
    asciiHash = h;
    return i;
  }

  private boolean scheme(int from, int to) {
    int n = to - from;
    return n == 4 && (chars[from] | 0x20) == 'h' && text.regionMatches(true, from, "http", 0, 4)
        || n == 5 && (chars[from] | 0x20) == 'h' && text.regionMatches(true, from, "https", 0, 5)
        || n == 3 && (chars[from] | 0x20) == 'w' && text.regionMatches(true, from, "www", 0, 3);
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
        while (next < limit && (Chars.blank(text.charAt(next)) || Chars.sign(text.charAt(next)))) {
          next++;
        }
        if (LinePrefix.end(text, next, prefix) > next && next < limit) {
          next = LinePrefix.end(text, next, prefix);
          while (next < limit && Chars.blank(text.charAt(next))) {
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
      return Chars.digit(next) && Chars.digit(word[n - 1]) ? at + 1 : -1;
    }
    return -1;
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
      flags = Arrays.copyOf(flags, more);
    }
    hashes[size] = hash;
    starts[size] = start;
    ends[size] = end;
    flags[size] = mark;
    size++;
    if (hash == RESERVED && size >= 3 && hashes[size - 2] == RIGHTS && hashes[size - 3] == ALL) {
      for (int i = size - 3; i < size; i++) {
        flags[i] |= Words.NOTICE;
      }
    }
  }

  /// The character that a reference means, or a blank for one that is no part of a word.
  private char meant(int at, int end) {
    String read = CharacterReferences.read(text.substring(at + 1, end - 1));
    return read.length() == 1 ? read.charAt(0) : ' ';
  }

  private int afterEntity(int at) {
    int end = CharacterReferences.end(text, at);
    return end < 0 ? at + 1 : end;
  }

  private boolean address(int at) {
    char c = chars[at];
    if (c != 'h' && c != 'w') {
      return false;
    }
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
}
