package dev.assay.licences.build;

import dev.assay.model.Freedom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Compiles the lists of licences that are free or limited by what somebody decided, and not by
/// what their facts say.
final class CompileLists {
  private CompileLists() {}

  static Map<String, String> compile(Path file) throws IOException {
    Map<String, String> map = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] f = line.split("\t");
      String freedom = Freedom.valueOf(f[0].toUpperCase(Locale.ROOT)).name();
      for (String id : f[1].split(" ")) {
        map.put(id, freedom);
      }
    }
    return map;
  }
}
