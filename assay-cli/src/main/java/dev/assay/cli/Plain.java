package dev.assay.cli;

/// Untrusted words made safe for one line of a message.
final class Plain {
  private Plain() {}

  /// The words with control, bidirectional and unassigned characters replaced, cut at 500
  /// characters.
  static String line(String words) {
    var out = new StringBuilder(Math.min(words.length(), 512));
    words
        .codePoints()
        .limit(500)
        .forEach(c -> {
          int type = Character.getType(c);
          boolean harmless =
              type != Character.CONTROL
                  && type != Character.FORMAT
                  && type != Character.SURROGATE
                  && type != Character.LINE_SEPARATOR
                  && type != Character.PARAGRAPH_SEPARATOR
                  && type != Character.UNASSIGNED
                  && type != Character.PRIVATE_USE;
          if (harmless) {
            out.appendCodePoint(c);
          } else if (c == '\n' || c == '\t' || c == '\r') {
            out.append(' ');
          } else {
            out.append("\\u{").append(Integer.toHexString(c)).append('}');
          }
        });
    return out.toString();
  }
}
