package dev.assay.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a `.gitmodules` text declares: repositories that belong to this one and lie elsewhere.
public final class Submodules {
  /// The name of such a file, at the top of a repository.
  public static final String FILE = ".gitmodules";

  private static final int MOST = 1000;

  private Submodules() {}

  /// The address of each submodule by its path, in the text's order; a path that leads out is left
  /// out.
  public static Map<String, String> of(String gitmodules) {
    var found = new LinkedHashMap<String, String>();
    String path = null;
    String url = null;
    for (String raw : (gitmodules + "\n[end]").split("\n")) {
      String line = raw.strip();
      int equals = line.indexOf('=');
      if (line.startsWith("[")) {
        keep(found, path, url);
        path = null;
        url = null;
      } else if (equals >= 0) {
        String key = line.substring(0, equals).strip();
        String value = line.substring(equals + 1).strip();
        path = key.equals("path") ? value : path;
        url = key.equals("url") ? value : url;
      }
    }
    return found;
  }

  /// Those whose files are not in a listing, as entries of it. One whose files are here is read
  /// like any other folder.
  public static List<FileEntry> missing(String gitmodules, List<FileEntry> listed) {
    var missing = new LinkedHashMap<>(of(gitmodules));
    for (FileEntry entry : listed) {
      missing.keySet().removeIf(path -> entry.path().startsWith(path + "/"));
    }
    var entries = new ArrayList<FileEntry>();
    missing.forEach(
        (path, url) -> entries.add(new FileEntry(path, -1, FileEntry.Kind.SUBMODULE, url, null)));
    return entries;
  }

  private static void keep(Map<String, String> found, @Nullable String path, @Nullable String url) {
    if (path != null && found.size() < MOST) {
      String safe = FileNames.escape(path);
      if (FileNames.staysInside(safe)) {
        found.putIfAbsent(safe, url == null ? "" : FileNames.escape(url));
      }
    }
  }
}
