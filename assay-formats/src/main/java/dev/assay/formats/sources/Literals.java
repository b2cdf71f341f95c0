package dev.assay.formats.sources;

import dev.assay.io.ByteSource;

/// Whether a source file is nearly all numbers: looked at in a few windows, since a table goes on
/// as it begins.
final class Literals {
  private static final int WINDOWS = 8;
  private static final int WINDOW = 2048;

  /// How many of a hundred characters in a window are those of numbers and what stands between
  /// them.
  private static final int NEARLY_ALL = 92;

  /// How many windows may lie in what is no table.
  private static final int OTHERS = 2;

  /// A run of letters and digits so long is packed bytes, and no name.
  private static final int PACKED = 300;

  private Literals() {}

  /// Whether a first look does not say that there is none: no text has a zero byte.
  static boolean mayBegin(byte[] head) {
    for (byte b : head) {
      if (b == 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether the numbers fill the file.
  static boolean fill(ByteSource bytes) {
    long step = Math.max(1, (bytes.size() - WINDOW) / (WINDOWS - 1));
    int others = 0;
    for (int i = 0; i < WINDOWS && others <= OTHERS; i++) {
      long from = Math.min(i * step, Math.max(0, bytes.size() - WINDOW));
      int length = (int) Math.min(WINDOW, bytes.size() - from);
      if (!areNumbers(bytes.bytes(from, length))) {
        others++;
      }
    }
    return others <= OTHERS;
  }

  private static boolean areNumbers(byte[] window) {
    int numbers = 0;
    int digits = 0;
    int run = 0;
    for (int i = 0; i < window.length; i++) {
      byte b = window[i];
      boolean number = isOfNumber(window, i);
      numbers += number ? 1 : 0;
      digits += b >= '0' && b <= '9' ? 1 : 0;
      boolean packed = Character.isLetterOrDigit((char) (b & 0x7f)) || b == '+' || b == '/';
      run = packed ? run + 1 : 0;
      if (run == PACKED) {
        return true;
      }
    }
    return 100 * numbers >= NEARLY_ALL * window.length && 4 * digits >= window.length;
  }

  /// Whether a byte is one of a number, a list of them, or an escaped byte.
  private static boolean isOfNumber(byte[] window, int i) {
    byte b = window[i];
    if (b >= '0' && b <= '9' || b <= ' ' && b > 0) {
      return true;
    }
    if (b >= 'a' && b <= 'f' || b >= 'A' && b <= 'F' || b == 'x' || b == 'X') {
      // A sign of sixteen, an exponent, or a suffix: next to another of a number.
      return i > 0 && (isNear(window[i - 1]) || i + 1 < window.length && isNear(window[i + 1]));
    }
    return "+-.,{}[]();\\\"'_".indexOf(b) >= 0;
  }

  private static boolean isNear(byte b) {
    return b >= '0' && b <= '9' || b == 'x' || b == 'X' || b == '.' || b == '\\';
  }
}
