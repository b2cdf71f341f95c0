package dev.assay.sources.store;

import dev.assay.io.FileNames;
import dev.assay.sources.Reached;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.StoredModel;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Repositories in which DVC keeps data: the one in the current folder, or all below a folder that
/// is named. DVC's cache itself has hashes and no names; the names are in the repositories.
public final class DvcStore implements Store {
  private static final int DEPTH = 3;

  @Override
  public String id() {
    return "dvc";
  }

  @Override
  public Path place(SourceOptions options) {
    return Path.of(".dvc");
  }

  @Override
  public List<StoredModel> list(Path place, SourceOptions options) throws IOException {
    Path absolute = place.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    Path root = Places.name(absolute).equals(".dvc") && parent != null ? parent : absolute;
    var models = new ArrayList<StoredModel>();
    for (int depth = 0; depth <= DEPTH; depth++) {
      for (Path folder : Places.folders(root, depth)) {
        if (DvcWorkspace.isOne(folder) && models.size() < MOST) {
          String name = folder.equals(root) ? Places.name(root) : Places.below(root, folder);
          models.add(model(FileNames.escape(name), folder));
        }
      }
    }
    return models;
  }

  private StoredModel model(String name, Path folder) {
    return new StoredModel(
        id(),
        name,
        "",
        List.of(),
        folder.toString(),
        (source, session) -> {
          String reference = FileNames.escape(folder.toString());
          try {
            return new Reached.Tree(DvcWorkspace.list(source, reference, folder, session.meter()));
          } catch (IOException | DirectoryIteratorException e) {
            return new Reached.Not(reference + ": the folder cannot be read", "", false);
          }
        });
  }
}
