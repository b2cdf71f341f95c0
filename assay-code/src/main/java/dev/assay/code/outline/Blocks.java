package dev.assay.code.outline;

import java.util.Arrays;

/// Where the blocks of a Python source begin: the lines that stand at its left edge and continue
/// nothing. What is asked for a place is the line that opened the block that it stands in. The text
/// is gone through once, however often is asked and however long its lines and blocks are.
public final class Blocks {
  /// What a line begins with that belongs to the block above it: it is set in, empty, a remark, or
  /// the closing bracket of what was begun there.
  private static final String CONTINUES = " \t\r\n#)]}";

  /// Where the opening lines begin, in order; the first line opens whatever stands in it.
  private final int[] openings;

  private Blocks(int[] openings) {
    this.openings = openings;
  }

  /// The blocks of a source.
  public static Blocks of(String text) {
    int[] openings = new int[64];
    int count = 1;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      int line = end + 1;
      if (line < text.length() && CONTINUES.indexOf(text.charAt(line)) < 0) {
        if (count == openings.length) {
          openings = Arrays.copyOf(openings, 2 * count);
        }
        openings[count++] = line;
      }
    }
    return new Blocks(Arrays.copyOf(openings, count));
  }

  /// Where the line begins that opened the block of a place in the text.
  public int opening(int offset) {
    int at = Arrays.binarySearch(openings, offset);
    return openings[at >= 0 ? at : -at - 2];
  }

  /// Whether the block that a line opens stands outside the functions and classes of a source: the
  /// line opens neither, and is no decorator of one.
  public static boolean atTop(String text, int line) {
    return !text.startsWith("def ", line)
        && !text.startsWith("class ", line)
        && !text.startsWith("async def", line)
        && !text.startsWith("@", line);
  }
}
