package dev.assay.code.outline;

import java.util.Arrays;

/// Code taken out of a file of another kind (the code cells of a notebook, the fenced blocks of a
/// document), with the way back from its lines to the lines of that file.
///
/// @param language what the code is written in
/// @param text the code
/// @param lines for each line of `text`, counted from 0, the line of the file, counted from 1
public record Excerpt(Language language, String text, int[] lines) {

  /// The file's line for an offset in `text`.
  public int lineOf(int offset) {
    int line = 0;
    int stop = Math.min(offset, text.length());
    for (int i = 0; i < stop; i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return lines.length == 0 ? 1 : lines[Math.min(line, lines.length - 1)];
  }

  /// Collects lines of code.
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private int[] lines = new int[64];
    private int count;

    void line(String line, int at) {
      if (count == lines.length) {
        lines = Arrays.copyOf(lines, count * 2);
      }
      lines[count++] = at;
      text.append(line).append('\n');
    }

    boolean isEmpty() {
      return count == 0;
    }

    Excerpt build(Language language) {
      return new Excerpt(language, text.toString(), Arrays.copyOf(lines, count));
    }
  }
}
