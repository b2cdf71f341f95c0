package dev.assay.sources.store;

import dev.assay.io.FileNames;
import dev.assay.io.folder.SingleFile;
import dev.assay.sources.MappedTree;
import dev.assay.sources.Reached;
import dev.assay.sources.Session;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.StoredModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// PyTorch Hub: repositories as `hub/<owner>_<repo>_<ref>/` with a `hubconf.py`, and weights as
/// single files in `hub/checkpoints/`, whose names may end with the first digits of their SHA-256.
public final class TorchHubStore implements Store {
  /// `name-<hash>.pth`, by `torch.hub`'s own rule for a file whose hash it checks.
  private static final Pattern HASHED = Pattern.compile(".*-([0-9a-f]{8,64})\\.[a-zA-Z0-9.]{1,12}");

  @Override
  public String id() {
    return "torchhub";
  }

  @Override
  public Path place(SourceOptions options) {
    return Places.named(options, "TORCH_HOME", Places.caches(options).resolve("torch"))
        .resolve("hub");
  }

  @Override
  public List<StoredModel> list(Path place, SourceOptions options) throws IOException {
    var models = new ArrayList<StoredModel>();
    for (Path path : Places.in(place)) {
      if (Places.isFolder(path) && Places.isFile(path.resolve("hubconf.py"))) {
        models.add(
            new StoredModel(
                id(),
                FileNames.escape(Places.name(path)),
                "",
                List.of(),
                path.toString(),
                (source, session) ->
                    new StoreFolder("cache of PyTorch Hub", path).open(source, session)));
      }
    }
    Path checkpoints = place.resolve("checkpoints");
    if (Places.isFolder(checkpoints)) {
      for (Path file : Places.in(checkpoints)) {
        if (Places.isFile(file)) {
          models.add(checkpoint(file));
        }
      }
    }
    return models;
  }

  private StoredModel checkpoint(Path file) {
    String name = FileNames.escape(Places.name(file));
    Matcher hash = HASHED.matcher(name);
    return new StoredModel(
        id(),
        "checkpoints/" + name,
        hash.matches() ? "sha256:" + hash.group(1) + "..., by its name" : "",
        List.of(),
        file.toString(),
        (source, session) -> open(source, file, session));
  }

  private static Reached open(String id, Path file, Session session) {
    try {
      return alone(id, "cache of PyTorch Hub", file, session);
    } catch (IOException e) {
      return new Reached.Not(FileNames.escape(file.toString()) + " cannot be read", "", false);
    }
  }

  /// A weights file whose release is elsewhere.
  static Reached alone(String id, String kind, Path file, Session session) throws IOException {
    String shown = FileNames.escape(file.toString());
    var single = new SingleFile(id, shown, file, session.meter());
    var builder = new MappedTree.Builder(id);
    single.files().forEach(entry -> builder.add(entry, () -> single.open(entry)));
    builder.partial(StoreFolder.FETCHED);
    return new Reached.Tree(builder.build(kind, shown, null, null));
  }
}
