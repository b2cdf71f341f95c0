package dev.assay.engine;

import dev.assay.io.FileEntry;
import dev.assay.model.Mention;
import dev.assay.model.State;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Promises that the release has kept: "this repository will provide the code for the experiments",
/// written when it was empty, stands there still when the programs lie beside it.
final class SpentPromises {
  private static final Pattern THIS_WILL =
      Pattern.compile(
          "(?i)\\bth(?:is|e) (?:repo|repository|project|folder|directory|page) will"
              + " (?:provide|contain|include|host|hold|release|share)\\b");

  /// So many programs are more than what makes a repository.
  private static final int SOME = 3;

  private static final Set<String> PROGRAMS =
      Set.of(
          "py", "ipynb", "c", "cc", "cpp", "cu", "java", "jl", "rs", "go", "lua", "r", "scala",
          "swift");

  private SpentPromises() {}

  static List<Mention> setAside(List<Mention> mentions, List<FileEntry> listing) {
    boolean code =
        listing.stream()
                .filter(f -> f.kind() == FileEntry.Kind.FILE || f.kind() == FileEntry.Kind.LISTED)
                .filter(f -> PROGRAMS.contains(ending(f.path())))
                .limit(SOME)
                .count()
            == SOME;
    return !code
        ? mentions
        : mentions.stream()
            .filter(m ->
                m.state() != State.PROMISED
                    || !m.component().name().endsWith("_CODE")
                    || !THIS_WILL.matcher(m.evidence().quote()).find())
            .toList();
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
