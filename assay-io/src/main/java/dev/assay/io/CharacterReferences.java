package dev.assay.io;

import java.util.Locale;
import java.util.Map;

/// The characters that HTML, and Markdown with it, write with a name or a number (`&eacute;`,
/// `&#8209;`): the names that documents and licence texts use, not all of the standard's.
public final class CharacterReferences {
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
          Map.entry("shy", "\u00ad"),
          Map.entry("agrave", "à"),
          Map.entry("acirc", "â"),
          Map.entry("auml", "ä"),
          Map.entry("ccedil", "ç"),
          Map.entry("egrave", "è"),
          Map.entry("eacute", "é"),
          Map.entry("ecirc", "ê"),
          Map.entry("icirc", "î"),
          Map.entry("ntilde", "ñ"),
          Map.entry("ocirc", "ô"),
          Map.entry("oacute", "ó"),
          Map.entry("ouml", "ö"),
          Map.entry("ugrave", "ù"),
          Map.entry("uuml", "ü"),
          Map.entry("szlig", "ß"));

  private CharacterReferences() {}

  /// Where a reference ends that begins with the `&` at `i`, behind its semicolon; -1 where none
  /// does.
  public static int end(String text, int i) {
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

  /// What a reference stands for; an unknown one stands for itself. A capital with an accent is
  /// read as its small letter.
  ///
  /// @param name what stands between `&` and `;`
  public static String read(String name) {
    if (name.startsWith("#")) {
      boolean hex = name.startsWith("#x") || name.startsWith("#X");
      try {
        int c = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        boolean character =
            Character.isValidCodePoint(c)
                && c >= ' '
                && Character.getType(c) != Character.SURROGATE;
        return character ? Character.toString(c) : " ";
      } catch (NumberFormatException e) {
        return "&" + name + ";";
      }
    }
    String known = NAMED.get(name);
    return known != null
        ? known
        : NAMED.getOrDefault(name.toLowerCase(Locale.ROOT), "&" + name + ";");
  }

  /// A text with its references read.
  public static String decoded(String text) {
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
