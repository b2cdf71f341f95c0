package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Sighting;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Outline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The classes of a release that are networks: by a base of a framework, or by a base that is one
/// of these, in whatever file that stands. Large releases have a base of their own from which all
/// their networks descend.
final class Kin {
  /// A class is asked for its base's base so many times.
  private static final int GENERATIONS = 8;

  private final Map<CodeFile, List<Outline.ClassDef>> networks = new HashMap<>();

  /// The names of all of them.
  private final Set<String> known = new HashSet<>();

  Kin(List<CodeFile> code) {
    List<CodeFile> open = new ArrayList<>();
    for (CodeFile f : code) {
      if (!f.shape().classes().isEmpty()) {
        open.add(f);
      }
    }
    Map<CodeFile, Set<Integer>> framework = new HashMap<>();
    for (CodeFile f : open) {
      for (Sighting s : f.has(Signal.NETWORK) ? f.sightings() : List.<Sighting>of()) {
        if (s.signal() == Signal.NETWORK) {
          framework.computeIfAbsent(f, k -> new HashSet<>()).add(s.offset());
        }
      }
    }
    boolean more = !framework.isEmpty();
    // A base may stand in a file that comes later.
    for (int round = 0; more && round < GENERATIONS; round++) {
      more = false;
      for (CodeFile f : open) {
        more |= collect(f, framework.getOrDefault(f, Set.of()));
      }
    }
  }

  private boolean collect(CodeFile f, Set<Integer> framework) {
    boolean more = false;
    List<Outline.ClassDef> own = networks.getOrDefault(f, List.of());
    List<Outline.ClassDef> found = new ArrayList<>();
    for (Outline.ClassDef c : f.shape().classes()) {
      boolean descends = false;
      for (String base : c.bases()) {
        descends |= known.contains(last(base)) && !last(base).equals(c.name());
      }
      if (framework.contains(c.offset()) || descends) {
        found.add(c);
        known.add(c.name());
        more |= found.size() > own.size();
      }
    }
    if (more) {
      networks.put(f, List.copyOf(found));
    }
    return more;
  }

  /// The networks of a file, in its order.
  List<Outline.ClassDef> of(CodeFile f) {
    return networks.getOrDefault(f, List.of());
  }

  /// How many networks of a file make layers of their own, where its own text alone shows none: all
  /// their bases stand in other files.
  int layered(CodeFile f) {
    if (f.has(Signal.NETWORK) || !f.has(Signal.LAYER)) {
      return 0;
    }
    int count = 0;
    for (Outline.ClassDef c : of(f)) {
      for (Sighting s : f.sightings()) {
        if (s.signal() == Signal.LAYER && s.offset() > c.offset() && s.offset() < c.end()) {
          count++;
          break;
        }
      }
    }
    return count;
  }

  /// A name without the modules before it.
  static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
