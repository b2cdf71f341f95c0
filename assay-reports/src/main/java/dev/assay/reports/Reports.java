package dev.assay.reports;

import java.util.List;
import java.util.Optional;

/// The list of reports.
public final class Reports {
  private static final List<Report> ALL =
      List.of(new TextReport(), new JsonReport(), new MarkdownReport(), new HtmlReport());

  private Reports() {}

  /// Every report. A new one is one line here.
  public static List<Report> all() {
    return ALL;
  }

  /// The report of this name.
  public static Optional<Report> byId(String id) {
    return ALL.stream().filter(r -> r.id().equals(id)).findFirst();
  }
}
