package dev.assay.bench.learn;

import dev.assay.code.CodeFile;
import dev.assay.code.CodeJudge;
import dev.assay.code.CodeReader;
import dev.assay.code.reading.Question;
import dev.assay.code.reading.Signs;
import dev.assay.io.FileEntry;
import dev.assay.io.ReadMeter;
import dev.assay.io.TextFile;
import dev.assay.io.folder.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A labelled release with the signs of its programs.
///
/// @param id as in the labels
/// @param owner who published it, in lower case: the unit that is never on both sides of a split
/// @param files what may be read like something
/// @param row the labels
record Labelled(String id, String owner, List<Source> files, Map<String, String> row) {
  private static final long LONGEST = 8L << 20;

  /// One source.
  ///
  /// @param signs numbers of its signs, ascending, each once
  /// @param mayShow the questions that it may answer alone
  record Source(String path, int[] signs, Set<Question> mayShow) {
    boolean mayShow(Asked asked) {
      return asked.question() == null || mayShow.contains(asked.question());
    }
  }

  /// The release of a row.
  ///
  /// @param roots the folders of its repositories
  /// @param vocabulary the numbers of signs; grows
  static Labelled read(Map<String, String> row, List<Path> roots, Map<String, Integer> vocabulary)
      throws IOException {
    List<Source> sources = new ArrayList<>();
    for (Path root : roots) {
      String name = String.valueOf(root.getFileName());
      List<CodeFile> code = new ArrayList<>();
      List<FileEntry> listing;
      try (var tree = FolderTree.list(name, name, root, new ReadMeter())) {
        listing = tree.files();
      }
      for (FileEntry entry : listing) {
        Path file = root.resolve(entry.path());
        if (CodeReader.wants(entry) && entry.size() <= LONGEST && Files.isRegularFile(file)) {
          CodeReader.read(TextFile.of(name, entry.path(), Files.readAllBytes(file), true))
              .ifPresent(code::add);
        }
      }
      for (CodeFile f : CodeJudge.readable(code, listing)) {
        Set<Question> may = EnumSet.allOf(Question.class);
        may.removeIf(q -> !CodeJudge.mayShow(f, q));
        sources.add(new Source(f.file().path(), signs(f, vocabulary), may));
      }
    }
    String repositories = row.getOrDefault("repos", "");
    int slash = repositories.indexOf('/');
    String owner = slash < 0 ? repositories : repositories.substring(0, slash);
    return new Labelled(
        row.getOrDefault("id", ""), owner.toLowerCase(Locale.ROOT), List.copyOf(sources), row);
  }

  private static int[] signs(CodeFile f, Map<String, Integer> vocabulary) {
    Set<Integer> seen = new TreeSet<>();
    Set<String> once = new HashSet<>();
    Signs.of(
        f.file().path(),
        f.code(),
        (kind, word, offset) -> {
          String sign = kind + "\t" + word;
          if (once.add(sign)) {
            seen.add(vocabulary.computeIfAbsent(sign, k -> vocabulary.size()));
          }
        });
    return seen.stream().mapToInt(Integer::intValue).toArray();
  }

  /// Whether the label says that a part is here.
  boolean present(Asked asked) {
    return row.getOrDefault(asked.column(), "").startsWith("present");
  }

  /// Whether who labelled it was sure.
  boolean sure(Asked asked) {
    return !List.of(row.getOrDefault("uncertain", "").replace(" ", "").split(";"))
        .contains(asked.column());
  }

  /// The paths that the label gives as evidence.
  Set<String> evidence(Asked asked) {
    Set<String> paths = new HashSet<>();
    for (String item : row.getOrDefault("evidence", "").split(";")) {
      String bare = item.strip();
      if (bare.startsWith(asked.evidence() + ":")) {
        for (String path :
            bare.substring(asked.evidence().length() + 1).split("[ (]", 2)[0].split(",")) {
          paths.add(path.replaceAll("[./]+$", ""));
        }
      }
    }
    return paths;
  }

  /// Rows by what stands in one column.
  static Map<String, Map<String, String>> byId(List<Map<String, String>> rows) {
    Map<String, Map<String, String>> all = new HashMap<>();
    rows.forEach(r -> all.put(r.getOrDefault("id", ""), r));
    return all;
  }
}
