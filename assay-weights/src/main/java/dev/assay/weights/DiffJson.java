package dev.assay.weights;

import dev.assay.model.Finding;
import dev.assay.model.Tensor;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes a comparison as JSON. Numbers that JSON does not have (NaN, infinity) are null.
public final class DiffJson {
  /// The version of this form.
  public static final String SCHEMA = "1";

  private static final ObjectWriteContext PRETTY =
      new ObjectWriteContext.Base() {
        @Override
        public boolean hasPrettyPrinter() {
          return true;
        }

        @Override
        public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
          return new DefaultPrettyPrinter();
        }
      };

  private DiffJson() {}

  /// A generator that indents, for this module's and the rebuild's documents.
  public static JsonGenerator generator(StringWriter out) {
    return JsonFactory.builder().build().createGenerator(PRETTY, out);
  }

  static String write(DiffReport report) {
    var out = new StringWriter();
    try (JsonGenerator g = generator(out)) {
      g.writeStartObject();
      g.writeStringProperty("schema", "assay-diff/" + SCHEMA);
      g.writeBooleanProperty("same", report.same());
      release(g, report.release());
      g.writeArrayPropertyStart("weights");
      report.weights().forEach(w -> weights(g, w));
      g.writeEndArray();
      g.writeEndObject();
    }
    return out + "\n";
  }

  private static void release(JsonGenerator g, ReleaseDiff r) {
    g.writeObjectPropertyStart("standing");
    g.writeStringProperty("before", r.before().standing().lowest().title());
    g.writeStringProperty("after", r.after().standing().lowest().title());
    g.writeEndObject();
    g.writeArrayPropertyStart("parts");
    for (ReleaseDiff.PartDiff p : r.parts()) {
      g.writeStartObject();
      g.writeStringProperty("component", p.component().id());
      g.writeStringProperty("change", p.kind().title());
      finding(g, "before", p.before());
      finding(g, "after", p.after());
      g.writeArrayPropertyStart("files");
      for (ReleaseDiff.FileDiff f : p.files()) {
        g.writeStartObject();
        g.writeStringProperty("path", f.path());
        g.writeStringProperty("change", f.kind().title());
        g.writeEndObject();
      }
      g.writeEndArray();
      g.writeEndObject();
    }
    g.writeEndArray();
    g.writeArrayPropertyStart("claims");
    for (ReleaseDiff.ClaimDiff c : r.claims()) {
      g.writeStartObject();
      g.writeStringProperty("statement", c.statement());
      g.writeStringProperty("change", c.kind().title());
      g.writeStringProperty("before", c.before());
      g.writeStringProperty("after", c.after());
      g.writeEndObject();
    }
    g.writeEndArray();
  }

  private static void finding(JsonGenerator g, String name, Finding f) {
    g.writeObjectPropertyStart(name);
    g.writeStringProperty("state", f.state().title());
    g.writeStringProperty("licence", f.licence().expression());
    g.writeStringProperty("licenceStatus", f.licence().status().title());
    g.writeEndObject();
  }

  /// Writes one set of weights as an object; also used by the report of a rebuild.
  public static void weights(JsonGenerator g, WeightsDiff w) {
    g.writeStartObject();
    g.writeStringProperty("before", w.before());
    g.writeStringProperty("after", w.after());
    g.writeNumberProperty("bytesCompared", w.bytes());
    g.writeArrayPropertyStart("incomplete");
    w.incomplete().forEach(g::writeString);
    g.writeEndArray();
    g.writeObjectPropertyStart("counts");
    w.counts().forEach((change, count) -> g.writeNumberProperty(change.title(), count));
    g.writeEndObject();
    g.writeArrayPropertyStart("metadata");
    for (WeightsDiff.MetadataDiff m : w.metadata()) {
      g.writeStartObject();
      g.writeStringProperty("key", m.key());
      g.writeStringProperty("before", m.before());
      g.writeStringProperty("after", m.after());
      g.writeEndObject();
    }
    g.writeEndArray();
    g.writeArrayPropertyStart("tensors");
    w.tensors().forEach(t -> tensor(g, t));
    g.writeEndArray();
    g.writeEndObject();
  }

  private static void tensor(JsonGenerator g, TensorDiff t) {
    g.writeStartObject();
    g.writeStringProperty("name", t.name());
    g.writeStringProperty("change", t.change().title());
    side(g, "before", t.before());
    side(g, "after", t.after());
    if (!t.note().isEmpty()) {
      g.writeStringProperty("note", t.note());
    }
    ValueDiff v = t.values();
    if (v != null) {
      g.writeObjectPropertyStart("values");
      g.writeNumberProperty("compared", v.values());
      g.writeNumberProperty("differing", v.differing());
      g.writeNumberProperty("notFinite", v.notFinite());
      number(g, "largest", v.largest());
      number(g, "mean", v.mean());
      number(g, "relativeNorm", v.relativeNorm());
      g.writeArrayPropertyStart("ulps");
      v.ulps().forEach(g::writeNumber);
      g.writeEndArray();
      g.writeEndObject();
    }
    g.writeEndObject();
  }

  private static void side(JsonGenerator g, String name, @Nullable Tensor t) {
    if (t == null) {
      return;
    }
    g.writeObjectPropertyStart(name);
    g.writeStringProperty("name", t.name());
    g.writeStringProperty("type", t.type().name());
    g.writeArrayPropertyStart("shape");
    t.shape().forEach(g::writeNumber);
    g.writeEndArray();
    g.writeEndObject();
  }

  /// Writes a number, or null for one that JSON does not have; also used by the report of a
  /// rebuild.
  public static void number(JsonGenerator g, String name, double value) {
    if (Double.isFinite(value)) {
      g.writeNumberProperty(name, value);
    } else {
      g.writeNullProperty(name);
    }
  }
}
