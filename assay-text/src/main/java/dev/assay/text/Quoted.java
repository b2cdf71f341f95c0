package dev.assay.text;

import dev.assay.io.TextFile;
import java.util.Locale;

/// Words of others that a document quotes: the abstract of a paper in a block of `>` lines. What is
/// promised and claimed there, others promise and claim.
final class Quoted {
  /// Notes and warnings stand in such blocks too, and are shorter.
  private static final int SHORTEST = 350;

  private Quoted() {}

  /// Whether a block is a long quotation without links that does not name what the document is
  /// about.
  ///
  /// @param title the document's title
  static boolean isOfOthers(TextFile file, Block block, String title) {
    boolean quoted =
        block.kind() == Block.Kind.PARAGRAPH
            && block.text().length() >= SHORTEST
            && block.links().isEmpty()
            && block.first() <= file.lines()
            && begins(file, block.first());
    if (!quoted || block.text().startsWith("[!")) {
      return false;
    }
    String text = block.text().toLowerCase(Locale.ROOT);
    String name = Titles.clean(title).toLowerCase(Locale.ROOT);
    int open = title.indexOf('(');
    int close = title.indexOf(')', open + 1);
    String brief = open > 0 && close > open + 1 ? title.substring(open + 1, close) : "";
    return (name.isEmpty() || !text.contains(name))
        && (brief.isEmpty() || !block.text().contains(brief));
  }

  /// Whether a line begins as a quotation. The line itself is not made a text: it may be long, and
  /// hold many blocks.
  private static boolean begins(TextFile file, int line) {
    String text = file.text();
    int at = file.lineStart(line);
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at < text.length() && text.charAt(at) == '>';
  }
}
