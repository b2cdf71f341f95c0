package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Zone;
import dev.assay.model.Evidence;
import dev.assay.model.Order;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which class of a network is the whole of it: the one that most of the others are parts of, by
/// the names that stand in its body. A reader wants to see that one first, and not a layer or a
/// tool. The number of classes that are joined and their length are bounded.
final class Whole {
  /// More classes than this are a library of networks: which is the whole is not asked.
  private static final int MOST = 1_500;

  /// So many characters of classes are looked through: classes within classes are read once each.
  private static final long READ = 50_000_000;

  private record Part(CodeFile file, Outline.ClassDef type) {}

  private final List<Part> parts = new ArrayList<>();
  private final Map<String, Integer> byName = new HashMap<>();
  private final Map<CodeFile, Map<String, Integer>> byFile = new HashMap<>();

  /// Of each file, its class with the most parts, and their number.
  private final Map<CodeFile, Part> tops = new HashMap<>();

  private final Map<CodeFile, Integer> sizes = new HashMap<>();

  private Whole(List<CodeFile> files) {
    files.forEach(this::collect);
    if (parts.size() > MOST) {
      return;
    }
    long length = parts.stream().mapToLong(p -> p.type().end() - p.type().offset()).sum();
    if (length > READ) {
      return;
    }
    List<BitSet> uses = new ArrayList<>();
    for (Part p : parts) {
      uses.add(named(p));
    }
    for (int i = 0; i < parts.size(); i++) {
      int size = reached(uses, i);
      CodeFile file = parts.get(i).file();
      if (size > sizes.getOrDefault(file, 0)) {
        sizes.put(file, size);
        tops.put(file, parts.get(i));
      }
    }
  }

  /// The evidence for what was found: the files whose classes have the most parts first, each with
  /// the line of that class.
  ///
  /// @param code where the class may stand that only puts the others together, and makes no layer
  ///   of its own
  static List<Evidence> evidence(List<Ranking.Scored> found, List<CodeFile> code) {
    Set<CodeFile> files = new LinkedHashSet<>();
    found.forEach(s -> files.add(s.file()));
    int scored = files.size();
    code.stream().filter(f -> f.has(Signal.NETWORK) && !aside(f)).forEach(files::add);
    var whole = new Whole(List.copyOf(files));
    List<Evidence> evidence = new ArrayList<>();
    found.stream()
        .sorted(
            Order.both(
                Order.by((Ranking.Scored s) -> -whole.size(s.file())),
                Order.by((Ranking.Scored s) -> -s.score())))
        .map(whole::evidence)
        .forEach(evidence::add);
    int largest = found.stream().mapToInt(s -> whole.size(s.file())).max().orElse(0);
    files.stream()
        .skip(scored)
        .filter(f -> whole.size(f) > largest)
        .max(Order.by(whole::size))
        .flatMap(f -> Optional.ofNullable(whole.tops.get(f)))
        .ifPresent(p -> evidence.addFirst(p.file().evidence(p.type().offset())));
    return evidence;
  }

  /// What puts networks together to train, measure or show them is no network.
  private static boolean aside(CodeFile f) {
    return f.in(Zone.TRAINING)
        || f.in(Zone.FINE_TUNING)
        || f.in(Zone.EVALUATION)
        || f.in(Zone.AUXILIARY)
        || f.in(Zone.DOCS)
        || f.notebook();
  }

  private int size(CodeFile f) {
    return sizes.getOrDefault(f, 0);
  }

  private Evidence evidence(Ranking.Scored s) {
    Part top = tops.get(s.file());
    return top == null ? s.evidence() : s.file().evidence(top.type().offset());
  }

  /// The classes of a file that are networks, by their bases or those of their bases.
  private void collect(CodeFile f) {
    Set<Integer> bases = new HashSet<>();
    f.sightings().stream()
        .filter(s -> s.signal() == Signal.NETWORK)
        .forEach(s -> bases.add(s.offset()));
    Map<String, Integer> own = byFile.computeIfAbsent(f, k -> new HashMap<>());
    for (Outline.ClassDef c : f.shape().classes()) {
      if (bases.contains(c.offset()) || c.bases().stream().anyMatch(own::containsKey)) {
        own.put(c.name(), parts.size());
        // The same name in two files says nothing of either.
        byName.merge(c.name(), parts.size(), (a, b) -> -1);
        parts.add(new Part(f, c));
      }
    }
  }

  /// The networks whose names stand in a class.
  private BitSet named(Part p) {
    var found = new BitSet();
    Map<String, Integer> own = byFile.getOrDefault(p.file(), Map.of());
    String text = p.file().code();
    int end = Math.min(p.type().end(), text.length());
    int at = p.type().offset();
    while (at < end) {
      int from = at;
      while (at < end && Character.isJavaIdentifierPart(text.charAt(at))) {
        at++;
      }
      if (at > from) {
        String name = text.substring(from, at);
        Integer part = own.containsKey(name) ? own.get(name) : byName.get(name);
        if (part != null && part >= 0) {
          found.set(part);
        }
      }
      at++;
    }
    return found;
  }

  /// How many networks a class has as parts, and parts of parts, itself among them.
  private static int reached(List<BitSet> uses, int from) {
    var seen = new BitSet();
    var open = new ArrayList<Integer>(List.of(from));
    seen.set(from);
    while (!open.isEmpty()) {
      int next = open.removeLast();
      BitSet to = uses.get(next);
      for (int i = to.nextSetBit(0); i >= 0; i = to.nextSetBit(i + 1)) {
        if (!seen.get(i)) {
          seen.set(i);
          open.add(i);
        }
      }
    }
    return seen.cardinality();
  }
}
