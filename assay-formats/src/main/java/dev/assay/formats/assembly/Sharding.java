package dev.assay.formats.assembly;

import dev.assay.formats.safetensors.ShardIndex;
import dev.assay.io.FileEntry;
import dev.assay.model.Claim;
import dev.assay.model.Evidence;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts shards together, by their index or by their names, and holds them against it.
final class Sharding {
  private static final int SHOWN = 20;

  private final Map<String, Weights> byPath = new LinkedHashMap<>();
  private final Map<String, FileEntry> listed;
  private final Report report;
  private final Set<String> used = new LinkedHashSet<>();

  /// @param files the weights of one source
  Sharding(List<Weights> files, Map<String, FileEntry> listed, Report report) {
    for (Weights w : files) {
      byPath.put(w.path(), w);
    }
    this.listed = listed;
    this.report = report;
  }

  /// One draft for each set of weights.
  List<Draft> assemble() {
    var drafts = new ArrayList<Draft>();
    for (Weights w : byPath.values()) {
      if (w.format().equals(ShardIndex.ID)) {
        Draft d = byIndex(w);
        if (d != null) {
          drafts.add(d);
        }
      }
    }
    byNames().forEach(drafts::add);
    for (Weights w : byPath.values()) {
      if (!used.contains(w.path())) {
        drafts.add(new Draft(w));
      }
    }
    drafts.sort((a, b) -> a.path.compareTo(b.path));
    return drafts;
  }

  private @Nullable Draft byIndex(Weights index) {
    used.add(index.path());
    if (index.status() != Weights.Status.OK) {
      return new Draft(index);
    }
    String folder = folder(index.path());
    Map<String, String> said = new TreeMap<>();
    for (Weights.HeaderFact f : index.metadata()) {
      if (f.key().startsWith(ShardIndex.SHARD)) {
        said.put(folder + f.key().substring(ShardIndex.SHARD.length()), f.value());
      }
    }
    var here = new ArrayList<Weights>();
    var missing = new ArrayList<String>();
    int pointers = 0;
    for (String path : said.keySet()) {
      Weights w = byPath.get(path);
      if (w == null) {
        missing.add(path.substring(folder.length()));
      } else {
        here.add(w);
        used.add(path);
        pointers += w.status() == Weights.Status.POINTER ? 1 : 0;
      }
    }
    var d = new Draft(index);
    d.metadata =
        index.metadata().stream().filter(f -> !f.key().startsWith(ShardIndex.SHARD)).toList();
    d.kind = Weights.Kind.MODEL;
    d.tensors = 0;
    d.parameters = 0L;
    d.listing = List.of();
    for (Weights w : here) {
      if (w.status() != Weights.Status.POINTER) {
        d.format = w.format();
        d.kind = w.kind();
      }
      d.absorb(w);
    }
    d.files = joined(index.path(), here);
    d.shards =
        new Weights.Shards(
            here.size() - pointers, said.size(), missing.stream().limit(SHOWN).toList());
    if (here.isEmpty() || pointers == here.size()) {
      d.parameters = null;
      d.tensors = index.tensors();
      // An index by itself is a list of weights, and no weights.
      d.kind = here.isEmpty() ? Weights.Kind.OTHER : Weights.Kind.MODEL;
    }
    if (pointers > 0 && pointers == here.size() && missing.isEmpty()) {
      d.status = Weights.Status.POINTER;
      d.reason = "all " + pointers + " shards are pointers; their bytes are not here";
    } else if (!missing.isEmpty() || pointers > 0) {
      incomplete(d, missing, pointers, said.size());
    }
    compare(index, d, here, said, missing);
    declared(index, d, missing.isEmpty() && pointers == 0);
    return d;
  }

  private static List<String> joined(String index, List<Weights> here) {
    var files = new ArrayList<String>();
    files.add(index);
    here.forEach(w -> files.addAll(w.files()));
    return files;
  }

  private void incomplete(Draft d, List<String> missing, int pointers, int expected) {
    long elsewhere = missing.stream().filter(m -> isListed(folder(d.path) + m)).count();
    boolean unread = elsewhere == missing.size() && pointers == 0;
    String what =
        unread
            ? expected - missing.size() + " of " + expected + " shards were read"
            : missing.size() == expected
                ? "an index of " + expected + " shards, none of which is here"
                : missing.size() + " of " + expected + " shards are not here";
    if (pointers > 0) {
      what += (missing.isEmpty() ? "" : ", and ") + pointers + " are pointers";
      what = missing.isEmpty() ? pointers + " of " + expected + " shards are pointers" : what;
    }
    if (unread) {
      what += "; the others are listed by the source, and were not";
    } else if (elsewhere > 0) {
      what += " (" + elsewhere + " are listed by the source)";
    }
    // Half the shards make half a model: the sums would be taken for the model's.
    d.parameters = null;
    if (d.status == Weights.Status.POINTER) {
      d.status = Weights.Status.OK;
      d.reason = "";
    }
    d.status(Weights.Status.INCOMPLETE, what);
  }

  private boolean isListed(String path) {
    FileEntry e = listed.get(path);
    return e != null && e.kind() == FileEntry.Kind.LISTED;
  }

  /// Holds each shard's tensors against what the index says lies in it.
  private void compare(
      Weights index, Draft d, List<Weights> here, Map<String, String> said, List<String> missing) {
    var wrong = new ArrayList<Evidence>();
    String first = "";
    for (Weights w : here) {
      if (w.status() == Weights.Status.POINTER || w.listing().size() != w.tensors()) {
        continue;
      }
      var sum = new ShardIndex.Shard(0, 0);
      for (Tensor t : w.listing()) {
        sum = sum.plus(t.name());
      }
      String expected = said.getOrDefault(w.path(), "");
      if (!sum.text().equals(expected)) {
        first =
            first.isEmpty()
                ? w.path() + " holds " + w.tensors() + " tensors, and the index lists others for it"
                : first;
        wrong.add(w.evidence());
      }
    }
    String statement = "index lists " + said.size() + " shards";
    if (!wrong.isEmpty()) {
      report.claim(
          Claim.Kind.SHARDS, statement, index.evidence(), Claim.Verdict.CONTRADICTED, first, wrong);
      report.disagrees(first, index.evidence(), wrong.getFirst());
    } else if (here.isEmpty()) {
      report.claim(
          Claim.Kind.SHARDS,
          statement,
          index.evidence(),
          Claim.Verdict.UNDECIDABLE,
          "none of them is in what was inspected",
          List.of());
    } else if (!missing.isEmpty()) {
      boolean unread = missing.stream().allMatch(m -> isListed(folder(index.path()) + m));
      report.claim(
          Claim.Kind.SHARDS,
          statement,
          index.evidence(),
          unread ? Claim.Verdict.UNDECIDABLE : Claim.Verdict.CONTRADICTED,
          d.reason,
          List.of(here.getFirst().evidence()));
    } else if (!here.isEmpty() && d.status == Weights.Status.OK) {
      String reason =
          "all " + said.size() + " shards are here and hold the tensors that the index lists";
      report.claim(
          Claim.Kind.SHARDS,
          statement,
          index.evidence(),
          Claim.Verdict.CONFIRMED,
          reason,
          List.of(here.getFirst().evidence()));
      report.agrees(reason, index.evidence(), here.getFirst().evidence());
    }
    extra(index, here, said);
  }

  /// Files that are named like the shards and that the index does not know.
  private void extra(Weights index, List<Weights> here, Map<String, String> said) {
    if (here.isEmpty()) {
      return;
    }
    ShardName pattern = ShardName.of(here.getFirst().path());
    if (pattern == null) {
      return;
    }
    for (Weights w : byPath.values()) {
      ShardName n = ShardName.of(w.path());
      if (n != null && n.sameSet(pattern) && !said.containsKey(w.path())) {
        used.add(w.path());
        report.disagrees(
            w.path() + " is named as a shard, and the index does not know it",
            index.evidence(),
            w.evidence());
      }
    }
  }

  private void declared(Weights index, Draft d, boolean whole) {
    for (Weights.HeaderFact f : index.metadata()) {
      if (!whole || f.topic() != Weights.Topic.PARAMETERS || !d.whole()) {
        continue;
      }
      if (f.key().equals("total_size")) {
        long bytes = d.listing.stream().mapToLong(t -> Math.max(0, t.bytes())).sum();
        boolean same = f.value().equals(String.valueOf(bytes));
        // The sum once counted shared tensors twice, so only agreement is worth a word.
        if (same) {
          report.agrees(
              "the index's total_size is the size of all tensors", f.evidence(), d.evidence);
        }
      }
    }
  }

  private List<Draft> byNames() {
    Map<String, List<Weights>> sets = new TreeMap<>();
    for (Weights w : byPath.values()) {
      ShardName n = used.contains(w.path()) ? null : ShardName.of(w.path());
      if (n != null) {
        sets.computeIfAbsent(n.set(), k -> new ArrayList<>()).add(w);
      }
    }
    var drafts = new ArrayList<Draft>();
    for (List<Weights> set : sets.values()) {
      set.sort((a, b) -> a.path().compareTo(b.path()));
      ShardName name = ShardName.of(set.getFirst().path());
      if (name != null && (set.size() > 1 || name.expected() > 1)) {
        drafts.add(named(set, name));
      }
    }
    return drafts;
  }

  private Draft named(List<Weights> set, ShardName name) {
    var d = new Draft(set.getFirst());
    set.stream().skip(1).forEach(d::absorb);
    set.forEach(w -> used.add(w.path()));
    int pointers = (int) set.stream().filter(w -> w.status() == Weights.Status.POINTER).count();
    int expected = name.expected() > 0 ? name.expected() : set.size();
    Set<String> there = new LinkedHashSet<>();
    set.forEach(w -> there.add(w.path()));
    var missing = new ArrayList<String>();
    for (int i = name.first(); i < name.expected() + name.first(); i++) {
      String path = name.path(i);
      if (!there.contains(path)) {
        missing.add(path.substring(path.lastIndexOf('/') + 1));
      }
    }
    List<String> shown = missing.stream().limit(SHOWN).toList();
    d.shards = new Weights.Shards(set.size() - pointers, expected, shown);
    if (pointers > 0 && pointers == set.size()) {
      d.status = Weights.Status.POINTER;
      d.reason = "all " + pointers + " shards are pointers; their bytes are not here";
    } else if (set.size() < expected || pointers > 0) {
      incomplete(d, missing, pointers, expected);
    } else if (d.status == Weights.Status.OK && name.expected() > 1) {
      report.agrees(
          "all " + expected + " shards that the names count are here", d.evidence, d.evidence);
    }
    return d;
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
