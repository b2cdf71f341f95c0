package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Zone;
import dev.assay.io.FileNames;
import dev.assay.model.Evidence;
import dev.assay.model.Order;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
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
  private final Map<String, List<Integer>> byName = new HashMap<>();
  private final Map<CodeFile, Map<String, Integer>> byFile = new HashMap<>();

  /// Of each file, its class with the most parts, and their number.
  private final Map<CodeFile, Part> tops = new HashMap<>();

  private final Map<CodeFile, Integer> sizes = new HashMap<>();

  private Whole(List<CodeFile> files, Kin kin) {
    files.forEach(f -> collect(f, kin));
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
    sink();
  }

  /// Lets what stands deep below the other networks count less: a tool that the release took over,
  /// an example.
  private void sink() {
    int top =
        sizes.entrySet().stream()
            .filter(e -> e.getValue() > 1)
            .mapToInt(e -> FileNames.depth(e.getKey().file().path()))
            .min()
            .orElse(Integer.MAX_VALUE);
    sizes.replaceAll(
        (f, size) -> size >> Math.clamp((FileNames.depth(f.file().path()) - top) / 2, 0, 31));
  }

  /// The evidence for what was found: the files whose classes have the most parts first, each with
  /// the line of that class.
  ///
  /// @param code where the class may stand that only puts the others together, and makes no layer
  ///   of its own
  static List<Evidence> evidence(List<Ranking.Scored> found, List<CodeFile> code, Kin kin) {
    Set<CodeFile> files = new LinkedHashSet<>();
    found.forEach(s -> files.add(s.file()));
    int scored = files.size();
    code.stream().filter(f -> !kin.of(f).isEmpty() && !aside(f)).forEach(files::add);
    var whole = new Whole(List.copyOf(files), kin);
    List<Evidence> evidence = new ArrayList<>();
    found.stream()
        .sorted(
            Order.both(
                // What only shows the model may hold a copy of it.
                Order.by((Ranking.Scored s) -> s.file().in(Zone.DEMO) ? 1 : 0),
                Order.both(
                    Order.by((Ranking.Scored s) -> -whole.size(s.file())),
                    Order.by((Ranking.Scored s) -> -s.score()))))
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

  /// Takes in the classes of a file that are networks.
  private void collect(CodeFile f, Kin kin) {
    Map<String, Integer> own = byFile.computeIfAbsent(f, k -> new HashMap<>());
    for (Outline.ClassDef c : kin.of(f)) {
      own.put(c.name(), parts.size());
      byName.computeIfAbsent(c.name(), k -> new ArrayList<>()).add(parts.size());
      parts.add(new Part(f, c));
    }
  }

  /// The networks whose names stand in a class.
  private BitSet named(Part p) {
    var found = new BitSet();
    Map<String, Integer> own = byFile.getOrDefault(p.file(), Map.of());
    String text = p.file().code();
    int end = Math.min(p.type().end(), text.length());
    int at = p.type().offset();
    boolean python = p.file().language() == Language.PYTHON;
    while (at < end) {
      int from = at;
      if (python && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
        at = behindString(text, at, end);
        // A registry is asked for a part by its name; other strings are talk.
        int part = at - from < 3 ? -1 : nearest(text.substring(from + 1, at - 1), p.file());
        if (part >= 0) {
          found.set(part);
        }
        continue;
      }
      // A heading above the next class names it, and is no part of this one.
      if (python && text.charAt(at) == '#') {
        int line = text.indexOf('\n', at);
        at = line < 0 ? end : line;
        continue;
      }
      while (at < end && Character.isJavaIdentifierPart(text.charAt(at))) {
        at++;
      }
      if (at == from) {
        at++;
      } else if (!ofFramework(text, from)) {
        String name = text.substring(from, at);
        int part = own.containsKey(name) ? own.get(name) : nearest(name, p.file());
        if (part >= 0) {
          found.set(part);
        }
      }
    }
    return found;
  }

  /// The network of a name, of several the one that shares most folders with a file; -1 for none,
  /// or where two are as near: the same name in two files then says nothing of either.
  private int nearest(String name, CodeFile user) {
    int best = -1;
    int shared = -1;
    boolean alone = true;
    for (int i : byName.getOrDefault(name, List.of())) {
      int folders = sharedFolders(parts.get(i).file().file().path(), user.file().path());
      if (folders > shared) {
        best = i;
        shared = folders;
        alone = true;
      } else {
        alone &= folders < shared;
      }
    }
    return alone ? best : -1;
  }

  private static int sharedFolders(String a, String b) {
    int folders = 0;
    for (int i = 0; i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i); i++) {
      folders += a.charAt(i) == '/' ? 1 : 0;
    }
    return folders;
  }

  /// The place behind a string that begins at one.
  private static int behindString(String text, int at, int end) {
    String mark = text.substring(at, at + 1);
    String three = mark.repeat(3);
    if (text.startsWith(three, at)) {
      int close = text.indexOf(three, at + 3);
      return close < 0 ? end : close + 3;
    }
    for (int i = at + 1; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == mark.charAt(0) || c == '\n') {
        return i + 1;
      }
    }
    return end;
  }

  /// By what name a framework's own classes are called, so that `nn.Module` is not taken for a
  /// class of the release that is called `Module`.
  private static final Set<String> FRAMEWORKS =
      Set.of("nn", "nnx", "linen", "hk", "eqx", "torch", "keras", "tf", "snt", "gluon");

  /// Whether the name that begins at a place stands behind that of a framework.
  private static boolean ofFramework(String text, int at) {
    if (at < 2 || text.charAt(at - 1) != '.') {
      return false;
    }
    int from = at - 1;
    while (from > 0 && Character.isJavaIdentifierPart(text.charAt(from - 1))) {
      from--;
    }
    return FRAMEWORKS.contains(text.substring(from, at - 1));
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
