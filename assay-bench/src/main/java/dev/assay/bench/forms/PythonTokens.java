package dev.assay.bench.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Python source cut into tokens that together are the source. It is a reader of its own, so that
/// a fault of Assay's does not hide itself.
final class PythonTokens {
  /// What a token is.
  enum Kind {
    /// What a logical line is indented by, possibly nothing; each such line begins with one.
    INDENT,
    NAME,
    NUMBER,
    STRING,
    OPERATOR,
    COMMENT,
    /// Blanks within a line, and a line's end after a backslash.
    BLANK,
    /// The end of a logical line.
    END,
    /// The end of a line within brackets, or of a line that holds no statement.
    BREAK
  }

  /// A token as it is written.
  ///
  /// @param depth how many brackets are open before it
  record Token(Kind kind, String text, int depth) {
    boolean is(String operator) {
      return kind == Kind.OPERATOR && text.equals(operator);
    }

    boolean isName(String name) {
      return kind == Kind.NAME && text.equals(name);
    }
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<string>(?i:[rbuf]{0,3})(?:\"\"\"(?:[^\"\\\\]|\\\\.|\"(?!\"\"))*+\"\"\"|'''(?:[^'\\\\]|\\\\.|'(?!''))*+'''"
              + "|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+'))"
              + "|(?<comment>#[^\\n]*)|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)"
              + "|(?<number>\\.?\\d[\\w.]*)|(?<blank>(?:[ \\t\\f\\r]|\\\\\\r?\\n)+)|(?<end>\\n)"
              + "|(?<operator>[-+*/%@&|^=<>!:]=|\\*\\*|//|->|[^\"'\\\\])",
          Pattern.DOTALL);

  private PythonTokens() {}

  /// The tokens; none where the source cannot be read.
  static List<Token> of(String source) {
    if (source.indexOf('\r') >= 0) {
      return List.of();
    }
    try {
      return cut(source);
    } catch (StackOverflowError e) {
      // A text between three quotes that is longer than the pattern can follow.
      return List.of();
    }
  }

  private static List<Token> cut(String source) {
    var tokens = new ArrayList<Token>();
    Matcher m = TOKEN.matcher(source);
    int depth = 0;
    boolean fresh = true;
    int at = 0;
    while (at < source.length()) {
      if (fresh && depth == 0) {
        int end = at;
        while (end < source.length() && " \t\f".indexOf(source.charAt(end)) >= 0) {
          end++;
        }
        tokens.add(new Token(Kind.INDENT, source.substring(at, end), 0));
        at = end;
        fresh = false;
        continue;
      }
      if (!m.region(at, source.length()).lookingAt()) {
        return List.of();
      }
      Kind kind = kind(m, depth > 0 || blankLine(tokens));
      tokens.add(new Token(kind, m.group(), depth));
      if (kind == Kind.OPERATOR) {
        depth += opens(m.group());
        if (depth < 0) {
          return List.of();
        }
      }
      fresh = m.group("end") != null;
      at = m.end();
    }
    return depth == 0 ? tokens : List.of();
  }

  private static Kind kind(Matcher m, boolean within) {
    if (m.group("string") != null) {
      return Kind.STRING;
    } else if (m.group("comment") != null) {
      return Kind.COMMENT;
    } else if (m.group("name") != null) {
      return Kind.NAME;
    } else if (m.group("number") != null) {
      return Kind.NUMBER;
    } else if (m.group("blank") != null) {
      return Kind.BLANK;
    } else if (m.group("end") != null) {
      return within ? Kind.BREAK : Kind.END;
    }
    return Kind.OPERATOR;
  }

  /// Whether nothing but blanks and a comment stands on the line so far.
  private static boolean blankLine(List<Token> tokens) {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Kind kind = tokens.get(i).kind();
      if (kind == Kind.INDENT) {
        return true;
      } else if (kind != Kind.COMMENT && kind != Kind.BLANK) {
        return false;
      }
    }
    return true;
  }

  private static int opens(String operator) {
    return switch (operator) {
      case "(", "[", "{" -> 1;
      case ")", "]", "}" -> -1;
      default -> 0;
    };
  }

  /// The source of tokens.
  static String source(List<Token> tokens) {
    var out = new StringBuilder();
    tokens.forEach(t -> out.append(t.text()));
    return out.toString();
  }

  /// The logical lines, each with its indentation and its end; a line without a statement is one
  /// too.
  static List<List<Token>> lines(List<Token> tokens) {
    var lines = new ArrayList<List<Token>>();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Kind kind = tokens.get(i).kind();
      boolean remark = kind == Kind.BREAK && tokens.get(i).depth() == 0;
      if (kind == Kind.END || remark || i == tokens.size() - 1) {
        lines.add(tokens.subList(from, i + 1));
        from = i + 1;
      }
    }
    return lines;
  }
}
