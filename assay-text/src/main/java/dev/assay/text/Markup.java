package dev.assay.text;

import dev.assay.io.Fence;
import dev.assay.io.TextFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a document into {@link Block}s by its lines: Markdown and plain text, which differ little
/// once only headings, items, tables, code and links matter. A full parser would give nodes without
/// the lines that evidence needs, and this never backtracks.
final class Markup {
  private static final int MAX_DEFINITION = 2_400;
  private static final Pattern MARKS = Pattern.compile("[*`]|__|\\\\(?=[_*\\[\\]])");

  private final TextFile file;
  private final Map<String, String> references = new HashMap<>();
  private final Blocks blocks;

  private final StringBuilder pending = new StringBuilder();
  private Block.Kind pendingKind = Block.Kind.PARAGRAPH;
  private int pendingFirst;
  private int pendingLast;

  /// What the code at hand stands in; null where none is or where it is only indented.
  private @Nullable Fence fence;

  /// The line of the last heading, behind which code may be indented at once (CommonMark 0.31,
  /// 4.4).
  private int headedAt = -1;

  /// Whether the paragraph at hand is indented below a list's item: it is a part of it.
  private boolean insideItem;

  private Markup(TextFile file, String folderHeading) {
    this.file = file;
    this.blocks = new Blocks(folderHeading);
  }

  /// The blocks of a file.
  ///
  /// @param firstLine the first line of the body, after front matter
  /// @param folderHeading what the file's place says, as a heading above all others; may be empty
  static List<Block> read(TextFile file, int firstLine, String folderHeading) {
    Markup markup = new Markup(file, folderHeading);
    markup.collectReferences(firstLine);
    markup.run(firstLine);
    return markup.blocks.all();
  }

  private void collectReferences(int firstLine) {
    for (int n = firstLine; n <= file.lines(); n++) {
      int first = file.lineStart(n);
      if (first == file.text().length() || !mayRefer(file.text().charAt(first))) {
        continue;
      }
      String line = file.line(n).strip();
      if (line.startsWith("[") && line.length() < MAX_DEFINITION) {
        int close = line.indexOf("]:");
        if (close > 1) {
          String target = line.substring(close + 2).strip();
          int space = target.indexOf(' ');
          String address = bare(space < 0 ? target : target.substring(0, space));
          String label = line.substring(1, close).strip().toLowerCase(Locale.ROOT);
          references.putIfAbsent(label, address);
          // A text in bold that is its own label is looked up without its stars.
          references.putIfAbsent(MARKS.matcher(label).replaceAll(""), address);
        }
      } else if (line.startsWith(".. _") && line.length() < MAX_DEFINITION) {
        int colon = line.indexOf(": ");
        if (colon > 4) {
          references.putIfAbsent(
              line.substring(4, colon).replace("`", "").toLowerCase(Locale.ROOT),
              line.substring(colon + 2).strip());
        }
      }
    }
  }

  /// An address without the angle brackets that it may stand in.
  private static String bare(String address) {
    boolean bracketed = address.length() > 2 && address.startsWith("<") && address.endsWith(">");
    return bracketed ? address.substring(1, address.length() - 1) : address;
  }

  /// Whether a line that begins so may define where a name leads; any white space may stand first.
  private static boolean mayRefer(char first) {
    return first == '[' || first == '.' || Character.isWhitespace(first);
  }

  private void run(int firstLine) {
    boolean comment = false;
    boolean htmlTable = false;
    boolean blankBefore = true;
    for (int n = firstLine; n <= file.lines(); n++) {
      String line = file.line(n);
      String text = line.strip();
      if (fence != null) {
        fenced(fence, line, text, n);
        continue;
      }
      if (comment) {
        comment = !text.contains("-->");
        continue;
      }
      if (opensFence(line, text, n) || isSpan(text, n)) {
        continue;
      }
      if (text.startsWith("<!--")) {
        flush();
        comment = !text.contains("-->");
        continue;
      }
      if (text.isEmpty()) {
        if (!htmlTable) {
          flush();
          blocks.endTable();
        }
        blankBefore = true;
        continue;
      }
      if (!htmlTable && startsWithTag(text, "table")) {
        // It ends the paragraph above it (CommonMark 0.31, 4.6).
        flush();
        htmlTable = true;
      }
      if (htmlTable) {
        htmlTableLine(text, n);
        if (text.toLowerCase(Locale.ROOT).contains("</table>")) {
          htmlTable = false;
          flush();
          blocks.endTable();
        }
      } else if (isDefinition(text)) {
        flush();
      } else if (isIndentedCode(line)
          && (blankBefore || headedAt == n - 1 && text.charAt(0) != '<')
          && pending.isEmpty()
          && !blocks.insideItems()) {
        begin(Block.Kind.CODE, n);
        append(line, n, Block.Kind.CODE);
      } else {
        line(line, text, n);
      }
      blankBefore = false;
    }
    flush();
  }

  private void fenced(Fence open, String line, String text, int n) {
    if (open.isClosedBy(text)) {
      flush();
      fence = null;
    } else {
      append(line, n, Block.Kind.CODE);
    }
  }

  /// Whether a line opens code, as all of it or as what an item begins with.
  private boolean opensFence(String line, String text, int n) {
    fence = Fence.opening(text);
    if (fence == null) {
      int item = itemText(text);
      fence = item == 0 ? null : Fence.opening(text.substring(item).strip());
      if (fence == null) {
        return false;
      }
      flush();
      blocks.openItem(depth(line));
    }
    flush();
    begin(Block.Kind.CODE, n);
    return true;
  }

  /// Whether a line that begins a block is nothing but a span of code, which many write for code of
  /// one line.
  private boolean isSpan(String text, int n) {
    String code = pending.isEmpty() ? Fence.span(text) : "";
    if (code.isEmpty()) {
      return false;
    }
    begin(Block.Kind.CODE, n);
    append(code, n, Block.Kind.CODE);
    flush();
    return true;
  }

  /// Whether a line says where a reference leads, `[label]: address "title"`, which no reader sees.
  private static boolean isDefinition(String text) {
    int close = text.startsWith("[") && !text.startsWith("[^") ? text.indexOf("]:") : -1;
    if (close <= 1 || text.length() >= MAX_DEFINITION) {
      return false;
    }
    String target = text.substring(close + 2).strip();
    int end = 0;
    while (end < target.length() && !Character.isWhitespace(target.charAt(end))) {
      end++;
    }
    String title = target.substring(end).strip();
    return end > 0 && (title.isEmpty() || "\"'(".indexOf(title.charAt(0)) >= 0);
  }

  private void line(String line, String text, int n) {
    if (pendingKind == Block.Kind.CODE && !pending.isEmpty()) {
      if (isIndentedCode(line)) {
        append(line, n, Block.Kind.CODE);
        return;
      }
      flush();
    }
    // What is longer than a block heads nothing.
    boolean mayHead = text.length() <= Blocks.MAX_BLOCK;
    int hashes = mayHead ? hashes(text) : 0;
    if (hashes > 0) {
      flush();
      Inline.Reading inline = Inline.read(trimHashes(text), references);
      blocks.heading(inline, hashes, n, n);
      headedAt = n;
      return;
    }
    if (mayHead
        && (startsWithTag(text, "h1")
            || startsWithTag(text, "h2")
            || startsWithTag(text, "h3")
            || startsWithTag(text, "h4"))) {
      flush();
      Inline.Reading inline = Inline.read(text, references);
      blocks.heading(inline, text.charAt(2) - '0', n, n);
      return;
    }
    int underline = underlineLevel(text);
    if (underline > 0) {
      if (!pending.isEmpty()
          && pendingKind == Block.Kind.PARAGRAPH
          && pendingFirst == pendingLast) {
        Inline.Reading title = Inline.read(pending.toString(), references);
        int first = pendingFirst;
        pending.setLength(0);
        blocks.heading(title, underline, first, n);
      } else {
        flush();
      }
      return;
    }
    if (isTableRow(text, n)) {
      flush();
      int from = 0;
      while (text.length() - from > Blocks.MAX_BLOCK) {
        int bar = text.lastIndexOf('|', from + Blocks.MAX_BLOCK);
        int to = bar > from ? bar : from + Blocks.MAX_BLOCK;
        row(text.substring(from, to), n, n);
        from = to;
      }
      row(text.substring(from), n, n);
      return;
    }
    if (isBreak(text)) {
      flush();
      return;
    }
    int item = itemText(text);
    if (item > 0) {
      flush();
      blocks.openItem(depth(line));
      begin(Block.Kind.ITEM, n);
      append(text.substring(item), n, Block.Kind.ITEM);
      return;
    }
    String quoted = text.startsWith(">") ? text.substring(1).strip() : text;
    // A stroke at the end breaks the line (CommonMark 0.31, 6.7), and is no word.
    boolean broken = quoted.endsWith("\\") && !quoted.endsWith("\\\\");
    String body = broken ? quoted.substring(0, quoted.length() - 1) : quoted;
    if (pending.isEmpty()) {
      begin(Block.Kind.PARAGRAPH, n);
      insideItem = blocks.insideItems() && isIndentedCode(line);
    }
    append(body, n, pendingKind);
  }

  private void htmlTableLine(String text, int n) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (pending.isEmpty()) {
      begin(Block.Kind.ROW, n);
    }
    int from = 0;
    int end;
    while ((end = lower.indexOf("</tr>", from)) >= 0) {
      append(text.substring(from, end), n, Block.Kind.ROW);
      flush();
      begin(Block.Kind.ROW, n);
      from = end + 5;
    }
    append(text.substring(from), n, Block.Kind.ROW);
  }

  private void begin(Block.Kind kind, int n) {
    pending.setLength(0);
    pendingKind = kind;
    pendingFirst = n;
    pendingLast = n;
  }

  private void append(String text, int n, Block.Kind kind) {
    if (pending.length() + text.length() > Blocks.MAX_BLOCK) {
      flush();
    }
    List<String> pieces = pieces(text);
    for (String p : pieces.subList(0, pieces.size() - 1)) {
      piece(p, n, kind);
      flush();
    }
    piece(pieces.getLast(), n, kind);
  }

  /// A line as pieces of which none is longer than a block.
  static List<String> pieces(String line) {
    if (line.length() <= Blocks.MAX_BLOCK) {
      return List.of(line);
    }
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (line.length() - from > Blocks.MAX_BLOCK) {
      int to = pieceEnd(line, from);
      pieces.add(line.substring(from, to));
      from = to;
    }
    pieces.add(line.substring(from));
    return pieces;
  }

  /// Where a long line is cut: before the last link of what a block may hold, else behind its last
  /// word.
  private static int pieceEnd(String line, int from) {
    int most = from + Blocks.MAX_BLOCK;
    int link = line.lastIndexOf(" [", most);
    int word = line.lastIndexOf(' ', most);
    return link > most - Blocks.MAX_BLOCK / 2 ? link : word > from ? word : most;
  }

  private void piece(String text, int n, Block.Kind kind) {
    if (pending.isEmpty()) {
      pendingKind = kind;
      pendingFirst = n;
    }
    if (!pending.isEmpty()) {
      pending.append('\n');
    }
    pending.append(text);
    pendingLast = n;
  }

  private void flush() {
    if (pending.isEmpty()) {
      return;
    }
    String raw = pending.toString();
    pending.setLength(0);
    switch (pendingKind) {
      case CODE -> blocks.code(raw, pendingFirst, pendingLast);
      case ROW -> row(raw, pendingFirst, pendingLast);
      case ITEM -> blocks.item(Inline.read(raw, references), pendingFirst, pendingLast);
      case PARAGRAPH, HEADING -> paragraph(raw);
    }
    pendingKind = Block.Kind.PARAGRAPH;
  }

  private void paragraph(String raw) {
    Inline.Reading inline = Inline.read(raw, references);
    if (pendingFirst == pendingLast && isBold(raw)) {
      blocks.heading(inline, Blocks.BOLD, pendingFirst, pendingLast);
      return;
    }
    blocks.paragraph(inline, insideItem, pendingFirst, pendingLast);
  }

  /// Whether all of a short paragraph is bold.
  static boolean isBold(String raw) {
    String stripped = raw.strip();
    return stripped.length() > 4
        && stripped.length() < 80
        && stripped.startsWith("**")
        && (stripped.endsWith("**") || stripped.endsWith("**:") || stripped.endsWith(":**"))
        && stripped.indexOf("**", 2) >= stripped.length() - 3;
  }

  /// The end of a cell of a table in HTML.
  private static final Pattern CELL_END = Pattern.compile("(?i)</t[dh]>");

  private void row(String raw, int first, int last) {
    boolean html = raw.indexOf("</t") >= 0;
    String marked = html ? CELL_END.matcher(raw.replace('|', '/')).replaceAll("|") : raw;
    Inline.Reading inline = Inline.read(marked, references);
    List<String> cells = new ArrayList<>();
    boolean rule = true;
    for (String cell : inline.text().split("\\|", -1)) {
      String c = cell.strip();
      rule = rule && c.chars().allMatch(x -> x == '-' || x == ':' || x == '=' || x == ' ');
      cells.add(c);
    }
    // An empty cell keeps its column; bars at both ends of a line are no cells.
    if (!html && !cells.isEmpty() && cells.getFirst().isEmpty()) {
      cells.removeFirst();
    }
    if (!cells.isEmpty() && cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    if (rule && inline.links().isEmpty()) {
      return;
    }
    blocks.row(inline, List.copyOf(cells), first, last);
  }

  private static boolean startsWithTag(String text, String tag) {
    return text.startsWith("<")
        && text.regionMatches(true, 1, tag, 0, tag.length())
        && text.length() > tag.length() + 1
        && !Character.isLetterOrDigit(text.charAt(tag.length() + 1));
  }

  private static int hashes(String text) {
    int n = 0;
    while (n < text.length() && n < 7 && text.charAt(n) == '#') {
      n++;
    }
    boolean heading = n > 0 && n < 7 && n < text.length();
    return heading && (text.charAt(n) == ' ' || Character.isLetter(text.charAt(n))) ? n : 0;
  }

  private static String trimHashes(String text) {
    int from = 0;
    while (from < text.length() && text.charAt(from) == '#') {
      from++;
    }
    int to = text.length();
    while (to > from && text.charAt(to - 1) == '#') {
      to--;
    }
    return text.substring(from, to);
  }

  private int underlineLevel(String text) {
    if (text.length() < 3) {
      return 0;
    }
    char c = text.charAt(0);
    int level = "=-".indexOf(c) + 1;
    if (level == 0) {
      return 0;
    }
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) != c) {
        return 0;
      }
    }
    return level;
  }

  private boolean isTableRow(String text, int n) {
    int first = text.indexOf('|');
    if (first < 0) {
      return false;
    }
    if (first == 0) {
      return text.indexOf('|', 1) > 0;
    }
    return blocks.hasHeader() || (n < file.lines() && isRule(file.line(n + 1)));
  }

  private static boolean isRule(String line) {
    boolean dash = false;
    boolean bar = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      dash |= c == '-';
      bar |= c == '|';
      if (c != '-' && c != '|' && c != ':' && c != ' ') {
        return false;
      }
    }
    return dash && bar;
  }

  /// Whether a line is nothing but a rule across the page that is written with spaces: `- - -`.
  private static boolean isBreak(String text) {
    char c = text.charAt(0);
    if (c != '-' && c != '*' && c != '_') {
      return false;
    }
    int marks = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == c) {
        marks++;
      } else if (text.charAt(i) != ' ') {
        return false;
      }
    }
    return marks >= 3;
  }

  private static boolean isIndentedCode(String line) {
    return line.startsWith("    ") || line.startsWith("\t");
  }

  private static int depth(String line) {
    int i = 0;
    while (i < line.length() && Character.isWhitespace(line.charAt(i))) {
      i++;
    }
    return i;
  }

  /// Where the words of a list item begin, or 0 when the line is no item.
  static int itemText(String text) {
    if (text.length() < 3) {
      return 0;
    }
    char c = text.charAt(0);
    if ((c == '-' || c == '*' || c == '+' || c == '•') && Character.isWhitespace(text.charAt(1))) {
      return 2;
    }
    int digits = 0;
    while (digits < text.length() && digits < 3 && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    boolean numbered =
        digits > 0
            && digits + 1 < text.length()
            && (text.charAt(digits) == '.' || text.charAt(digits) == ')')
            && Character.isWhitespace(text.charAt(digits + 1));
    return numbered ? digits + 2 : 0;
  }
}
