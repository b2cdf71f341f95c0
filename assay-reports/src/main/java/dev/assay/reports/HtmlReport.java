package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.Finding;
import dev.assay.model.Part;
import dev.assay.model.ProfileVerdict;
import dev.assay.model.Right;
import dev.assay.model.Standing;
import dev.assay.model.Statement;
import java.util.List;

/// The report as one HTML file that needs nothing else: no script, no network, no font. Its own
/// policy forbids scripts, so that a mistake in escaping could not run one either.
public final class HtmlReport implements Report {
  /// The HTML report.
  public HtmlReport() {}

  @Override
  public String id() {
    return "html";
  }

  @Override
  public void write(Assessment assessment, Layout layout, Appendable out) {
    var html = new Html(out);
    new Writing(assessment, html, new HtmlEvidence(assessment, html)).page();
  }

  /// One page in the making.
  private record Writing(Assessment a, Html html, HtmlEvidence evidence) {

    void page() {
      html.begin();
      html.open("html", "lang", "en-GB");
      html.open("head");
      html.empty("meta", "charset", "utf-8");
      html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
      html.empty(
          "meta",
          "http-equiv",
          "Content-Security-Policy",
          "content",
          "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
      html.element("title", "Assay: " + a.name() + ": " + Words.standing(a.standing()));
      html.style(Resources.text("report.css"));
      html.close();
      html.open("body");
      html.element("a", "Skip to the report", "class", "skip", "href", "#report");
      header();
      html.open("main", "id", "report");
      standing();
      claims("contradictions", "Contradicted by the files", true);
      new HtmlParts(a, html, evidence).all();
      rights();
      withheld();
      statements();
      profiles();
      claims("claims", "What else it claims, and whether that holds", false);
      new HtmlInventory(a, html, evidence).all();
      likeness();
      html.close();
      html.open("footer");
      html.element("p", "Read: " + Words.effort(a.effort()) + ".");
      html.element(
          "p",
          "Written by Assay from the files named above, and from nothing else. Not legal advice.");
      html.close();
      html.close();
      html.close();
    }

    private void header() {
      html.open("header");
      html.open("h1").open("bdi").text(a.name()).close().close();
      html.open("p", "class", "soft").text(a.kind().title());
      for (var source : a.sources()) {
        html.space().text("·").space().open("bdi").text(Words.source(source)).close();
      }
      html.close();
      html.close();
    }

    private void standing() {
      Standing s = a.standing();
      html.section("standing", "Where it stands");
      html.element("p", Words.standing(s), "class", "verdict");
      new Spectrum(html, s, ReferencePoints.builtIn()).draw(a.name());
      html.element("p", s.why());
      if (!s.blockers().isEmpty()) {
        html.element("h3", s.decided() ? "Why not higher" : "Why not higher than the lowest");
        html.open("ul");
        for (var b : s.blockers()) {
          html.open("li");
          html.element("strong", b.component().title()).text(": ").space().text(b.reason()).close();
        }
        html.close();
      }
      List<String> also = Words.alsoOpen(s);
      if (!also.isEmpty()) {
        html.element("h3", "What else could not be decided");
        html.open("ul");
        also.forEach(o -> html.element("li", o));
        html.close();
      }
      html.open("details").element("summary", "The well-known examples, and who judged them");
      html.open("ul");
      for (var p : ReferencePoints.builtIn().points()) {
        html.element(
            "li",
            p.step().title() + ": " + p.example() + ": " + p.because() + " (" + p.source() + ")");
      }
      html.close().close().close();
    }

    private void claims(String id, String title, boolean contradicted) {
      var claims =
          a.claims().stream()
              .filter(c -> (c.verdict() == Claim.Verdict.CONTRADICTED) == contradicted)
              .toList();
      if (claims.isEmpty()) {
        return;
      }
      html.section(id, title);
      for (Claim c : claims) {
        boolean wrong = c.verdict() == Claim.Verdict.CONTRADICTED;
        html.open("div", "class", wrong ? "wrong" : "claim");
        html.open("p");
        html.element(
            "span", c.verdict().title() + ":", "class", "label " + HtmlColours.of(c.verdict()));
        html.space().text(c.statement()).close();
        if (!c.reason().isBlank()) {
          html.element("p", c.reason());
        }
        evidence.unfold("where it says so", List.of(c.made()));
        evidence.unfold("what the files show", c.against());
        html.close();
      }
      html.close();
    }

    private void rights() {
      if (a.rights().isEmpty()) {
        return;
      }
      html.section("rights", "What you may do");
      html.open("table", "class", "stack");
      html.head("act", "answer", "because");
      html.open("tbody");
      for (Right r : a.rights()) {
        html.open("tr").element("th", r.act().title(), "scope", "row");
        html.open("td", "data-name", "answer", "class", HtmlColours.of(r.answer()))
            .text(r.answer().title());
        if (!r.conditions().isEmpty()) {
          html.open("ul");
          r.conditions().forEach(c -> html.element("li", c));
          html.close();
        }
        html.close();
        html.open("td", "data-name", "because").text(r.reason());
        for (Right.Clause c : r.clauses()) {
          evidence.unfold((c.licence() + " " + c.clause()).strip(), c.evidence(), c.says());
        }
        html.close().close();
      }
      html.close().close().close();
    }

    private void withheld() {
      if (a.withheld().isEmpty()) {
        return;
      }
      html.section("withheld", "What is withheld, or cannot be settled from here");
      html.element("p", "In the order that would raise it most.", "class", "soft");
      html.open("ol");
      for (var w : a.withheld()) {
        html.open("li").element("strong", w.component().title()).text(": ").space().text(w.what());
        html.open("details").element("summary", "what to add");
        html.element("p", w.todo());
        html.element("p", "With this and all before it: " + w.raisesTo().title() + ".").close();
        html.close();
      }
      html.close().close();
    }

    private void statements() {
      if (a.statements().isEmpty()) {
        return;
      }
      html.section("statements", "Stated by people, in assay.yml");
      html.element("p", "Nothing above rests on it.", "class", "soft");
      for (Statement s : a.statements()) {
        html.open("div", "class", s.verdict() == Claim.Verdict.CONTRADICTED ? "wrong" : "claim");
        html.element("p", Words.stated(s));
        html.open("p");
        html.element(
            "span", Words.borneOut(s.verdict()) + ":", "class", HtmlColours.of(s.verdict()));
        html.space().text(s.shows()).close();
        evidence.unfold("where it is stated", List.of(s.made()));
        evidence.unfold("what the files show", s.against());
        html.close();
      }
      Standing asStated = a.asStated();
      if (asStated != null) {
        html.element("p", "If it holds: " + Words.asStated(asStated));
      }
      html.close();
    }

    private void profiles() {
      if (a.profiles().isEmpty()) {
        return;
      }
      html.section("profiles", "By published definitions");
      html.open("table", "class", "stack");
      html.head("definition", "verdict", "its criteria");
      html.open("tbody");
      for (ProfileVerdict p : a.profiles()) {
        html.open("tr").element("th", p.title(), "scope", "row");
        html.open("td", "data-name", "verdict", "class", HtmlColours.of(p.outcome()));
        html.text(p.verdict()).close();
        html.open("td", "data-name", "criteria").open("details");
        html.element("summary", p.outcome().title() + ", " + p.criteria().size() + " criteria");
        html.open("ul");
        for (var c : p.criteria()) {
          html.open("li")
              .element("strong", c.outcome().title(), "class", HtmlColours.of(c.outcome()));
          html.text(" ").space().text(c.id() + ": " + c.text() + ": " + c.reason()).close();
        }
        html.close();
        html.element("p", "Published: " + p.origin(), "class", "soft");
        html.close().close().close();
      }
      html.close().close().close();
    }

    private void likeness() {
      html.section("likeness", "As a database, as a game");
      html.open("table", "class", "stack");
      html.head("part", "as a database", "as a game", "the question", "here");
      html.open("tbody");
      for (Part part : KeyFindings.FIVE) {
        Finding f = KeyFindings.of(a, part);
        html.open("tr").element("th", part.title(), "scope", "row");
        html.element("td", part.asDatabase(), "data-name", "as a database");
        html.element("td", part.asGame(), "data-name", "as a game");
        html.element("td", ExplainReport.question(part), "data-name", "the question");
        html.element("td", Words.state(f), "data-name", "here", "class", HtmlColours.of(f)).close();
      }
      html.close().close();
      html.element("p", ExplainReport.Likeness.DATABASE.moral(a));
      html.close();
    }
  }
}
