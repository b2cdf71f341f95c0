package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.DataSet;
import dev.assay.model.Digest;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Note;
import dev.assay.model.ProfileVerdict;
import dev.assay.model.Right;
import dev.assay.model.SourceInfo;
import dev.assay.model.Span;
import dev.assay.model.Standing;
import dev.assay.model.Statement;
import dev.assay.model.Step;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.List;

/// Everything in an assessment, as JSON by `docs/reference/assessment.schema.json`. {@link
/// JsonReader} reads it back. The listing of tensors is left out unless {@link
/// Report.Layout#tensors()} asks for it.
public final class JsonReport implements Report {
  /// The JSON report.
  public JsonReport() {}

  @Override
  public String id() {
    return "json";
  }

  @Override
  public void write(Assessment assessment, Layout layout, Appendable out) {
    try (var json = new JsonText(out)) {
      new Writing(json, layout.tensors()).assessment(assessment);
    }
  }

  /// Weights alone, for `assay weights`: an object with `schema`, `weights` as in the assessment,
  /// `issues` and `bytesRead`.
  static void weights(
      List<Weights> weights,
      List<Note> notes,
      List<dev.assay.model.Issue> issues,
      long bytesRead,
      boolean tensors,
      Appendable out) {
    try (var json = new JsonText(out)) {
      var writing = new Writing(json, tensors);
      json.object(() -> {
        json.string("schema", Assessment.SCHEMA);
        json.objects("weights", weights, writing::weights);
        writing.notes("notes", notes);
        json.objects("issues", issues, writing::issue);
        json.number("bytesRead", bytesRead);
      });
    }
  }

  /// One document in the making. A method for each record, fields in the order of the record.
  private record Writing(JsonText json, boolean tensors) {

    void assessment(Assessment a) {
      json.object(() -> {
        json.string("schema", Assessment.SCHEMA);
        json.string("name", a.name());
        json.string("kind", JsonText.word(a.kind()));
        json.objects("sources", a.sources(), this::source);
        json.object("standing", () -> standing(a.standing()));
        json.objects("findings", a.findings(), this::finding);
        json.objects("rights", a.rights(), this::right);
        json.objects("claims", a.claims(), this::claim);
        json.objects(
            "withheld",
            a.withheld(),
            w -> {
              json.string("component", w.component().id());
              json.string("what", w.what());
              json.string("todo", w.todo());
              json.object("raisesTo", () -> step(w.raisesTo()));
            });
        json.objects("profiles", a.profiles(), this::profile);
        json.objects("weights", a.weights(), this::weights);
        json.objects("licences", a.licences(), this::licence);
        json.objects("data", a.data(), this::data);
        json.objects("issues", a.issues(), this::issue);
        json.objects("statements", a.statements(), this::statement);
        Standing asStated = a.asStated();
        if (asStated == null) {
          json.nothing("asStated");
        } else {
          json.object("asStated", () -> standing(asStated));
        }
        json.object(
            "effort",
            () -> {
              json.number("files", a.effort().files());
              json.number("filesRead", a.effort().filesRead());
              json.number("bytesListed", a.effort().bytesListed());
              json.number("bytesRead", a.effort().bytesRead());
              json.number("requests", a.effort().requests());
            });
      });
    }

    private void source(SourceInfo s) {
      json.string("id", s.id());
      json.string("kind", s.kind());
      json.string("reference", s.reference());
      json.string("revision", s.revision());
      json.string("readAt", s.readAt());
      json.number("files", s.files());
      json.number("bytes", s.bytes());
      json.strings("partial", s.partial());
    }

    private void step(Step step) {
      json.number("step", (long) step.number());
      json.string("name", JsonText.word(step));
    }

    private void standing(Standing s) {
      json.object("lowest", () -> step(s.lowest()));
      json.object("highest", () -> step(s.highest()));
      json.string("why", s.why());
      json.objects(
          "blockers",
          s.blockers(),
          b -> {
            json.string("component", b.component().id());
            json.string("reason", b.reason());
          });
      json.strings("open", s.open());
    }

    private void finding(Finding f) {
      json.string("component", f.component().id());
      json.string("part", JsonText.word(f.component().part()));
      json.string("state", JsonText.word(f.state()));
      json.enums("qualifiers", f.qualifiers());
      var level = f.level();
      if (level == null) {
        json.nothing("proof");
      } else {
        json.object(
            "proof",
            () -> {
              json.number("level", (long) level.level());
              json.string("name", JsonText.word(level));
            });
      }
      json.string("summary", f.summary());
      json.object("licence", () -> licenceOf(f.licence()));
      evidence("evidence", f.evidence());
      json.strings("searched", f.searched());
      notes("notes", f.notes());
    }

    private void licenceOf(LicenceOf l) {
      json.string("status", JsonText.word(l.status()));
      json.string("expression", l.expression());
      json.string("freedom", JsonText.word(l.freedom()));
      json.string("from", l.from());
      evidence("evidence", l.evidence());
    }

    private void notes(String name, List<Note> notes) {
      json.objects(
          name,
          notes,
          n -> {
            json.string("kind", JsonText.word(n.kind()));
            json.string("text", n.text());
            evidence("evidence", n.evidence());
          });
    }

    private void evidence(String name, List<Evidence> evidence) {
      json.objects(name, evidence, this::evidence);
    }

    private void evidence(Evidence e) {
      json.string("source", e.source());
      json.string("path", e.path());
      json.object("span", () -> span(e.span()));
      json.string("quote", e.quote());
      Digest digest = e.digest();
      if (digest == null) {
        json.nothing("digest");
      } else {
        json.object(
            "digest",
            () -> {
              json.string("scope", JsonText.word(digest.scope()));
              json.string("sha256", digest.sha256());
            });
      }
    }

    private void span(Span span) {
      switch (span) {
        case Span.Lines(int first, int last) -> {
          json.string("of", "lines");
          json.number("first", (long) first);
          json.number("last", (long) last);
        }
        case Span.Pages(int first, int last) -> {
          json.string("of", "pages");
          json.number("first", (long) first);
          json.number("last", (long) last);
        }
        case Span.Bytes(long from, long to) -> {
          json.string("of", "bytes");
          json.number("from", from);
          json.number("to", to);
        }
        case Span.Whole() -> json.string("of", "whole");
        case Span.Listing() -> json.string("of", "listing");
      }
    }

    private void right(Right r) {
      json.string("act", JsonText.word(r.act()));
      json.string("answer", JsonText.word(r.answer()));
      json.strings("conditions", r.conditions());
      json.string("reason", r.reason());
      json.objects(
          "clauses",
          r.clauses(),
          c -> {
            json.string("licence", c.licence());
            json.string("clause", c.clause());
            json.string("says", c.says());
            evidence("evidence", c.evidence());
          });
    }

    private void claim(Claim c) {
      json.string("kind", JsonText.word(c.kind()));
      json.string("statement", c.statement());
      json.object("made", () -> evidence(c.made()));
      json.string("verdict", JsonText.word(c.verdict()));
      json.string("reason", c.reason());
      evidence("against", c.against());
    }

    private void statement(Statement s) {
      json.string("kind", JsonText.word(s.kind()));
      var component = s.component();
      json.string("component", component == null ? null : component.id());
      json.string("says", s.says());
      json.string("by", s.by());
      json.string("reason", s.reason());
      json.string("date", s.date());
      json.string("verdict", JsonText.word(s.verdict()));
      json.string("shows", s.shows());
      json.object("made", () -> evidence(s.made()));
      evidence("against", s.against());
    }

    private void profile(ProfileVerdict p) {
      json.string("profile", p.profile());
      json.string("title", p.title());
      json.string("origin", p.origin());
      json.string("verdict", p.verdict());
      json.string("outcome", JsonText.word(p.outcome()));
      json.objects(
          "criteria",
          p.criteria(),
          c -> {
            json.string("id", c.id());
            json.string("text", c.text());
            json.string("outcome", JsonText.word(c.outcome()));
            json.string("reason", c.reason());
            json.strings("components", c.components().stream().map(x -> x.id()).toList());
          });
    }

    private void issue(dev.assay.model.Issue i) {
      json.string("severity", JsonText.word(i.severity()));
      json.string("source", i.source());
      json.string("path", i.path());
      json.string("message", i.message());
      json.string("next", i.next());
    }

    private void weights(Weights w) {
      json.string("path", w.path());
      json.strings("files", w.files());
      json.string("format", w.format());
      json.string("status", JsonText.word(w.status()));
      json.string("reason", w.reason());
      json.string("kind", JsonText.word(w.kind()));
      json.number("tensors", w.tensors());
      json.number("parameters", w.parameters());
      json.objects(
          "elementsByType",
          w.elementsByType().entrySet(),
          e -> {
            json.string("type", e.getKey());
            json.number("elements", e.getValue());
          });
      Weights.Shards shards = w.shards();
      if (shards == null) {
        json.nothing("shards");
      } else {
        json.object(
            "shards",
            () -> {
              json.number("here", (long) shards.here());
              json.number("expected", (long) shards.expected());
              json.strings("missing", shards.missing());
            });
      }
      json.string("quantisation", w.quantisation());
      json.objects(
          "metadata",
          w.metadata(),
          m -> {
            json.string("topic", JsonText.word(m.topic()));
            json.string("key", m.key());
            json.string("value", m.value());
            json.object("evidence", () -> evidence(m.evidence()));
          });
      notes("dangers", w.dangers());
      json.number("headerBytes", w.headerBytes());
      json.object("evidence", () -> evidence(w.evidence()));
      if (tensors) {
        json.objects("listing", w.listing(), this::tensor);
      }
    }

    private void tensor(Tensor t) {
      json.string("name", t.name());
      json.string("role", JsonText.word(t.role()));
      json.numbers("shape", t.shape());
      json.string("type", t.type().name());
      json.fraction("bits", t.type().bits());
      json.string("file", t.file());
      json.number("offset", t.offset());
      json.number("bytes", t.bytes());
      json.string("storage", t.storage());
    }

    private void licence(LicenceStatement l) {
      json.string("expression", l.expression());
      json.string("basis", JsonText.word(l.basis()));
      json.string("match", JsonText.word(l.match()));
      json.enums("covers", l.covers());
      json.string("scope", l.scope());
      json.string("freedom", JsonText.word(l.freedom()));
      json.strings("differs", l.differs());
      json.object("evidence", () -> evidence(l.evidence()));
    }

    private void data(DataSet d) {
      json.string("name", d.name());
      json.string("stage", JsonText.word(d.stage()));
      json.string("form", JsonText.word(d.form()));
      json.string("link", d.link());
      json.string("licence", d.licence());
      json.string("size", d.size());
      json.enums("qualifiers", d.qualifiers());
      evidence("evidence", d.evidence());
    }
  }
}
