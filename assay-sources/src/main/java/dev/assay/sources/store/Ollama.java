package dev.assay.sources.store;

import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.sources.Json;
import dev.assay.sources.Reached;
import dev.assay.sources.Session;
import dev.assay.sources.SourceKind;
import dev.assay.sources.SourceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Models in Ollama's store: `manifests/<host>/<namespace>/<model>/<tag>` (newer: `manifests-v2/`)
/// and `blobs/sha256-<hex>`. Rule: Ollama's own `manifest` package.
public final class Ollama implements SourceKind {
  static final String SCHEME = "ollama:";
  private static final String LIST = "application/vnd.ollama.manifest.list.v2+json";
  private static final Map<String, String> ROOTS =
      Map.of("manifests", "registry.ollama.ai", "manifests-v2", "ollama.com");
  private static final Set<String> PUBLIC = Set.copyOf(ROOTS.values());

  /// A model's name with its parts filled in.
  private record Name(String host, String namespace, String model, String tag) {
    /// As Ollama writes it: without what it takes for granted.
    String shown() {
      boolean usual = host.isEmpty() && namespace.equals("library");
      return (host.isEmpty() ? "" : host + "/")
          + (usual ? "" : namespace + "/")
          + model
          + ":"
          + tag;
    }
  }

  @Override
  public List<String> forms() {
    return List.of("ollama:name[:tag]");
  }

  @Override
  public Optional<Recognised> recognise(String reference, SourceOptions options) {
    if (!reference.startsWith(SCHEME)) {
      return Optional.empty();
    }
    return name(reference.substring(SCHEME.length()))
        .map(name ->
            new Recognised(
                "the model " + name.shown() + " in Ollama's store on this machine",
                name.model(),
                (id, session) -> open(id, reference, name, session)));
  }

  private static Optional<Name> name(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length > 3) {
      return Optional.empty();
    }
    String last = parts[parts.length - 1];
    int colon = last.indexOf(':');
    String model = colon < 0 ? last : last.substring(0, colon);
    String tag = colon < 0 ? "latest" : last.substring(colon + 1);
    String namespace = parts.length >= 2 ? parts[parts.length - 2] : "library";
    String host = parts.length == 3 ? parts[0] : "";
    for (String part : List.of(model, tag, namespace)) {
      if (!isPart(part)) {
        return Optional.empty();
      }
    }
    return host.isEmpty() || isPart(host.replace(":", ""))
        ? Optional.of(new Name(host, namespace, model, tag))
        : Optional.empty();
  }

  private static boolean isPart(String part) {
    return !part.isEmpty()
        && part.length() <= 128
        && !part.startsWith(".")
        && part.chars()
            .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0));
  }

  /// Where Ollama keeps its models: `OLLAMA_MODELS`, or below the user's folder.
  static Path store(SourceOptions options) {
    String named = options.environment().get("OLLAMA_MODELS");
    return named != null && !named.isBlank()
        ? Path.of(named)
        : Places.home(options).resolve(".ollama").resolve("models");
  }

  private static Reached open(String id, String reference, Name name, Session session) {
    Path store = store(session.options());
    if (!Files.isDirectory(store)) {
      return new Reached.Not(
          "there is no store of Ollama at " + FileNames.escape(store.toString()),
          "set OLLAMA_MODELS",
          false);
    }
    for (String root : List.of("manifests-v2", "manifests")) {
      String usual = ROOTS.get(root);
      String host = name.host().isEmpty() || PUBLIC.contains(name.host()) ? usual : name.host();
      Path manifest =
          store
              .resolve(root)
              .resolve(String.valueOf(host))
              .resolve(name.namespace())
              .resolve(name.model())
              .resolve(name.tag());
      if (Files.isRegularFile(manifest)) {
        return read(id, reference, store, manifest, session);
      }
    }
    return new Reached.Not(
        reference + " is not in Ollama's store on this machine", "fetch it with Ollama", false);
  }

  private static Reached read(
      String id, String reference, Path store, Path manifest, Session session) {
    var blobs = new BlobFolder(store.resolve("blobs"), "-", session.meter());
    try {
      byte[] text = BlobFolder.text(manifest);
      Json read = Json.parse(text);
      if (LIST.equals(read.get("mediaType").text())) {
        Json child = runnable(read.get("manifests").items());
        String digest = child.get("digest").text();
        read = digest == null ? child : Json.parse(blobs.text(digest));
      }
      var layers = new OllamaLayers(id, blobs);
      return new Reached.Tree(
          layers.tree("ollama", reference, read, dev.assay.io.TextFile.sha256(text), null));
    } catch (Malformed e) {
      return new Reached.Not(reference + ": its manifest is damaged: " + e.describe(), "", false);
    } catch (IOException e) {
      return new Reached.Not(reference + ": its manifest cannot be read", "", false);
    }
  }

  /// The one for Ollama's own runner, or the first: the same model, packed for different programs.
  private static Json runnable(List<Json> children) {
    for (String runner : List.of("ollama", "llamacpp")) {
      for (Json child : children) {
        if (runner.equals(child.get("runner").text())) {
          return child;
        }
      }
    }
    return children.isEmpty() ? Json.NONE : children.getFirst();
  }

  /// Every model in the store, as references.
  static List<String> all(SourceOptions options) throws IOException {
    var found = new ArrayList<String>();
    for (var root : ROOTS.entrySet()) {
      Path folder = store(options).resolve(root.getKey());
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (var paths = Files.walk(folder, 4)) {
        paths
            .filter(path -> path.getNameCount() == folder.getNameCount() + 4)
            .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
            .map(path -> folder.relativize(path))
            .forEach(path -> {
              String host = path.getName(0).toString();
              String namespace = path.getName(1).toString();
              String model = path.getName(2) + ":" + path.getName(3);
              String full = PUBLIC.contains(host) ? "" : host + "/";
              boolean library = full.isEmpty() && namespace.equals("library");
              found.add(SCHEME + full + (library ? "" : namespace + "/") + model);
            });
      }
    }
    return found.stream().distinct().sorted().toList();
  }
}
