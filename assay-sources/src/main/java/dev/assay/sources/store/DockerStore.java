package dev.assay.sources.store;

import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.sources.Json;
import dev.assay.sources.Reached;
import dev.assay.sources.Session;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Docker Model Runner: `models.json` with identifiers and tags, `manifests/sha256/<hex>`,
/// `blobs/sha256/<hex>`; what it unpacks into `bundles/` is made of the blobs. Rule: Docker's own
/// `pkg/distribution/internal/store`.
public final class DockerStore implements Store {
  private static final String INDEX = "models.json";

  @Override
  public String id() {
    return "docker";
  }

  @Override
  public Path place(SourceOptions options) {
    return Places.named(
        options, "MODELS_PATH", Places.home(options).resolve(".docker").resolve("models"));
  }

  @Override
  public List<StoredModel> list(Path place, SourceOptions options) throws IOException {
    Path index = place.resolve(INDEX);
    if (!Files.isRegularFile(index)) {
      return List.of();
    }
    var models = new ArrayList<StoredModel>();
    try {
      for (Json entry : Json.parse(BlobFolder.text(index)).get("models").items()) {
        String digest = entry.get("id").text("");
        var tags = new ArrayList<String>();
        for (Json tag : entry.get("tags").items()) {
          tags.add(FileNames.escape(tag.text("")));
        }
        if (models.size() < MOST) {
          String name = tags.isEmpty() ? FileNames.escape(digest) : tags.getFirst();
          models.add(
              new StoredModel(
                  id(),
                  name,
                  FileNames.escape(digest),
                  tags.size() < 2 ? List.of() : tags.subList(1, tags.size()),
                  "",
                  (source, session) -> open(source, name, place, digest, session)));
        }
      }
    } catch (Malformed e) {
      throw new IOException("its index is damaged", e);
    }
    models.sort(Comparator.comparing(StoredModel::name));
    return models;
  }

  private static Reached open(String id, String name, Path place, String digest, Session session) {
    String hex = Blobs.sha256(digest);
    if (hex == null) {
      return new Reached.Not(name + ": its identifier is no digest", "", false);
    }
    Path manifest = place.resolve("manifests").resolve("sha256").resolve(hex);
    try {
      var image = new OciImage(id, new BlobFolder(place.resolve("blobs"), "/", session.meter()));
      image.read(Json.parse(BlobFolder.text(manifest)), "manifests/sha256/" + hex);
      return new Reached.Tree(image.builder().build("docker model store", name, digest, null));
    } catch (Malformed e) {
      return new Reached.Not(name + ": its manifest is damaged: " + e.describe(), "", false);
    } catch (IOException e) {
      return new Reached.Not(
          name + ": its manifest is not here: a download that was not finished", "", false);
    }
  }
}
