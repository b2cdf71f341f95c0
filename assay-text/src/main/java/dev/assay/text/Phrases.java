package dev.assay.text;

import dev.assay.io.Prepared;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// All phrases of all languages in one automaton (Aho and Corasick, 1975): a text is passed over
/// once, whatever the number of phrases, and no text can make it slow.
///
/// A phrase matches whole words; with `*` at its end any ending. Case, hyphens, underscores and the
/// kind of quotation marks do not matter. Scripts written without spaces match anywhere.
///
/// The states are numbered breadth first from the root, 0, so the states that follow one state are
/// neighbours, and 0 stands for "none" too. {@link PhraseBook} makes them.
final class Phrases {
  /// The name of the {@link Prepared} form.
  static final String PREPARED = "phrases";

  private static final Topic[] TOPICS = Topic.values();

  /// How many characters the root's table has: what most texts are made of.
  private static final int LATIN = 256;

  /// The numbers that an ending has in {@link #endings}: topic, length, and its {@link Tongue} with
  /// whether any ending goes in the last bit.
  static final int OF_ENDING = 3;

  private static final Phrases ALL =
      Prepared.of(Phrases.class, PREPARED).map(Phrases::read).orElseGet(PhraseBook::read);

  /// By state: the character that leads to it.
  private final char[] keys;

  /// By state: the first that follows it; those up to the next state's first do.
  private final char[] first;

  /// By state: the longest other state that is an ending of what was read.
  private final char[] fail;

  /// By state: the longest such state at which a phrase ends.
  private final char[] shorter;

  /// By state: where its endings begin, in threes; those up to the next state's are its own.
  private final char[] ends;

  private final char[] endings;
  private final char[] fromRoot = new char[LATIN];

  /// One phrase found.
  ///
  /// @param from its first character
  /// @param to the character after its last
  record Hit(Topic topic, int from, int to) {}

  Phrases(char[] keys, char[] first, char[] fail, char[] shorter, char[] ends, char[] endings) {
    this.keys = keys;
    this.first = first;
    this.fail = fail;
    this.shorter = shorter;
    this.ends = ends;
    this.endings = endings;
    for (int i = first[0]; i < first[1]; i++) {
      if (keys[i] < LATIN) {
        fromRoot[keys[i]] = (char) i;
      }
    }
  }

  /// The phrases in `text`, in the order of their ends.
  static List<Hit> in(String text) {
    return ALL.find(text);
  }

  /// What {@link #prepared} wrote.
  static Phrases read(ByteBuffer from) {
    return new Phrases(
        Prepared.characters(from),
        Prepared.characters(from),
        Prepared.characters(from),
        Prepared.characters(from),
        Prepared.characters(from),
        Prepared.characters(from));
  }

  byte[] prepared() {
    var to = new Prepared.Writer();
    for (char[] all : List.of(keys, first, fail, shorter, ends, endings)) {
      to.characters(all);
    }
    return to.bytes();
  }

  private int next(int state, char c) {
    if (state == 0 && c < LATIN) {
      return fromRoot[c];
    }
    int end = first[state + 1];
    for (int i = first[state]; i < end; i++) {
      if (keys[i] == c) {
        return i;
      }
    }
    return 0;
  }

  /// The state after `c`: along the ways on, or from the longest ending of what was read that has
  /// one.
  private int on(int from, char c) {
    for (int state = from; ; state = fail[state]) {
      int next = next(state, c);
      if (next != 0 || state == 0) {
        return next;
      }
    }
  }

  List<Hit> find(String text) {
    List<Hit> hits = List.of();
    int state = 0;
    int spoken = 0;
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // No phrase begins within a word.
      boolean within = state == 0 && isLatinLetter(before) && isLatinLetter(c);
      before = c;
      if (within) {
        continue;
      }
      state = on(state, plain(c));
      for (int at = state; at != 0; at = shorter[at]) {
        for (int e = ends[at]; e < ends[at + 1]; e++) {
          int from = i + 1 - endings[OF_ENDING * e + 1];
          int kind = endings[OF_ENDING * e + 2];
          if (startsWord(text, from) && ((kind & 1) == 1 || endsWord(text, i + 1))) {
            // The language is asked for where a phrase of one is found, once a text.
            if (kind > 1) {
              spoken = spoken == 0 ? Tongue.of(text) : spoken;
              if ((spoken & 1 << (kind >> 1)) == 0) {
                continue;
              }
            }
            hits = hits.isEmpty() ? new ArrayList<>(4) : hits;
            hits.add(new Hit(TOPICS[endings[OF_ENDING * e]], from, i + 1));
          }
        }
      }
    }
    return hits;
  }

  private static boolean startsWord(String text, int from) {
    return from == 0
        || !isWordCharacter(text.charAt(from))
        || !isWordCharacter(text.charAt(from - 1));
  }

  private static boolean endsWord(String text, int to) {
    return to == text.length()
        || !isWordCharacter(text.charAt(to - 1))
        || !isWordCharacter(text.charAt(to));
  }

  /// Letters of scripts that separate words.
  private static boolean isWordCharacter(char c) {
    return isLatinLetter(c) || Character.isLetterOrDigit(c) && !isSpaceless(c);
  }

  /// Most letters of most texts; the table of all characters is slower to ask.
  private static boolean isLatinLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /// Whether a character is of a script written without spaces between words.
  static boolean isSpaceless(char c) {
    return c >= '\u3040' && c <= '\u30ff'
        || c >= '\u3400' && c <= '\u9fff'
        || c >= '\uf900' && c <= '\ufaff';
  }

  /// How a character is compared.
  static char plain(char c) {
    if (c >= 'a' && c <= 'z' || c == ' ') {
      return c;
    }
    return switch (c) {
      case '-', '_', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u00a0', '\t', '\n', '\r' ->
          ' ';
      case '\u2019', '\u2018', '`' -> '\'';
      default -> Character.toLowerCase(c);
    };
  }
}
