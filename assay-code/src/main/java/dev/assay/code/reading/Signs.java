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

  /// Reads the signs of a source and of its place.
  ///
  /// @param path from the root of the release, with `/`
  /// @param code what is read; for a notebook its cells
  public static void of(String path, String code, Sink sink) {
    ofPath(path, sink);
    int end = Math.min(code.length(), LONGEST);
    int lines = 0;
    String before = "";
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
      while (i < end && within(code.charAt(i))) {
        i++;
      }
      boolean joined = from > 0 && digit(code.charAt(from - 1));
      if (joined || i - from > LONGEST_NAME) {
        before = "";
        defining = false;
        continue;
      }
      String raw = code.substring(from, i);
      String name = raw.toLowerCase(Locale.ROOT);
      if (name.equals("__main__")) {
        sink.sign(Kind.MAIN, "", from);
      }
      if (name.length() > 1) {
        sink.sign(Kind.NAME, name, from);
        parts(raw, Kind.PART, from, sink);
      }
      if (beforeEnd >= 0 && beforeEnd + 1 == from && code.charAt(beforeEnd) == '.') {
        sink.sign(Kind.PAIR, before + "." + name, from);
      }
      if (called(code, i, end)) {
        sink.sign(Kind.CALL, name, from);
      }
      if (defining) {
        sink.sign(Kind.DEFINED, name, from);
        parts(raw, Kind.DEFINED_PART, from, sink);
      }
      defining = DEFINES.contains(raw);
      before = name;
      beforeEnd = i;
    }
    sink.sign(
        Kind.LENGTH,
        lines < 30 ? "0" : lines < 100 ? "1" : lines < 300 ? "2" : lines < 1000 ? "3" : "4",
        -1);
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

  /// The words of a name, which is cut at whatever is no letter and before a capital: `HTMLReader`
  /// is `html` and `reader`.
  private static void parts(String name, Kind kind, int offset, Sink sink) {
    int from = -1;
    for (int i = 0; i <= name.length(); i++) {
      char c = i < name.length() ? name.charAt(i) : '_';
      boolean cut =
          !letter(c)
              || from >= 0
                  && upper(c)
                  && (!upper(name.charAt(i - 1))
                      || i + 1 < name.length() && lower(name.charAt(i + 1)));
      if (cut && from >= 0) {
        if (i - from >= SHORTEST_PART) {
          sink.sign(
              kind,
              name.substring(from, i).toLowerCase(Locale.ROOT),
              offset < 0 ? -1 : offset + from);
        }
        from = -1;
      }
      if (from < 0 && letter(c)) {
        from = i;
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
