package dev.assay.licences.match;

import java.util.Locale;
import java.util.Set;

/// Tags of HTML in a text: told by the names that HTML has, because a placeholder of a licence
/// (`<year>`) stands in the same brackets.
final class HtmlTags {
  private static final Set<String> TAGS =
      Set.of(
          "a",
          "abbr",
          "article",
          "b",
          "blockquote",
          "body",
          "br",
          "center",
          "code",
          "dd",
          "del",
          "details",
          "div",
          "dl",
          "dt",
          "em",
          "font",
          "footer",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "header",
          "hr",
          "html",
          "i",
          "img",
          "ins",
          "kbd",
          "li",
          "link",
          "main",
          "meta",
          "nav",
          "ol",
          "p",
          "picture",
          "pre",
          "s",
          "script",
          "section",
          "small",
          "source",
          "span",
          "strong",
          "style",
          "sub",
          "summary",
          "sup",
          "table",
          "tbody",
          "td",
          "th",
          "thead",
          "title",
          "tr",
          "tt",
          "u",
          "ul");

  /// The longest tag that is looked ahead for, in characters: keeps the reading linear whatever the
  /// text.
  private static final int AHEAD = 1000;

  private HtmlTags() {}

  /// After a tag of HTML, or after the `<` when it is none (a placeholder, a comparison).
  static int after(String text, int at) {
    int length = text.length();
    int i = at + 1;
    if (text.startsWith("!--", i)) {
      // A comment may say something (`<!-- license: MIT -->`): only its signs go.
      return i + 3;
    }
    if (i < length && (text.charAt(i) == '/' || text.charAt(i) == '!')) {
      i++;
    }
    int from = i;
    while (i < length && i - from < 12 && Character.isLetterOrDigit(text.charAt(i))) {
      i++;
    }
    String name = text.substring(from, i).toLowerCase(Locale.ROOT);
    if (!TAGS.contains(name) && !name.equals("doctype")) {
      return at + 1;
    }
    int close = text.indexOf('>', i, Math.min(length, i + AHEAD));
    if (close < 0) {
      return at + 1;
    }
    if (!attributes(text, i, close)) {
      return at + 1;
    }
    if (name.equals("script") || name.equals("style")) {
      if (text.charAt(at + 1) != '/') {
        int end = text.indexOf("</", close);
        return end < 0 ? close + 1 : end;
      }
    }
    return close + 1;
  }

  /// Whether what follows a tag's name can be its attributes: `<CODE BEGINS>` is no tag.
  private static boolean attributes(String text, int from, int close) {
    for (int i = from; i < close; i++) {
      char c = text.charAt(i);
      if (c == '=') {
        return true;
      }
    }
    return text.substring(from, close).replace('/', ' ').isBlank()
        || text.startsWith("<!", from - 9 < 0 ? 0 : from - 9);
  }

  /// Where the tag of HTML that ends at an offset begins, or -1; longer ones than 80 characters are
  /// not looked for.
  static int start(String text, int at) {
    if (text.charAt(at) != '>') {
      return -1;
    }
    for (int i = at - 1; i >= 0 && at - i <= 80; i--) {
      if (text.charAt(i) == '<') {
        return after(text, i) == at + 1 ? i : -1;
      }
    }
    return -1;
  }
}
