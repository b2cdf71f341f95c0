package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Note;
import dev.assay.model.Part;
import dev.assay.model.Right;
import dev.assay.model.Standing;
import dev.assay.model.State;
import dev.assay.model.Statement;
import dev.assay.model.Step;
import dev.assay.reports.Markdown.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The report as Markdown, for a pull request, an issue or a wiki.
public final class MarkdownReport implements Report {
  private static final int FEW = 8;

  /// The Markdown report.
  public MarkdownReport() {}

  @Override
  public String id() {
    return "markdown";
  }

  @Override
  public void write(Assessment assessment, Layout layout, Appendable out) {
    new Writing(assessment, layout.detailed(), new Markdown(out)).all();
  }

  /// One report in the making.
  private record Writing(Assessment a, boolean detailed, Markdown md) {

    void all() {
      standing();
      claims();
      parts();
      rights();
      list(
          "What is withheld, or cannot be settled from here",
          a.withheld(),
          w -> Span.bold(w.component().title()).then(": " + w.what()));
      statements();
      profiles();
      weights();
      list(
          "Data sets",
          a.data(),
          d ->
              (d.name().isBlank() ? Span.text("not named") : Span.code(d.name()))
                  .then(": " + Words.dataSet(d) + " ")
                  .then(first(d.evidence())));
      if (detailed) {
        list(
            "Licences read",
            a.licences(),
            l -> Span.text(LicenceWords.statement(l)).then(" ").then(place(l.evidence())));
      }
      list(
          "Issues",
          a.issues(),
          i -> Span.bold(Words.lower(i.severity())).then(": " + Words.issue(i)));
      md.blank();
      md.paragraph(Span.text("Read: " + Words.effort(a.effort()) + "."));
    }

    private void standing() {
      Standing s = a.standing();
      md.heading(1, a.name() + ": " + Words.standing(s));
      md.paragraph(new Span(ladder(s)));
      md.paragraph(Span.text(s.why()));
      for (var b : s.blockers()) {
        md.item(
            0,
            Span.text(s.decided() ? "Not higher: " : "Not proved: ")
                .then(" ")
                .then(Span.bold(b.component().title()))
                .then(": " + b.reason()));
      }
      for (String open : Words.alsoOpen(s)) {
        md.item(0, Span.text("Also open: " + open));
      }
      for (var source : a.sources()) {
        md.item(0, Span.text("Inspected: " + Words.source(source)));
        for (String gap : source.partial()) {
          md.item(1, Span.text("not whole: " + gap));
        }
      }
    }

    private static String ladder(Standing s) {
      return Stream.of(Step.values())
          .map(step -> {
            boolean on = step.compareTo(s.lowest()) >= 0 && step.compareTo(s.highest()) <= 0;
            return on ? "**● " + step.title() + "**" : "○ " + step.title();
          })
          .collect(Collectors.joining(" — "));
    }

    private void claims() {
      if (a.claims().isEmpty()) {
        return;
      }
      md.heading(2, "What it claims, and whether that holds");
      for (Claim c : cut(a.claims())) {
        md.item(
            0,
            Span.bold(c.verdict().title()).then(": " + c.statement() + " ").then(place(c.made())));
        md.item(1, Span.text(c.reason()).then(" ").then(first(c.against())));
      }
      more(a.claims());
    }

    private void parts() {
      md.heading(2, "The parts");
      md.tableHead(List.of("part", "state", "proof", "licence", "where"));
      for (Part part : KeyFindings.FIVE) {
        row(KeyFindings.of(a, part), Span.bold(part.title()));
      }
      for (Finding f : a.findings()) {
        if (!KeyFindings.isOne(a, f) && (detailed || f.state() != State.ABSENT)) {
          row(f, Span.text(f.component().title()));
        }
      }
      if (!detailed) {
        String absent =
            a.findings().stream()
                .filter(f -> f.state() == State.ABSENT && !KeyFindings.isOne(a, f))
                .map(f -> f.component().title())
                .collect(Collectors.joining(", "));
        if (!absent.isEmpty()) {
          md.blank();
          md.paragraph(Span.text("Not found in what was inspected: " + absent + "."));
        }
      }
      md.blank();
      for (Finding f : a.findings()) {
        if (f.state() != State.ABSENT || detailed) {
          md.item(0, Span.bold(f.component().title()).then(": " + f.summary()));
          if (f.state() != State.ABSENT) {
            md.item(
                1,
                Span.text("licence: " + LicenceWords.inFull(f.licence()) + " ")
                    .then(" ")
                    .then(first(f.licence().evidence())));
          }
          evidence(f.evidence());
          for (Note note : f.notes()) {
            md.item(
                1,
                Span.bold(Words.lower(note.kind()))
                    .then(": " + note.text() + " ")
                    .then(first(note.evidence())));
          }
        }
      }
    }

    private void row(Finding f, Span name) {
      Span licence = f.state() == State.ABSENT ? Span.NONE : Span.text(LicenceWords.of(f));
      md.row(
          List.of(
              name,
              Span.text(Words.sign(f).mark + " " + Words.state(f)),
              Span.text(Words.proof(f)),
              licence,
              first(f.evidence())));
    }

    private void evidence(List<Evidence> evidence) {
      int most = detailed ? evidence.size() : 2;
      for (Evidence e : evidence.stream().limit(most).toList()) {
        Span quote = Span.code(e.quote());
        md.item(1, place(e).then(quote.equals(Span.NONE) ? Span.NONE : new Span(": ").then(quote)));
      }
    }

    private Span first(List<Evidence> evidence) {
      if (evidence.isEmpty()) {
        return Span.NONE;
      }
      Span place = place(evidence.getFirst());
      return evidence.size() == 1 ? place : place.then(" and " + (evidence.size() - 1) + " more");
    }

    private Span place(Evidence e) {
      return Span.code(Words.place(a, e));
    }

    private void rights() {
      if (a.rights().isEmpty()) {
        return;
      }
      md.heading(2, "What you may do");
      md.tableHead(List.of("act", "answer", "because"));
      for (Right r : a.rights()) {
        String conditions =
            r.conditions().isEmpty() ? "" : ": " + String.join("; ", r.conditions());
        String clauses =
            r.clauses().stream()
                .map(c -> (c.licence() + " " + c.clause()).strip())
                .distinct()
                .collect(Collectors.joining(", "));
        md.row(
            List.of(
                Span.text(r.act().title()),
                Span.bold(r.answer().title()).then(conditions),
                Span.text(r.reason() + (clauses.isEmpty() ? "" : " [" + clauses + "]"))));
      }
    }

    private void statements() {
      if (a.statements().isEmpty()) {
        return;
      }
      md.heading(2, "Stated by people, in assay.yml");
      md.paragraph(Span.text("Nothing above rests on it."));
      for (Statement s : cut(a.statements())) {
        md.item(0, Span.text(Words.stated(s) + " ").then(place(s.made())));
        md.item(
            1,
            Span.bold(Words.borneOut(s.verdict()))
                .then(": " + s.shows() + " ")
                .then(first(s.against())));
      }
      more(a.statements());
      Standing asStated = a.asStated();
      if (asStated != null) {
        md.blank();
        md.paragraph(Span.text("If it holds: " + Words.asStated(asStated)));
      }
    }

    private void profiles() {
      if (a.profiles().isEmpty()) {
        return;
      }
      md.heading(2, "By published definitions");
      md.tableHead(List.of("definition", "verdict", "open by it?"));
      for (var p : a.profiles()) {
        md.row(
            List.of(Span.text(p.title()), Span.text(p.verdict()), Span.text(p.outcome().title())));
      }
      for (var p : detailed ? a.profiles() : List.<dev.assay.model.ProfileVerdict>of()) {
        md.heading(3, p.title());
        for (var c : p.criteria()) {
          md.item(
              0,
              Span.bold(c.id())
                  .then(" " + c.outcome().title() + ": " + c.text() + ": " + c.reason()));
        }
      }
    }

    private void weights() {
      list(
          "Files in formats of weights",
          Words.modelsFirst(a.weights()),
          w -> {
            String problem = w.reason().isBlank() ? "" : "; " + w.reason();
            String dangers =
                cut(w.dangers()).stream()
                    .map(n -> "; " + Words.sign(n) + ": " + n.text())
                    .collect(Collectors.joining());
            int rest = w.dangers().size() - cut(w.dangers()).size();
            String more = rest > 0 ? "; … and " + rest + " more" : "";
            return Span.code(w.path()).then(": " + Words.weights(w) + problem + dangers + more);
          });
    }

    private <T> void list(String title, List<T> values, java.util.function.Function<T, Span> span) {
      if (values.isEmpty()) {
        return;
      }
      md.heading(2, title);
      cut(values).forEach(v -> md.item(0, span.apply(v)));
      more(values);
    }

    private <T> List<T> cut(List<T> values) {
      return detailed || values.size() <= FEW ? values : values.subList(0, FEW);
    }

    private void more(List<?> values) {
      if (!detailed && values.size() > FEW) {
        md.item(0, Span.text("… and " + (values.size() - FEW) + " more"));
      }
    }
  }
}
