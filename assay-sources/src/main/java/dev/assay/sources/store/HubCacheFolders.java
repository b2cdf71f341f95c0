package dev.assay.sources.store;

import dev.assay.sources.SourceKind;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.hub.HubSettings;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Folders of the hub's cache, named as folders: `models--org--name`, or a snapshot in it.
public final class HubCacheFolders implements SourceKind {

  @Override
  public List<String> forms() {
    return List.of("a folder of the hub's cache");
  }

  @Override
  public Optional<Recognised> recognise(String reference, SourceOptions options) {
    Path path;
    try {
      path = Path.of(reference).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    HubCache whole = HubCache.of(path);
    String revision = null;
    if (whole == null) {
      Path snapshots = path.getParent();
      Path repository = snapshots == null ? null : snapshots.getParent();
      boolean below = snapshots != null && snapshots.endsWith("snapshots");
      whole = repository == null || !below ? null : HubCache.of(repository);
      revision = path.getFileName() == null ? null : path.getFileName().toString();
    }
    if (whole == null) {
      return Optional.empty();
    }
    HubCache found = whole;
    String commit = revision;
    String name = found.name();
    return Optional.of(
        new Recognised(
            name + (commit == null ? "" : " at " + commit) + " in a cache of the hub",
            name.substring(name.indexOf('/') + 1),
            (id, session) ->
                found.open(id, reference, commit, around(found.folder(), options), session)));
  }

  /// The whole cache where the folder lies in the user's own one, whose blobs may be shared.
  static @Nullable Path around(Path folder, SourceOptions options) {
    try {
      Path cache = HubSettings.of(options.environment()).cache().toRealPath();
      return folder.toRealPath().startsWith(cache) ? cache : null;
    } catch (IOException e) {
      return null;
    }
  }
}
