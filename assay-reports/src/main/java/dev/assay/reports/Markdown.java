package dev.assay.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/// Markdown being written. Text is made safe first ({@link SafeText}) and then escaped, so that
/// nothing in it becomes markup, HTML, a link or the end of a table cell; quotations and paths
/// stand in code spans, where Markdown means nothing.
final class Markdown {
  private final Appendable out;

  Markdown(Appendable out) {
    this.out = out;
  }

  /// A piece of a line that is already Markdown.
  record Span(String markdown) {
    static final Span NONE = new Span("");

    /// Plain text.
    static Span text(String raw) {
      return new Span(escape(SafeText.line(raw)));
    }

    static Span bold(String raw) {
      Span text = text(raw);
      return text.markdown.isEmpty() ? NONE : new Span("**" + text.markdown + "**");
    }

    /// Text as it stands in a file, in a code span.
    static Span code(String raw) {
      String safe = SafeText.line(raw);
      if (safe.isEmpty()) {
        return NONE;
      }
      int run = 0;
      int longest = 0;
      for (int i = 0; i < safe.length(); i++) {
        run = safe.charAt(i) == '`' ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
      String fence = "`".repeat(longest + 1);
      boolean pad = safe.startsWith("`") || safe.endsWith("`");
      return new Span(fence + (pad ? " " + safe + " " : safe) + fence);
    }

    Span then(Span next) {
      return new Span(markdown + next.markdown);
    }

    /// With plain text after it; a space before or after the text is kept.
    Span then(String raw) {
      String before = raw.startsWith(" ") ? " " : "";
      String after = raw.length() > 1 && raw.endsWith(" ") ? " " : "";
      return new Span(markdown + before + text(raw).markdown + after);
    }
  }

  void heading(int level, String raw) {
    line("\n" + "#".repeat(level) + " " + Span.text(raw).markdown + "\n");
  }

  void paragraph(Span span) {
    line(span.markdown + "\n");
  }

  void item(int depth, Span span) {
    line("  ".repeat(depth) + "- " + span.markdown);
  }

  void blank() {
    line("");
  }

  /// A row of a table; the cells' pipes are escaped here, inside code spans too, as tables ask.
  void row(List<Span> cells) {
    line(
        cells.stream()
            .map(c -> c.markdown.replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |")));
  }

  void tableHead(List<String> names) {
    row(names.stream().map(Span::text).toList());
    line("|" + " --- |".repeat(names.size()));
  }

  private void line(String markdown) {
    try {
      out.append(markdown).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escape(String safe) {
    var s = new StringBuilder(safe.length() + 16);
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      switch (c) {
        case '&' -> s.append("&amp;");
        case '<' -> s.append("&lt;");
        case '>' -> s.append("&gt;");
        // A bare address would become a link, a name after @ would call somebody.
        case ':' -> s.append(safe.startsWith("://", i) ? "&#58;" : ":");
        case '@' -> s.append("&#64;");
        case '|' -> s.append("&#124;");
        case '.' -> s.append(afterWww(safe, i) || startsNumber(safe, i) ? "&#46;" : ".");
        case '\\', '`', '*', '_', '[', ']', '#', '~', '$', '!', '{', '}' ->
            s.append('\\').append(c);
        case '-', '+', '=', ')' -> {
          if (i == 0 || (c == ')' && startsNumber(safe, i))) {
            s.append('\\');
          }
          s.append(c);
        }
        default -> s.append(c);
      }
    }
    return s.toString();
  }

  private static boolean afterWww(String s, int dot) {
    return dot >= 3 && s.regionMatches(true, dot - 3, "www", 0, 3);
  }

  private static boolean startsNumber(String s, int end) {
    for (int i = 0; i < end; i++) {
      if (s.charAt(i) < '0' || s.charAt(i) > '9') {
        return false;
      }
    }
    return end > 0;
  }
}
