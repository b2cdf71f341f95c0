package dev.assay.text;

import dev.assay.io.CharacterReferences;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The words and links of one block of Markdown, or HTML in Markdown. One pass, with the next
/// closing bracket looked up once for all who wait for it, so that no input costs more than its
/// length.
final class Inline {
  private static final int MAX_TARGET = 2_048;
  private static final int MAX_TAG = 4_096;
  private static final int MAX_LABEL = 200;

  private final String raw;
  private final Map<String, String> references;
  private final RunningText out = new RunningText();
  private final Deque<Open> open = new ArrayDeque<>();
  private int nextParenthesis = -1;
  private int nextAngle = -1;
  private int nextBracket = -1;

  /// Whether an address can begin anywhere.
  private final boolean addresses;

  /// A bracket or anchor that was opened: where in the plain text, and its address if it is an
  /// anchor.
  private record Open(int at, boolean image, String target) {}

  /// What was read.
  record Reading(String text, List<Link> links) {}

  private Inline(String raw, Map<String, String> references) {
    this.raw = raw;
    this.references = references;
    this.addresses = raw.contains("://");
  }

  /// The words and links of `raw`.
  ///
  /// @param references the addresses of reference links, by label in lower case
  static Reading read(String raw, Map<String, String> references) {
    Inline inline = new Inline(raw, references);
    inline.run();
    return inline.out.reading();
  }

  private void run() {
    int i = 0;
    while (i < raw.length()) {
      int end = wordsEnd(i);
      if (end > i) {
        out.putPlain(raw, i, end);
        i = end;
        continue;
      }
      char c = raw.charAt(i);
      switch (c) {
        case '\\' -> {
          boolean escaped =
              i + 1 < raw.length() && "\\`*_{}[]()#+-.!|<>~".indexOf(raw.charAt(i + 1)) >= 0;
          out.put(escaped ? raw.charAt(i + 1) : c);
          i += escaped ? 2 : 1;
        }
        case '`', '*' -> i++;
        case '_' -> {
          if (i + 1 < raw.length() && raw.charAt(i + 1) == '_') {
            i += 2;
          } else {
            out.put(c);
            i++;
          }
        }
        case '!' -> {
          if (i + 1 < raw.length() && raw.charAt(i + 1) == '[') {
            open.push(new Open(out.length(), true, ""));
            i += 2;
          } else {
            out.put(c);
            i++;
          }
        }
        case '[' -> {
          if (isCitation(i)) {
            out.put(' ');
          }
          open.push(new Open(out.length(), false, ""));
          i++;
        }
        case ']' -> i = closeBracket(i);
        case '<' -> i = angle(i);
        case '&' -> i = entity(i);
        default -> {
          if (isScheme(i)) {
            i = out.putAddress(raw, i);
          } else {
            out.put(c);
            i++;
          }
        }
      }
    }
  }

  /// Whether the number of a citation in brackets is glued to the word before: "dataset[7]".
  /// Without the brackets it would be a part of that word.
  private boolean isCitation(int bracket) {
    if (bracket == 0 || !Character.isLetter(raw.charAt(bracket - 1))) {
      return false;
    }
    int at = bracket + 1;
    if (at < raw.length() && raw.charAt(at) == '[') {
      at++;
    }
    int first = at;
    while (at < raw.length()
        && at - first < LONGEST_NUMBER
        && raw.charAt(at) >= '0'
        && raw.charAt(at) <= '9') {
      at++;
    }
    return at > first && at < raw.length() && ",]".indexOf(raw.charAt(at)) >= 0;
  }

  private static final int LONGEST_NUMBER = 3;

  /// Where the characters end that stand for themselves; where there are addresses, before a letter
  /// that may begin one.
  private int wordsEnd(int from) {
    int end = from;
    while (end < raw.length() && isPlain(raw.charAt(end)) && !(addresses && isScheme(end))) {
      end++;
    }
    return end;
  }

  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private int closeBracket(int i) {
    if (open.isEmpty() || !open.peek().target().isEmpty()) {
      return i + 1;
    }
    Open start = open.pop();
    int after = i + 1;
    if (after < raw.length() && raw.charAt(after) == '(') {
      int close = parenthesisAfter(after);
      int inner = raw.indexOf('(', after + 1);
      if (close > 0 && inner > 0 && inner < close && close + 1 < raw.length()) {
        int outer = raw.indexOf(')', close + 1);
        if (outer > 0 && outer - close < 200 && onlyAddress(close, outer)) {
          close = outer;
        }
      }
      if (close > 0 && close - after <= MAX_TARGET) {
        link(start, target(raw.substring(after + 1, close)));
        return close + 1;
      }
    } else if (after < raw.length() && raw.charAt(after) == '[') {
      int close = bracketAfter(after);
      if (close > 0 && close - after <= MAX_LABEL) {
        String label = raw.substring(after + 1, close);
        String address = reference(label.isEmpty() ? since(start) : label);
        if (!address.isEmpty()) {
          link(start, address);
          return close + 1;
        }
      }
    } else {
      String address = reference(since(start));
      if (!address.isEmpty()) {
        link(start, address);
      }
    }
    return after;
  }

  /// The plain text since a bracket was opened, or nothing where that is too long to be a label.
  private String since(Open start) {
    int at = start.at();
    return at > out.length() || out.length() - at > MAX_LABEL ? "" : out.since(at);
  }

  private String reference(String label) {
    String address =
        label.isEmpty() ? null : references.get(label.strip().toLowerCase(Locale.ROOT));
    return address == null ? "" : address;
  }

  private boolean onlyAddress(int from, int to) {
    for (int k = from; k < to; k++) {
      char c = raw.charAt(k);
      if (Character.isWhitespace(c) || c == '[') {
        return false;
      }
    }
    return true;
  }

  private static String target(String inside) {
    String t = inside.strip();
    if (t.startsWith("<") && t.indexOf('>') > 0) {
      return t.substring(1, t.indexOf('>'));
    }
    int space = 0;
    while (space < t.length() && !Character.isWhitespace(t.charAt(space))) {
      space++;
    }
    return t.substring(0, space);
  }

  private void link(Open start, String target) {
    if (start.image()) {
      out.pictureSince(start.at(), target);
    } else {
      out.linkSince(start.at(), target);
    }
  }

  private int angle(int i) {
    int close = angleAfter(i);
    if (close < 0 || close - i > MAX_TAG || i + 1 >= raw.length()) {
      out.put('<');
      return i + 1;
    }
    char c = raw.charAt(i + 1);
    if (isScheme(i + 1)) {
      out.putLink(raw.substring(i + 1, close));
      return close + 1;
    }
    if (!Character.isLetter(c) && c != '/' && c != '!') {
      out.put('<');
      return i + 1;
    }
    tag(raw.substring(i + 1, close));
    return close + 1;
  }

  private void tag(String tag) {
    int end = tag.startsWith("/") ? 1 : 0;
    while (end < tag.length() && Character.isLetterOrDigit(tag.charAt(end))) {
      end++;
    }
    String name = tag.substring(0, end).toLowerCase(Locale.ROOT);
    switch (name) {
      case "a" -> open.push(new Open(out.length(), false, attribute(tag, "href")));
      case "/a" -> closeAnchor();
      case "img" -> {
        String source = attribute(tag, "src");
        if (!source.isEmpty()) {
          out.putPicture(attribute(tag, "alt"), source);
        }
      }
      case "/td", "/th" -> out.putPlain(" | ", 0, 3);
      // What is set above the line is no part of the word before it.
      case "sup" -> out.put('^');
      case "b",
          "/b",
          "i",
          "/i",
          "em",
          "/em",
          "strong",
          "/strong",
          "span",
          "/span",
          "/sup",
          "sub",
          "/sub",
          "u",
          "/u",
          "code",
          "/code",
          "font",
          "/font" -> {}
      default -> out.put(' ');
    }
  }

  private void closeAnchor() {
    while (!open.isEmpty()) {
      Open start = open.pop();
      if (!start.target().isEmpty()) {
        link(start, start.target());
        return;
      }
    }
  }

  static String attribute(String tag, String name) {
    String lower = tag.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(name + "=");
    if (at < 0) {
      return "";
    }
    int from = at + name.length() + 1;
    if (from >= tag.length()) {
      return "";
    }
    char quote = tag.charAt(from);
    if (quote == '"' || quote == '\'') {
      int end = tag.indexOf(quote, from + 1);
      return end < 0 ? "" : tag.substring(from + 1, end).strip();
    }
    int end = from;
    while (end < tag.length() && !Character.isWhitespace(tag.charAt(end))) {
      end++;
    }
    return tag.substring(from, end);
  }

  private int entity(int i) {
    int end = CharacterReferences.end(raw, i);
    if (end < 0) {
      out.put('&');
      return i + 1;
    }
    String read = CharacterReferences.read(raw.substring(i + 1, end - 1));
    for (int k = 0; k < read.length(); k++) {
      out.put(read.charAt(k));
    }
    return end;
  }

  private boolean isScheme(int i) {
    return isAddress(raw, i);
  }

  /// Whether an address begins at `i`.
  static boolean isAddress(String raw, int i) {
    return switch (raw.charAt(i)) {
      case 'h', 'H' ->
          raw.regionMatches(true, i, "http://", 0, 7)
              || raw.regionMatches(true, i, "https://", 0, 8);
      case 's' -> raw.startsWith("s3://", i);
      case 'g' -> raw.startsWith("gs://", i);
      case 'f' -> raw.startsWith("ftp://", i);
      default -> false;
    };
  }

  /// Where an address that starts at `i` ends: before white space, quotation marks, brackets, cell
  /// borders and wide punctuation, without a full stop or comma at its end.
  static int addressEnd(String s, int i) {
    int end = i;
    while (end < s.length() && end - i < MAX_TARGET) {
      char c = s.charAt(end);
      if (Character.isWhitespace(c) || "<>\"'`|[]{}\\^，。、；：）（】【」「".indexOf(c) >= 0) {
        break;
      }
      end++;
    }
    while (end > i && ".,;:!?*".indexOf(s.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end > i && s.charAt(end - 1) == ')' && s.substring(i, end).indexOf('(') < 0) {
      end--;
    }
    return end;
  }

  private int parenthesisAfter(int i) {
    if (nextParenthesis != -2 && nextParenthesis <= i) {
      nextParenthesis = orNone(raw.indexOf(')', i + 1));
    }
    return nextParenthesis;
  }

  private int angleAfter(int i) {
    if (nextAngle != -2 && nextAngle <= i) {
      nextAngle = orNone(raw.indexOf('>', i + 1));
    }
    return nextAngle;
  }

  private int bracketAfter(int i) {
    if (nextBracket != -2 && nextBracket <= i) {
      nextBracket = orNone(raw.indexOf(']', i + 1));
    }
    return nextBracket;
  }

  private static int orNone(int at) {
    return at < 0 ? -2 : at;
  }
}
