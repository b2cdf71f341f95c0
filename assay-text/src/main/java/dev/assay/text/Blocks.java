package dev.assay.text;

import java.util.ArrayList;
import java.util.List;

/// The blocks of a document as a reader of its form finds them, each below the headings and behind
/// the paragraph, item or first row that introduces it.
final class Blocks {
  /// A longer paragraph is read as several: what a sentence says is looked for around it in its
  /// block, for each of its links.
  static final int MAX_BLOCK = 8_192;

  /// The level of a line that is a heading only because all of it is bold: below all others.
  static final int BOLD = 8;

  private static final int MAX_LEAD = 600;
  private static final int MAX_HEADING = 200;

  private final List<Block> blocks = new ArrayList<>();
  private final String[] headings = new String[BOLD + 1];
  private final String folderHeading;
  private List<String> path;
  private String lead = "";
  private String outerItem = "";
  private int indent;
  private List<String> header = List.of();

  /// @param folderHeading what the file's place says, as a heading above all others; may be empty
  Blocks(String folderHeading) {
    this.folderHeading = folderHeading;
    this.path = folderHeading.isEmpty() ? List.of() : List.of(folderHeading);
  }

  List<Block> all() {
    return List.copyOf(blocks);
  }

  /// @param level from 1 to {@link #BOLD}
  void heading(Inline.Reading title, int level, int first, int last) {
    String text = title.text();
    headings[level] = text.length() > MAX_HEADING ? text.substring(0, MAX_HEADING) : text;
    for (int i = level + 1; i < headings.length; i++) {
      headings[i] = null;
    }
    List<String> now = new ArrayList<>();
    if (!folderHeading.isEmpty()) {
      now.add(folderHeading);
    }
    for (String h : headings) {
      if (h != null) {
        now.add(h);
      }
    }
    path = List.copyOf(now);
    add(Block.Kind.HEADING, title, "", first, last);
    // "Download the training set and put it here:" introduces what stands below it.
    lead = text.endsWith(":") || text.endsWith("：") ? cut(text) : "";
    outerItem = "";
    indent = 0;
    header = List.of();
  }

  /// @param insideItem whether it is indented below a list's item: it is a part of it
  void paragraph(Inline.Reading words, boolean insideItem, int first, int last) {
    add(Block.Kind.PARAGRAPH, words, introduces(lead) ? lead : "", first, last);
    if (!insideItem) {
      outerItem = "";
      indent = 0;
    }
    lead = cut(words.text());
  }

  /// An item begins that is indented so far.
  void openItem(int depth) {
    if (depth <= indent || outerItem.isEmpty()) {
      indent = depth;
      outerItem = "";
    }
  }

  void item(Inline.Reading words, int first, int last) {
    add(Block.Kind.ITEM, words, outerItem.isEmpty() ? lead : outerItem, first, last);
    if (outerItem.isEmpty()) {
      outerItem = cut(words.text());
    }
  }

  /// Whether an item was read that what is indented now may be a part of.
  boolean insideItems() {
    return !outerItem.isEmpty();
  }

  /// Code, with the addresses that stand in it.
  void code(String text, int first, int last) {
    add(Block.Kind.CODE, new Inline.Reading(text, bareLinks(text)), lead, first, last);
  }

  void row(Inline.Reading words, List<String> cells, int first, int last) {
    add(
        new Block(
            Block.Kind.ROW, first, last, words.text(), words.links(), path, lead, cells, header));
    if (header.isEmpty()) {
      header = cells;
    }
  }

  /// A row by its cells. Its words are those of the cells between bars.
  void row(List<Inline.Reading> read, int first, int last) {
    var words = new RunningText();
    List<String> cells = new ArrayList<>();
    for (Inline.Reading cell : read) {
      Inline.Reading own = new Inline.Reading(cell.text().replace('|', '/'), cell.links());
      words.put(cells.isEmpty() ? "| " : " | ");
      words.putAll(own);
      cells.add(own.text());
    }
    words.put(" |");
    row(words.reading(), List.copyOf(cells), first, last);
  }

  /// Whether the table at hand has had its first row.
  boolean hasHeader() {
    return !header.isEmpty();
  }

  void endTable() {
    header = List.of();
  }

  /// Whether a paragraph sends its reader on to the next one.
  private static boolean introduces(String lead) {
    return lead.endsWith(":") || lead.endsWith("\uff1a") || PaperRows.follows(lead);
  }

  private void add(Block.Kind kind, Inline.Reading words, String lead, int first, int last) {
    add(
        new Block(
            kind, first, last, words.text(), words.links(), path, lead, List.of(), List.of()));
  }

  private void add(Block block) {
    if (block.kind() == Block.Kind.PARAGRAPH
        || !block.text().isEmpty()
        || !block.links().isEmpty()) {
      blocks.add(block);
    }
  }

  private static List<Link> bareLinks(String code) {
    List<Link> links = new ArrayList<>();
    int at = 0;
    while ((at = code.indexOf("://", at)) >= 0) {
      int start = at;
      while (start > 0 && at - start < 6 && Character.isLetterOrDigit(code.charAt(start - 1))) {
        start--;
      }
      int end = Inline.addressEnd(code, start);
      if (end > at + 3 && start < at) {
        links.add(new Link("", code.substring(start, end), false, start));
      }
      at = Math.max(end, at + 3);
    }
    return List.copyOf(links);
  }

  private static String cut(String text) {
    return text.length() > MAX_LEAD ? text.substring(text.length() - MAX_LEAD) : text;
  }
}
