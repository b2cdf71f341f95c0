package dev.assay.text;

import dev.assay.io.FileEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Folders that are parts of a data set: `train/` beside `test/`, with the records in them or in
/// one folder for each class. A folder `test/` is one of tests of the program elsewhere.
final class Splits {
  private static final Set<String> TRAIN = Set.of("train", "training");
  private static final Set<String> TRIED = Set.of("dev", "val", "valid", "validation", "test");

  /// Records in so many classes, and so many of each: less may be examples.
  private static final int CLASSES = 2;

  private static final int EACH = 20;

  /// The folders that hold parts, lower case, without a slash at their end.
  private final Set<String> sets = new HashSet<>();

  /// The folders of classes inside parts that have several.
  private final Set<String> classes = new HashSet<>();

  private Splits() {}

  static Splits of(List<FileEntry> entries) {
    var splits = new Splits();
    Set<String> train = new HashSet<>();
    Map<String, Set<String>> tried = new HashMap<>();
    Map<String, Integer> inside = new HashMap<>();
    for (FileEntry entry : entries) {
      if (!mayBePart(entry.path())) {
        continue;
      }
      String[] parts = folders(entry.path());
      StringBuilder above = new StringBuilder();
      for (int i = 0; i < parts.length; i++) {
        String set = above.toString();
        if (TRAIN.contains(parts[i])) {
          train.add(set);
        } else if (TRIED.contains(parts[i])) {
          tried.computeIfAbsent(set, s -> new HashSet<>()).add(parts[i]);
        }
        boolean inPart = i > 0 && (TRAIN.contains(parts[i - 1]) || TRIED.contains(parts[i - 1]));
        above.append(parts[i]).append('/');
        if (inPart && i == parts.length - 1) {
          inside.merge(above.toString(), 1, Integer::sum);
        }
      }
    }
    // Tests of a program lie in one folder; a data set has a second part beside it.
    tried.forEach((set, parts) -> {
      if (train.contains(set) || parts.size() > 1) {
        splits.sets.add(set);
      }
    });
    inside.values().removeIf(files -> files < EACH);
    Map<String, Integer> beside = new HashMap<>();
    inside.keySet().forEach(folder -> beside.merge(above(folder), 1, Integer::sum));
    inside.keySet().stream()
        .filter(folder -> beside.getOrDefault(above(folder), 0) >= CLASSES)
        .forEach(splits.classes::add);
    return splits;
  }

  /// Asked first: of a million files few lie in a folder that is called so.
  private static boolean mayBePart(String path) {
    int slash = path.lastIndexOf('/');
    for (int i = 0; i < slash; i++) {
      boolean begins = i == 0 || path.charAt(i - 1) == '/';
      if (begins && "TtDdVv".indexOf(path.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Whether a path lies in a part of a data set, and no folder of it is one of tests otherwise.
  boolean inPart(String path) {
    StringBuilder above = new StringBuilder();
    boolean part = false;
    for (String folder : folders(path)) {
      if (TRIED.contains(folder) && sets.contains(above.toString())) {
        part = true;
      }
      above.append(folder).append('/');
    }
    return part;
  }

  /// Whether a file is one of many in the folder of a class, beside those of other classes:
  /// `train/birds/001.txt`.
  boolean isOfAClass(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String folder = lower.substring(0, lower.lastIndexOf('/') + 1);
    return classes.contains(folder);
  }

  /// The folder that a folder lies in.
  private static String above(String folder) {
    return folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
  }

  private static String[] folders(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    int slash = lower.lastIndexOf('/');
    return slash < 0 ? new String[0] : lower.substring(0, slash).split("/");
  }
}
