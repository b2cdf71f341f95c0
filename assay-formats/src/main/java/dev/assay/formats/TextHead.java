package dev.assay.formats;

/// The first bytes of a file as far as they tell, without making a text of them, that a text format
/// is not there: nearly every file of a release is asked by every format.
public final class TextHead {
  private TextHead() {}

  /// Whether the text may begin with a character of ASCII, after white space. False is certain; a
  /// byte beyond ASCII, such as a mark of the encoding, leaves it open.
  public static boolean mayBegin(byte[] head, char first) {
    for (byte b : head) {
      if (b < 0 || !Character.isWhitespace(b)) {
        return b < 0 || b == first;
      }
    }
    return false;
  }
}
