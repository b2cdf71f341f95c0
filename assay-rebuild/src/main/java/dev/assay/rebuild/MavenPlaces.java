package dev.assay.rebuild;

import java.nio.file.Path;

/// Where artifacts lie in a local Maven repository.
///
/// @param root its folder
public record MavenPlaces(Path root) {

  /// The file of an artifact: group with slashes, artifact, version, then
  /// `artifact-version.extension`.
  ///
  /// @param coordinates `group:artifact:version` or `group:artifact:extension:version`
  public Path file(String coordinates) {
    String[] parts = coordinates.split(":", -1);
    String version = parts[parts.length - 1];
    String extension = parts.length == 4 ? parts[2] : "jar";
    return root.resolve(parts[0].replace('.', '/'))
        .resolve(parts[1])
        .resolve(version)
        .resolve(parts[1] + "-" + version + "." + extension);
  }
}
