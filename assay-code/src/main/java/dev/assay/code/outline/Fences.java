package dev.assay.code.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The fenced code of a Markdown document, by language. Code in a document shows how a thing is
/// used; it is not the thing.
public final class Fences {
  private Fences() {}

  /// One excerpt for Python and one for the shell, where there is such code.
  public static List<Excerpt> read(String text) {
    var python = new Excerpt.Builder();
    var shell = new Excerpt.Builder();
    String fence = "";
    Excerpt.Builder into = python;
    boolean keep = false;
    int number = 0;
    int i = 0;
    while (i < text.length()) {
      int end = text.indexOf('\n', i);
      end = end < 0 ? text.length() : end;
      String line = text.substring(i, end);
      number++;
      String bare = line.strip();
      if (fence.isEmpty()) {
        if (bare.startsWith("```") || bare.startsWith("~~~")) {
          fence = bare.substring(0, 3);
          String info = bare.substring(3).strip().toLowerCase(Locale.ROOT);
          keep = true;
          if (info.startsWith("py") || info.startsWith("ipython")) {
            into = python;
          } else if (info.startsWith("sh")
              || info.startsWith("bash")
              || info.startsWith("console")) {
            into = shell;
          } else if (info.isEmpty()) {
            into = guess(text, end + 1) ? python : shell;
          } else {
            keep = false;
          }
        }
      } else if (bare.startsWith(fence)) {
        fence = "";
      } else if (keep) {
        String code =
            bare.startsWith(">>> ") || bare.startsWith("$ ")
                ? bare.substring(bare.indexOf(' ') + 1)
                : line;
        into.line(code, number);
      }
      i = end + 1;
    }
    List<Excerpt> excerpts = new ArrayList<>();
    if (!python.isEmpty()) {
      excerpts.add(python.build(Language.PYTHON));
    }
    if (!shell.isEmpty()) {
      excerpts.add(shell.build(Language.SHELL));
    }
    return excerpts;
  }

  private static boolean guess(String text, int from) {
    int end = Math.min(text.length(), from + 400);
    String head = text.substring(Math.min(from, end), end);
    return head.contains("import ") || head.contains(".from_pretrained(");
  }
}
