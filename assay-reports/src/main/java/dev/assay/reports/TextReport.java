package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Issue;
import dev.assay.model.Note;
import dev.assay.model.Part;
import dev.assay.model.ProfileVerdict;
import dev.assay.model.Right;
import dev.assay.model.Standing;
import dev.assay.model.State;
import dev.assay.model.Statement;
import dev.assay.model.Withheld;
import dev.assay.reports.TextPage.Cell;
import dev.assay.reports.TextPage.Style;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The report for a terminal. The first screen says where the release stands, why, what contradicts
/// its claims, and for each of the five parts what is there and where that was read; the rest
/// follows.
public final class TextReport implements Report {
  private static final int FEW = 5;
  private static final int MOST_DISAGREEMENTS = 2;
  private static final int DANGERS = 3;
  private static final int MANY = 12;

  /// The text report.
  public TextReport() {}

  @Override
  public String id() {
    return "text";
  }

  @Override
  public String mediaType() {
    return "text/plain;charset=UTF-8";
  }

  @Override
  public void write(Assessment assessment, Layout layout, Appendable out) {
    new Writing(assessment, layout.detailed(), new TextPage(layout, out)).all();
  }

  /// One report in the making.
  private record Writing(Assessment a, boolean detailed, TextPage page) {

    void all() {
      standing();
      claims(true);
      parts();
      components();
      rights();
      withheld();
      statements();
      profiles();
      weights();
      data();
      claims(false);
      licences();
      issues();
      effort();
    }

    private int most(int concise) {
      return detailed ? Integer.MAX_VALUE : concise;
    }

    private void standing() {
      page.line(
          0, List.of(new Cell(a.name(), 0, Style.BOLD), new Cell(a.kind().title(), 0, Style.DIM)));
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
      // What keeps the step from being proved is often all that keeps it from being decided.
      if (!s.decided()
          && s.blockers().stream()
              .map(b -> b.component().title() + ": " + b.reason())
              .toList()
              .equals(s.open())) {
        return;
      }
      label = "Undecided";
      for (String open : s.open().stream().limit(most(FEW)).toList()) {
        page.paragraph(2, label, 14, open, Style.OPEN);
        label = "";
      }
      page.more(14, most(FEW), s.open().size());
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
        evidence("said in", List.of(c.made()));
        evidence(contradicted ? "but see" : "see", c.against());
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

    private void parts() {
      page.heading("The five parts");
      for (Part part : Words.FIVE) {
        row(Words.key(a, part), part.title(), true);
      }
      page.line(
          2,
          Arrays.stream(Words.Sign.values())
              .map(s -> new Cell(s.mark + " " + s.words, 0, Style.DIM))
              .toList());
    }

    private void row(Finding f, String title, boolean full) {
      int name = full ? 15 : 29;
      int state = (page.width() - name - 4) * (full ? 55 : 50) / 100;
      String proof = Words.proof(f).isEmpty() ? "" : " · " + Words.proof(f);
      String qualified = Words.state(f);
      boolean fits = SafeText.width(qualified + proof) < state;
      page.line(
          2,
          List.of(
              new Cell(Words.sign(f).mark, 2, style(f)),
              new Cell(title, name, full ? Style.BOLD : Style.PLAIN),
              new Cell(
                  full && !fits ? f.state().title() + proof : qualified + (fits ? proof : ""),
                  state,
                  style(f)),
              new Cell(
                  f.state() == State.ABSENT || f.component() == Component.LICENCE_FILES
                      ? ""
                      : Words.licence(f),
                  0,
                  style(f.licence()))));
      if (full && !fits) {
        page.item(4, "", qualified, style(f));
      }
      boolean plainlyAbsent = f.state() == State.ABSENT && f.qualifiers().isEmpty();
      if (detailed || (full && !plainlyAbsent)) {
        page.item(4, "", f.summary(), Style.PLAIN);
        evidence("", f.evidence());
        if (detailed) {
          detail(f);
        } else {
          disagreements(f);
        }
      }
    }

    /// What two sources or parts say differently is never left for later.
    private void disagreements(Finding f) {
      List<Note> notes =
          f.notes().stream().filter(n -> n.kind() == Note.Kind.DISAGREES).distinct().toList();
      for (Note note : notes.stream().limit(MOST_DISAGREEMENTS).toList()) {
        page.item(4, Words.lower(note.kind()), note.text(), noteStyle(note));
      }
      if (notes.size() > MOST_DISAGREEMENTS) {
        page.item(4, "", (notes.size() - MOST_DISAGREEMENTS) + " more, with --verbose", Style.DIM);
      }
    }

    private void detail(Finding f) {
      page.item(4, "licence", Words.licenceInFull(f.licence()), Style.DIM);
      evidence("licence", f.licence().evidence());
      if (!f.searched().isEmpty()) {
        page.item(4, "looked in", String.join("; ", f.searched()), Style.DIM);
      }
      for (Note note : f.notes()) {
        page.item(4, Words.lower(note.kind()), note.text(), noteStyle(note));
        evidence("", note.evidence());
      }
    }

    private static Style noteStyle(Note note) {
      return switch (note.kind()) {
        case DISAGREES, DANGER -> Style.BAD;
        case AGREES -> Style.GOOD;
        case SET_ASIDE, REMARK -> Style.DIM;
      };
    }

    /// Places, one of them in a concise report, all with their quotations in a detailed one.
    private void evidence(String label, List<Evidence> evidence) {
      for (Evidence e : evidence.stream().limit(most(1)).toList()) {
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

    private void components() {
      page.heading("Finer components");
      for (Part part : Part.values()) {
        Component key = part == Part.DOCUMENTS ? null : Words.key(a, part).component();
        var findings =
            a.findings().stream()
                .filter(f -> f.component().part() == part && f.component() != key)
                .toList();
        for (Finding f : findings) {
          if (f.state() != State.ABSENT || !f.qualifiers().isEmpty() || detailed) {
            row(f, f.component().title(), false);
          }
        }
      }
      String absent =
          a.findings().stream()
              .filter(f -> f.state() == State.ABSENT && f.qualifiers().isEmpty())
              .filter(f -> !Words.isKey(a, f))
              .map(f -> f.component().title())
              .collect(Collectors.joining(", "));
      if (!absent.isEmpty() && !detailed) {
        page.item(2, Words.Sign.NOT.mark, "not found here: " + absent, Style.DIM);
      }
    }

    private void rights() {
      if (a.rights().isEmpty()) {
        return;
      }
      page.heading("What you may do");
      int act = 39;
      for (Right r : a.rights()) {
        page.line(2, List.of(new Cell(r.act().title(), act, Style.PLAIN), answer(r)));
        for (String condition : r.conditions().stream().limit(most(3)).toList()) {
          page.item(4, "if", condition, Style.PLAIN);
        }
        page.more(4, most(3), r.conditions().size());
        page.item(4, "", r.reason(), Style.DIM);
        for (Right.Clause c : detailed ? r.clauses() : List.<Right.Clause>of()) {
          page.item(4, "§", (c.licence() + " " + c.clause()).strip() + ": " + c.says(), Style.DIM);
          evidence("", c.evidence());
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
      if (a.withheld().isEmpty()) {
        return;
      }
      page.heading("What is withheld");
      for (Withheld w : a.withheld().stream().limit(most(MANY)).toList()) {
        page.item(2, "-", w.component().title() + ": " + w.what(), Style.PLAIN);
      }
      page.more(2, most(MANY), a.withheld().size());
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
        evidence("", List.of(s.made()));
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

    private void weights() {
      if (a.weights().isEmpty()) {
        return;
      }
      page.heading("Weights");
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
        for (var fact : detailed ? w.metadata() : List.<dev.assay.model.Weights.HeaderFact>of()) {
          page.item(4, "says", fact.key() + " = " + SafeText.cut(fact.value(), 200), Style.DIM);
        }
      }
      page.more(2, most(FEW), a.weights().size());
    }

    private void data() {
      if (a.data().isEmpty()) {
        return;
      }
      page.heading("Data sets");
      // What it was trained on comes first, and of that what has a name.
      var data =
          a.data().stream()
              .sorted(
                  Comparator.comparing((DataSet d) -> d.stage() == DataSet.Stage.EVALUATION)
                      .thenComparing(d -> d.name().isBlank()))
              .toList();
      for (DataSet d : data.stream().limit(most(FEW)).toList()) {
        String name = d.name().isBlank() ? "not named" : d.name();
        page.item(2, "-", name + ": " + Words.dataSet(d), Style.PLAIN);
        evidence("", d.evidence());
      }
      page.more(2, most(FEW), a.data().size());
    }

    private void licences() {
      if (!detailed || a.licences().isEmpty()) {
        return;
      }
      page.heading("Licences read");
      for (var l : a.licences()) {
        page.item(2, "-", Words.statement(l), Style.PLAIN);
        evidence("", List.of(l.evidence()));
      }
    }

    private void issues() {
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

    private void effort() {
      page.blank();
      page.item(0, "Read:", Words.effort(a.effort()), Style.DIM);
    }

    private static Style style(Finding f) {
      return switch (Words.sign(f)) {
        case HERE -> Style.GOOD;
        case SOME -> Style.FAIR;
        case NOT -> Style.BAD;
        case OPEN -> Style.OPEN;
      };
    }

    private static Style style(dev.assay.model.LicenceOf l) {
      return switch (l.freedom()) {
        case FREE -> Style.GOOD;
        case LIMITED -> Style.FAIR;
        case UNKNOWN -> Style.DIM;
      };
    }
  }
}
