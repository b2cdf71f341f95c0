package dev.assay.text;

import dev.assay.io.CharacterReferences;
import dev.assay.io.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads HTML into {@link Block}s: headings, paragraphs, items, rows, code, and the links in them,
/// on the lines where they stand. One pass over the characters that never goes back: the end of a
/// tag is found once for all that wait for it, and elements need not be closed.
final class HtmlReader {
  private static final int MAX_TAG = 4_096;

  /// So many links in one block are read as several blocks.
  private static final int MAX_LINKS = 500;

  private static final int MAX_BOLD_HEADING = 76;

  /// What a reader does not see.
  private static final Set<String> UNSEEN =
      Set.of("script", "style", "title", "template", "textarea", "select", "noframes");

  /// Elements that stand within words and do not part them.
  private static final Set<String> WITHIN =
      Set.of(
          "b", "i", "em", "strong", "span", "sup", "sub", "u", "code", "font", "tt", "kbd", "small",
          "big", "mark", "s", "del", "ins", "abbr", "cite", "q", "samp", "var", "dfn", "label",
          "time", "wbr", "bdi");

  /// Elements that stand within words and part them.
  private static final Set<String> BETWEEN =
      Set.of(
          "br", "img", "svg", "path", "input", "button", "iframe", "video", "audio", "source",
          "picture", "object", "embed", "canvas", "math");

  private final TextFile file;
  private final String text;
  private final int to;
  private final Blocks blocks;

  private RunningText words = new RunningText();
  private Block.Kind kind = Block.Kind.PARAGRAPH;
  private int level;
  private int first;
  private int last;
  private int line;
  private int lists;

  /// Whether all words of the paragraph at hand are bold so far, and how many elements make what is
  /// read bold.
  private boolean allBold = true;

  private int bold;

  /// The address of the link at hand, where its words begin, and whether it has had any.
  private String target = "";

  private int anchor;
  private boolean anchorUsed;

  private final List<Inline.Reading> cells = new ArrayList<>();
  private boolean inRow;
  private int rowFirst;
  private int cellsLength;

  private boolean inCode;
  private final StringBuilder code = new StringBuilder();
  private int nextAngle = -1;

  private HtmlReader(TextFile file, int line, int to, Blocks blocks) {
    this.file = file;
    this.text = file.text();
    this.to = to;
    this.line = line;
    this.blocks = blocks;
  }

  /// Whether a file is in this form, by its name.
  static boolean wants(TextFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".html") || name.endsWith(".htm");
  }

  /// The blocks of a file.
  ///
  /// @param firstLine the first line of the body, after front matter
  /// @param folderHeading what the file's place says, as a heading above all others; may be empty
  static List<Block> read(TextFile file, int firstLine, String folderHeading) {
    Blocks blocks = new Blocks(folderHeading);
    read(file, firstLine, file.lines() + 1, blocks);
    return blocks.all();
  }

  /// Reads the lines from `from` to before `end`.
  static void read(TextFile file, int from, int end, Blocks blocks) {
    if (from >= end || from > file.lines()) {
      return;
    }
    int to = end > file.lines() ? file.text().length() : file.lineStart(end);
    HtmlReader reader = new HtmlReader(file, from, to, blocks);
    reader.run(file.lineStart(from));
    reader.endCode();
    reader.endRow();
    reader.flush();
  }

  private void run(int from) {
    int i = from;
    while (i < to) {
      while (line < file.lines() && i >= file.lineStart(line + 1)) {
        line++;
      }
      char c = text.charAt(i);
      if (c == '<') {
        i = angle(i);
      } else if (c == '&') {
        i = entity(i);
      } else if (!inCode && Inline.isAddress(text, i)) {
        i = address(i);
      } else {
        put(c);
        i++;
      }
    }
  }

  private int angle(int i) {
    if (text.startsWith("<!--", i)) {
      int end = text.indexOf("-->", Math.min(i + 4, to), to);
      return end < 0 ? to : end + 3;
    }
    char c = i + 1 < to ? text.charAt(i + 1) : ' ';
    int close = isLetter(c) || c == '/' || c == '!' || c == '?' ? tagEnd(i) : -1;
    if (close < 0) {
      put('<');
      return i + 1;
    }
    boolean closes = c == '/';
    int from = i + (closes ? 2 : 1);
    int end = from;
    while (end < close && (isLetter(text.charAt(end)) || Character.isDigit(text.charAt(end)))) {
      end++;
    }
    String name = text.substring(from, end).toLowerCase(Locale.ROOT);
    if (inCode && !name.equals("pre")) {
      return close + 1;
    }
    if (closes) {
      closed(name);
    } else if (UNSEEN.contains(name)) {
      return behind(name, close);
    } else if (!name.isEmpty()) {
      opened(name, text.substring(from, close));
    }
    return close + 1;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /// Where the tag ends that begins at `i`, or -1: at the next angle that stands in no quotation.
  private int tagEnd(int i) {
    if (nextAngle != -2 && nextAngle <= i) {
      int at = text.indexOf('>', i + 1, to);
      nextAngle = at < 0 ? -2 : at;
    }
    if (nextAngle < 0 || nextAngle - i > MAX_TAG) {
      return -1;
    }
    char quote = 0;
    for (int k = i + 1; k < to && k - i < MAX_TAG; k++) {
      char c = text.charAt(k);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if ((c == '"' || c == '\'') && text.charAt(k - 1) == '=') {
        quote = c;
      } else if (c == '>') {
        return k;
      }
    }
    return nextAngle;
  }

  /// Where the reader goes on behind an element that nobody sees.
  private int behind(String name, int open) {
    for (int i = text.indexOf("</", open, to); i >= 0; i = text.indexOf("</", i + 2, to)) {
      if (text.regionMatches(true, i + 2, name, 0, name.length())) {
        int close = text.indexOf('>', i, to);
        return close < 0 ? to : close + 1;
      }
    }
    return to;
  }

  private void opened(String name, String tag) {
    switch (name) {
      case "a" -> {
        closeAnchor();
        target = CharacterReferences.decoded(Inline.attribute(tag, "href"));
        anchor = words.length();
        anchorUsed = false;
      }
      case "img" -> {
        String source = CharacterReferences.decoded(Inline.attribute(tag, "src"));
        if (!source.isEmpty()) {
          stand();
          words.putPicture(CharacterReferences.decoded(Inline.attribute(tag, "alt")), source);
          full();
        }
      }
      case "b", "strong" -> bold++;
      case "pre" -> {
        flushUnlessRow();
        inCode = !inRow;
      }
      case "table" -> {
        endRow();
        flush();
      }
      case "tr" -> {
        endRow();
        flush();
        beginRow();
      }
      case "td", "th" -> {
        if (!inRow) {
          flush();
          beginRow();
        }
        endCell(false);
      }
      default -> parted(name);
    }
    if (inRow) {
      return;
    }
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        kind = Block.Kind.HEADING;
        level = name.charAt(1) - '0';
      }
      case "ul", "ol", "menu" -> lists++;
      case "li" -> {
        blocks.openItem(2 * lists);
        kind = Block.Kind.ITEM;
      }
      default -> {}
    }
  }

  private void closed(String name) {
    switch (name) {
      case "a" -> closeAnchor();
      case "b", "strong" -> bold = Math.max(0, bold - 1);
      case "td", "th" -> endCell(true);
      case "tr" -> endRow();
      case "table" -> {
        endRow();
        flush();
        blocks.endTable();
      }
      case "pre" -> endCode();
      case "ul", "ol", "menu" -> {
        parted(name);
        lists = Math.max(0, lists - 1);
      }
      default -> parted(name);
    }
  }

  /// A tag ends the block at hand, unless it stands within words.
  private void parted(String name) {
    if (WITHIN.contains(name)) {
      return;
    }
    if (inRow || BETWEEN.contains(name)) {
      put(' ');
    } else if (!inCode && !(name.equals("p") && words.isEmpty())) {
      // The first paragraph of an item is the item.
      flush();
    }
  }

  private void flushUnlessRow() {
    if (!inRow) {
      flush();
    }
  }

  private void put(char c) {
    if (inCode) {
      putCode(c);
      return;
    }
    if (!Character.isWhitespace(c)) {
      stand();
      allBold &= bold > 0;
    }
    words.put(c);
    full();
  }

  private void putCode(char c) {
    if (code.isEmpty() && (c == '\n' || c == '\r')) {
      return;
    }
    if (code.isEmpty()) {
      first = line;
    }
    if (c != '\r') {
      code.append(c);
    }
    last = Character.isWhitespace(c) ? last : line;
    if (code.length() >= Blocks.MAX_BLOCK) {
      endCode();
      inCode = true;
    }
  }

  private void endCode() {
    String all = code.toString().stripTrailing();
    if (!all.isEmpty()) {
      blocks.code(all, first, Math.max(first, last));
    }
    code.setLength(0);
    inCode = false;
  }

  /// The block at hand stands on this line too.
  private void stand() {
    if (words.isEmpty()) {
      first = line;
    }
    last = line;
  }

  private int address(int i) {
    int end = Math.min(to, Inline.addressEnd(text, i));
    String address = text.substring(i, Math.max(i, end));
    if (address.isEmpty()) {
      put(text.charAt(i));
      return i + 1;
    }
    stand();
    // The address that a link leads to is none of its words.
    if (target.isEmpty()) {
      words.put(address);
    } else {
      words.put(' ');
    }
    allBold = false;
    full();
    return end;
  }

  /// Ends a block that is as long as one may be.
  private void full() {
    boolean full =
        words.length() >= Blocks.MAX_BLOCK && words.endsWith(" ")
            || words.length() >= Blocks.MAX_BLOCK + 256
            || words.links() >= MAX_LINKS;
    if (!full) {
      return;
    }
    if (inRow) {
      int at = rowFirst;
      endRow();
      beginRow();
      rowFirst = at;
      return;
    }
    // What is longer than a block heads nothing.
    kind = kind == Block.Kind.HEADING ? Block.Kind.PARAGRAPH : kind;
    Block.Kind same = kind;
    flush();
    kind = same;
  }

  private void closeAnchor() {
    if (!target.isEmpty() && (!anchorUsed || anchor < words.length())) {
      stand();
      words.linkSince(anchor, target);
    }
    target = "";
  }

  /// The link at hand goes on in the next block.
  private void carryAnchor() {
    if (!target.isEmpty() && anchor < words.length()) {
      words.linkSince(anchor, target);
      anchorUsed = true;
    }
    anchor = 0;
  }

  private void flush() {
    carryAnchor();
    Inline.Reading read = words.reading();
    boolean empty = read.text().isEmpty() && read.links().isEmpty();
    words = new RunningText();
    if (!empty) {
      switch (kind) {
        case HEADING -> blocks.heading(read, level, first, last);
        case ITEM -> blocks.item(read, first, last);
        default -> {
          if (allBold && first == last && isShort(read.text())) {
            blocks.heading(read, Blocks.BOLD, first, last);
          } else {
            blocks.paragraph(read, lists > 0, first, last);
          }
        }
      }
    }
    kind = Block.Kind.PARAGRAPH;
    allBold = true;
  }

  private static boolean isShort(String text) {
    return !text.isEmpty() && text.length() <= MAX_BOLD_HEADING;
  }

  private void beginRow() {
    inRow = true;
    rowFirst = line;
    last = line;
    cellsLength = 0;
  }

  /// @param always whether an empty cell counts
  private void endCell(boolean always) {
    if (!inRow) {
      return;
    }
    carryAnchor();
    Inline.Reading cell = words.reading();
    if (!always && cell.text().isEmpty() && cell.links().isEmpty()) {
      words = new RunningText();
      return;
    }
    words = new RunningText();
    if (cellsLength + cell.text().length() > Blocks.MAX_BLOCK && !cells.isEmpty()) {
      blocks.row(cells, rowFirst, Math.max(rowFirst, last));
      cells.clear();
      cellsLength = 0;
    }
    cells.add(cell);
    cellsLength += cell.text().length() + 3;
  }

  private void endRow() {
    if (!inRow) {
      return;
    }
    endCell(false);
    if (cells.stream().anyMatch(c -> !c.text().isEmpty() || !c.links().isEmpty())) {
      blocks.row(cells, rowFirst, Math.max(rowFirst, last));
    }
    cells.clear();
    inRow = false;
    kind = Block.Kind.PARAGRAPH;
    allBold = true;
  }

  private int entity(int i) {
    int end = CharacterReferences.end(text, i);
    String read =
        end < 0 || end > to ? "&" : CharacterReferences.read(text.substring(i + 1, end - 1));
    for (int k = 0; k < read.length(); k++) {
      put(read.charAt(k));
    }
    return end < 0 || end > to ? i + 1 : end;
  }
}
