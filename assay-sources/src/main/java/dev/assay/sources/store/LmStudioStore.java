package dev.assay.sources.store;

import dev.assay.sources.SourceOptions;
import dev.assay.sources.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// LM Studio: `models/<publisher>/<model>/` below its home, which `~/.lmstudio-home-pointer` names,
/// or else is `~/.cache/lm-studio` where that is there, and otherwise `~/.lmstudio`. The two names
/// are those of a hub's repository by habit only: nothing in the store says where a file came from.
public final class LmStudioStore implements Store {

  @Override
  public String id() {
    return "lmstudio";
  }

  @Override
  public Path place(SourceOptions options) {
    Path home = Places.home(options);
    String pointer = Places.text(home.resolve(".lmstudio-home-pointer"));
    if (pointer != null && !pointer.isEmpty()) {
      try {
        return Path.of(pointer).resolve("models");
      } catch (InvalidPathException e) {
        // A pointer that points nowhere: the usual places hold.
        pointer = "";
      }
    }
    Path before = Places.caches(options).resolve("lm-studio");
    return (Files.isDirectory(before) ? before : home.resolve(".lmstudio")).resolve("models");
  }

  @Override
  public List<StoredModel> list(Path place, SourceOptions options) throws IOException {
    var models = new ArrayList<StoredModel>();
    for (Path folder : Places.folders(place, 2)) {
      models.add(
          new StoredModel(
              id(),
              Places.below(place, folder),
              "",
              List.of(),
              folder.toString(),
              (source, session) ->
                  new StoreFolder("store of LM Studio", folder)
                      .lacking(StoreFolder.FETCHED)
                      .open(source, session)));
    }
    return models;
  }
}
