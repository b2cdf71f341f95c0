package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Withheld;
import dev.assay.reports.TextPage.Style;

/// What is withheld, as a publisher's list of things to do, in the order that raises the release
/// most.
public final class GapsReport implements Report {
  /// The list of things to do.
  public GapsReport() {}

  @Override
  public String id() {
    return "gaps";
  }

  @Override
  public void write(Assessment a, Layout layout, Appendable out) {
    var page = new TextPage(layout, out);
    page.about(a.name(), Words.standing(a.standing()));
    page.blank();
    if (a.withheld().isEmpty()) {
      page.item(0, "", "Nothing is missing for the next step that the files can show.", Style.GOOD);
      return;
    }
    page.item(0, "", "To raise it, in this order:", Style.PLAIN);
    int number = 0;
    for (Withheld w : a.withheld()) {
      number++;
      page.blank();
      page.item(2, number + ".", w.component().title() + ": " + w.todo(), Style.BOLD);
      page.item(5, "", "Now: " + w.what(), Style.PLAIN);
      page.item(
          5,
          "",
          "With this and all before it: "
              + w.raisesTo().title()
              + " (step "
              + w.raisesTo().number()
              + ")",
          Style.DIM);
    }
  }
}
