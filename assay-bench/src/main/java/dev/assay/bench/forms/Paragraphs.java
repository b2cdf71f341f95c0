package dev.assay.bench.forms;

import dev.assay.bench.forms.MarkdownParts.Kind;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Paragraphs of Markdown whose lines break elsewhere: a reader sees the same.
final class Paragraphs {
  private static final int COLUMNS = 60;

  /// A word that at the beginning of a line would begin a list, a heading, a quotation or a rule.
  private static final Pattern MARK =
      Pattern.compile("[-*+#>=|_~:].*|\\d+[.)].*|\\[[^\\]]+\\]:.*|```.*");

  private Paragraphs() {}

  static Rewriting broken() {
    return new TextRewriting(
        "paragraphs-broken",
        "paragraphs of Markdown broken at 60 columns",
        Kinds::markdown,
        (path, text) -> each(text, p -> broken(p, COLUMNS)));
  }

  static Rewriting joined() {
    return new TextRewriting(
        "paragraphs-joined",
        "paragraphs of Markdown on one line each",
        Kinds::markdown,
        (path, text) -> each(text, p -> p.replaceAll("[ \\t]*\\n[ \\t]*", " ")));
  }

  private static String each(String text, UnaryOperator<String> change) {
    var out = new StringBuilder();
    for (MarkdownParts.Part part : MarkdownParts.of(text)) {
      boolean ended = part.text().endsWith("\n");
      String body = ended ? part.text().substring(0, part.text().length() - 1) : part.text();
      out.append(part.kind() == Kind.PARAGRAPH ? change.apply(body) : body)
          .append(ended ? "\n" : "");
    }
    return out.toString();
  }

  /// A text filled to a width; a word that would mean something at a line's start stays behind the
  /// word before it.
  static String broken(String paragraph, int width) {
    var out = new StringBuilder();
    int column = 0;
    for (String word : paragraph.strip().split("\\s+")) {
      if (column > 0) {
        boolean full = column + 1 + word.length() > width && !MARK.matcher(word).matches();
        out.append(full ? '\n' : ' ');
        column = full ? 0 : column + 1;
      }
      out.append(word);
      column += word.length();
    }
    return out.toString();
  }
}
