package dev.assay.code.outline;

import dev.assay.io.Fence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The code that a Markdown or reStructuredText document shows, fenced or indented, by language.
/// Code in a document shows how a thing is used; it is not the thing.
public final class Fences {
  private final String text;
  private final Excerpt.Builder python = new Excerpt.Builder();
  private final Excerpt.Builder shell = new Excerpt.Builder();

  /// The fence that is open, or null.
  private @Nullable Fence fence;

  /// Where the code at hand goes; null where it is of another language.
  private Excerpt.@Nullable Builder into;

  /// Whether the lines at hand are code for being indented.
  private boolean indented;

  /// Whether text that is indented belongs to an item of a list.
  private boolean inItem;

  private boolean blankBefore = true;

  /// The blanks before the first line of that code.
  private int margin;

  /// The language that the last line at the margin names for an indented block below it.
  private String introduced = "";

  private boolean introducedCode;

  private Fences(String text) {
    this.text = text;
  }

  /// One excerpt for Python and one for the shell, where there is such code.
  public static List<Excerpt> read(String text) {
    Fences fences = new Fences(text);
    fences.run();
    List<Excerpt> excerpts = new ArrayList<>();
    if (!fences.python.isEmpty()) {
      excerpts.add(fences.python.build(Language.PYTHON));
    }
    if (!fences.shell.isEmpty()) {
      excerpts.add(fences.shell.build(Language.SHELL));
    }
    return excerpts;
  }

  private void run() {
    int number = 0;
    for (int i = 0; i < text.length(); ) {
      int eol = text.indexOf('\n', i);
      int end = eol < 0 ? text.length() : eol;
      number++;
      line(text.substring(i, end), i, end, number);
      i = end + 1;
    }
  }

  private void line(String line, int start, int end, int number) {
    String bare = line.strip();
    Fence opened = fence == null ? Fence.opening(bare) : null;
    if (fence != null) {
      if (fence.isClosedBy(bare)) {
        fence = null;
      } else {
        code(line, bare, number);
      }
    } else if (opened != null) {
      fence = opened;
      indented = false;
      into = language(opened.info(bare), end + 1);
    } else if (!bare.isEmpty() && isIndented(line)) {
      if (!indented && blankBefore && !inItem) {
        indented = true;
        margin = margin(line);
        into = language(introduced, start);
      }
      if (indented && !bare.startsWith(":")) {
        code(line, bare, number);
      }
    } else if (!bare.isEmpty()) {
      indented = false;
      inItem = isItem(bare) || inItem && !blankBefore;
      introduced = directive(bare);
      introducedCode = bare.endsWith("::") || bare.startsWith(".. code");
    }
    blankBefore = bare.isEmpty();
  }

  private void code(String line, String bare, int number) {
    if (into != null) {
      boolean prompt = bare.startsWith(">>> ") || bare.startsWith("$ ");
      into.line(
          prompt
              ? bare.substring(bare.indexOf(' ') + 1)
              : indented ? line.substring(Math.min(margin, margin(line))) : line,
          number);
    }
  }

  /// Where code of a language goes, by the word that names it or by how it begins.
  private Excerpt.@Nullable Builder language(String named, int from) {
    String info = FenceLanguage.of(named);
    if (info.startsWith("py") || info.startsWith("ipython")) {
      return python;
    }
    if (info.startsWith("sh") || info.startsWith("bash") || info.startsWith("console")) {
      return shell;
    }
    return info.isEmpty() ? guess(text, from) ? python : shell : null;
  }

  /// Code is indented by four blanks; below a line that ends in two colons by any.
  private boolean isIndented(String line) {
    return line.startsWith("    ")
        || line.startsWith("\t")
        || (introducedCode || indented) && Character.isWhitespace(line.charAt(0));
  }

  private static int margin(String line) {
    int margin = 0;
    while (margin < line.length() && Character.isWhitespace(line.charAt(margin))) {
      margin++;
    }
    return margin;
  }

  private static boolean isItem(String bare) {
    int digits = 0;
    while (digits < bare.length() && digits < 3 && Character.isDigit(bare.charAt(digits))) {
      digits++;
    }
    return bare.startsWith("- ")
        || bare.startsWith("* ")
        || bare.startsWith("+ ")
        || digits > 0 && (bare.startsWith(". ", digits) || bare.startsWith(") ", digits));
  }

  /// The language that a directive of reStructuredText names for the block below it; nothing where
  /// there is no directive, `none` where it is one for something else than code.
  private static String directive(String bare) {
    int at = bare.startsWith(".. ") ? bare.indexOf("::") : -1;
    if (at < 0) {
      return "";
    }
    return bare.startsWith(".. code") || bare.startsWith(".. sourcecode")
        ? bare.substring(at + 2)
        : "none";
  }

  /// Where a block ends at the latest: at a fence, or before a line at the margin.
  private static final Pattern BLOCK_END = Pattern.compile("\n(```|~~~)|\n\n(?=\\S)");

  private static boolean guess(String text, int from) {
    int end = Math.min(text.length(), from + 400);
    String head = text.substring(Math.min(from, end), end);
    Matcher after = BLOCK_END.matcher(head);
    head = after.find() ? head.substring(0, after.start()) : head;
    return head.contains("import ") || head.contains(".from_pretrained(");
  }
}
