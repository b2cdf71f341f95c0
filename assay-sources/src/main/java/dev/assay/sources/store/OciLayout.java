package dev.assay.sources.store;

import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.model.Issue;
import dev.assay.sources.Json;
import dev.assay.sources.LocalPath;
import dev.assay.sources.Reached;
import dev.assay.sources.Session;
import dev.assay.sources.SourceKind;
import dev.assay.sources.SourceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A folder in the image layout of OCI: `oci-layout`, `index.json`, `blobs/sha256/`.
public final class OciLayout implements SourceKind {
  private static final int MOST_DEPTH = 3;

  @Override
  public List<String> forms() {
    return List.of("an OCI layout folder");
  }

  @Override
  public Optional<Recognised> recognise(String reference, SourceOptions options) {
    Path path = LocalPath.of(reference);
    if (path == null
        || !Files.isRegularFile(path.resolve("oci-layout"))
        || !Files.isRegularFile(path.resolve("index.json"))) {
      return Optional.empty();
    }
    return Optional.of(
        new Recognised(
            "a folder in the OCI image layout",
            LocalPath.name(path, "image"),
            (id, session) -> open(id, FileNames.escape(reference), path, session)));
  }

  private static Reached open(String id, String reference, Path folder, Session session) {
    var blobs = new BlobFolder(folder.resolve("blobs"), "/", session.meter());
    var image = new OciImage(id, blobs);
    try {
      Json at = Json.parse(BlobFolder.text(folder.resolve("index.json")));
      String digest = "";
      String place = "index.json";
      // An index may name further indexes, for several platforms.
      for (int depth = 0; depth < MOST_DEPTH && at.get("manifests").isHere(); depth++) {
        List<Json> manifests = at.get("manifests").items();
        if (manifests.isEmpty()) {
          return new Reached.Not(reference + ": its index names no image", "", false);
        }
        if (manifests.size() > 1) {
          String said = "holds " + manifests.size() + " images; the first was read";
          image.builder().issue(Issue.Severity.WARNING, place, said, "");
          image.builder().partial(said);
        }
        digest = manifests.getFirst().get("digest").text("");
        place = "blobs/" + digest.replace(':', '/');
        at = Json.parse(blobs.text(digest));
      }
      image.read(at, place);
      return new Reached.Tree(image.builder().build("oci layout", reference, digest, null));
    } catch (Malformed e) {
      return new Reached.Not(reference + ": its index is damaged: " + e.describe(), "", false);
    } catch (IOException e) {
      return new Reached.Not(reference + ": its index or manifest cannot be read", "", false);
    }
  }
}
