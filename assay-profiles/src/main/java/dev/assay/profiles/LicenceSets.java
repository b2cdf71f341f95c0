package dev.assay.profiles;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Named sets of licences, from data files: `licences.tsv` for the flags of the SPDX list and
/// `licence-sets.yaml` for what the definitions count as open.
final class LicenceSets {
  static final String FILE = "licence-sets.yaml";

  private final Map<String, Set<String>> sets;
  private final Map<String, String> spelling;

  private LicenceSets(Map<String, Set<String>> sets, Map<String, String> spelling) {
    this.sets = Map.copyOf(sets);
    this.spelling = Map.copyOf(spelling);
  }

  /// The sets that come with Assay.
  static LicenceSets builtIn() {
    var sets = new LinkedHashMap<String, Set<String>>();
    var spelling = new LinkedHashMap<String, String>();
    for (String line : Resources.text("licences.tsv").split("\n", -1)) {
      int tab = line.indexOf('\t');
      if (line.startsWith("#") || tab < 0) {
        continue;
      }
      String id = line.substring(0, tab);
      String key = key(id);
      spelling.put(key, id);
      for (String flag : line.substring(tab + 1).split(" ", -1)) {
        sets.computeIfAbsent("flag:" + flag, f -> new HashSet<>()).add(key);
      }
    }
    return new LicenceSets(sets, spelling).with(Resources.tree(FILE).need("sets"));
  }

  /// These sets and those of a file.
  ///
  /// @param list mappings with `name`, `about`, `of` and `without`
  LicenceSets with(YamlTree list) {
    var more = new LinkedHashMap<>(sets);
    var spelled = new LinkedHashMap<>(spelling);
    for (YamlTree set : list.list()) {
      set.only("name", "about", "of", "without");
      var ids = new HashSet<String>();
      for (YamlTree id : set.need("of").list()) {
        add(ids, id, more);
        spelled.put(key(id.text()), id.text());
      }
      set.get("without").ifPresent(w -> w.texts().forEach(id -> ids.remove(key(id))));
      more.put(set.need("name").text(), ids);
    }
    return new LicenceSets(more, spelled);
  }

  private static void add(Collection<String> ids, YamlTree id, Map<String, Set<String>> known) {
    String text = id.text();
    if (!text.startsWith("@")) {
      ids.add(key(text));
      return;
    }
    Set<String> other = known.get(text.substring(1));
    if (other == null) {
      throw id.bad("no set of licences is called `" + text.substring(1) + "`");
    }
    ids.addAll(other);
  }

  boolean has(String set) {
    return sets.containsKey(set);
  }

  /// Whether an SPDX expression grants terms that are in the set.
  boolean contains(String set, String expression) {
    Set<String> ids = sets.getOrDefault(set, Set.of());
    return SpdxExpression.parse(expression).satisfies(id -> ids.contains(key(id)));
  }

  /// Membership by the exact spelling of one identifier, as the Model Openness Tool does it.
  Predicate<String> exactly(String set) {
    Set<String> ids = sets.getOrDefault(set, Set.of());
    return id -> ids.contains(key(id)) && spelling.getOrDefault(key(id), id).equals(id);
  }

  private static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
