package dev.assay.rebuild;

import dev.assay.rebuild.recipe.Recipe;
import dev.assay.weights.DiffJson;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;

/// A rebuild as an in-toto statement (Statement v1), so that several parties can publish theirs and
/// others count them. Its subject is what was published; materials are written as SLSA provenance
/// v1 writes resolved dependencies. It is not signed: whoever publishes it signs it with their own
/// tool.
public final class Attestation {
  /// The type of statement that in-toto defines.
  public static final String STATEMENT = "https://in-toto.io/Statement/v1";

  /// The type of what is stated.
  public static final String PREDICATE = "urn:assay:rebuild:v1";

  private Attestation() {}

  /// Writes the statement.
  ///
  /// @param by who states it, in their own words
  /// @param finished when the rebuild ended, ISO 8601
  public static String write(RebuildReport report, String by, String finished) {
    var out = new StringWriter();
    try (JsonGenerator g = DiffJson.generator(out)) {
      g.writeStartObject();
      g.writeStringProperty("_type", STATEMENT);
      g.writeArrayPropertyStart("subject");
      for (Recipe.Subject s : report.recipe().subjects()) {
        Recipe.Expected digest = s.digest();
        if (digest != null) {
          g.writeStartObject();
          g.writeStringProperty("name", s.place().fileName());
          digest(g, digest);
          g.writeEndObject();
        }
      }
      g.writeEndArray();
      g.writeStringProperty("predicateType", PREDICATE);
      g.writeObjectPropertyStart("predicate");
      g.writeStringProperty("by", by);
      g.writeStringProperty("finished", finished);
      g.writeArrayPropertyStart("resolvedDependencies");
      for (Recipe.Material m : report.recipe().materials()) {
        g.writeStartObject();
        g.writeStringProperty("name", m.id());
        g.writeStringProperty("uri", m.place().describe());
        Recipe.Expected digest = m.digest();
        if (digest != null) {
          digest(g, digest);
        }
        g.writeEndObject();
      }
      g.writeEndArray();
      ReportJson.body(g, report);
      g.writeEndObject();
      g.writeEndObject();
    }
    return out + "\n";
  }

  private static void digest(JsonGenerator g, Recipe.Expected digest) {
    g.writeObjectPropertyStart("digest");
    String name =
        switch (digest.algorithm()) {
          case SHA256 -> "sha256";
          case GIT_BLOB -> "gitBlob";
          // No name of in-toto's fits a folder's digest.
          case TREE_SHA256 -> "treeSha256";
        };
    g.writeStringProperty(name, digest.value());
    g.writeEndObject();
  }
}
