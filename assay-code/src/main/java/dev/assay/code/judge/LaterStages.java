package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Commands of a release's scripts and documents that start a program which trains with what
/// another run has made. Settings in Python that do so are told by {@link LoadedRecipes}. Linear in
/// the length of scripts and documents.
final class LaterStages {
  /// A few places are shown.
  private static final int MOST = 2;

  private LaterStages() {}

  /// Where commands do so.
  ///
  /// @param programs those that train
  static List<Evidence> in(Tree tree, Collection<CodeFile> programs) {
    Set<String> names =
        programs.stream().map(p -> p.file().name()).collect(Collectors.toUnmodifiableSet());
    List<Evidence> found = new ArrayList<>();
    for (CodeFile f : tree.code()) {
      if (f.language() == Language.SHELL) {
        for (Outline.Launch l : f.shape().launches()) {
          if (found.size() < MOST && starts(l.words(), names)) {
            found.add(f.evidence(l.offset()));
          }
        }
      }
    }
    for (Map.Entry<CodeFile, List<Started>> document : tree.documents().entrySet()) {
      for (Started line : document.getValue()) {
        if (found.size() < MOST && line.fenced() && starts(line.text(), names)) {
          found.add(document.getKey().evidence(line.at()));
        }
      }
    }
    return found;
  }

  private static boolean starts(String command, Set<String> programs) {
    if (command.indexOf(" --") < 0 || !TrainingCommands.laterStage(command)) {
      return false;
    }
    for (String word : command.split(" ")) {
      if (programs.contains(word.substring(word.lastIndexOf('/') + 1))) {
        return true;
      }
    }
    return false;
  }
}
