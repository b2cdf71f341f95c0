package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Evidence;
import dev.assay.reports.TextPage.Cell;
import dev.assay.reports.TextPage.Style;
import java.util.List;

/// How evidence is shown in a terminal.
///
/// @param a the assessment
/// @param detailed whether all places are shown with their quotations, and not only the first
record TextEvidence(Assessment a, boolean detailed, TextPage page) {
  /// Places, one of them in a concise report, all with their quotations in a detailed one.
  void places(String label, List<Evidence> evidence) {
    for (Evidence e : evidence.stream().limit(detailed ? Integer.MAX_VALUE : 1).toList()) {
      String quote = e.quote().isBlank() ? "" : "  “" + SafeText.line(e.quote()) + "”";
      String more = detailed || evidence.size() == 1 ? "" : "  +" + (evidence.size() - 1);
      String place = (label.isEmpty() ? "" : label + " ") + Words.place(a, e);
      if (detailed) {
        page.item(4, "→", place + quote, Style.DIM);
      } else {
        int room = page.width() - 6 - more.length();
        String head = SafeText.cutStart(SafeText.line(place), room);
        page.line(4, List.of(new Cell("→ " + head + more + quote, 0, Style.DIM)));
      }
    }
  }
}
