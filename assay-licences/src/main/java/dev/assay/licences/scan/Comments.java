package dev.assay.licences.scan;

import java.util.Arrays;
import java.util.Set;

/// The comments of a source file: a licence's name in its code, in an import or a table of strings,
/// says nothing about the file.
final class Comments {
  private static final Set<String> HASH = Set.of("py", "pyi", "pyx", "sh", "r", "jl", "rb", "pl");
  private static final Set<String> SLASH =
      Set.of(
          "c", "h", "cc", "cpp", "hpp", "cu", "cuh", "java", "js", "ts", "tsx", "jsx", "go", "rs",
          "swift", "kt", "scala", "m", "mm");

  private Comments() {}

  /// The text with everything blanked that is neither comment nor a string over several lines, and
  /// every offset kept. Kinds of files without comments known here are left as they are.
  static String of(String text, String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
    boolean hash = HASH.contains(ending);
    if (!hash && !SLASH.contains(ending)) {
      return text;
    }
    char[] out = text.toCharArray();
    String open = "";
    int at = 0;
    while (at < out.length) {
      int eol = text.indexOf('\n', at);
      eol = eol < 0 ? out.length : eol;
      int keep = open.isEmpty() ? eol : at;
      int i = at;
      while (i < eol) {
        if (!open.isEmpty()) {
          int close = text.indexOf(open, i, eol);
          if (close < 0) {
            break;
          }
          i = close + open.length();
          open = "";
          continue;
        }
        char c = text.charAt(i);
        if (c == '%' && ending.equals("m") && text.substring(at, i).isBlank()) {
          // MATLAB writes its comments so; Objective-C begins no line with it.
          keep = i;
          break;
        }
        if (hash ? c != '#' && c != '"' && c != '\'' : c != '/') {
          i++;
          continue;
        }
        if (hash ? c == '#' : text.startsWith("//", i)) {
          keep = Math.min(keep, i);
          break;
        }
        open = opens(text, i, hash);
        if (!open.isEmpty()) {
          keep = Math.min(keep, i);
          i += open.length();
          continue;
        }
        i++;
      }
      if (!says(text, at, eol)) {
        Arrays.fill(out, at, keep, ' ');
      }
      at = eol + 1;
    }
    return new String(out);
  }

  /// What closes the block that opens here; empty where none does.
  private static String opens(String text, int i, boolean hash) {
    if (hash) {
      return text.startsWith("\"\"\"", i) ? "\"\"\"" : text.startsWith("'''", i) ? "'''" : "";
    }
    return text.startsWith("/*", i) ? "*/" : "";
  }

  /// `__license__ = "..."`: code that says it of itself.
  private static boolean says(String text, int from, int to) {
    int i = from;
    while (i < to && (text.charAt(i) == '_' || text.charAt(i) == ' ')) {
      i++;
    }
    return text.regionMatches(true, i, "licen", 0, 5);
  }
}
