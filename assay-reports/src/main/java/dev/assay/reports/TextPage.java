package dev.assay.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// A page of text for a terminal, written line by line. Whatever is put on it goes through {@link
/// SafeText} here, so that no caller can forget; colours are added after that and only here.
final class TextPage {
  /// The narrowest page; narrower terminals wrap it themselves.
  private static final int NARROWEST = 40;

  /// A sign as long as a word hangs beside its text; a longer one is part of it.
  private static final int LONGEST_SIGN = 16;

  private final Appendable out;
  private final int width;
  private final boolean colour;

  TextPage(Report.Layout layout, Appendable out) {
    this.out = out;
    this.width = Math.max(layout.width(), NARROWEST);
    this.colour = layout.colour();
  }

  /// How a piece of text looks.
  enum Style {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    GOOD("32"),
    FAIR("33"),
    BAD("31"),
    OPEN("36");

    private final String code;

    Style(String code) {
      this.code = code;
    }
  }

  /// A piece of one line.
  ///
  /// @param text raw text
  /// @param columns how many columns it fills: cut and padded to them; 0 for as many as it takes
  /// @param style how it looks
  record Cell(String text, int columns, Style style) {}

  int width() {
    return width;
  }

  void blank() {
    append("\n");
  }

  /// A heading, in capitals, with a line before it.
  void heading(String title) {
    blank();
    line(0, List.of(new Cell(title.toUpperCase(java.util.Locale.ROOT), 0, Style.BOLD)));
  }

  /// The first line of a report: whom it is about, and what is to be known of it at once.
  void about(String name, String beside) {
    line(0, List.of(new Cell(name, 0, Style.BOLD), new Cell(beside, 0, Style.DIM)));
  }

  /// One line of cells, cut at the width. A cell with columns is filled up to them; one without is
  /// followed by two spaces. Nothing is left at the end of the line.
  void line(int indent, List<Cell> cells) {
    int used = 0;
    int fill = indent;
    for (Cell cell : cells) {
      int room = width - used - fill;
      int most = cell.columns() == 0 ? room : Math.min(cell.columns() - 1, room);
      String text = SafeText.cut(SafeText.line(cell.text()), most);
      int wide = SafeText.width(text);
      if (wide > 0) {
        append(" ".repeat(fill));
        styled(text, cell.style());
        used += fill + wide;
        fill = 0;
      }
      fill += cell.columns() == 0 ? 2 : cell.columns() - wide;
    }
    append("\n");
  }

  /// A paragraph, wrapped; lines after the first start at `hang`.
  void paragraph(int indent, String label, int hang, String text, Style style) {
    String safe = SafeText.line(text);
    if (safe.isEmpty() && label.isBlank()) {
      return;
    }
    var lines = SafeText.wrap(safe, width - hang);
    append(" ".repeat(indent));
    String name = SafeText.cut(SafeText.line(label), Math.max(hang - indent - 1, 0));
    styled(name, Style.BOLD);
    append(" ".repeat(Math.max(hang - indent - SafeText.width(name), 0)));
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        append(" ".repeat(hang));
      }
      styled(lines.get(i), style);
      append("\n");
    }
  }

  /// A paragraph that hangs under a sign such as `-`.
  void item(int indent, String sign, String text, Style style) {
    int wide = SafeText.width(SafeText.line(sign));
    if (wide > LONGEST_SIGN) {
      paragraph(indent, "", indent, sign + " " + text, style);
    } else {
      paragraph(indent, sign, wide == 0 ? indent : indent + wide + 1, text, style);
    }
  }

  /// What was cut off a list.
  void more(int indent, int shown, int all) {
    if (all > shown) {
      item(indent, "…", "and " + (all - shown) + " more (--verbose, or --format json)", Style.DIM);
    }
  }

  private void styled(String safe, Style style) {
    if (colour && style != Style.PLAIN && !safe.isEmpty()) {
      append("\u001b[" + style.code + "m");
      append(safe);
      append("\u001b[0m");
    } else {
      append(safe);
    }
  }

  private void append(String text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
