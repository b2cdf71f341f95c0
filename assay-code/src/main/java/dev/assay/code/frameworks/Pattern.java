package dev.assay.code.frameworks;

import java.util.ArrayList;
import java.util.List;

/// A pattern over dotted names: segments of literals and `*`. A first segment `*` stands for one or
/// more segments, `**` for any number, a last segment `*` for one or more. Inside a segment `*`
/// stands for any characters but the dot. Matching takes time in proportion to pattern and name.
///
/// @param verb what the name must be: `call`, `base`, `def`, `class`, `import`, `program`,
///   `option`, `name`
/// @param head whether anything may come before, and at least how many segments; -1 for nothing
/// @param segments the segments between
/// @param tail whether one or more segments follow
public record Pattern(Verb verb, int head, List<String> segments, boolean tail) {

  /// What a name must be.
  public enum Verb {
    CALL,
    BASE,
    DEF,
    CLASS,
    IMPORT,
    PROGRAM,
    OPTION,
    NAME
  }

  public Pattern {
    segments = List.copyOf(segments);
  }

  /// Reads `verb dotted.name`.
  ///
  /// @throws IllegalArgumentException when it is not of that form
  public static Pattern parse(String line) {
    int blank = line.indexOf(' ');
    if (blank < 0) {
      throw new IllegalArgumentException("no verb in pattern: " + line);
    }
    Verb verb = Verb.valueOf(line.substring(0, blank).toUpperCase(java.util.Locale.ROOT));
    List<String> parts = new ArrayList<>(List.of(line.substring(blank + 1).strip().split("\\.")));
    int head = -1;
    if (parts.size() > 1 && parts.getFirst().equals("*")) {
      head = 1;
    } else if (parts.size() > 1 && parts.getFirst().equals("**")) {
      head = 0;
    }
    if (head >= 0) {
      parts.removeFirst();
    }
    boolean tail = parts.size() > 1 && parts.getLast().equals("*");
    if (tail) {
      parts.removeLast();
    }
    return new Pattern(verb, head, parts, tail);
  }

  /// The literal that a name must have as its last segment (or, with a tail, as its first), or
  /// empty when there is none: the key of an index.
  String key() {
    String segment = tail ? segments.getFirst() : segments.getLast();
    return segment.indexOf('*') >= 0 || (tail && head >= 0) ? "" : segment;
  }

  /// Whether a name, given in its segments, fits.
  boolean fits(String[] name) {
    int n = segments.size();
    if (tail) {
      if (head < 0) {
        return name.length > n && fitsAt(name, 0);
      }
      for (int at = head; at + n < name.length; at++) {
        if (fitsAt(name, at)) {
          return true;
        }
      }
      return false;
    }
    int before = name.length - n;
    return (head < 0 ? before == 0 : before >= head) && fitsAt(name, before);
  }

  private boolean fitsAt(String[] name, int at) {
    for (int i = 0; i < segments.size(); i++) {
      if (!glob(segments.get(i), name[at + i])) {
        return false;
      }
    }
    return true;
  }

  /// Greedy matching with one way back: linear for one star, and short patterns over short names
  /// otherwise.
  static boolean glob(String pattern, String word) {
    if (pattern.indexOf('*') < 0) {
      return pattern.equals(word);
    }
    int p = 0;
    int w = 0;
    int star = -1;
    int mark = 0;
    while (w < word.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = w;
      } else if (p < pattern.length() && pattern.charAt(p) == word.charAt(w)) {
        p++;
        w++;
      } else if (star >= 0) {
        p = star + 1;
        w = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
