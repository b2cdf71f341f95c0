package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.DataSet;
import dev.assay.model.Issue;
import dev.assay.model.Note;
import dev.assay.model.Order;
import dev.assay.model.Weights;
import dev.assay.reports.TextPage.Style;
import java.util.List;

/// What was found, listed: weights, data sets, licences, issues.
///
/// @param a the assessment
/// @param detailed whether all is listed, and not only the first few
/// @param evidence how evidence is shown
record TextInventory(Assessment a, boolean detailed, TextPage page, TextEvidence evidence) {
  private static final int FEW = 5;
  private static final int DANGERS = 3;

  private int most(int concise) {
    return detailed ? Integer.MAX_VALUE : concise;
  }

  void weights() {
    if (a.weights().isEmpty()) {
      return;
    }
    page.heading("Files in formats of weights");
    for (var w : Words.modelsFirst(a.weights()).stream().limit(most(FEW)).toList()) {
      page.item(2, "-", w.path() + ": " + Words.weights(w), Style.PLAIN);
      if (!w.reason().isBlank()) {
        page.item(4, "!", w.reason(), Style.FAIR);
      }
      // A pickle can import hundreds of names.
      for (Note note : w.dangers().stream().limit(most(DANGERS)).toList()) {
        boolean remark = note.kind() == Note.Kind.REMARK;
        page.item(4, Words.sign(note), note.text(), remark ? Style.DIM : Style.BAD);
      }
      page.more(4, most(DANGERS), w.dangers().size());
      for (var fact : detailed ? w.metadata() : List.<Weights.HeaderFact>of()) {
        page.item(4, "says", fact.key() + " = " + SafeText.cut(fact.value(), 200), Style.DIM);
      }
    }
    page.more(2, most(FEW), a.weights().size());
  }

  void data() {
    if (a.data().isEmpty()) {
      return;
    }
    page.heading("Data sets");
    // What it was trained on comes first, and of that what has a name.
    var data =
        a.data().stream()
            .sorted(
                Order.both(
                    Order.of((DataSet d) -> d.stage() == DataSet.Stage.EVALUATION),
                    Order.of((DataSet d) -> d.name().isBlank())))
            .toList();
    for (DataSet d : data.stream().limit(most(FEW)).toList()) {
      String name = d.name().isBlank() ? "not named" : d.name();
      page.item(2, "-", name + ": " + Words.dataSet(d), Style.PLAIN);
      evidence.places("", d.evidence());
    }
    page.more(2, most(FEW), a.data().size());
  }

  void licences() {
    if (!detailed || a.licences().isEmpty()) {
      return;
    }
    page.heading("Licences read");
    for (var l : a.licences()) {
      page.item(2, "-", LicenceWords.statement(l), Style.PLAIN);
      evidence.places("", List.of(l.evidence()));
    }
  }

  void issues() {
    if (a.issues().isEmpty()) {
      return;
    }
    page.heading("Issues");
    for (Issue i : a.issues().stream().limit(most(FEW)).toList()) {
      Style style = i.severity() == Issue.Severity.NOTE ? Style.DIM : Style.FAIR;
      page.item(2, Words.lower(i.severity()), Words.issue(i), style);
    }
    page.more(2, most(FEW), a.issues().size());
  }
}
