package dev.assay.bench.forms;

import dev.assay.bench.forms.MarkdownParts.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Links of Markdown whose addresses stand at the document's end.
final class LinksByReference {
  /// Code in a line, which is passed over, or a link that is no picture.
  private static final Pattern LINK =
      Pattern.compile("`[^`\\n]*`|(?<!!|\\]\\()\\[([^\\]\\[\\n`]+)\\]\\(([^()\\s<>]+)\\)(?!\\])");

  private LinksByReference() {}

  static Rewriting form() {
    return new TextRewriting(
        "links-by-reference",
        "inline links of Markdown with their addresses at the end",
        Kinds::markdown,
        (path, text) -> rewritten(text));
  }

  private static String rewritten(String text) {
    var addresses = new ArrayList<String>();
    var out = new StringBuilder();
    List<MarkdownParts.Part> parts = MarkdownParts.of(text);
    for (MarkdownParts.Part part : parts) {
      boolean prose = part.kind() == Kind.PARAGRAPH || part.kind() == Kind.LINES;
      out.append(prose ? replaced(part.text(), addresses) : part.text());
    }
    // What is open at the end would swallow the addresses.
    boolean open =
        !parts.isEmpty() && (parts.getLast().kind() == Kind.CODE && !text.strip().endsWith("```"));
    if (addresses.isEmpty() || open) {
      return text;
    }
    out.append(text.endsWith("\n") ? "\n" : "\n\n");
    for (int i = 0; i < addresses.size(); i++) {
      out.append("[to-").append(i + 1).append("]: ").append(addresses.get(i)).append('\n');
    }
    return out.toString();
  }

  private static String replaced(String text, List<String> addresses) {
    return LINK.matcher(text)
        .replaceAll(m -> {
          if (m.group(1) == null) {
            return Matcher.quoteReplacement(m.group());
          }
          addresses.add(m.group(2));
          return Matcher.quoteReplacement("[" + m.group(1) + "][to-" + addresses.size() + "]");
        });
  }
}
