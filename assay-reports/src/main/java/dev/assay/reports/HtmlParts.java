package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.Part;
import dev.assay.model.State;
import java.util.stream.Collectors;

/// The table of the parts and components: what is here of each, how well that is proved, under
/// which licence, and where it was read.
///
/// @param a the assessment
/// @param html the page
/// @param evidence how evidence is shown
record HtmlParts(Assessment a, Html html, HtmlEvidence evidence) {
  void all() {
    html.section("parts", "The parts");
    html.open("table", "class", "stack");
    html.element(
        "caption", "What is here of each part, how well that is proved, and under which licence");
    html.head("part", "state", "proof", "licence", "what, and where it was read");
    html.open("tbody");
    for (Part part : Part.values()) {
      Component key = part == Part.DOCUMENTS ? null : KeyFindings.of(a, part).component();
      boolean any = a.findings().stream().anyMatch(f -> f.component().part() == part && shown(f));
      if (key == null && !any) {
        continue;
      }
      if (key == null) {
        html.open("tr", "class", "group");
        html.element("th", part.title(), "scope", "rowgroup", "colspan", "5").close();
      } else {
        row(a.finding(key), part.title(), "");
      }
      for (Finding f : a.findings()) {
        if (f.component().part() == part && f.component() != key && shown(f)) {
          row(f, f.component().title(), "finer");
        }
      }
    }
    html.close().close();
    String absent =
        a.findings().stream()
            .filter(f -> !shown(f) && !KeyFindings.isOne(a, f))
            .map(f -> f.component().title())
            .distinct()
            .collect(Collectors.joining(", "));
    if (!absent.isEmpty()) {
      html.element("p", "Not found in what was inspected: " + absent + ".", "class", "soft");
    }
    html.close();
  }

  /// A component that was simply not found is named in one sentence under the table.
  private static boolean shown(Finding f) {
    return f.state() != State.ABSENT || !f.qualifiers().isEmpty() || !f.notes().isEmpty();
  }

  private void row(Finding f, String name, String kind) {
    html.open("tr", "class", kind);
    html.element("th", name, "scope", "row");
    html.open("td", "data-name", "state", "class", "state " + HtmlColours.of(f));
    html.open("span", "aria-hidden", "true").text(Words.sign(f).mark).close().space();
    html.text(Words.state(f)).close();
    html.element(
        "td",
        Words.proof(f).isEmpty() ? "–" : Words.proof(f),
        "data-name",
        "proof",
        "class",
        "short");
    html.open("td", "data-name", "licence");
    if (f.state() == State.ABSENT) {
      html.text("–");
    } else {
      html.open("span", "class", HtmlColours.of(f.licence().freedom()));
      html.text(LicenceWords.of(f)).close();
      if (f.licence().status() != LicenceOf.Status.NONE) {
        evidence.unfold(
            "licence evidence", f.licence().evidence(), LicenceWords.inFull(f.licence()));
      }
    }
    html.close();
    html.open("td", "data-name", "what").text(f.summary());
    evidence.unfold("evidence", f.evidence());
    evidence.searched(f);
    evidence.notes(f.notes());
    html.close().close();
  }
}
