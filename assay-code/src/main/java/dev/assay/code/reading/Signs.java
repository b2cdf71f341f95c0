package dev.assay.code.reading;

import dev.assay.code.reading.Sign.Kind;
import java.util.Locale;
import java.util.Set;

/// The signs of a source. They are read without a grammar, in one pass, so that a language that
/// nobody thought of has signs too; the same signs are learned from and judged by.
public final class Signs {
  /// Of longer sources the beginning is read; length in characters.
  public static final int LONGEST = 200_000;

  private static final int LONGEST_NAME = 49;
  private static final int SHORTEST_PART = 3;

  /// Words after which a name is defined.
  private static final Set<String> DEFINES =
      Set.of("def", "class", "function", "void", "fn", "func");

  private Signs() {}

  /// Takes signs as they come; the same one may come again.
  @FunctionalInterface
  public interface Sink {
    /// @param word in lower case
    /// @param offset where it stands in the code, in characters; -1 for a sign of the path
    void sign(Kind kind, String word, int offset);
  }

  /// Which signs are asked for: most words of a source tell nothing, and need not be cut out of it.
  @FunctionalInterface
  public interface Wanted {
    /// Whether a word may be one of those.
    ///
    /// @param hash that of the word in lower case, as {@link String#hashCode} has it
    boolean may(Kind kind, int hash);
  }

  /// Reads the signs of a source and of its place.
  ///
  /// @param path from the root of the release, with `/`
  /// @param code what is read; for a notebook its cells
  public static void of(String path, String code, Sink sink) {
    of(path, code, (kind, hash) -> true, sink);
  }

  /// The same, where only some signs are asked for; others may come too.
  public static void of(String path, String code, Wanted wanted, Sink sink) {
    ofPath(path, sink);
    int end = Math.min(code.length(), LONGEST);
    int lines = 0;
    // The name before, where one stands there: its hash, and where it begins and ends.
    int beforeHash = 0;
    int beforeFrom = -1;
    int beforeEnd = -1;
    boolean defining = false;
    for (int i = 0; i < end; ) {
      char c = code.charAt(i);
      if (!begins(c)) {
        lines += c == '\n' ? 1 : 0;
        if (c == '-' && i + 2 < end && code.charAt(i + 1) == '-' && letter(code.charAt(i + 2))) {
          option(code, i + 2, end, sink);
        }
        i++;
        continue;
      }
      int from = i;
      int hash = 0;
      int pair = beforeHash * 31 + '.';
      while (i < end && within(code.charAt(i))) {
        char l = lowered(code.charAt(i));
        hash = 31 * hash + l;
        pair = 31 * pair + l;
        i++;
      }
      boolean joined = from > 0 && digit(code.charAt(from - 1));
      if (joined || i - from > LONGEST_NAME) {
        beforeFrom = from;
        beforeEnd = -1;
        defining = false;
        continue;
      }
      if (c == '_' && code.startsWith("__main__", from) && i - from == "__main__".length()) {
        sink.sign(Kind.MAIN, "", from);
      }
      if (i - from > 1) {
        if (wanted.may(Kind.NAME, hash)) {
          sink.sign(Kind.NAME, lower(code, from, i), from);
        }
        parts(code, from, i, Kind.PART, from, wanted, sink);
      }
      if (beforeEnd >= 0
          && beforeEnd + 1 == from
          && code.charAt(beforeEnd) == '.'
          && wanted.may(Kind.PAIR, pair)) {
        sink.sign(Kind.PAIR, lower(code, beforeFrom, i), from);
      }
      if (wanted.may(Kind.CALL, hash) && called(code, i, end)) {
        sink.sign(Kind.CALL, lower(code, from, i), from);
      }
      if (defining) {
        if (wanted.may(Kind.DEFINED, hash)) {
          sink.sign(Kind.DEFINED, lower(code, from, i), from);
        }
        parts(code, from, i, Kind.DEFINED_PART, from, wanted, sink);
      }
      defining =
          "cdfv".indexOf(c) >= 0 && i - from < 9 && DEFINES.contains(code.substring(from, i));
      beforeHash = hash;
      beforeFrom = from;
      beforeEnd = i;
    }
    sink.sign(
        Kind.LENGTH,
        lines < 30 ? "0" : lines < 100 ? "1" : lines < 300 ? "2" : lines < 1000 ? "3" : "4",
        -1);
  }

  private static String lower(String code, int from, int to) {
    return code.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static char lowered(char c) {
    return upper(c) ? (char) (c + ('a' - 'A')) : c;
  }

  private static void ofPath(String path, Sink sink) {
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    int dot = name.lastIndexOf('.');
    parts(dot < 0 ? name : name.substring(0, dot), Kind.FILE, -1, sink);
    if (dot >= 0) {
      sink.sign(Kind.ENDING, name.substring(dot + 1).toLowerCase(Locale.ROOT), -1);
    }
    int depth = 0;
    if (slash >= 0) {
      String folder = path.substring(0, slash);
      parts(folder, Kind.FOLDER, -1, sink);
      depth = 1 + (int) folder.chars().filter(c -> c == '/').count();
    }
    sink.sign(Kind.DEPTH, String.valueOf(Math.min(3, depth)), -1);
  }

  private static void option(String code, int from, int end, Sink sink) {
    int i = from;
    while (i < end && (within(code.charAt(i)) || code.charAt(i) == '-')) {
      i++;
    }
    if (i - from > LONGEST_NAME) {
      return;
    }
    String option = code.substring(from, i).toLowerCase(Locale.ROOT).replace('-', '_');
    sink.sign(Kind.OPTION, option, from);
    int part = 0;
    for (int k = 0; k <= option.length(); k++) {
      if (k == option.length() || option.charAt(k) == '_') {
        if (k - part >= SHORTEST_PART) {
          sink.sign(Kind.OPTION_PART, option.substring(part, k), from + part);
        }
        part = k + 1;
      }
    }
  }

  private static void parts(String name, Kind kind, int offset, Sink sink) {
    parts(name, 0, name.length(), kind, offset, (k, hash) -> true, sink);
  }

  /// The words of a name, which is cut at whatever is no letter and before a capital: `HTMLReader`
  /// is `html` and `reader`.
  ///
  /// @param offset that of the name; -1 for a sign of the path
  private static void parts(
      String text, int start, int end, Kind kind, int offset, Wanted wanted, Sink sink) {
    int from = -1;
    int hash = 0;
    for (int i = start; i <= end; i++) {
      char c = i < end ? text.charAt(i) : '_';
      boolean cut =
          !letter(c)
              || from >= 0
                  && upper(c)
                  && (!upper(text.charAt(i - 1)) || i + 1 < end && lower(text.charAt(i + 1)));
      if (cut && from >= 0) {
        if (i - from >= SHORTEST_PART && wanted.may(kind, hash)) {
          sink.sign(kind, lower(text, from, i), offset < 0 ? -1 : offset + from - start);
        }
        from = -1;
      }
      if (letter(c)) {
        if (from < 0) {
          from = i;
          hash = 0;
        }
        hash = 31 * hash + lowered(c);
      }
    }
  }

  private static boolean called(String code, int from, int end) {
    int i = from;
    while (i < end && code.charAt(i) == ' ') {
      i++;
    }
    return i < end && code.charAt(i) == '(';
  }

  private static boolean upper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean lower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean letter(char c) {
    return upper(c) || lower(c);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean begins(char c) {
    return letter(c) || c == '_';
  }

  private static boolean within(char c) {
    return begins(c) || digit(c);
  }
}
