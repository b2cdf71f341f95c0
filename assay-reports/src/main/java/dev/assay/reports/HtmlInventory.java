package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Weights;
import java.util.List;

/// What was found, listed: weights, data sets, licences, issues.
///
/// @param a the assessment
/// @param html the page
/// @param evidence how evidence is shown
record HtmlInventory(Assessment a, Html html, HtmlEvidence evidence) {

  void all() {
    weights();
    data();
    licences();
    issues();
  }

  private void weights() {
    if (a.weights().isEmpty()) {
      return;
    }
    html.section("weights", "Files in formats of weights");
    html.open("ul");
    for (Weights w : Words.modelsFirst(a.weights())) {
      html.open("li").foreign("code", w.path()).text(": ").space().text(Words.weights(w));
      if (!w.reason().isBlank()) {
        html.element("p", w.reason(), "class", "fair");
      }
      evidence.notes(w.dangers());
      if (!w.metadata().isEmpty()) {
        html.open("details")
            .element("summary", "what its header says (" + w.metadata().size() + ")");
        html.open("ul");
        for (var fact : w.metadata()) {
          html.open("li").foreign("code", fact.key()).text(" = ").space();
          html.foreign("span", SafeText.cut(fact.value(), 400)).close();
        }
        html.close().close();
      }
      evidence.unfold("evidence", List.of(w.evidence()));
      html.close();
    }
    html.close().close();
  }

  private void data() {
    if (a.data().isEmpty()) {
      return;
    }
    html.section("data", "Data sets");
    html.open("ul");
    for (var d : a.data()) {
      String name = d.name().isBlank() ? "not named" : d.name();
      html.open("li").open("strong").open("bdi").text(name).close().close();
      html.text(": ").space().text(Words.dataSet(d));
      evidence.unfold("evidence", d.evidence());
      html.close();
    }
    html.close().close();
  }

  private void licences() {
    if (a.licences().isEmpty()) {
      return;
    }
    html.section("licences", "Licences read");
    html.open("ul");
    for (var l : a.licences()) {
      html.open("li").text(LicenceWords.statement(l));
      evidence.unfold("evidence", List.of(l.evidence()));
      html.close();
    }
    html.close().close();
  }

  private void issues() {
    if (a.issues().isEmpty()) {
      return;
    }
    html.section("issues", "What could not be read");
    html.open("ul");
    for (var i : a.issues()) {
      html.element("li", Words.lower(i.severity()) + ": " + Words.issue(i));
    }
    html.close().close();
  }
}
