package dev.assay.sources.store;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.io.SourceFact;
import dev.assay.io.archive.ArchiveFormat;
import dev.assay.io.archive.ArchiveTree;
import dev.assay.model.Evidence;
import dev.assay.model.Issue;
import dev.assay.model.Span;
import dev.assay.sources.Json;
import dev.assay.sources.MappedTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The layers of one image manifest as files: a model packed by ModelPack, KitOps or Docker, or
/// anything else. A layer that is a tar file gives its members; another gives one file, named by
/// its annotation or, where it has none, by its type. Rules: OCI image specification 1.1; ModelPack
/// 0.0.7.
public final class OciImage {
  private static final String FILE_PATH = "org.cncf.model.filepath";
  private static final String TITLE = "org.opencontainers.image.title";
  private static final String LICENSES = "org.opencontainers.image.licenses";
  private static final int MOST_LAYERS = 20_000;

  private final MappedTree.Builder builder;
  private final Blobs blobs;

  /// @param id the source's identifier
  public OciImage(String id, Blobs blobs) {
    this.builder = new MappedTree.Builder(id);
    this.blobs = blobs;
  }

  /// The tree so far.
  public MappedTree.Builder builder() {
    return builder;
  }

  /// Reads a manifest.
  ///
  /// @param place the manifest's path, for evidence
  public void read(Json manifest, String place) {
    List<Json> layers = manifest.get("layers").items();
    int n = 0;
    for (Json layer : layers) {
      if (n++ >= MOST_LAYERS) {
        builder.partial("more than " + MOST_LAYERS + " layers; the rest was not read");
        break;
      }
      layer(layer, n);
    }
    Json config = manifest.get("config");
    if (config.get("digest").text() != null && config.get("size").whole(0) > 2) {
      boolean kit = config.get("mediaType").text("").contains("kitops");
      raw(config, kit ? "Kitfile" : "oci-config.json");
      licences(config, place);
    }
    licence(manifest.get("annotations").get(LICENSES).text(), place);
  }

  private void layer(Json layer, int number) {
    String type = layer.get("mediaType").text("");
    Json annotations = layer.get("annotations");
    String given = annotations.get(FILE_PATH).text(annotations.get(TITLE).text(""));
    String safe = FileNames.escape(given);
    String path = FileNames.staysInside(safe) ? safe : usualName(type, number);
    if (type.contains("tar") && unpack(layer, path)) {
      return;
    }
    raw(layer, path);
  }

  private static String usualName(String type, int number) {
    if (type.contains("mmproj")) {
      return "mmproj-" + number + ".gguf";
    }
    if (type.contains("dduf")) {
      return "model-" + number + ".dduf";
    }
    if (type.contains("gguf")) {
      return "model-" + number + ".gguf";
    }
    if (type.contains("jinja")) {
      return "chat_template.jinja";
    }
    if (type.contains("safetensors")) {
      return "model-" + number + ".safetensors";
    }
    if (type.contains("license")) {
      return "LICENSE";
    }
    return "layer-" + number;
  }

  private void raw(Json layer, String wanted) {
    String path = wanted;
    for (int n = 2; builder.has(path); n++) {
      path = wanted + "-" + n;
    }
    String digest = layer.get("digest").text("");
    String sha256 = Blobs.sha256(digest);
    long stated = layer.get("size").whole(-1);
    long here = blobs.size(digest);
    if (here < 0) {
      builder.add(new FileEntry(path, stated, FileEntry.Kind.LISTED, null, sha256), null);
      builder.issue(Issue.Severity.WARNING, path, "named by the manifest, and not here", "");
    } else {
      if (stated >= 0 && here != stated) {
        String said = "has " + here + " bytes where the manifest says " + stated;
        builder.issue(Issue.Severity.WARNING, path, said, "");
      }
      builder.add(
          new FileEntry(path, here, FileEntry.Kind.FILE, null, sha256),
          () -> blobs.checked(digest, here));
      declared(layer.get("mediaType").text(""), path);
    }
  }

  /// What the layer's type promises of its content, for the assessment to compare.
  private void declared(String type, String path) {
    String what =
        type.contains("gguf") || type.contains("mmproj")
            ? "gguf"
            : type.contains("safetensors")
                ? "safetensors"
                : type.startsWith("application/vnd.cncf.model.weight.v") ? "weights" : "";
    if (!what.isEmpty()) {
      builder.fact(
          new SourceFact(
              SourceFact.Kind.DECLARED,
              what,
              new Evidence(builder.id(), path, new Span.Listing(), type, null)));
    }
  }

  /// Takes a tar layer's members; false where it is none, or not here.
  private boolean unpack(Json layer, String path) {
    String digest = layer.get("digest").text("");
    long here = blobs.size(digest);
    if (here < 0) {
      return false;
    }
    ByteSource bytes;
    ArchiveFormat format;
    try {
      bytes = blobs.open(digest, here);
      format = ArchiveFormat.of(bytes);
      if (format != null && format != ArchiveFormat.TAR && format != ArchiveFormat.ZIP) {
        bytes.close();
        bytes = blobs.whole(digest);
      }
    } catch (Malformed e) {
      return unread(layer, path, e.describe());
    } catch (UncheckedIOException e) {
      IOException cause = e.getCause();
      return unread(layer, path, cause == null ? "it failed" : String.valueOf(cause.getMessage()));
    }
    if (format == null) {
      bytes.close();
      builder.issue(
          Issue.Severity.WARNING, path, "declared to be a tar file, and is something else", "");
      return false;
    }
    ArchiveTree tree = ArchiveTree.listAsItIs(builder.id(), path, format, bytes);
    builder.hold(tree);
    for (FileEntry file : tree.files()) {
      builder.add(file, file.kind() == FileEntry.Kind.FILE ? () -> tree.open(file) : null);
    }
    tree.issues().stream()
        .filter(issue -> issue.severity() != Issue.Severity.NOTE)
        .forEach(issue -> builder.issue(issue.severity(), issue.path(), issue.message(), ""));
    tree.info().partial().forEach(builder::partial);
    return true;
  }

  /// Notes a tar layer that is known and could not be read.
  private boolean unread(Json layer, String path, String why) {
    String sha256 = Blobs.sha256(layer.get("digest").text(""));
    long size = layer.get("size").whole(-1);
    builder.add(new FileEntry(path, size, FileEntry.Kind.LISTED, null, sha256), null);
    builder.issue(Issue.Severity.WARNING, path, "the layer could not be read: " + why, "");
    builder.partial("what is in " + path);
    return true;
  }

  /// What the configuration says of licences and data: ModelPack's descriptor for all of it, a
  /// Kitfile for each part.
  private void licences(Json config, String place) {
    try {
      Json text = Json.parse(blobs.text(config.get("digest").text("")));
      Json descriptor = text.get("descriptor");
      for (Json licence : descriptor.get("licenses").items()) {
        licence(licence.text(), place);
      }
      for (Json address : descriptor.get("datasetsURL").items()) {
        say(SourceFact.Kind.DATA_LINK, address.text(), place);
      }
      licence(text.get("package").get("license").text(), place);
      say(SourceFact.Kind.WEIGHTS_LICENCE, text.get("model").get("license").text(), place);
      for (Json part : text.get("code").items()) {
        say(SourceFact.Kind.PACKAGE_LICENCE, part.get("license").text(), place);
      }
      for (Json part : text.get("datasets").items()) {
        say(SourceFact.Kind.DATA_LICENCE, part.get("license").text(), place);
      }
    } catch (Malformed | IOException | UncheckedIOException e) {
      builder.issue(Issue.Severity.WARNING, "oci-config.json", "cannot be read", "");
    }
  }

  private void licence(@Nullable String licence, String place) {
    say(SourceFact.Kind.LICENCE_TAG, licence, place);
  }

  private void say(SourceFact.Kind kind, @Nullable String value, String place) {
    if (value != null && !value.isBlank()) {
      builder.fact(
          new SourceFact(
              kind, value, new Evidence(builder.id(), place, new Span.Whole(), value, null)));
    }
  }
}
