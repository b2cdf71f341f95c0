package dev.assay.bench.forms;

import dev.assay.bench.forms.MarkdownParts.Kind;
import java.util.List;

/// Code of Markdown between tildes instead of backticks.
final class FencesOfTildes {
  private FencesOfTildes() {}

  static Rewriting form() {
    return new TextRewriting(
        "fences-of-tildes",
        "code of Markdown between tildes",
        Kinds::markdown,
        (path, text) -> rewritten(text));
  }

  private static String rewritten(String text) {
    var out = new StringBuilder();
    for (MarkdownParts.Part part : MarkdownParts.of(text)) {
      out.append(part.kind() == Kind.CODE ? fenced(part.text()) : part.text());
    }
    return out.toString();
  }

  private static String fenced(String code) {
    List<String> lines = MarkdownParts.lines(code);
    boolean closed = lines.size() > 1 && lines.getLast().strip().matches("[>\\s]*`+");
    if (!closed || code.contains("~~~")) {
      return code;
    }
    return lines.getFirst().replace('`', '~')
        + String.join("", lines.subList(1, lines.size() - 1))
        + lines.getLast().replace('`', '~');
  }
}
