package dev.assay.text;

import java.util.List;

/// A piece of a document that a reader takes in at once.
///
/// @param kind what it is
/// @param first its first line, from 1
/// @param last its last line
/// @param text its words without markup, white space collapsed; code as it stands
/// @param links the links in it, in order
/// @param headings the headings above it, outermost first
/// @param lead the paragraph or item that introduces it ("... on these data sets:"); empty for none
/// @param cells for a table row its cells, otherwise empty
/// @param header for a table row the cells of the table's first row, otherwise empty
record Block(
    Kind kind,
    int first,
    int last,
    String text,
    List<Link> links,
    List<String> headings,
    String lead,
    List<String> cells,
    List<String> header) {

  enum Kind {
    HEADING,
    PARAGRAPH,
    ITEM,
    ROW,
    CODE
  }

  /// The closest heading, or the empty string.
  String heading() {
    return headings.isEmpty() ? "" : headings.getLast();
  }
}
