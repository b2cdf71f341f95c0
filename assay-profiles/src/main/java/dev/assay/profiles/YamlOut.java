package dev.assay.profiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/// YAML being written, two spaces to a level. Every value is a double-quoted string, so that
/// nothing from a release can be read as anything else.
final class YamlOut {
  private final Appendable out;

  YamlOut(Appendable out) {
    this.out = out;
  }

  YamlOut comment(String text) {
    return note(0, text);
  }

  /// A comment on a line of its own; what could end it or be hidden in it becomes a space.
  YamlOut note(int depth, String text) {
    var s = new StringBuilder("# ");
    text.chars()
        .forEach(c -> {
          boolean plain =
              !Character.isISOControl(c)
                  && !Character.isSurrogate((char) c)
                  && Character.getType(c) != Character.FORMAT
                  && c != 0x2028
                  && c != 0x2029;
          s.append(plain ? (char) c : ' ');
        });
    return line(depth, s.toString());
  }

  YamlOut key(int depth, String key) {
    return line(depth, key + ":");
  }

  YamlOut value(int depth, String key, String value) {
    return line(depth, key + ": " + quoted(value));
  }

  /// The first key of an item of a list.
  YamlOut item(int depth, String key, String value) {
    return line(depth, "- " + key + ": " + quoted(value));
  }

  YamlOut line(int depth, String text) {
    try {
      out.append("  ".repeat(depth)).append(text).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private static String quoted(String value) {
    var s = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        s.append('\\').append(c);
      } else if (c == '\n') {
        s.append("\\n");
      } else if (Character.isISOControl(c)
          || Character.isSurrogate(c)
          || Character.getType(c) == Character.FORMAT
          || c == 0x2028
          || c == 0x2029) {
        s.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        s.append(c);
      }
    }
    return s.append('"').toString();
  }
}
