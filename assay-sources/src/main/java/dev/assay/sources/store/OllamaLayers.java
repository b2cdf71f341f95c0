package dev.assay.sources.store;

import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.io.SourceFact;
import dev.assay.model.Evidence;
import dev.assay.model.Issue;
import dev.assay.model.Span;
import dev.assay.sources.Json;
import dev.assay.sources.MappedTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// The layers of a model of Ollama as files. A layer has a type and mostly no name; each gets the
/// name by which such a file is known elsewhere. There may be several licences: each is a file.
public final class OllamaLayers {
  private static final String PREFIX = "application/vnd.ollama.image.";
  private static final String CONFIG = "ollama-config.json";

  private final MappedTree.Builder builder;
  private final Blobs blobs;

  /// @param id the source's identifier
  public OllamaLayers(String id, Blobs blobs) {
    this.builder = new MappedTree.Builder(id);
    this.blobs = blobs;
  }

  /// The tree of a manifest.
  ///
  /// @param kind what kind of source it is
  /// @param digest the manifest's SHA-256
  /// @param readAt when, for a registry; otherwise null
  public MappedTree tree(
      String kind, String reference, Json manifest, String digest, @Nullable String readAt) {
    for (Json layer : manifest.get("layers").items()) {
      String type = layer.get("mediaType").text("");
      String role = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : "";
      add(layer, name(role, layer.get("name").text("")));
    }
    Json config = manifest.get("config");
    if (config.get("digest").text() != null) {
      add(config, CONFIG);
      stub(config.get("digest").text(""));
    }
    if (manifest.get("layers").items().isEmpty()) {
      builder.issue(Issue.Severity.WARNING, "", "the manifest names no layers", "");
    }
    return builder.build(kind, reference, "sha256:" + digest, readAt);
  }

  private String name(String kind, String given) {
    String safe = FileNames.escape(given);
    boolean named = FileNames.staysInside(safe);
    return switch (kind) {
      case "model" -> "model.gguf";
      case "projector" -> "projector.gguf";
      case "adapter" -> "adapter.gguf";
      case "draft" -> "draft.gguf";
      case "license" -> "LICENSE";
      case "params" -> "params.json";
      case "messages" -> "messages.json";
      case "template", "system", "prompt", "embed" -> kind + ".txt";
      case "tensor" -> named ? "tensors/" + safe + ".safetensors" : "tensors/unnamed.safetensors";
      case "json" -> named ? safe : "unnamed.json";
      default -> "layer";
    };
  }

  private void add(Json layer, String wanted) {
    String path = wanted;
    int dot = wanted.lastIndexOf('.');
    for (int n = 2; builder.has(path); n++) {
      path =
          dot < 0 ? wanted + "-" + n : wanted.substring(0, dot) + "-" + n + wanted.substring(dot);
    }
    String digest = layer.get("digest").text("");
    String sha256 = Blobs.sha256(digest);
    long stated = layer.get("size").whole(-1);
    long here = blobs.size(digest);
    if (here < 0) {
      builder.add(new FileEntry(path, stated, FileEntry.Kind.LISTED, null, sha256), null);
      builder.issue(
          Issue.Severity.WARNING, path, "named by the manifest, and not in the store", "");
      return;
    }
    if (here != stated) {
      String said = "has " + here + " bytes where the manifest says " + stated;
      builder.issue(Issue.Severity.WARNING, path, said, "");
    }
    builder.add(
        new FileEntry(path, here, FileEntry.Kind.FILE, null, sha256),
        () -> blobs.open(digest, here));
  }

  /// A model that runs in somebody's cloud has a configuration and no weights.
  private void stub(String digest) {
    try {
      Json config = Json.parse(blobs.text(digest));
      String host = config.get("remote_host").text();
      if (host != null && !host.isEmpty()) {
        String model = config.get("remote_model").text("");
        String where = FileNames.escape(host + (model.isEmpty() ? "" : " (" + model + ")"));
        builder.fact(
            new SourceFact(
                SourceFact.Kind.ELSEWHERE,
                where,
                new Evidence(
                    builder.id(),
                    CONFIG,
                    new Span.Whole(),
                    "\"remote_host\":\"" + host + "\"",
                    null)));
        builder.issue(
            Issue.Severity.WARNING,
            CONFIG,
            "a stub without weights: the model runs at " + where,
            "");
      }
    } catch (Malformed | IOException | UncheckedIOException e) {
      builder.issue(Issue.Severity.WARNING, CONFIG, "cannot be read", "");
    }
  }
}
