package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.reports.TextPage.Cell;
import dev.assay.reports.TextPage.Style;
import java.util.List;

/// Somebody's record of a release beside what its files show.
public final class CompareReport implements Report {
  private final String definition;
  private final String about;
  private final String says;
  private final String shows;
  private final List<Row> rows;

  /// @param definition the record's definition
  /// @param about whom the record is about
  /// @param says its verdict as a whole
  /// @param shows the verdict from the files
  /// @param rows one for each component or dimension
  public CompareReport(String definition, String about, String says, String shows, List<Row> rows) {
    this.definition = definition;
    this.about = about;
    this.says = says;
    this.shows = shows;
    this.rows = List.copyOf(rows);
  }

  /// One component or dimension.
  ///
  /// @param subject its name
  /// @param says what the record says
  /// @param shows what the files show
  /// @param agreement how the two stand to each other, in words
  /// @param sign how to mark it
  public record Row(String subject, String says, String shows, String agreement, Sign sign) {}

  /// How to mark a row.
  public enum Sign {
    SAME,
    /// The record claims what the files do not bear out.
    WRONG,
    /// The files show more than the record.
    MORE,
    OPEN
  }

  @Override
  public String id() {
    return "compare";
  }

  @Override
  public void write(Assessment a, Layout layout, Appendable out) {
    var page = new TextPage(layout, out);
    page.line(
        0,
        List.of(
            new Cell(a.name(), 0, Style.BOLD),
            new Cell("beside a record of " + about, 0, Style.PLAIN),
            new Cell(definition, 0, Style.DIM)));
    page.blank();
    page.paragraph(2, "record", 10, says, Style.PLAIN);
    page.paragraph(2, "files", 10, shows, Style.PLAIN);
    section(page, Sign.WRONG, "The record says more, or something else, than the files show");
    section(page, Sign.MORE, "The files show more than the record");
    section(page, Sign.OPEN, "Not decided by the files that were inspected");
    section(page, Sign.SAME, "The same");
  }

  private void section(TextPage page, Sign sign, String title) {
    List<Row> some = rows.stream().filter(r -> r.sign == sign).toList();
    if (some.isEmpty()) {
      return;
    }
    page.heading(title);
    for (Row r : some) {
      switch (sign) {
        case SAME -> page.item(2, "✓", r.subject, Style.GOOD);
        case WRONG -> page.item(2, "✗", r.subject + ": " + r.agreement, Style.BAD);
        case MORE -> page.item(2, "+", r.subject, Style.FAIR);
        case OPEN -> page.item(2, "?", r.subject, Style.OPEN);
      }
      page.paragraph(4, "record", 12, r.says, Style.PLAIN);
      page.paragraph(4, "files", 12, r.shows, Style.DIM);
    }
  }
}
