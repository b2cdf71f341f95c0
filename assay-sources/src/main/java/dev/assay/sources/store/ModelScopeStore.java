package dev.assay.sources.store;

import dev.assay.sources.SourceOptions;
import dev.assay.sources.StoredModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// ModelScope: `hub/models/<owner>/<name>/` (before: `hub/<owner>/<name>/`), with `.mv` (revision),
/// `.msc` (files) and `.mdl` (name). The last two are pickles: they are never opened. A dot in a
/// name is written as three underscores, and a link carries the name as it was. Rule: ModelScope's
/// own `hub/utils/caching.py`. Newer versions can write the hub's layout.
public final class ModelScopeStore implements Store {
  private static final Set<String> BOOKKEEPING = Set.of(".msc", ".mdl", ".mv");

  @Override
  public String id() {
    return "modelscope";
  }

  @Override
  public Path place(SourceOptions options) {
    return Places.named(options, "MODELSCOPE_CACHE", Places.caches(options).resolve("modelscope"));
  }

  @Override
  public List<StoredModel> list(Path place, SourceOptions options) throws IOException {
    var models = new ArrayList<StoredModel>();
    for (Path root : List.of(place.resolve("hub"), place)) {
      Path below = root.resolve("models");
      if (Places.isFolder(below)) {
        flat(below, models);
        models.addAll(new HubStore().in(id(), below));
      }
      // Before there was a folder for models, they lay beside what is now the folder for data sets.
      if (Places.isFolder(root)) {
        flat(root, models);
        models.addAll(new HubStore().in(id(), root));
      }
    }
    models.sort(java.util.Comparator.comparing(StoredModel::name));
    return models;
  }

  private void flat(Path root, List<StoredModel> models) throws IOException {
    for (Path folder : Places.folders(root, 2)) {
      boolean marked = BOOKKEEPING.stream().anyMatch(name -> Places.isFile(folder.resolve(name)));
      if (!marked) {
        continue;
      }
      String version = version(Places.text(folder.resolve(".mv")));
      models.add(
          new StoredModel(
              id(),
              Places.below(root, folder).replace("___", "."),
              version,
              List.of(),
              folder.toString(),
              (source, session) ->
                  new StoreFolder("cache of ModelScope", folder)
                      .at(version)
                      .without(BOOKKEEPING::contains)
                      .lacking(StoreFolder.FETCHED)
                      .open(source, session)));
    }
  }

  /// `Revision:<name>,CreatedAt:<seconds>`, or a bare name.
  private static String version(@org.jspecify.annotations.Nullable String text) {
    if (text == null) {
      return "";
    }
    String first = text.split(",", 2)[0];
    String version = first.startsWith("Revision:") ? first.substring(9) : first;
    return dev.assay.io.FileNames.escape(version.strip());
  }
}
