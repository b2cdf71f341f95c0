package dev.assay.code.judge;

import dev.assay.io.FileEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which file of the release a word of a document or of a command means: the one beside it, else
/// the one below the root, else the only one whose path ends so. An address of a forge means the
/// path in it. Linear in the length of what is asked, but for files of one name.
final class Listed {
  /// More files of one name than this are not told apart.
  private static final int MOST = 200;

  private final Map<String, List<String>> byName = new HashMap<>();

  Listed(List<FileEntry> listing) {
    for (FileEntry e : listing) {
      List<String> paths = byName.computeIfAbsent(e.name(), n -> new ArrayList<>());
      if (paths.size() <= MOST) {
        paths.add(e.path());
      }
    }
  }

  /// The paths that the words of a line mean.
  ///
  /// @param folder where the line stands
  Set<String> in(String line, String folder) {
    Set<String> found = new LinkedHashSet<>();
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i < line.length() && !separates(line.charAt(i))) {
        continue;
      }
      String path = i == start ? null : of(line.substring(start, i), folder);
      if (path != null) {
        found.add(path);
      }
      start = i + 1;
    }
    return found;
  }

  /// Whether a sign stands between two words of a line.
  private static boolean separates(char c) {
    return switch (c) {
      case ' ', '\t', '(', ')', '[', ']', '`', '"', '\'', '<', '>', '=', ',', ';', '{', '}', '|' ->
          true;
      default -> false;
    };
  }

  private @Nullable String of(String word, String folder) {
    // Most words of a document name no file, and the name stays the same whatever stands before it.
    List<String> same = byName.get(word.substring(word.lastIndexOf('/') + 1));
    if (same == null || same.size() > MOST) {
      return null;
    }
    String path = word;
    for (String part : List.of("/blob/", "/tree/")) {
      int at = path.indexOf(part);
      int revision = at < 0 ? -1 : path.indexOf('/', at + part.length());
      path = revision < 0 ? path : path.substring(revision + 1);
    }
    while (path.startsWith("./") || path.startsWith("/")) {
      path = path.substring(path.indexOf('/') + 1);
    }
    if (path.contains("://")) {
      return null;
    }
    String beside = folder.isEmpty() ? path : folder + "/" + path;
    String end = "/" + path;
    List<String> ends = same.stream().filter(p -> p.endsWith(end)).toList();
    if (same.contains(beside)) {
      return beside;
    }
    return same.contains(path) ? path : ends.size() == 1 ? ends.getFirst() : null;
  }
}
