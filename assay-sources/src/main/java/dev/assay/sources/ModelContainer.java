package dev.assay.sources;

import dev.assay.io.FileEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Model formats that are zip files inside: such a file is one weights file and not an archive of a
/// release. Rule: what the formats' own writers always put in (formats.md, section 1).
final class ModelContainer {
  private ModelContainer() {}

  /// Whether these members are those of a model format.
  static boolean isOne(List<FileEntry> members) {
    Set<String> names = new HashSet<>();
    Set<String> roots = new HashSet<>();
    boolean onlyArrays = !members.isEmpty();
    for (FileEntry member : members) {
      names.add(member.path());
      int slash = member.path().indexOf('/');
      if (slash >= 0) {
        roots.add(member.path().substring(0, slash));
      }
      onlyArrays &= member.path().endsWith(".npy");
    }
    return names.contains("data.pkl") && (roots.contains("data") || names.contains("version"))
        || names.containsAll(Set.of("config.json", "metadata.json"))
            && names.stream().anyMatch(n -> n.startsWith("model.weights"))
        || names.containsAll(Set.of("configuration.json", "coefficients.bin"))
        || names.containsAll(Set.of("pickle", "sys_info", "storages"))
        || names.contains("manifest.properties") && !roots.contains("META-INF")
        || onlyArrays;
  }
}
