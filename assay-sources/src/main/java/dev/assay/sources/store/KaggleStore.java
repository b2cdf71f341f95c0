package dev.assay.sources.store;

import dev.assay.sources.SourceOptions;
import dev.assay.sources.StoredModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Kaggle's client: `models/<owner>/<model>/<framework>/<variation>/<version>/`, and beside it
/// `<version>.complete` once all of it was fetched. Single files are marked below `.complete/`
/// instead. Rule: `kagglehub`'s own cache module.
public final class KaggleStore implements Store {
  private static final int DEPTH = 5;

  @Override
  public String id() {
    return "kaggle";
  }

  @Override
  public Path place(SourceOptions options) {
    return Places.named(options, "KAGGLEHUB_CACHE", Places.caches(options).resolve("kagglehub"));
  }

  @Override
  public List<StoredModel> list(Path place, SourceOptions options) throws IOException {
    Path below = place.resolve("models");
    Path root = Places.isFolder(below) ? below : place;
    var models = new ArrayList<StoredModel>();
    for (Path folder : Places.folders(root, DEPTH)) {
      String version = Places.name(folder);
      Path variation = folder.getParent() == null ? folder : folder.getParent();
      boolean whole = Places.isFile(folder.resolveSibling(version + ".complete"));
      boolean single = Places.isFolder(variation.resolve(".complete").resolve(version));
      models.add(
          new StoredModel(
              id(),
              Places.below(root, variation),
              version,
              List.of(),
              folder.toString(),
              (source, session) -> {
                var tree = new StoreFolder("cache of Kaggle", folder).at("version " + version);
                if (!whole) {
                  tree.lacking(
                      single
                          ? "only single files of this version were fetched"
                          : "the download of this version was not finished");
                }
                return tree.open(source, session);
              }));
    }
    return models;
  }
}
