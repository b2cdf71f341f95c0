package dev.assay.cli;

import dev.assay.code.frameworks.Frameworks;
import dev.assay.profiles.Profiles;
import dev.assay.text.DocumentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Writes the prepared forms of Assay's own data into a folder, for the jar of the image
/// (`etc/make-image.sh`). Users have no need of it.
final class Prepare {
  private Prepare() {}

  /// All of them, by name.
  static Map<String, byte[]> all() {
    var all = new TreeMap<>(DocumentReader.prepared());
    all.putAll(Frameworks.prepared());
    all.putAll(Profiles.prepared());
    return all;
  }

  /// @param args the folder
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (Map.Entry<String, byte[]> file : all().entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
