package dev.assay.io;

import org.jspecify.annotations.Nullable;

/// A fence around code in Markdown: three or more backquotes or tildes, which are closed by at
/// least as many of the same (CommonMark 0.31, 4.5).
///
/// @param mark the character it is made of
/// @param length how many of them
public record Fence(char mark, int length) {
  private static final int SHORTEST = 3;

  /// The fence that a line opens, if it opens one.
  ///
  /// @param line without white space before it
  public static @Nullable Fence opening(String line) {
    if (line.isEmpty() || line.charAt(0) != '`' && line.charAt(0) != '~') {
      return null;
    }
    char mark = line.charAt(0);
    int length = marks(line, mark);
    // Backquotes behind backquotes end a span of code within the line.
    boolean span = mark == '`' && line.indexOf('`', length) >= 0;
    return length < SHORTEST || span ? null : new Fence(mark, length);
  }

  /// Whether a line, without white space before it, closes this fence.
  public boolean isClosedBy(String line) {
    int length = marks(line, mark);
    return length >= this.length && line.substring(length).isBlank();
  }

  /// What a line says behind the fence that it opens: the language of the code, mostly.
  public String info(String line) {
    return line.substring(length).strip();
  }

  /// The code of a line that is nothing but one span of code between as many backquotes as a fence
  /// has; empty where it is something else.
  ///
  /// @param line without white space around it
  public static String span(String line) {
    int length = marks(line, '`');
    int end = line.length() - length;
    if (length < SHORTEST || end <= length || line.indexOf('`', length) != end) {
      return "";
    }
    return line.substring(length, end).strip();
  }

  private static int marks(String line, char mark) {
    int length = 0;
    while (length < line.length() && line.charAt(length) == mark) {
      length++;
    }
    return length;
  }
}
