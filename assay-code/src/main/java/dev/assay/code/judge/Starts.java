package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Who starts the programs of a release, and for what: its own scripts and documents. A program
/// that can do several things does here what it is started for. Linear in the length of scripts and
/// documents.
final class Starts {
  /// @param tunes whether all that is said where it is started is that given weights are trained on
  /// @param fresh whether the command names a configuration of a model and no weights
  private record Start(boolean tunes, boolean fresh) {}

  private final Map<CodeFile, List<Start>> starts = new HashMap<>();
  private boolean preTrains;

  Starts(Tree tree, Guide guide) {
    tree.documents().forEach(d -> document(d, guide));
    for (CodeFile f : tree.code()) {
      if (f.language() == Language.SHELL) {
        script(f, guide);
      }
    }
  }

  /// Whether one of these programs is started, and none of them for anything but fine-tuning, in a
  /// release that has no section on pre-training.
  boolean onlyTune(Collection<CodeFile> programs) {
    List<Start> all =
        programs.stream().flatMap(p -> starts.getOrDefault(p, List.of()).stream()).toList();
    return !all.isEmpty() && !preTrains && all.stream().allMatch(Start::tunes);
  }

  /// Whether a command starts this program with a configuration and without weights.
  boolean fresh(CodeFile program) {
    return starts.getOrDefault(program, List.of()).stream().anyMatch(Start::fresh);
  }

  /// What a script starts serves the script's purpose: its name tells it, else who starts the
  /// script.
  private void script(CodeFile script, Guide guide) {
    boolean pre = script.in(Zone.PRE_TRAINING);
    boolean tunes = !pre && (script.in(Zone.FINE_TUNING) || onlyTune(List.of(script)));
    for (Outline.Launch l : script.shape().launches()) {
      boolean given = TrainingCommands.givesWeights(l.options());
      for (CodeFile program : guide.programs(l.words(), script.folder())) {
        add(program, new Start(tunes || given && !pre, fresh(l.options(), given)));
      }
    }
  }

  private void document(CodeFile document, Guide guide) {
    String name = document.file().path().toLowerCase(Locale.ROOT);
    boolean readme = name.indexOf('/') < 0 && name.startsWith("readme");
    for (Started line : Started.in(document)) {
      preTrains |=
          readme
              && line.headings().stream()
                  .anyMatch(h -> TrainingWords.preTrains(h) && !TrainingWords.tunes(h));
      // What a command is given may say it too: the name of a configuration.
      boolean tunes = line.fenced() && TrainingWords.tunes(line.text());
      started(line.text(), tunes, line.headings(), document.folder(), guide);
    }
  }

  private void started(
      String line, boolean told, List<String> headings, String folder, Guide guide) {
    Set<CodeFile> programs = guide.programs(line, folder);
    if (programs.isEmpty()) {
      return;
    }
    Set<String> options = new HashSet<>();
    for (String word : line.split("[ =]+")) {
      if (word.startsWith("--")) {
        options.add(word.substring(2));
      }
    }
    boolean given = TrainingCommands.givesWeights(options);
    // Weights that are given where training is shown may be those of a part.
    boolean tunes =
        told
            || TrainingWords.below(headings)
            || given && headings.stream().noneMatch(TrainingWords::trains);
    for (CodeFile program : programs) {
      add(program, new Start(tunes, fresh(options, given)));
    }
  }

  private void add(CodeFile program, Start start) {
    starts.computeIfAbsent(program, p -> new ArrayList<>()).add(start);
  }

  private static boolean fresh(Collection<String> options, boolean given) {
    return !given && options.stream().anyMatch(TrainingCommands::configures);
  }
}
