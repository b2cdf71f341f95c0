package dev.assay.licences.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The tool that takes fingerprints of texts lying beside the repository; `tools/fingerprint` runs
/// it. Each line of its list: identifier, name, flags, address or `-`, file of words to write, text
/// to read, separated by tabs.
public final class MakeFingerprint {
  private MakeFingerprint() {}

  /// @param args the list, the folder that the texts are named from, and the folder to write to
  public static void main(String[] args) throws IOException {
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] f = line.split("\t");
      Path text = Path.of(args[1], f[5]);
      if (!Files.exists(text)) {
        System.err.println("not here: " + text);
        continue;
      }
      Fingerprint print =
          Fingerprint.of(
              f[0],
              f[1],
              Integer.parseInt(f[2]),
              f[3].equals("-") ? List.of() : List.of(f[3].split(" ")),
              Files.readString(text));
      Files.createDirectories(Path.of(args[2]));
      Files.writeString(Path.of(args[2], f[4] + ".words"), print.write());
    }
  }
}
