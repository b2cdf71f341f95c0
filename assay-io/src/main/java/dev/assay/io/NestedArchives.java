package dev.assay.io;

import dev.assay.model.Issue;
import java.util.List;
import java.util.Optional;

/// Archives that lie inside a source. They are files like any other and nobody looks into them,
/// which a report must say: an assessment that passes over a `code.tar.gz` in silence would call
/// the code absent.
public final class NestedArchives {
  private static final List<String> ENDINGS =
      List.of(
          ".zip",
          ".tar",
          ".tgz",
          ".tar.gz",
          ".tar.xz",
          ".txz",
          ".tar.bz2",
          ".tbz2",
          ".tar.zst",
          ".7z",
          ".rar");

  private NestedArchives() {}

  /// One note for all archives in a listing, or nothing where it holds none.
  public static Optional<Issue> note(String source, List<FileEntry> files) {
    List<String> nested =
        files.stream()
            .filter(file -> file.kind() == FileEntry.Kind.FILE)
            .map(FileEntry::path)
            .filter(NestedArchives::isOne)
            .toList();
    if (nested.isEmpty()) {
      return Optional.empty();
    }
    String more = nested.size() > 1 ? " and " + (nested.size() - 1) + " more like it" : "";
    return Optional.of(
        new Issue(
            Issue.Severity.NOTE,
            source,
            nested.getFirst(),
            "an archive inside the release" + more + ": not looked into",
            "name it, unpacked where it lies in an archive itself, as a source of its own"));
  }

  private static boolean isOne(String path) {
    for (String ending : ENDINGS) {
      int at = path.length() - ending.length();
      if (path.regionMatches(true, at, ending, 0, ending.length())) {
        return true;
      }
    }
    return false;
  }
}
