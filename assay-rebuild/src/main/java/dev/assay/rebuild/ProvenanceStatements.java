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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// in-toto statements with SLSA provenance (versions 0.2 and 1), plain, one to a line, or in a DSSE
/// envelope: what a build is said to have made (`subject`), from what, with which parameters. How
/// its builder ran it stands in no common form, so no command comes out. And in-toto's links, which
/// say what one step ran: as a statement, or as a file of their own (`*.link`).
final class ProvenanceStatements {
  private static final int MOST_MATERIALS = 200;
  private static final Pattern GIT =
      Pattern.compile("git\\+https?://[^/]+/([^/@]+/[^/@]+?)(?:\\.git)?(?:[@#].*)?");

  private ProvenanceStatements() {}

  static List<Stage> stages(String file, String text) {
    if (!text.contains("in-toto") && !file.endsWith(".link")) {
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
      } else if (predicate != null && plain(at(value, "predicateType")).contains("/link/")) {
        stages.add(link(file, predicate, names(at(value, "subject"))));
      } else if (plain(at(at(value, "signed"), "_type")).equals("link")) {
        JsonValue link = java.util.Objects.requireNonNull(at(value, "signed"));
        stages.add(link(file, link, names(at(link, "products"))));
      }
    }
    return stages;
  }

  /// What one step ran, from what.
  private static Stage link(String file, JsonValue link, List<String> outputs) {
    List<String> notes = new ArrayList<>();
    if (at(link, "materials") instanceof JsonValue.Obj o) {
      o.members()
          .forEach((path, digests) ->
              notes.add("The link says of " + path + ": sha256 " + plain(at(digests, "sha256"))));
    }
    return new Stage(
        "in-toto link " + file + ", step " + plain(at(link, "name")),
        items(at(link, "command")).stream().map(JsonValue::plain).toList(),
        false,
        names(at(link, "materials")),
        outputs,
        Map.of(),
        Stage.Rest.notes(List.copyOf(notes)));
  }

  /// Names of files: the keys of an object, or what the members of a list call themselves.
  private static List<String> names(@Nullable JsonValue files) {
    return files instanceof JsonValue.Obj o
        ? o.members().keySet().stream().limit(MOST_MATERIALS).toList()
        : items(files).stream()
            .limit(MOST_MATERIALS)
            .map(f -> at(f, "name") == null ? plain(at(f, "uri")) : plain(at(f, "name")))
            .toList();
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
      commit = commit.isEmpty() ? plain(at(at(m, "digest"), "sha1")) : commit;
      String name = uri.isEmpty() ? plain(at(m, "name")) : uri;
      Matcher git = GIT.matcher(uri);
      boolean repository = git.matches() && !commit.isEmpty();
      wanted.add(
          new Wanted(
              "material" + (wanted.size() + 1),
              name.substring(name.lastIndexOf('/') + 1),
              repository ? "training-code" : "training-data",
              sha256.isEmpty() ? "" : "sha256: " + sha256,
              name + (commit.isEmpty() ? "" : " at commit " + commit),
              repository ? Optional.of(new Stage.Commit(git.group(1), commit)) : Optional.empty()));
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
        Stage.Rest.wanted(
            wanted,
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
