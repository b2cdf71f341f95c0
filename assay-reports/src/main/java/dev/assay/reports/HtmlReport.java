package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.Part;
import dev.assay.model.ProfileVerdict;
import dev.assay.model.Right;
import dev.assay.model.Standing;
import dev.assay.model.State;
import dev.assay.model.Statement;
import java.util.List;
import java.util.stream.Collectors;

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
  public String mediaType() {
    return "text/html;charset=UTF-8";
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
      parts();
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

    private void section(String id, String title) {
      html.open("section", "aria-labelledby", id).element("h2", title, "id", id);
    }

    private void standing() {
      Standing s = a.standing();
      section("standing", "Where it stands");
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
      if (!s.open().isEmpty()) {
        html.element("h3", "What could not be decided");
        html.open("ul");
        s.open().forEach(o -> html.element("li", o));
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
      section(id, title);
      for (Claim c : claims) {
        boolean wrong = c.verdict() == Claim.Verdict.CONTRADICTED;
        html.open("div", "class", wrong ? "wrong" : "claim");
        html.open("p");
        html.element("span", c.verdict().title() + ":", "class", "label " + colour(c.verdict()));
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

    private static String colour(Claim.Verdict verdict) {
      return switch (verdict) {
        case CONTRADICTED -> "bad";
        case CONFIRMED -> "good";
        case UNDECIDABLE -> "open";
      };
    }

    private void parts() {
      section("parts", "The parts");
      html.open("table", "class", "stack");
      html.element(
          "caption", "What is here of each part, how well that is proved, and under which licence");
      head("part", "state", "proof", "licence", "what, and where it was read");
      html.open("tbody");
      for (Part part : Part.values()) {
        Component key = part == Part.DOCUMENTS ? null : Words.key(a, part).component();
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
              .filter(f -> !shown(f) && !Words.isKey(a, f))
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
      html.open("td", "data-name", "state", "class", "state " + colour(f));
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
        html.open("span", "class", colour(f.licence().freedom()));
        html.text(Words.licence(f)).close();
        if (f.licence().status() != LicenceOf.Status.NONE) {
          evidence.unfold(
              "licence evidence", f.licence().evidence(), Words.licenceInFull(f.licence()));
        }
      }
      html.close();
      html.open("td", "data-name", "what").text(f.summary());
      evidence.unfold("evidence", f.evidence());
      evidence.searched(f);
      evidence.notes(f.notes());
      html.close().close();
    }

    private static String colour(Finding f) {
      return switch (Words.sign(f)) {
        case HERE -> "good";
        case SOME -> "fair";
        case NOT -> "bad";
        case OPEN -> "open";
      };
    }

    private static String colour(Freedom freedom) {
      return switch (freedom) {
        case FREE -> "good";
        case LIMITED -> "fair";
        case UNKNOWN -> "soft";
      };
    }

    private void head(String... names) {
      html.open("thead").open("tr");
      for (String name : names) {
        html.element("th", name, "scope", "col");
      }
      html.close().close();
    }

    private void rights() {
      if (a.rights().isEmpty()) {
        return;
      }
      section("rights", "What you may do");
      html.open("table", "class", "stack");
      head("act", "answer", "because");
      html.open("tbody");
      for (Right r : a.rights()) {
        html.open("tr").element("th", r.act().title(), "scope", "row");
        html.open("td", "data-name", "answer", "class", colour(r.answer()))
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

    private static String colour(Right.Answer answer) {
      return switch (answer) {
        case YES -> "good";
        case YES_IF -> "fair";
        case NO -> "bad";
        case UNDECIDED -> "open";
      };
    }

    private void withheld() {
      if (a.withheld().isEmpty()) {
        return;
      }
      section("withheld", "What is withheld");
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
      section("statements", "Stated by people, in assay.yml");
      html.element("p", "Nothing above rests on it.", "class", "soft");
      for (Statement s : a.statements()) {
        html.open("div", "class", s.verdict() == Claim.Verdict.CONTRADICTED ? "wrong" : "claim");
        html.element("p", Words.stated(s));
        html.open("p");
        html.element("span", Words.borneOut(s.verdict()) + ":", "class", colour(s.verdict()));
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
      section("profiles", "By published definitions");
      html.open("table", "class", "stack");
      head("definition", "verdict", "its criteria");
      html.open("tbody");
      for (ProfileVerdict p : a.profiles()) {
        html.open("tr").element("th", p.title(), "scope", "row");
        html.open("td", "data-name", "verdict", "class", colour(p.outcome()));
        html.text(p.verdict()).close();
        html.open("td", "data-name", "criteria").open("details");
        html.element("summary", p.outcome().title() + ", " + p.criteria().size() + " criteria");
        html.open("ul");
        for (var c : p.criteria()) {
          html.open("li").element("strong", c.outcome().title(), "class", colour(c.outcome()));
          html.text(" ").space().text(c.id() + ": " + c.text() + ": " + c.reason()).close();
        }
        html.close();
        html.element("p", "Published: " + p.origin(), "class", "soft");
        html.close().close().close();
      }
      html.close().close().close();
    }

    private static String colour(ProfileVerdict.Outcome outcome) {
      return switch (outcome) {
        case MET -> "good";
        case NOT_MET -> "bad";
        case UNDECIDED -> "open";
      };
    }

    private void likeness() {
      section("likeness", "As a database, as a game");
      html.open("table", "class", "stack");
      head("part", "as a database", "as a game", "the question", "here");
      html.open("tbody");
      for (Part part : Words.FIVE) {
        Finding f = Words.key(a, part);
        html.open("tr").element("th", part.title(), "scope", "row");
        html.element("td", part.asDatabase(), "data-name", "as a database");
        html.element("td", part.asGame(), "data-name", "as a game");
        html.element("td", ExplainReport.question(part), "data-name", "the question");
        html.element("td", Words.state(f), "data-name", "here", "class", colour(f)).close();
      }
      html.close().close();
      html.element("p", ExplainReport.Likeness.DATABASE.moral(a));
      html.close();
    }
  }
}
