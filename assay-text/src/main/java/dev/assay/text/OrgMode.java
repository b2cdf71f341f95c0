package dev.assay.text;

import java.util.Locale;

/// Org: headings of stars, `[[address][words]]`, blocks between `#+begin_` and `#+end_`.
final class OrgMode extends AsMarkdown {
  private static final int MAX_LINK = 2_400;

  @Override
  String endOfCode(String text) {
    if (startsWith(text, "#+begin_src")) {
      return "#+end_src";
    }
    return startsWith(text, "#+begin_example") ? "#+end_example" : "";
  }

  private static boolean startsWith(String text, String beginning) {
    return text.regionMatches(true, 0, beginning, 0, beginning.length());
  }

  @Override
  String words(String line, String text) {
    if (startsWith(text, "#+title:")) {
      return "# " + text.substring("#+title:".length()).strip();
    }
    boolean unseen =
        text.startsWith("#+")
            || text.startsWith("# ")
            || text.equals("#")
            || text.startsWith(":")
                && text.endsWith(":")
                && text.equals(text.toUpperCase(Locale.ROOT));
    if (unseen) {
      return "";
    }
    if (text.startsWith("|-")) {
      return text.replace('+', '|');
    }
    String heading = heading(line, '*');
    return links(heading.isEmpty() ? line : heading);
  }

  private static String links(String line) {
    int open = line.indexOf("[[");
    if (open < 0) {
      return line;
    }
    var written = new StringBuilder();
    int from = 0;
    while (open >= 0) {
      int close = line.indexOf("]]", open + 2);
      if (close < 0) {
        break;
      }
      written.append(line, from, open);
      String inner = line.substring(open + 2, close);
      written.append(inner.length() > MAX_LINK ? inner : link(inner));
      from = close + 2;
      open = line.indexOf("[[", from);
    }
    return written.append(line, from, line.length()).toString();
  }

  private static String link(String inner) {
    int middle = inner.indexOf("][");
    String address = middle < 0 ? inner : inner.substring(0, middle);
    String target = address.startsWith("file:") ? address.substring("file:".length()) : address;
    String words = middle < 0 ? "" : inner.substring(middle + 2);
    if (middle < 0 && isPicture(target)) {
      return "![](" + target + ")";
    }
    boolean badge = words.contains("://") && isPicture(words);
    return "[" + (badge ? "![](" + words + ")" : words) + "](" + target + ")";
  }
}
