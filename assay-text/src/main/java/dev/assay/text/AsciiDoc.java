package dev.assay.text;

/// AsciiDoc: headings of equals signs, `address[words]`, blocks between lines of one mark.
final class AsciiDoc extends AsMarkdown {
  private static final int MAX_WORDS = 400;
  private static final int MAX_TARGET = 2_048;
  private static final int SHORT_RULE = 4;

  @Override
  String endOfCode(String text) {
    if (text.startsWith("```")) {
      return "```";
    }
    return isRule(text, '-') || isRule(text, '.') ? text : "";
  }

  private static boolean isRule(String text, char mark) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != mark) {
        return false;
      }
    }
    return text.length() >= SHORT_RULE;
  }

  @Override
  String words(String line, String text) {
    boolean unseen =
        text.startsWith("//")
            || text.startsWith("|===")
            || text.startsWith("include::")
            || text.startsWith("[") && text.endsWith("]") && text.indexOf("](") < 0
            || RstOptions.fieldEnd(text) > 0
            || isRule(text, '=')
            || isRule(text, '*')
            || isRule(text, '_')
            || isRule(text, '+');
    if (unseen) {
      return "";
    }
    String heading = heading(line, '=');
    if (!heading.isEmpty()) {
      return links(heading);
    }
    String item = item(text, '*', "* ");
    String numbered = item.isEmpty() ? item(text, '.', "1. ") : item;
    return links(numbered.isEmpty() ? line : numbered);
  }

  /// An item of so many marks, indented as deep; the empty string where a text is none.
  private static String item(String text, char mark, String as) {
    int marks = 0;
    while (marks < text.length() && text.charAt(marks) == mark) {
      marks++;
    }
    boolean item = marks > 0 && marks <= 6 && marks < text.length() && text.charAt(marks) == ' ';
    return item ? "  ".repeat(marks - 1) + as + text.substring(marks).strip() : "";
  }

  private static String links(String line) {
    if (line.indexOf('[') < 0) {
      return line;
    }
    var written = new StringBuilder();
    int i = 0;
    while (i < line.length()) {
      int from = macro(line, i);
      int open = from < 0 ? -1 : targetEnd(line, from);
      int close = open < 0 ? -1 : wordsEnd(line, open);
      if (close < 0) {
        written.append(line.charAt(i++));
        continue;
      }
      String target = line.substring(from, open);
      String words = line.substring(open + 1, close);
      written.append(line.startsWith("image:", i) ? picture(target, words) : link(target, words));
      i = close + 1;
    }
    return written.toString();
  }

  /// Where the address begins of a link or picture that begins at `i`, or -1.
  private static int macro(String line, int i) {
    char c = line.charAt(i);
    if (c == 'i' && line.startsWith("image:", i)) {
      return i + (line.startsWith("image::", i) ? "image::".length() : "image:".length());
    }
    if (c == 'l' && line.startsWith("link:", i)) {
      return i + "link:".length();
    }
    if (c == 'x' && line.startsWith("xref:", i)) {
      return i + "xref:".length();
    }
    return Inline.isAddress(line, i) ? i : -1;
  }

  /// Where the bracket opens behind an address, or -1.
  private static int targetEnd(String line, int from) {
    int i = from;
    while (i < line.length() && i - from < MAX_TARGET && line.charAt(i) != '[') {
      if (Character.isWhitespace(line.charAt(i)) || line.charAt(i) == ']') {
        return -1;
      }
      i++;
    }
    return i > from && i < line.length() && line.charAt(i) == '[' ? i : -1;
  }

  private static int wordsEnd(String line, int open) {
    return line.indexOf(']', open, Math.min(line.length(), open + MAX_WORDS));
  }

  private static String picture(String address, String words) {
    int options = words.indexOf(',');
    String alternative = options < 0 ? words : words.substring(0, options);
    String picture = "![" + alternative.replace("\"", "") + "](" + address + ")";
    int link = words.indexOf("link=");
    if (link < 0) {
      return picture;
    }
    String target = words.substring(link + "link=".length()).replace("\"", "");
    int end = target.indexOf(',');
    return "[" + picture + "](" + (end < 0 ? target : target.substring(0, end)) + ")";
  }

  private static String link(String target, String words) {
    // A caret only opens a window of its own.
    String plain = words.endsWith("^") ? words.substring(0, words.length() - 1) : words;
    return "[" + plain + "](" + target + ")";
  }
}
