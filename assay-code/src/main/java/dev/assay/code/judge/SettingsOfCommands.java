package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.outline.ShellScanner;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.SettingNames;
import dev.assay.code.roles.Zone;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;

/// Settings of a run that stand nowhere but in the command by which a document starts it: a
/// learning rate beside a batch or a length of the run, given to a program of the release that
/// trains.
final class SettingsOfCommands {
  private final Tree tree;
  private final Guide guide;

  SettingsOfCommands(Tree tree, Guide guide) {
    this.tree = tree;
    this.guide = guide;
  }

  /// The lines of documents that begin such commands.
  List<Evidence> found() {
    List<Evidence> found = new ArrayList<>();
    tree.documents()
        .forEach((document, lines) -> {
          for (Started line : lines) {
            if (line.fenced()
                && found.size() < Findings.MOST_EVIDENCE
                && line.text().contains("--")
                && states(line.text())
                && guide.programs(line.text(), document.folder()).stream().anyMatch(this::trains)) {
              int at = document.file().lineAt(line.at());
              found.add(document.file().evidence(at, at));
            }
          }
        });
    return found;
  }

  private static boolean states(String command) {
    boolean rate = false;
    boolean amount = false;
    for (Outline.Launch l : ShellScanner.scan(command).launches()) {
      for (String option : l.options()) {
        String last = SettingNames.last(option);
        rate |= SettingNames.rate(last);
        amount |= SettingNames.amount(last);
      }
    }
    return rate && amount;
  }

  /// Whether a program trains: itself, by its name, or by a module that it brings in.
  private boolean trains(CodeFile f) {
    return f.language() == Language.PYTHON
        && !f.in(Zone.EVALUATION)
        && (Loops.isLoop(f)
            || Loops.trainName(f)
            || tree.modules().of(f).stream().anyMatch(Loops::isLoop));
  }
}
