package dev.assay.text;

import java.util.Map;

/// The characters that HTML writes with a name or a number.
final class HtmlEntities {
  private static final int LONGEST = 12;

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("ensp", " "),
          Map.entry("emsp", " "),
          Map.entry("thinsp", " "),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("hellip", "…"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("copy", "©"),
          Map.entry("reg", "®"),
          Map.entry("trade", "™"),
          Map.entry("times", "×"),
          Map.entry("middot", "·"),
          Map.entry("bull", "•"),
          Map.entry("rarr", "→"),
          Map.entry("larr", "←"),
          Map.entry("uarr", "↑"),
          Map.entry("darr", "↓"),
          Map.entry("le", "≤"),
          Map.entry("ge", "≥"),
          Map.entry("plusmn", "±"),
          Map.entry("deg", "°"),
          Map.entry("micro", "µ"),
          Map.entry("alpha", "α"),
          Map.entry("beta", "β"),
          Map.entry("gamma", "γ"),
          Map.entry("eacute", "é"),
          Map.entry("egrave", "è"),
          Map.entry("auml", "ä"),
          Map.entry("ouml", "ö"),
          Map.entry("uuml", "ü"),
          Map.entry("szlig", "ß"));

  private HtmlEntities() {}

  /// Where an entity ends that begins at `i`, behind its semicolon; -1 where none does.
  static int end(String text, int i) {
    for (int k = i + 1; k < text.length() && k - i <= LONGEST; k++) {
      char c = text.charAt(k);
      if (c == ';') {
        return k > i + 1 ? k + 1 : -1;
      }
      boolean part = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!part && !(c == '#' && k == i + 1)) {
        return -1;
      }
    }
    return -1;
  }

  /// What an entity stands for; an unknown one stands for itself.
  ///
  /// @param name what stands between `&` and `;`
  static String read(String name) {
    if (name.startsWith("#")) {
      boolean hex = name.startsWith("#x") || name.startsWith("#X");
      try {
        int c = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(c) && c >= ' ' ? Character.toString(c) : " ";
      } catch (NumberFormatException e) {
        return "&" + name + ";";
      }
    }
    return NAMED.getOrDefault(name, "&" + name + ";");
  }

  /// A text with its entities read.
  static String decoded(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    var out = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int end = text.charAt(i) == '&' ? end(text, i) : -1;
      if (end > 0) {
        out.append(read(text.substring(i + 1, end - 1)));
        i = end;
      } else {
        out.append(text.charAt(i++));
      }
    }
    return out.toString();
  }
}
