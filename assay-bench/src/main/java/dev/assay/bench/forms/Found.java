package dev.assay.bench.forms;

import dev.assay.engine.Assay;
import dev.assay.engine.Progress;
import dev.assay.io.ByteSource;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.io.archive.ArchiveFormat;
import dev.assay.io.archive.ArchiveTree;
import dev.assay.io.folder.FolderTree;
import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What was found in a release, by what it is about: each component's state, proof and licence,
/// each claim's verdict, how many data sets are named, and the place on the ladder.
record Found(Map<String, String> facts) {
  private static final String NOTHING = "none";

  Found {
    facts = Map.copyOf(facts);
  }

  /// One thing that is found otherwise.
  record Difference(String what, String before, String after) {}

  /// Inspects a release.
  ///
  /// @param name what it is called by, whatever form it has
  /// @param roots folders and archives that are one release
  static Found in(String name, List<Path> roots) throws IOException {
    var meter = new ReadMeter();
    var sources = new ArrayList<FileTree>();
    try {
      for (Path root : roots) {
        sources.add(open(name, root, meter));
      }
      return of(Assay.inspect(sources, meter, Progress.silent()));
    } finally {
      sources.forEach(FileTree::close);
    }
  }

  private static FileTree open(String name, Path root, ReadMeter meter) throws IOException {
    if (Files.isDirectory(root)) {
      return FolderTree.listUnwrapped(name, name, root, meter);
    }
    ByteSource bytes = ByteSource.of(root, meter);
    @Nullable ArchiveFormat format = ArchiveFormat.of(bytes);
    if (format == null) {
      bytes.close();
      throw new IOException(root + " is no archive");
    }
    return ArchiveTree.list(name, name, format, bytes);
  }

  private static Found of(Assessment all) {
    var facts = new TreeMap<String, String>();
    facts.put("standing", all.standing().lowest() + " to " + all.standing().highest());
    facts.put("data sets", String.valueOf(all.data().size()));
    for (Finding f : all.findings()) {
      facts.put(
          f.component().title(),
          f.state().title()
              + (f.level() == null ? "" : ", " + f.level().title())
              + ", "
              + f.licence().expression());
    }
    for (Claim c : all.claims()) {
      String statement = c.statement().replaceAll("\\s+", " ");
      String kind = c.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      facts.merge(
          "claim of " + kind + ": " + statement, c.verdict().title(), (a, b) -> a + ", " + b);
    }
    return new Found(facts);
  }

  /// What another form is found to say otherwise, in the order of words.
  List<Difference> against(Found form) {
    var whats = new TreeSet<>(facts.keySet());
    whats.addAll(form.facts.keySet());
    var differences = new ArrayList<Difference>();
    for (String what : whats) {
      String before = Objects.requireNonNullElse(facts.get(what), NOTHING);
      String after = Objects.requireNonNullElse(form.facts.get(what), NOTHING);
      if (!before.equals(after)) {
        differences.add(new Difference(what, before, after));
      }
    }
    return differences;
  }
}
