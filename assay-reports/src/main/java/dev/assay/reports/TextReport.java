package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.ProfileVerdict;
import dev.assay.model.Right;
import dev.assay.model.Standing;
import dev.assay.model.Statement;
import dev.assay.model.Withheld;
import dev.assay.reports.TextPage.Cell;
import dev.assay.reports.TextPage.Style;
import java.util.List;
import java.util.stream.Stream;

/// The report for a terminal. The first screen says where the release stands, why, what contradicts
/// its claims, and for each of the five parts what is there and where that was read; the rest
/// follows.
public final class TextReport implements Report {
  private static final int FEW = 5;
  private static final int MANY = 12;

  /// The text report.
  public TextReport() {}

  @Override
  public String id() {
    return "text";
  }

  @Override
  public void write(Assessment assessment, Layout layout, Appendable out) {
    var page = new TextPage(layout, out);
    var evidence = new TextEvidence(assessment, layout.detailed(), page);
    new Writing(assessment, layout.detailed(), page, evidence).all();
  }

  /// One report in the making.
  private record Writing(Assessment a, boolean detailed, TextPage page, TextEvidence evidence) {

    void all() {
      var findings = new TextFindings(a, detailed, page, evidence);
      var inventory = new TextInventory(a, detailed, page, evidence);
      standing();
      claims(true);
      findings.parts();
      findings.components();
      rights();
      withheld();
      statements();
      profiles();
      inventory.weights();
      inventory.data();
      claims(false);
      inventory.licences();
      inventory.issues();
      effort();
    }

    private int most(int concise) {
      return detailed ? Integer.MAX_VALUE : concise;
    }

    private void standing() {
      page.about(a.name(), a.kind().title());
      for (var source : a.sources()) {
        page.item(2, "from", Words.source(source), Style.DIM);
        for (String gap : source.partial()) {
          page.item(2, "!", "not whole: " + gap, Style.FAIR);
        }
      }
      Standing s = a.standing();
      page.blank();
      TextLadder.draw(page, s);
      page.blank();
      page.paragraph(2, "Stands at", 14, Words.standing(s), Style.BOLD);
      page.paragraph(2, "Why", 14, s.why(), Style.PLAIN);
      String label = s.decided() ? "Not higher" : "Not proved";
      for (var blocker : s.blockers().stream().limit(most(FEW)).toList()) {
        page.paragraph(
            2, label, 14, blocker.component().title() + ": " + blocker.reason(), Style.PLAIN);
        label = "";
      }
      page.more(14, most(FEW), s.blockers().size());
      label = "Also open";
      List<String> also = Words.alsoOpen(s);
      for (String open : also.stream().limit(most(FEW)).toList()) {
        page.paragraph(2, label, 14, open, Style.OPEN);
        label = "";
      }
      page.more(14, most(FEW), also.size());
    }

    private void claims(boolean contradicted) {
      var claims =
          a.claims().stream()
              .filter(c -> (c.verdict() == Claim.Verdict.CONTRADICTED) == contradicted)
              .toList();
      if (claims.isEmpty()) {
        return;
      }
      page.heading(contradicted ? "Contradicted by the files" : "Other claims");
      for (Claim c : shown(claims)) {
        Style style =
            switch (c.verdict()) {
              case CONTRADICTED -> Style.BAD;
              case CONFIRMED -> Style.GOOD;
              case UNDECIDABLE -> Style.OPEN;
            };
        page.item(
            2, contradicted ? "✗" : "-", contradicted ? c.statement() : Words.verdict(c), style);
        page.item(4, "", c.reason(), Style.PLAIN);
        evidence.places("said in", List.of(c.made()));
        evidence.places(contradicted ? "but see" : "see", c.against());
      }
      page.more(2, shown(claims).size(), claims.size());
    }

    /// In a concise report what is decided, and a few of what is not.
    private List<Claim> shown(List<Claim> claims) {
      if (detailed) {
        return claims;
      }
      var decided = claims.stream().filter(c -> c.verdict() != Claim.Verdict.UNDECIDABLE);
      var open = claims.stream().filter(c -> c.verdict() == Claim.Verdict.UNDECIDABLE).limit(2);
      return Stream.concat(decided.limit(FEW), open).toList();
    }

    private void rights() {
      if (a.rights().isEmpty()) {
        return;
      }
      page.heading("What you may do");
      int act = 39;
      for (List<Right> alike : Words.together(a.rights(), detailed)) {
        for (Right r : alike) {
          page.line(2, List.of(new Cell(r.act().title(), act, Style.PLAIN), answer(r)));
        }
        Right r = alike.getFirst();
        for (String condition : r.conditions().stream().limit(most(3)).toList()) {
          page.item(4, "if", condition, Style.PLAIN);
        }
        page.more(4, most(3), r.conditions().size());
        page.item(4, "", r.reason(), Style.DIM);
        for (Right.Clause c : detailed ? r.clauses() : List.<Right.Clause>of()) {
          page.item(4, "§", (c.licence() + " " + c.clause()).strip() + ": " + c.says(), Style.DIM);
          evidence.places("", c.evidence());
        }
      }
    }

    private static Cell answer(Right r) {
      Style style =
          switch (r.answer()) {
            case YES -> Style.GOOD;
            case YES_IF -> Style.FAIR;
            case NO -> Style.BAD;
            case UNDECIDED -> Style.OPEN;
          };
      return new Cell(r.answer().title(), 0, style);
    }

    private void withheld() {
      withheld("What is withheld", false);
      withheld("What cannot be settled from here", true);
    }

    private void withheld(String heading, boolean open) {
      List<Withheld> some = a.withheld().stream().filter(w -> Words.isOpen(a, w) == open).toList();
      if (some.isEmpty()) {
        return;
      }
      page.heading(heading);
      for (Withheld w : some.stream().limit(most(MANY)).toList()) {
        page.item(2, "-", w.component().title() + ": " + w.what(), Style.PLAIN);
      }
      page.more(2, most(MANY), some.size());
    }

    private void statements() {
      if (a.statements().isEmpty()) {
        return;
      }
      page.heading("Stated by people, in assay.yml; nothing above rests on it");
      for (Statement s : a.statements().stream().limit(most(MANY)).toList()) {
        page.item(2, "-", Words.stated(s), Style.PLAIN);
        switch (s.verdict()) {
          case CONFIRMED -> page.item(4, "✓", shows(s), Style.GOOD);
          case CONTRADICTED -> page.item(4, "✗", shows(s), Style.BAD);
          case UNDECIDABLE -> page.item(4, "?", shows(s), Style.OPEN);
        }
        evidence.places("", List.of(s.made()));
      }
      page.more(2, most(MANY), a.statements().size());
      Standing asStated = a.asStated();
      if (asStated != null) {
        page.paragraph(2, "If it holds", 14, Words.asStated(asStated), Style.PLAIN);
      }
    }

    private static String shows(Statement s) {
      return Words.borneOut(s.verdict()) + ": " + s.shows();
    }

    private void profiles() {
      if (a.profiles().isEmpty()) {
        return;
      }
      page.heading("By published definitions");
      for (ProfileVerdict p : a.profiles()) {
        Style style =
            switch (p.outcome()) {
              case MET -> Style.GOOD;
              case NOT_MET -> Style.BAD;
              case UNDECIDED -> Style.OPEN;
            };
        page.paragraph(2, p.title(), Math.min(42, page.width() / 2 + 2), p.verdict(), style);
        for (var c : detailed ? p.criteria() : List.<ProfileVerdict.Criterion>of()) {
          page.item(
              4, c.id(), c.outcome().title() + ": " + c.text() + ": " + c.reason(), Style.DIM);
        }
      }
    }

    private void effort() {
      page.blank();
      page.item(0, "Read:", Words.effort(a.effort()), Style.DIM);
    }
  }
}
