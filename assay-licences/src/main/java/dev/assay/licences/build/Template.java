package dev.assay.licences.build;

import java.util.ArrayList;
import java.util.List;

/// An SPDX licence template: the text with its originals filled in, and which parts may be left out
/// or replaced.
///
/// @param text the text
/// @param parts the parts that may, in order, by offset
record Template(String text, List<Part> parts) {
  enum Kind {
    OPTIONAL,
    REPLACEABLE,
    /// Replaceable by phrases that forbid in other words: `Neither ... may`, `... may not`.
    REPHRASED
  }

  /// @param from the first character
  /// @param to after the last
  record Part(int from, int to, Kind kind) {}

  static Template of(String source) {
    StringBuilder text = new StringBuilder();
    List<Part> parts = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    int at = 0;
    while (at < source.length()) {
      int tag = source.indexOf("<<", at);
      if (tag < 0) {
        text.append(source, at, source.length());
        break;
      }
      text.append(source, at, tag);
      if (source.startsWith("<<beginOptional", tag)) {
        open.add(text.length());
        at = source.indexOf(">>", tag) + 2;
      } else if (source.startsWith("<<endOptional", tag)) {
        int from = open.removeLast();
        parts.add(new Part(from, text.length(), Kind.OPTIONAL));
        at = source.indexOf(">>", tag) + 2;
        boolean plural = text.length() - from == 1 && text.charAt(from) == 's';
        if (plural && at < source.length() && Character.isLetter(source.charAt(at))) {
          // Some templates lost the blank: `name<<beginOptional>>s<<endOptional>>of`.
          text.append(' ');
        }
      } else if (source.startsWith("<<var;", tag)) {
        int end = source.indexOf("\">>", tag);
        String body = source.substring(tag, end);
        int original = body.indexOf("original=\"");
        int originalEnd = body.indexOf("\";match=", original);
        String words =
            original < 0
                ? ""
                : body.substring(original + 10, originalEnd < 0 ? body.length() : originalEnd);
        int from = text.length();
        text.append(words);
        // Bullets are list numbers: they are no words and nothing may be put in their place.
        if (!body.contains("name=\"bullet")) {
          String match = originalEnd < 0 ? "" : body.substring(originalEnd);
          boolean forbids = match.contains("may\\s+not") && words.length() > 10;
          parts.add(new Part(from, text.length(), forbids ? Kind.REPHRASED : Kind.REPLACEABLE));
        }
        at = end + 3;
      } else {
        text.append("<<");
        at = tag + 2;
      }
    }
    return new Template(text.toString(), List.copyOf(parts));
  }
}
