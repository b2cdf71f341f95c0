package dev.assay.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Folders in which papers of others are kept to be read: those that are called so, and those that
/// hold many of which none has the release's name.
final class Literature {
  /// Fewer papers in one folder may all be the release's own.
  private static final int MANY = 4;

  private static final Set<String> CALLED =
      Set.of("references", "reference", "literature", "reading", "readings", "bibliography");

  private static final int SHORTEST_NAME = 4;

  private Literature() {}

  /// The papers among these that are not kept as somebody else's.
  ///
  /// @param title the title of the release's README
  static List<Listing.Named> without(List<Listing.Named> papers, String title) {
    Map<String, Integer> count = new HashMap<>();
    for (Listing.Named paper : papers) {
      count.merge(paper.entry().folder(), 1, Integer::sum);
    }
    String name = firstWord(title);
    List<Listing.Named> own = new ArrayList<>();
    for (Listing.Named paper : papers) {
      String folder = paper.entry().folder();
      boolean library = !folder.isEmpty() && count.getOrDefault(folder, 0) >= MANY;
      boolean named = !name.isEmpty() && firstWord(paper.entry().name()).equals(name);
      if (named || !library && !paper.place().inFolder(CALLED)) {
        own.add(paper);
      }
    }
    return own;
  }

  private static String firstWord(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < lower.length() && Character.isLetterOrDigit(lower.charAt(end))) {
      end++;
    }
    return end < SHORTEST_NAME ? "" : lower.substring(0, end);
  }
}
