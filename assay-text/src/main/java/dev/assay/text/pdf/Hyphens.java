package dev.assay.text.pdf;

/// Words that a page breaks over two lines.
final class Hyphens {
  private Hyphens() {}

  /// The text with each word whole again: a hyphen at a line's end, between a letter and a small
  /// letter, goes, and so does the line end; a link that is broken after a slash is put together.
  /// Controls other than line ends become spaces.
  static String join(String page) {
    var s = new StringBuilder(page.length());
    for (int i = 0; i < page.length(); i++) {
      char c = page.charAt(i);
      boolean broken =
          (c == '-' || c == '\u2010' || c == '\u00ad')
              && i > 0
              && i + 2 < page.length()
              && Character.isLetter(page.charAt(i - 1))
              && page.charAt(i + 1) == '\n'
              && Character.isLowerCase(page.charAt(i + 2));
      if (broken || (c == '\n' && insideLink(s, page, i))) {
        i += broken ? 1 : 0;
      } else {
        s.append(c != '\n' && Character.isISOControl(c) ? ' ' : c);
      }
    }
    return s.toString();
  }

  /// Whether the line that ends here ends inside a link: after its slash, with more to come.
  private static boolean insideLink(StringBuilder before, String page, int at) {
    int end = before.length();
    if (end == 0 || before.charAt(end - 1) != '/' || at + 1 >= page.length()) {
      return false;
    }
    if (!Character.isLetterOrDigit(page.charAt(at + 1))) {
      return false;
    }
    // A footnote's number and the next link are not the rest of this one.
    int stop = page.indexOf(' ', at + 1);
    int line = page.indexOf('\n', at + 1);
    int next = Math.min(stop < 0 ? page.length() : stop, line < 0 ? page.length() : line);
    if (page.substring(at + 1, next).contains("http")) {
      return false;
    }
    int space = Math.max(before.lastIndexOf(" "), before.lastIndexOf("\n"));
    return before.indexOf("http", space + 1) >= 0;
  }
}
