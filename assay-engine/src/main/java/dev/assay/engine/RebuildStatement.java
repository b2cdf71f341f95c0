package dev.assay.engine;

import dev.assay.formats.JsonValue;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.io.TextFile;
import dev.assay.model.Evidence;
import dev.assay.model.RecipeVerdict;
import dev.assay.model.WeightsVerdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody states of a rebuild, in an in-toto statement as `assay rebuild --attest` writes
/// it. It says that they did it; whether they did, no file shows.
///
/// @param by who, in their own words
/// @param finished when, in their own words
/// @param weights what came of the weights
/// @param recipe how far the recipe was the release's own
/// @param subjects what was published
/// @param materials what it was made from
/// @param signed whether it stands in a signed envelope, whose signatures are not checked
/// @param accepted whether the user named it as a statement that they accept
/// @param evidence where it stands
record RebuildStatement(
    String by,
    String finished,
    WeightsVerdict weights,
    RecipeVerdict recipe,
    List<Named> subjects,
    List<Named> materials,
    boolean signed,
    boolean accepted,
    Evidence evidence) {
  /// The longest statement that is read, in bytes.
  static final int LONGEST = 4 * 1024 * 1024;

  /// The type of statement that in-toto defines.
  private static final String STATEMENT = "https://in-toto.io/Statement/v1";

  private static final String PREDICATE = "urn:assay:rebuild:v1";
  private static final String ENVELOPE = "application/vnd.in-toto+json";
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  RebuildStatement {
    subjects = List.copyOf(subjects);
    materials = List.copyOf(materials);
  }

  /// A file or folder with its digest.
  ///
  /// @param name its name or place, as stated
  /// @param sha256 of the file; empty when none is stated
  /// @param tree of a folder, as recipes define it; empty when none is stated
  record Named(String name, String sha256, String tree) {}

  /// Whether a file may hold such a statement, by its name.
  static boolean isName(FileEntry entry) {
    String name = entry.name().toLowerCase(Locale.ROOT);
    return entry.size() <= LONGEST
        && (name.endsWith(".json") || name.endsWith(".jsonl"))
        && (name.contains("in-toto")
            || name.contains("intoto")
            || name.contains("attest")
            || name.contains("rebuil")
            || name.contains("provenance"));
  }

  /// The statements in a file: one document, or one to a line. Whatever is none is passed over.
  static List<RebuildStatement> read(TextFile file, boolean accepted) {
    String text = file.text();
    if (!text.contains(PREDICATE) && !text.contains(ENVELOPE)) {
      return List.of();
    }
    Optional<JsonValue> whole = json(text);
    if (whole.isPresent()) {
      return of(whole.get(), accepted, file.evidence(1, Math.max(1, file.lines()))).stream()
          .toList();
    }
    var all = new ArrayList<RebuildStatement>();
    for (int i = 1; i <= file.lines(); i++) {
      int line = i;
      json(file.line(line))
          .flatMap(v -> of(v, accepted, file.evidence(line, line)))
          .ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  private static Optional<JsonValue> json(String text) {
    try {
      return Optional.of(JsonValue.read(text));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  private static Optional<RebuildStatement> of(
      JsonValue document, boolean accepted, Evidence where) {
    JsonValue v = document;
    boolean signed = v.text("payloadType").equals(Optional.of(ENVELOPE));
    if (signed) {
      Optional<JsonValue> payload =
          v.text("payload").flatMap(RebuildStatement::decode).flatMap(RebuildStatement::json);
      if (payload.isEmpty()) {
        return Optional.empty();
      }
      v = payload.get();
    }
    if (!v.text("_type").equals(Optional.of(STATEMENT))
        || !v.text("predicateType").equals(Optional.of(PREDICATE))) {
      return Optional.empty();
    }
    JsonValue predicate = v.object("predicate");
    JsonValue verdict = predicate.object("verdict");
    String weights = verdict.text("weights").orElse("");
    String recipe = verdict.text("recipe").orElse("");
    Optional<WeightsVerdict> of =
        Arrays.stream(WeightsVerdict.values()).filter(w -> w.title().equals(weights)).findFirst();
    Optional<RecipeVerdict> how =
        Arrays.stream(RecipeVerdict.values()).filter(r -> r.title().equals(recipe)).findFirst();
    if (of.isEmpty() || how.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RebuildStatement(
            predicate.text("by").orElse(""),
            predicate.text("finished").orElse(""),
            of.get(),
            how.get(),
            named(v.items("subject"), "name"),
            named(predicate.items("resolvedDependencies"), "uri"),
            signed,
            accepted,
            where));
  }

  private static Optional<String> decode(String base64) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<Named> named(List<JsonValue> items, String key) {
    return items.stream()
        .map(i ->
            new Named(
                i.text(key).orElse(""),
                hash(i.object("digest"), "sha256"),
                hash(i.object("digest"), "treeSha256")))
        .toList();
  }

  private static String hash(JsonValue digest, String name) {
    return digest.text(name).filter(d -> SHA256.matcher(d).matches()).orElse("");
  }

  /// Who states it, for a report.
  String who() {
    return by.isBlank() ? "somebody who gives no name" : by;
  }

  /// The verdict on both axes.
  String verdict() {
    return weights.title() + ", recipe " + recipe.title();
  }

  /// Whether it states a rebuild that would prove the weights: one of the first four verdicts, with
  /// a recipe that is not substituted.
  boolean proves() {
    return weights.proves() && recipe != RecipeVerdict.SUBSTITUTED;
  }
}
