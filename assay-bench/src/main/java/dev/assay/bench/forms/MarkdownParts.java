package dev.assay.bench.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Markdown document cut into what can be written otherwise and what stands; together the parts
/// are the document, byte for byte.
final class MarkdownParts {
  /// What a part is.
  enum Kind {
    /// The head of keys, with the lines around it.
    HEAD,
    /// Code between fences, with the fences.
    CODE,
    /// Lines of plain prose that begin at the margin; nothing in them ends a line.
    PARAGRAPH,
    /// Lists, tables, headings and paragraphs in which a line's end counts.
    LINES,
    /// Lines in HTML.
    HTML,
    /// Blank lines.
    BLANK
  }

  /// A run of lines, each with its end.
  record Part(Kind kind, String text) {}

  private static final Pattern HEAD =
      Pattern.compile("\\A---[ \\t]*\\n(?:.*\\n)*?---[ \\t]*(?:\\n|\\z)");
  private static final Pattern FENCE =
      Pattern.compile("\\s*(?:>\\s*|[-*+]\\s+)?(`{3,}(?=[^`]*\\z)|~{3,}).*\\n?");

  /// A line that begins something else than prose, or whose end says something.
  private static final Pattern MARKED =
      Pattern.compile(
          "\\s.*|[-*+][ \\t].*|[-*_=]{2,}\\s*|\\d+[.)].*|[#>|!:$~\\\\].*|\\[[^\\]]+\\]:.*|.*[|<$].*"
              + "|.*(?:  |\\\\)|\\*\\*\\*.*",
          Pattern.DOTALL);

  private MarkdownParts() {}

  static List<Part> of(String text) {
    var parts = new ArrayList<Part>();
    int from = 0;
    Matcher head = HEAD.matcher(text);
    if (head.lookingAt()) {
      from = head.end();
      parts.add(new Part(Kind.HEAD, text.substring(0, from)));
    }
    List<String> lines = lines(text.substring(from));
    for (int i = 0; i < lines.size(); ) {
      int end = end(lines, i);
      List<String> run = lines.subList(i, end);
      parts.add(new Part(kind(run), String.join("", run)));
      i = end;
    }
    return parts;
  }

  /// The lines of a text, each with its end.
  static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
  }

  /// Where the part ends that begins at a line.
  private static int end(List<String> lines, int from) {
    String first = lines.get(from);
    Matcher fence = FENCE.matcher(first);
    if (fence.matches()) {
      return closed(lines, from, fence.group(1));
    }
    if (first.stripLeading().startsWith("<!--")) {
      return until(lines, from, "-->");
    }
    if (first.stripLeading().matches("(?is)<(?:pre|script|style)\\b.*")) {
      return until(lines, from, "</");
    }
    int i = from + 1;
    boolean blank = first.isBlank();
    while (i < lines.size()
        && lines.get(i).isBlank() == blank
        && !FENCE.matcher(lines.get(i)).matches()
        && !lines.get(i).startsWith("<!--")) {
      i++;
    }
    return i;
  }

  private static int closed(List<String> lines, int from, String fence) {
    for (int i = from + 1; i < lines.size(); i++) {
      // In a quotation the fence's end has the quotation's mark before it.
      String line = lines.get(i).replaceFirst("^[>\\s]+", "").strip();
      if (line.length() >= fence.length()
          && line.equals(fence.substring(0, 1).repeat(line.length()))) {
        return i + 1;
      }
    }
    return lines.size();
  }

  private static int until(List<String> lines, int from, String end) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).contains(end)) {
        return i + 1;
      }
    }
    return lines.size();
  }

  private static Kind kind(List<String> run) {
    String first = run.getFirst();
    if (first.isBlank()) {
      return Kind.BLANK;
    }
    if (FENCE.matcher(first).matches()) {
      return Kind.CODE;
    }
    if (first.stripLeading().startsWith("<")) {
      return Kind.HTML;
    }
    return run.stream().noneMatch(l -> MARKED.matcher(withoutEnd(l)).matches())
        ? Kind.PARAGRAPH
        : Kind.LINES;
  }

  private static String withoutEnd(String line) {
    return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
  }
}
