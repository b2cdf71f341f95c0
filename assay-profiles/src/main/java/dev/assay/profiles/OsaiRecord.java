package dev.assay.profiles;

import dev.assay.profiles.GradedProfile.Grade;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// An entry of the European Open Source AI Index, as its editors write it: for each dimension a
/// class, a link and a note.
///
/// @param name the system's name
/// @param grades the class of each dimension that the entry has, by the dimension's identifier
record OsaiRecord(String name, Map<String, Grade> grades) {
  OsaiRecord {
    grades = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(grades));
  }

  private static final Set<String> OTHER = Set.of("system", "project", "org");

  /// @throws BadFile with line and column; keys beside the classes are passed over, as the index
  ///   changes them from year to year
  static OsaiRecord read(YamlTree tree) {
    YamlTree head =
        tree.get("system")
            .or(() -> tree.get("project"))
            .orElseThrow(() -> tree.bad("`system` is missing"));
    var grades = new LinkedHashMap<String, Grade>();
    for (Map.Entry<String, YamlTree> e : tree.map().entrySet()) {
      if (!OTHER.contains(e.getKey()) && e.getValue().isMap()) {
        e.getValue().get("class").ifPresent(c -> grades.put(e.getKey(), grade(c)));
      }
    }
    if (grades.isEmpty()) {
      throw tree.bad("no dimension with a `class` stands here");
    }
    String name =
        head.get("name").or(() -> head.get("endmodelname")).map(YamlTree::line).orElse("");
    return new OsaiRecord(name, grades);
  }

  private static Grade grade(YamlTree tree) {
    return switch (tree.text().strip().toLowerCase(Locale.ROOT)) {
      case "open" -> Grade.OPEN;
      case "partial" -> Grade.PARTIAL;
      case "closed" -> Grade.CLOSED;
      default -> throw tree.bad("open, partial or closed is wanted, not `" + tree.text() + "`");
    };
  }
}
