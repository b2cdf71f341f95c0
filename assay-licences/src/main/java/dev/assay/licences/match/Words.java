package dev.assay.licences.match;

import java.util.Arrays;

/// The words of a text, as a lawyer would compare them: without case, punctuation, markup, comment
/// signs, list numbers and invisible characters; those of a copyright notice are marked. A Han or
/// Kana character is a word of its own. Each word keeps its place in the text, so that a difference
/// can be shown where it stands.
///
/// The rules follow the SPDX matching guidelines (white space, case, punctuation, bullets, varietal
/// spelling, copyright notices), and are the same for references and for files.
public final class Words {
  /// A word that stands in a web address.
  static final byte ADDRESS = 1;

  /// A word with letters of a script that look like those of another.
  static final byte LOOKALIKE = 2;

  /// A word of a copyright notice: it may be there or not, and may be another.
  static final byte NOTICE = 4;

  /// A word of a short comment in markup, which a reader of the page does not see.
  static final byte COMMENT = 8;

  private final String text;
  private final long[] hashes;
  private final int[] starts;
  private final int[] ends;
  private final byte[] marks;
  private final int size;
  private final int invisible;

  Words(
      String text, long[] hashes, int[] starts, int[] ends, byte[] marks, int size, int invisible) {
    this.text = text;
    this.hashes = Arrays.copyOf(hashes, size);
    this.starts = Arrays.copyOf(starts, size);
    this.ends = Arrays.copyOf(ends, size);
    this.marks = Arrays.copyOf(marks, size);
    this.size = size;
    this.invisible = invisible;
  }

  /// The words of a text.
  public static Words of(String text) {
    return new WordReader(text).read();
  }

  /// Whether a text has any character that cannot be seen, or that looks like another's: most have
  /// none, and need not be read for them.
  public static boolean tricky(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 && (Glyphs.invisible(c) || Glyphs.latin(c) != 0)) {
        return true;
      }
    }
    return false;
  }

  /// How many words.
  public int size() {
    return size;
  }

  /// The hash of a word after normalising.
  public long hash(int word) {
    return hashes[word];
  }

  /// The offset of a word's first character.
  public int start(int word) {
    return starts[word];
  }

  /// The offset after a word's last character.
  public int end(int word) {
    return ends[word];
  }

  /// A word as it stands in the text.
  public String word(int word) {
    return text.substring(starts[word], ends[word]);
  }

  /// The characters from one word to another, both included, as they stand.
  public String span(int first, int last) {
    return text.substring(starts[first], ends[last]);
  }

  /// Whether a word stands in a web address.
  boolean inAddress(int word) {
    return (marks[word] & ADDRESS) != 0;
  }

  /// Whether a word stands in a copyright notice, which is no term of a licence.
  public boolean inNotice(int word) {
    return (marks[word] & NOTICE) != 0;
  }

  /// Whether a word stands in a short comment of HTML: no term, whatever it says.
  public boolean inComment(int word) {
    return (marks[word] & COMMENT) != 0;
  }

  /// How many words mix scripts to look like plain ones.
  public int lookalikes() {
    int n = 0;
    for (byte mark : marks) {
      if ((mark & LOOKALIKE) != 0) {
        n++;
      }
    }
    return n;
  }

  /// How many invisible characters stood inside words.
  public int invisible() {
    return invisible;
  }

  /// The first word that starts at or after an offset.
  public int at(int offset) {
    int i = Arrays.binarySearch(starts, offset);
    return i >= 0 ? i : -i - 1;
  }

  /// The hash of one word written in lower case and already normalised.
  public static long hashOf(CharSequence word) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < word.length(); i++) {
      h = (h ^ word.charAt(i)) * 0x100000001b3L;
    }
    return finish(h);
  }

  static long finish(long h) {
    h ^= h >>> 32;
    h *= 0x9E3779B97F4A7C15L;
    return h ^ (h >>> 29);
  }
}
