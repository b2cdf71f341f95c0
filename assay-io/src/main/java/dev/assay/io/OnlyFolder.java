package dev.assay.io;

import dev.assay.model.Issue;
import java.util.Set;

/// The one folder that everything of a source lies in, as where an archive was unpacked into a new
/// folder or a repository was packed by its host. Paths are then given from that folder: what a
/// release says of itself stands at its top.
public final class OnlyFolder {
  /// Said of a file beside the folder whose name is also that of one inside it.
  public static final String HIDDEN = "the one folder holds a file of this name: this was not read";

  private static final Set<String> BESIDE =
      Set.of(".DS_Store", "__MACOSX", "Thumbs.db", "desktop.ini");

  private OnlyFolder() {}

  /// Whether a name at the top is one that the user's system puts beside what the user put there.
  public static boolean isBeside(String name) {
    return BESIDE.contains(name);
  }

  /// The note that paths are given from there.
  public static Issue note(String source, String folder) {
    String said = "everything lies in " + folder + "/; paths are given from there";
    return new Issue(Issue.Severity.NOTE, source, folder, said, "");
  }
}
