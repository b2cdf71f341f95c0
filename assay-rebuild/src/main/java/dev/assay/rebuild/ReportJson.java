package dev.assay.rebuild;

import dev.assay.rebuild.compare.ArtefactDiff;
import dev.assay.rebuild.compare.FieldDiff;
import dev.assay.rebuild.recipe.Recipe;
import dev.assay.rebuild.sandbox.Ended;
import dev.assay.weights.DiffJson;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// Writes the report of a rebuild as JSON.
final class ReportJson {
  private ReportJson() {}

  static String write(RebuildReport r) {
    var out = new StringWriter();
    try (JsonGenerator g = DiffJson.generator(out)) {
      g.writeStartObject();
      g.writeStringProperty("schema", "assay-rebuild/1");
      g.writeStringProperty("name", r.recipe().name());
      body(g, r);
      g.writeEndObject();
    }
    return out + "\n";
  }

  /// The report's members, into an object that was begun.
  static void body(JsonGenerator g, RebuildReport r) {
    g.writeObjectPropertyStart("verdict");
    g.writeStringProperty("weights", r.weights().title());
    g.writeStringProperty("recipe", r.how().title());
    g.writeStringProperty("reason", r.reason());
    g.writeBooleanProperty("provesRebuilt", r.proves());
    g.writeEndObject();
    g.writeStringProperty("recipeSha256", r.recipeSha256());
    g.writeStringProperty("sandbox", r.sandbox());
    g.writeStringProperty("machine", r.machine());
    Ended ended = r.ended();
    if (ended != null) {
      g.writeObjectPropertyStart("run");
      g.writeStringProperty("ended", ended.cause().name().toLowerCase(Locale.ROOT));
      g.writeNumberProperty("exit", ended.exit());
      g.writeNumberProperty("seconds", ended.elapsed().toMillis() / 1000.0);
      g.writeNumberProperty("peakMemory", ended.peakMemory());
      g.writeEndObject();
    }
    parameters(g, r);
    g.writeArrayPropertyStart("materials");
    for (Recipe.Material m : r.recipe().materials()) {
      g.writeStartObject();
      g.writeStringProperty("id", m.id());
      g.writeStringProperty("place", m.place().describe());
      Recipe.Expected digest = m.digest();
      if (digest != null) {
        g.writeStringProperty(digest.algorithm().key(), digest.value());
      }
      g.writeStringProperty("role", m.role());
      g.writeStringProperty("licence", m.licence());
      if (r.changed().contains(m.id())) {
        g.writeBooleanProperty("changed", true);
      }
      if (m.substitutes() != null) {
        g.writeStringProperty("substitutes", m.substitutes());
      }
      g.writeEndObject();
    }
    g.writeEndArray();
    g.writeNumberProperty("identical", r.identical());
    g.writeArrayPropertyStart("artefacts");
    r.artefacts().forEach(a -> artefact(g, a));
    g.writeEndArray();
    g.writeArrayPropertyStart("variants");
    for (RebuildReport.Variant v : r.variants()) {
      g.writeStartObject();
      g.writeStringProperty("what", v.what());
      g.writeBooleanProperty("same", v.same());
      DiffJson.number(g, "distance", v.distance());
      g.writeStringProperty("failed", v.failed());
      g.writeEndObject();
    }
    g.writeEndArray();
    probe(g, r);
    recovery(g, r);
    g.writeArrayPropertyStart("hints");
    r.hints().forEach(g::writeString);
    g.writeEndArray();
  }

  private static void parameters(JsonGenerator g, RebuildReport r) {
    g.writeObjectPropertyStart("parameters");
    for (Map.Entry<String, Recipe.Parameter> e : r.recipe().parameters().entrySet()) {
      Recipe.Parameter p = e.getValue();
      g.writeObjectPropertyStart(e.getKey());
      if (p.declared() != null) {
        g.writeStringProperty("declared", p.declared());
        g.writeStringProperty("source", p.source());
      }
      g.writeStringProperty("used", r.values().getOrDefault(e.getKey(), p.used()));
      g.writeStringProperty("basis", p.basis().key());
      g.writeEndObject();
    }
    g.writeEndObject();
  }

  private static void artefact(JsonGenerator g, ArtefactDiff a) {
    g.writeStartObject();
    g.writeStringProperty("path", a.path());
    g.writeStringProperty("published", a.published());
    g.writeStringProperty("rebuilt", a.rebuilt());
    DiffJson.number(g, "distance", a.distance());
    g.writeArrayPropertyStart("differences");
    for (FieldDiff f : a.fields()) {
      g.writeStartObject();
      g.writeStringProperty("field", f.field());
      g.writeStringProperty("nature", f.nature().name().toLowerCase(Locale.ROOT));
      g.writeStringProperty("detail", f.detail());
      g.writeEndObject();
    }
    g.writeEndArray();
    g.writeArrayPropertyStart("agreements");
    a.agreements().forEach(g::writeString);
    g.writeEndArray();
    g.writeArrayPropertyStart("normalisers");
    a.normalisers().forEach(g::writeString);
    g.writeEndArray();
    g.writeArrayPropertyStart("weights");
    a.weights().forEach(w -> DiffJson.weights(g, w));
    g.writeEndArray();
    g.writeEndObject();
  }

  private static void probe(JsonGenerator g, RebuildReport r) {
    RebuildReport.Probed p = r.probe();
    if (p == null) {
      return;
    }
    g.writeObjectPropertyStart("probe");
    g.writeNumberProperty("agree", p.agree());
    g.writeNumberProperty("lines", p.lines());
    if (p.honest() >= 0) {
      g.writeNumberProperty("honest", p.honest());
    }
    g.writeStringProperty("baseline", p.baseline());
    g.writeStringProperty("failed", p.failed());
    g.writeEndObject();
  }

  private static void recovery(JsonGenerator g, RebuildReport r) {
    RebuildReport.Recovery s = r.recovery();
    if (s == null) {
      return;
    }
    g.writeObjectPropertyStart("search");
    g.writeArrayPropertyStart("tries");
    for (RebuildReport.Recovery.Try t : s.tries()) {
      g.writeStartObject();
      g.writeObjectPropertyStart("values");
      t.values().forEach(g::writeStringProperty);
      g.writeEndObject();
      DiffJson.number(g, "distance", t.near().distance());
      DiffJson.number(g, "unlike", t.near().unlike());
      DiffJson.number(g, "largest", t.largest());
      g.writeEndObject();
    }
    g.writeEndArray();
    g.writeObjectPropertyStart("closest");
    s.found().forEach(g::writeStringProperty);
    g.writeEndObject();
    g.writeEndObject();
  }
}
