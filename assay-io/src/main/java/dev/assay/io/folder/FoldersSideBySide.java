package dev.assay.io.folder;

import dev.assay.io.FileEntry;
import dev.assay.io.OnlyFolder;
import dev.assay.model.Issue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/// A folder without a file of its own in which several folders each have a README or a licence:
/// sources put beside one another, as where code and weights were both fetched into one place. Read
/// as one source, what each says at its top would count as said of a part.
final class FoldersSideBySide {
  private static final int MOST_NAMED = 8;

  private FoldersSideBySide() {}

  /// The note that says so, or nothing where a folder is none such.
  ///
  /// @param reference what the user named
  static Optional<Issue> note(String source, String reference, List<FileEntry> files) {
    var own = new TreeSet<String>();
    for (FileEntry file : files) {
      String folder = file.folder();
      if (folder.isEmpty() && !OnlyFolder.isBeside(file.name())) {
        return Optional.empty();
      }
      if (folder.indexOf('/') < 0 && speaksForAll(file.name())) {
        own.add(folder);
      }
    }
    if (own.size() < 2) {
      return Optional.empty();
    }
    String named =
        String.join(", ", own.stream().limit(MOST_NAMED).map(name -> name + "/").toList());
    String more = own.size() > MOST_NAMED ? " and " + (own.size() - MOST_NAMED) + " more" : "";
    String at = reference.endsWith("/") ? reference : reference + "/";
    String each = String.join(" ", own.stream().limit(MOST_NAMED).map(name -> at + name).toList());
    return Optional.of(
        new Issue(
            Issue.Severity.NOTE,
            source,
            "",
            "each of "
                + named
                + more
                + " has a README or a licence of its own, and nothing lies"
                + " beside them: they were read as parts of one source",
            "if they are sources of one release, assay inspect "
                + each
                + "; if not, inspect each by itself"));
  }

  private static boolean speaksForAll(String name) {
    String low = name.toLowerCase(Locale.ROOT);
    return low.startsWith("readme") || low.startsWith("license") || low.startsWith("licence");
  }
}
