package dev.assay.text;

import dev.assay.io.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Cuts a document in reStructuredText into {@link Block}s by its lines. Indentation only tells
/// what is code, what belongs to a directive and what is a part of an item: words are words however
/// deep they stand, and nothing here calls itself.
final class RstReader {
  private static final int SHORT_RULE = 4;
  private static final int BETWEEN_CELLS = 3;
  private static final int MAX_LEVEL = Blocks.BOLD - 1;

  private final TextFile file;
  private final RstNames names;
  private final Blocks blocks;

  /// The characters that headings were underlined with, in the order in which they appeared; one
  /// with a line above it too is another.
  private final List<String> styles = new ArrayList<>();

  private final StringBuilder pending = new StringBuilder();
  private boolean pendingItem;
  private int pendingFirst;
  private int pendingLast;
  private int pendingDepth;

  /// How far the item's mark is indented that was read last.
  private int itemDepth = Integer.MAX_VALUE;

  /// How far the paragraph is indented below which code was announced, or -1.
  private int literalDepth = -1;

  private boolean noFenceEnd;

  private RstReader(TextFile file, int firstLine, Blocks blocks) {
    this.file = file;
    this.names = RstNames.read(file, firstLine);
    this.blocks = blocks;
  }

  /// Whether a file is in this form, by its name.
  static boolean wants(TextFile file) {
    return file.name().toLowerCase(Locale.ROOT).endsWith(".rst");
  }

  /// The blocks of a file.
  ///
  /// @param firstLine the first line of the body, after front matter
  /// @param folderHeading what the file's place says, as a heading above all others; may be empty
  static List<Block> read(TextFile file, int firstLine, String folderHeading) {
    RstReader reader = new RstReader(file, firstLine, new Blocks(folderHeading));
    int n = firstLine;
    while (n <= file.lines()) {
      n = reader.next(n);
    }
    reader.flush();
    return reader.blocks.all();
  }

  /// How many characters of white space a line begins with.
  static int depth(String line) {
    int i = 0;
    while (i < line.length() && Character.isWhitespace(line.charAt(i))) {
      i++;
    }
    return i;
  }

  /// Reads what begins at a line.
  ///
  /// @return the line behind it
  private int next(int n) {
    String line = file.line(n);
    String text = line.strip();
    if (text.isEmpty()) {
      flush();
      return n + 1;
    }
    int depth = depth(line);
    if (announcesCode() && depth > pendingDepth) {
      flush();
    }
    if (pending.isEmpty() && literalDepth >= 0) {
      int above = literalDepth;
      literalDepth = -1;
      if (depth > above) {
        return code(n, above);
      }
    }
    int heading = heading(n, line, text);
    if (heading > n) {
      return heading;
    }
    if (text.equals("..") || text.startsWith(".. ") || text.startsWith("__ ")) {
      flush();
      return explicit(n, text, depth);
    }
    int drawn = drawn(n, text, depth);
    if (drawn > n) {
      return drawn;
    }
    int item = itemText(text);
    if (item > 0) {
      return item(n, text, item, depth);
    }
    if (RstOptions.fieldEnd(text) > 0) {
      flush();
      blocks.openItem(depth);
      itemDepth = depth;
      begin(true, n, depth + 1);
      gather(text.substring(1), n);
    } else {
      words(n, text, depth);
    }
    return n + 1;
  }

  /// Reads a table, or code that marks of its own set apart.
  ///
  /// @return the line behind it, or `n` where there is none
  private int drawn(int n, String text, int depth) {
    if (RstTable.isGridEdge(text)) {
      flush();
      return table(RstTable.grid(file, n));
    }
    if (RstTable.isRule(text)) {
      Optional<RstTable> table = RstTable.ruled(file, n);
      if (table.isPresent()) {
        flush();
        return table(table.get());
      }
    }
    if (text.startsWith(">>> ")) {
      flush();
      int end = blank(n);
      lines(n, end, depth);
      return end;
    }
    int fence = isFence(text) ? fenceEnd(n) : -1;
    if (fence > 0) {
      flush();
      lines(n + 1, fence, depth);
      return fence + 1;
    }
    return n;
  }

  private int item(int n, String text, int item, int depth) {
    flush();
    blocks.openItem(depth);
    itemDepth = depth;
    String words = text.substring(item).stripLeading();
    int inner = depth + text.length() - words.length();
    if (words.startsWith(".. ")) {
      return explicit(n, words, inner);
    }
    begin(true, n, inner);
    gather(words, n);
    return n + 1;
  }

  private void words(int n, String text, int depth) {
    if (!pending.isEmpty() && pendingItem && depth <= itemDepth) {
      flush();
    }
    if (pending.isEmpty()) {
      begin(false, n, depth);
    }
    boolean barred = text.startsWith("| ");
    gather(barred ? text.substring(2) : text, n);
  }

  /// Reads a heading: a title with a line of one character below it, and perhaps above it; or such
  /// a line alone, which only stands between paragraphs.
  ///
  /// @return the line behind it, or `n` where there is none
  private int heading(int n, String line, String text) {
    if (depth(line) > 0 || text.length() > Blocks.MAX_BLOCK) {
      return n;
    }
    boolean run = isRun(text);
    if (run && pending.isEmpty() && isFramed(n, text)) {
      String mark = text.substring(0, 1);
      heading(file.line(n + 1).strip(), mark + mark, n, n + 2);
      return n + 3;
    }
    if (run && text.length() >= SHORT_RULE) {
      flush();
      return n + 1;
    }
    String below = n < file.lines() ? file.line(n + 1).stripTrailing() : "";
    if (!pending.isEmpty() || text.equals("..") || !isRun(below) || !isLongEnough(below, text)) {
      return n;
    }
    heading(text, below.substring(0, 1), n, n + 1);
    return n + 2;
  }

  /// Whether a line of one character is the upper one of two around a title.
  private boolean isFramed(int n, String above) {
    if (n + 2 > file.lines()) {
      return false;
    }
    String title = file.line(n + 1).strip();
    String below = file.line(n + 2).stripTrailing();
    return !title.isEmpty()
        && title.length() <= Blocks.MAX_BLOCK
        && isRun(below)
        && below.charAt(0) == above.charAt(0)
        && isLongEnough(above, title);
  }

  private void heading(String title, String style, int first, int last) {
    int level = styles.indexOf(style);
    if (level < 0) {
      level = styles.size();
      if (level < MAX_LEVEL) {
        styles.add(style);
      }
    }
    blocks.heading(RstInline.read(title, names), Math.min(level + 1, MAX_LEVEL), first, last);
    itemDepth = Integer.MAX_VALUE;
  }

  /// Whether a line is one mark over and over.
  private static boolean isRun(String text) {
    if (text.length() < 2 || Character.isLetterOrDigit(text.charAt(0)) || text.charAt(0) > '~') {
      return false;
    }
    char c = text.charAt(0);
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) != c) {
        return false;
      }
    }
    return c > ' ' && !text.equals("::") && !text.equals("..");
  }

  private static boolean isLongEnough(String rule, String title) {
    return rule.length() >= SHORT_RULE || rule.length() >= title.length();
  }

  /// Reads what begins with two full stops: a directive, a name, a note at the foot, a comment.
  private int explicit(int n, String text, int depth) {
    if (depth <= itemDepth) {
      itemDepth = Integer.MAX_VALUE;
    }
    String rest = text.substring(2).strip();
    if (rest.isEmpty()) {
      boolean alone = n == file.lines() || file.line(n + 1).isBlank();
      return alone ? n + 1 : end(n, depth);
    }
    if (rest.startsWith("_") || text.startsWith("__")) {
      return continued(n, depth);
    }
    if (rest.startsWith("[")) {
      int close = rest.indexOf("] ");
      if (close > 0) {
        begin(false, n, depth);
        gather(rest.substring(close + 2), n);
        return n + 1;
      }
    }
    int colons = rest.indexOf("::");
    if (rest.startsWith("|") || colons <= 0 || !isName(rest, colons)) {
      return end(n, depth);
    }
    return directive(rest.substring(0, colons), rest.substring(colons + 2).strip(), n, depth);
  }

  private static boolean isName(String text, int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && "-_.:+".indexOf(c) < 0) {
        return false;
      }
    }
    return end + 2 == text.length() || Character.isWhitespace(text.charAt(end + 2));
  }

  private int directive(String name, String argument, int n, int depth) {
    RstDirective directive = RstDirective.of(name);
    RstOptions options = RstOptions.read(file, n + 1, depth);
    int below = options.end();
    switch (directive) {
      case CODE -> {
        int end = end(n, depth);
        if (name.equalsIgnoreCase("math") && !argument.isEmpty()) {
          blocks.code(argument, n, n);
        }
        lines(below, end, depth);
        return end;
      }
      case RAW -> {
        int end = end(n, depth);
        if (argument.toLowerCase(Locale.ROOT).contains("html")) {
          HtmlReader.read(file, below, end, blocks);
        }
        return end;
      }
      case LIST_TABLE -> {
        int end = end(n, depth);
        title(argument, n, depth);
        return table(RstListTable.items(file, below, end));
      }
      case CSV_TABLE -> {
        int end = end(n, depth);
        title(argument, n, depth);
        return table(RstListTable.values(file, options.get("header"), below, end));
      }
      case PICTURE -> picture(argument, options, n);
      case WORDS -> {
        if (!argument.isEmpty()) {
          begin(false, n, depth);
          gather(argument, n);
          if (below > n + 1) {
            flush();
          }
        }
      }
      case TITLED -> title(argument, n, depth);
      case HEADING -> blocks.heading(RstInline.read(argument, names), Blocks.BOLD, n, n);
      case NOTHING -> {
        return end(n, depth);
      }
      case OTHER -> {}
    }
    return below;
  }

  private void title(String argument, int n, int depth) {
    if (!argument.isEmpty()) {
      begin(false, n, depth);
      gather(argument, n);
      flush();
    }
  }

  private void picture(String address, RstOptions options, int n) {
    if (address.isEmpty()) {
      return;
    }
    var words = new RunningText();
    words.putPicture(options.get("alt"), RstNames.address(address));
    String target = names.resolved(options.get("target"));
    if (!target.isEmpty()) {
      words.linkSince(0, target);
    }
    blocks.paragraph(words.reading(), blocks.insideItems(), n, options.end() - 1);
  }

  /// The line behind all lines that are indented farther than a line's own text.
  private int end(int n, int depth) {
    int end = n + 1;
    for (int k = n + 1; k <= file.lines(); k++) {
      String line = file.line(k);
      if (line.isBlank()) {
        continue;
      }
      if (depth(line) <= depth) {
        break;
      }
      end = k + 1;
    }
    return end;
  }

  /// The line behind those that continue a line at once.
  private int continued(int n, int depth) {
    int k = n + 1;
    while (k <= file.lines() && !file.line(k).isBlank() && depth(file.line(k)) > depth) {
      k++;
    }
    return k;
  }

  private int blank(int n) {
    int k = n;
    while (k <= file.lines() && !file.line(k).isBlank()) {
      k++;
    }
    return k;
  }

  /// Some write the fences of another form.
  private static boolean isFence(String text) {
    return text.startsWith("```") && text.indexOf('`', 3) < 0 && text.length() < 40;
  }

  private int fenceEnd(int n) {
    for (int k = n + 1; k <= file.lines() && !noFenceEnd; k++) {
      if (file.line(k).strip().equals("```")) {
        return k;
      }
    }
    noFenceEnd = true;
    return -1;
  }

  private int code(int n, int depth) {
    int end = end(n, depth);
    lines(n, end, depth);
    return end;
  }

  /// Adds lines as code, without the indentation of the first of them.
  private void lines(int from, int end, int depth) {
    var code = new StringBuilder();
    int margin = -1;
    int first = from;
    int last = from;
    for (int n = from; n < end; n++) {
      String line = file.line(n).stripTrailing();
      if (line.isEmpty() && code.isEmpty()) {
        continue;
      }
      if (margin < 0) {
        margin = Math.max(depth, depth(line));
      }
      for (String piece : Markup.pieces(line.substring(Math.min(margin, depth(line))))) {
        if (!code.isEmpty() && code.length() + piece.length() > Blocks.MAX_BLOCK) {
          blocks.code(code.toString().stripTrailing(), first, last);
          code.setLength(0);
        }
        if (code.isEmpty()) {
          first = n;
        } else {
          code.append('\n');
        }
        code.append(piece);
        last = line.isEmpty() ? last : n;
      }
    }
    if (!code.isEmpty()) {
      blocks.code(code.toString().stripTrailing(), first, last);
    }
  }

  private int table(RstTable table) {
    for (RstTable.Row row : table.rows()) {
      row(row.cells(), row.first(), row.last());
    }
    blocks.endTable();
    return table.end();
  }

  private void row(List<String> cells, int first, int last) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    List<Inline.Reading> read = new ArrayList<>();
    int length = 0;
    for (String cell : cells) {
      for (String piece : Markup.pieces(cell)) {
        if (length + piece.length() > Blocks.MAX_BLOCK) {
          blocks.row(read, first, last);
          read.clear();
          length = 0;
        }
        read.add(RstInline.read(piece, names));
        length += piece.length() + BETWEEN_CELLS;
      }
    }
    blocks.row(read, first, last);
  }

  private void begin(boolean item, int n, int depth) {
    pendingItem = item;
    pendingFirst = n;
    pendingLast = n;
    pendingDepth = depth;
  }

  private void gather(String text, int n) {
    for (String piece : Markup.pieces(text)) {
      if (pending.length() + piece.length() > Blocks.MAX_BLOCK && !pending.isEmpty()) {
        flush();
      }
      if (pending.isEmpty()) {
        pendingFirst = n;
      } else {
        pending.append('\n');
      }
      pending.append(piece);
      pendingLast = n;
    }
  }

  /// Whether the paragraph at hand ends with the two colons that announce code.
  private boolean announcesCode() {
    int length = pending.length();
    return length >= 2 && pending.charAt(length - 1) == ':' && pending.charAt(length - 2) == ':';
  }

  private void flush() {
    if (pending.isEmpty()) {
      return;
    }
    if (announcesCode()) {
      literalDepth = pendingDepth;
      boolean alone =
          pending.length() == 2 || Character.isWhitespace(pending.charAt(pending.length() - 3));
      pending.setLength(pending.length() - (alone ? 2 : 1));
    }
    String raw = pending.toString().strip();
    pending.setLength(0);
    if (raw.isEmpty()) {
      return;
    }
    Inline.Reading words = RstInline.read(raw, names);
    if (pendingItem) {
      blocks.item(words, pendingFirst, pendingLast);
    } else if (pendingFirst == pendingLast && Markup.isBold(raw)) {
      blocks.heading(words, Blocks.BOLD, pendingFirst, pendingLast);
    } else {
      boolean inside = blocks.insideItems() && pendingDepth > itemDepth;
      blocks.paragraph(words, inside, pendingFirst, pendingLast);
    }
    pendingItem = false;
  }

  /// Where the words of an item begin, or 0 when the line is none.
  static int itemText(String text) {
    if (text.startsWith("#. ")) {
      return 3;
    }
    return Markup.itemText(text.startsWith("(") ? text.substring(1) : text)
        + (text.startsWith("(") && Markup.itemText(text.substring(1)) > 0 ? 1 : 0);
  }
}
