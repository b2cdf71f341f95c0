package dev.assay.code.judge;

import dev.assay.io.FileEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
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
    var words = new StringTokenizer(line, " \t()[]`\"'<>=,;{}|");
    while (words.hasMoreTokens()) {
      String path = of(words.nextToken(), folder);
      if (path != null) {
        found.add(path);
      }
    }
    return found;
  }

  private @Nullable String of(String word, String folder) {
    String path = word;
    for (String part : List.of("/blob/", "/tree/")) {
      int at = path.indexOf(part);
      int revision = at < 0 ? -1 : path.indexOf('/', at + part.length());
      path = revision < 0 ? path : path.substring(revision + 1);
    }
    while (path.startsWith("./") || path.startsWith("/")) {
      path = path.substring(path.indexOf('/') + 1);
    }
    List<String> same = byName.getOrDefault(path.substring(path.lastIndexOf('/') + 1), List.of());
    if (same.isEmpty() || same.size() > MOST || path.contains("://")) {
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
