package dev.assay.sources.store;

import dev.assay.io.FileNames;
import dev.assay.sources.Reached;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.StoredModel;
import dev.assay.sources.hub.HubSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hub's cache: every snapshot of every repository is a row of its own, since it is a release
/// of its own.
public final class HubStore implements Store {

  @Override
  public String id() {
    return "hf";
  }

  @Override
  public Path place(SourceOptions options) {
    return HubSettings.of(options.environment()).cache();
  }

  @Override
  public List<StoredModel> list(Path place, SourceOptions options) throws IOException {
    return in(id(), place);
  }

  /// What lies in a folder in this layout, which other programs use too.
  ///
  /// @param store whose store it is
  List<StoredModel> in(String store, Path place) throws IOException {
    var models = new ArrayList<StoredModel>();
    for (Path folder : Places.in(place)) {
      String name = Places.name(folder);
      if (!Places.isFolder(folder)
          || !(name.startsWith("models--") || name.startsWith("datasets--"))) {
        continue;
      }
      HubCache repository = HubCache.of(folder);
      List<String> commits = repository == null ? List.of() : repository.snapshots();
      for (String commit : commits) {
        models.add(snapshot(store, place, repository, commit));
      }
      if (commits.isEmpty()) {
        models.add(nothing(store, name));
      }
    }
    return models;
  }

  private static StoredModel snapshot(
      String store, Path place, @Nullable HubCache repository, String commit) {
    if (repository == null) {
      throw new IllegalStateException("a snapshot without its repository");
    }
    Path folder = repository.folder().resolve("snapshots").resolve(commit);
    return new StoredModel(
        store,
        FileNames.escape((repository.dataset() ? "datasets/" : "") + repository.name()),
        FileNames.escape(commit),
        repository.refs(commit),
        folder.toString(),
        (id, session) ->
            repository.open(id, FileNames.escape(folder.toString()), commit, place, session));
  }

  private static StoredModel nothing(String store, String folder) {
    String name = FileNames.escape(folder.replaceFirst("^(models|datasets)--", ""));
    String shown = name.replaceFirst("--", "/");
    return new StoredModel(
        store,
        shown,
        "",
        List.of(),
        "",
        (id, session) ->
            new Reached.Not(
                "the cache holds no snapshot of it: a download that was not finished",
                "fetch it again, or delete its folder",
                false));
  }
}
