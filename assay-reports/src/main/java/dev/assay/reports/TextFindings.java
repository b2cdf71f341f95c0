package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.Note;
import dev.assay.model.Part;
import dev.assay.model.State;
import dev.assay.reports.TextPage.Cell;
import dev.assay.reports.TextPage.Style;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What was found of each part and component: a row each, and below it where that was read.
///
/// @param a the assessment
/// @param detailed whether all is shown, and not only what matters first
/// @param evidence how evidence is shown
record TextFindings(Assessment a, boolean detailed, TextPage page, TextEvidence evidence) {
  private static final int MOST_DISAGREEMENTS = 2;

  void parts() {
    page.heading("The five parts");
    for (Part part : KeyFindings.FIVE) {
      row(KeyFindings.of(a, part), part.title(), true);
    }
    page.line(
        2,
        Arrays.stream(Words.Sign.values())
            .map(s -> new Cell(s.mark + " " + s.words, 0, Style.DIM))
            .toList());
  }

  void components() {
    page.heading("Finer components");
    for (Part part : Part.values()) {
      Component key = part == Part.DOCUMENTS ? null : KeyFindings.of(a, part).component();
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
            .filter(f -> !KeyFindings.isOne(a, f))
            .map(f -> f.component().title())
            .collect(Collectors.joining(", "));
    if (!absent.isEmpty() && !detailed) {
      page.item(2, Words.Sign.NOT.mark, "not found here: " + absent, Style.DIM);
    }
  }

  private void row(Finding f, String title, boolean full) {
    int name = full ? 15 : 31;
    int state = (page.width() - name - 4) * (full ? 55 : 52) / 100;
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
                    : LicenceWords.of(f),
                0,
                style(f.licence()))));
    if (full && !fits) {
      page.item(4, "", qualified, style(f));
    }
    boolean plainlyAbsent = f.state() == State.ABSENT && f.qualifiers().isEmpty();
    if (detailed || (full && !plainlyAbsent)) {
      page.item(4, "", f.summary(), Style.PLAIN);
      evidence.places("", f.evidence());
      if (detailed) {
        detail(f);
      } else {
        otherLicences(f);
        disagreements(f);
      }
    }
  }

  private void otherLicences(Finding f) {
    boolean others =
        f.licence().status() == LicenceOf.Status.CONFLICT && !f.licence().from().isEmpty();
    if (others) {
      page.item(4, "licence", "other places say: " + f.licence().from(), Style.BAD);
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
    page.item(4, "licence", LicenceWords.inFull(f.licence()), Style.DIM);
    evidence.places("licence", f.licence().evidence());
    if (!f.searched().isEmpty()) {
      page.item(4, "looked in", String.join("; ", f.searched()), Style.DIM);
    }
    for (Note note : f.notes()) {
      page.item(4, Words.lower(note.kind()), note.text(), noteStyle(note));
      evidence.places("", note.evidence());
    }
  }

  private static Style noteStyle(Note note) {
    return switch (note.kind()) {
      case DISAGREES, DANGER -> Style.BAD;
      case AGREES -> Style.GOOD;
      case SET_ASIDE, REMARK -> Style.DIM;
    };
  }

  private static Style style(Finding f) {
    return switch (Words.sign(f)) {
      case HERE -> Style.GOOD;
      case SOME -> Style.FAIR;
      case NOT -> Style.BAD;
      case OPEN -> Style.OPEN;
    };
  }

  private static Style style(LicenceOf l) {
    return switch (l.freedom()) {
      case FREE -> Style.GOOD;
      case LIMITED -> Style.FAIR;
      case UNKNOWN -> Style.DIM;
    };
  }
}
