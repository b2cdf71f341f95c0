package dev.assay.reports;

import dev.assay.reports.Markdown.Span;
import dev.assay.reports.StoreReport.Row;
import dev.assay.reports.StoreReport.Shown;
import dev.assay.reports.StoreReport.Store;
import java.util.List;

/// The table of a machine's models as Markdown.
final class StoreMarkdown {
  private static final List<String> HEAD =
      List.of("name", "at", "stands at", "weights", "licence", "not seen", "on disk");

  private final List<Store> stores;

  StoreMarkdown(List<Store> stores) {
    this.stores = stores;
  }

  void write(Appendable out) {
    var md = new Markdown(out);
    md.heading(1, "Models on this machine");
    for (Store store : stores) {
      md.heading(2, store.id());
      md.paragraph(
          Span.code(store.place())
              .then(
                  ": "
                      + (store.problem().isEmpty() ? StoreReport.counts(store) : store.problem())));
      if (!store.rows().isEmpty()) {
        md.tableHead(HEAD);
        store.rows().forEach(row -> md.row(cells(row)));
      }
    }
  }

  private static List<Span> cells(Row row) {
    Shown shown = row.shown();
    Span name = Span.bold(row.name());
    Span at = Span.code(StoreReport.at(row));
    return shown == null
        ? List.of(
            name,
            at,
            Span.text("not assessed"),
            Span.NONE,
            Span.NONE,
            Span.text(row.problem()),
            Span.NONE)
        : List.of(
            name,
            at,
            Span.text(StoreReport.stands(shown)),
            Span.text(StoreReport.weights(shown)),
            Span.text(StoreReport.licence(shown.licence())),
            Span.text(String.join("; ", shown.unseen())),
            Span.text(Figures.bytes(row.bytes())));
  }
}
