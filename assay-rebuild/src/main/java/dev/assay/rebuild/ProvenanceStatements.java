package dev.assay.rebuild;

import dev.assay.formats.JsonValue;
import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import dev.assay.rebuild.Stage.Wanted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// in-toto statements with SLSA provenance (versions 0.2 and 1), plain, one to a line, or in a DSSE
/// envelope: what a build is said to have made (`subject`), from what, with which parameters. How
/// its builder ran it stands in no common form, so no command comes out.
final class ProvenanceStatements {
  private static final int MOST_MATERIALS = 200;

  private ProvenanceStatements() {}

  static List<Stage> stages(String file, String text) {
    if (!text.contains("in-toto")) {
      return List.of();
    }
    List<Stage> stages = new ArrayList<>();
    List<String> documents = file.endsWith(".jsonl") ? text.lines().toList() : List.of(text);
    for (String document : documents) {
      JsonValue value = read(document.getBytes(StandardCharsets.UTF_8));
      JsonValue payload = at(value, "payload");
      if (payload != null) {
        value = decoded(payload.plain());
      }
      JsonValue predicate = at(value, "predicate");
      if (predicate != null && plain(at(value, "predicateType")).contains("slsa.dev/provenance")) {
        stages.add(stage(file, value, predicate));
      }
    }
    return stages;
  }

  private static Stage stage(String file, @Nullable JsonValue statement, JsonValue predicate) {
    JsonValue definition = at(predicate, "buildDefinition");
    JsonValue parameters =
        definition == null
            ? at(at(predicate, "invocation"), "parameters")
            : at(definition, "externalParameters");
    JsonValue materials =
        definition == null ? at(predicate, "materials") : at(definition, "resolvedDependencies");
    Map<String, String> settings = new LinkedHashMap<>();
    if (parameters instanceof JsonValue.Obj o) {
      o.members()
          .forEach((key, value) -> {
            if (!(value instanceof JsonValue.Obj) && !(value instanceof JsonValue.Arr)) {
              settings.put(key, value.plain());
            }
          });
    }
    List<Wanted> wanted = new ArrayList<>();
    for (JsonValue m : items(materials)) {
      String uri = plain(at(m, "uri"));
      String sha256 = plain(at(at(m, "digest"), "sha256"));
      String commit = plain(at(at(m, "digest"), "gitCommit"));
      String name = uri.isEmpty() ? plain(at(m, "name")) : uri;
      wanted.add(
          new Wanted(
              "material" + (wanted.size() + 1),
              name.substring(name.lastIndexOf('/') + 1),
              "training-data",
              sha256.isEmpty() ? "" : "sha256: " + sha256,
              name + (commit.isEmpty() ? "" : " at commit " + commit)));
      if (wanted.size() == MOST_MATERIALS) {
        break;
      }
    }
    List<String> outputs =
        items(at(statement, "subject")).stream().map(s -> plain(at(s, "name"))).toList();
    return new Stage(
        "provenance statement " + file,
        List.of(),
        false,
        List.of(),
        outputs,
        settings,
        new Stage.Rest(
            List.of(),
            wanted,
            Map.of(),
            List.of(),
            List.of(),
            0,
            List.of(
                "Built by "
                    + plain(at(at(at(predicate, "runDetails"), "builder"), "id"))
                    + plain(at(at(predicate, "builder"), "id"))
                    + ", as "
                    + plain(at(definition, "buildType"))
                    + plain(at(predicate, "buildType")))));
  }

  private static @Nullable JsonValue read(byte[] bytes) {
    try {
      return JsonValue.read(ByteSource.of(bytes));
    } catch (Malformed e) {
      return null;
    }
  }

  private static @Nullable JsonValue decoded(String payload) {
    try {
      return read(Base64.getDecoder().decode(payload));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable JsonValue at(@Nullable JsonValue value, String key) {
    return value instanceof JsonValue.Obj o ? o.members().get(key) : null;
  }

  private static List<JsonValue> items(@Nullable JsonValue value) {
    return value instanceof JsonValue.Arr a ? a.items() : List.of();
  }

  private static String plain(@Nullable JsonValue value) {
    return value == null ? "" : value.plain();
  }
}
