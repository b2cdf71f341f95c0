package dev.assay.bench.forms;

import dev.assay.bench.forms.MarkdownParts.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Headings of Markdown with a line below them instead of marks before them.
final class HeadingsUnderlined {
  /// A heading's text that would be a list's item or a quotation without its mark stays.
  private static final Pattern HEADING =
      Pattern.compile("(#{1,2})[ \\t]+(?![-*+>#|=<`~]|\\d+[.)])(.+?)[ \\t]*#*[ \\t]*\\n?");

  private HeadingsUnderlined() {}

  static Rewriting form() {
    return new TextRewriting(
        "headings-underlined",
        "headings of Markdown underlined (setext)",
        Kinds::markdown,
        (path, text) -> rewritten(text));
  }

  private static String rewritten(String text) {
    var out = new StringBuilder();
    for (MarkdownParts.Part part : MarkdownParts.of(text)) {
      if (part.kind() == Kind.LINES) {
        List<String> lines = MarkdownParts.lines(part.text());
        for (int i = 0; i < lines.size(); i++) {
          Matcher heading = HEADING.matcher(lines.get(i));
          if (heading.matches()) {
            // A paragraph's line before it would be part of the heading.
            out.append(i > 0 ? "\n" : "").append(heading.group(2)).append('\n');
            out.append(heading.group(1).length() == 1 ? "=====\n" : "-----\n");
          } else {
            out.append(lines.get(i));
          }
        }
      } else {
        out.append(part.text());
      }
    }
    return out.toString();
  }
}
