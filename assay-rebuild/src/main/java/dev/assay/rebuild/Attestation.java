package dev.assay.rebuild;

import dev.assay.formats.JsonValue;
import dev.assay.io.Malformed;
import dev.assay.rebuild.recipe.Recipe;
import dev.assay.weights.DiffJson;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

  /// What somebody states about a rebuild.
  ///
  /// @param by who, in their own words; nothing here says that it is they
  /// @param finished when, as stated
  /// @param weights the verdict on the weights
  /// @param recipe the verdict on the recipe
  /// @param subjects SHA-256 of what was published
  public record Stated(
      String by,
      String finished,
      WeightsVerdict weights,
      RecipeVerdict recipe,
      List<String> subjects) {
    public Stated {
      subjects = List.copyOf(subjects);
    }
  }

  /// Reads a statement; empty where the text is none of this kind.
  public static Optional<Stated> read(String json) {
    try {
      JsonValue v = JsonValue.read(json);
      if (!v.text("_type").equals(Optional.of(STATEMENT))
          || !v.text("predicateType").equals(Optional.of(PREDICATE))) {
        return Optional.empty();
      }
      JsonValue predicate = v.object("predicate");
      JsonValue verdict = predicate.object("verdict");
      Optional<WeightsVerdict> weights =
          Arrays.stream(WeightsVerdict.values())
              .filter(w -> verdict.text("weights").equals(Optional.of(w.title())))
              .findFirst();
      Optional<RecipeVerdict> recipe =
          Arrays.stream(RecipeVerdict.values())
              .filter(w -> verdict.text("recipe").equals(Optional.of(w.title())))
              .findFirst();
      if (weights.isEmpty() || recipe.isEmpty()) {
        return Optional.empty();
      }
      List<String> subjects = new ArrayList<>();
      for (JsonValue s : v.items("subject")) {
        s.object("digest").text("sha256").ifPresent(subjects::add);
      }
      return Optional.of(
          new Stated(
              predicate.text("by").orElse(""),
              predicate.text("finished").orElse(""),
              weights.get(),
              recipe.get(),
              subjects));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }
}
