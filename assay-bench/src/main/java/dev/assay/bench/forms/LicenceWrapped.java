package dev.assay.bench.forms;

import java.util.List;
import java.util.stream.Collectors;

/// A licence's text filled to another width: paragraphs of more than one line, whose lines are
/// long, as an editor fills them. Lists, headings and lines of copyright keep their lines.
final class LicenceWrapped {
  private static final int COLUMNS = 70;
  private static final int LONG = 50;

  private LicenceWrapped() {}

  static Rewriting form() {
    return new TextRewriting(
        "licence-wrapped",
        "licences filled to 70 columns",
        p -> Kinds.licence(p) && !Kinds.markdown(p),
        (path, text) -> rewritten(text));
  }

  private static String rewritten(String text) {
    return List.of(text.split("(?<=\n)(?=[ \\t\\r]*\\n)|(?<=\n[ \\t\\r]{0,20}\n)")).stream()
        .map(LicenceWrapped::filled)
        .collect(Collectors.joining());
  }

  private static String filled(String paragraph) {
    List<String> lines = paragraph.lines().toList();
    boolean prose =
        lines.size() > 1
            && lines.subList(0, lines.size() - 1).stream()
                .allMatch(l -> l.strip().length() > LONG && !l.matches("(?i).*copyright.*\\d{4}.*"))
            && lines.stream()
                .skip(1)
                .noneMatch(l -> l.matches("\\s*(?:[-*•]|\\(?\\w{1,3}[.)])\\s.*"));
    String first = lines.isEmpty() ? "" : lines.getFirst();
    String indent = first.substring(0, first.length() - first.stripLeading().length());
    return prose
        // A word that a hyphen cut at a line's end is one word again.
        ? indent
            + Paragraphs.broken(paragraph.replaceAll("(?<=\\w-)[ \\t]*\\n\\s*", ""), COLUMNS)
                .replace("\n", "\n" + indent)
            + "\n"
        : paragraph;
  }
}
