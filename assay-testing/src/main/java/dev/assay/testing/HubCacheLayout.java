package dev.assay.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;

/// A repository laid out as the hub's own client keeps it: `blobs/` named by content, a snapshot of
/// links into them, `refs/main`, and the full listing in `trees/`.
public final class HubCacheLayout {
  private HubCacheLayout() {}

  /// Writes it.
  ///
  /// @param cache the cache's folder
  /// @param name `org/name`; a data set's begins with `datasets/`
  /// @param commit what it is at
  /// @return the repository's folder
  public static Path write(Path cache, String name, String commit, HubServer.Repo repo)
      throws IOException {
    boolean dataset = name.startsWith("datasets/");
    String plain = dataset ? name.substring("datasets/".length()) : name;
    Path folder = cache.resolve((dataset ? "datasets--" : "models--") + plain.replace("/", "--"));
    Path snapshot = Files.createDirectories(folder.resolve("snapshots").resolve(commit));
    Path blobs = Files.createDirectories(folder.resolve("blobs"));
    var listing = new ArrayList<String>();
    for (Map.Entry<String, byte[]> file : repo.files.entrySet()) {
      byte[] content = file.getValue();
      boolean large = repo.large.contains(file.getKey());
      String sha256 = HubServer.sha256(content);
      String blob = large ? sha256 : HubServer.blob(content);
      Files.write(blobs.resolve(blob), content);
      Path link = snapshot.resolve(file.getKey());
      Path home = Objects.requireNonNull(link.getParent());
      Files.createDirectories(home);
      Files.createSymbolicLink(link, home.relativize(blobs.resolve(blob)));
      listing.add(
          "\"%s\":{\"size\":%d,\"blob_id\":\"%s\"%s}"
              .formatted(
                  file.getKey(),
                  content.length,
                  HubServer.blob(content),
                  large
                      ? ",\"lfs_sha256\":\"%s\",\"lfs_size\":%d".formatted(sha256, content.length)
                      : ""));
    }
    write(folder.resolve("refs/main"), commit);
    write(
        folder.resolve("trees").resolve(commit + ".json"),
        "{\"format_version\":1,\"files\":{%s}}".formatted(String.join(",", listing)));
    return folder;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
