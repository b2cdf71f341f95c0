package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Purpose;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Who starts the programs of a release, and for what: its own scripts and documents. A program
/// that can do several things does here what it is started for. Linear in the length of scripts and
/// documents.
final class Starts {
  /// What is said where a program is started.
  private enum Says {
    /// That given weights are trained on, and nothing else.
    TUNES,
    /// Anything else.
    TRAINS,
    /// Nothing of what is trained: the program only measures there, it is one example of its uses,
    /// or weights are given that may be those of a part.
    NOTHING
  }

  /// @param fresh whether the command names a configuration of a model and no weights
  private record Start(Says says, boolean fresh) {}

  private final Map<CodeFile, List<Start>> starts = new HashMap<>();
  private final Map<CodeFile, Set<CodeFile>> scripts = new HashMap<>();
  private final Map<String, CodeFile> recipes = new HashMap<>();
  private final Set<CodeFile> afresh = new HashSet<>();
  private final Set<CodeFile> training = new HashSet<>();
  private final Set<CodeFile> trained = new HashSet<>();
  private final Listed listed;
  private final Guide guide;
  private boolean preTrains;
  private boolean speaksOfTraining;

  Starts(Tree tree, Guide guide, Listed listed) {
    this.guide = guide;
    this.listed = listed;
    for (CodeFile f : tree.code()) {
      if (f.language() == Language.CONFIGURATION && Recipes.givesWeights(f)) {
        recipes.put(f.file().path(), f);
      }
    }
    tree.documents().forEach(this::document);
    for (CodeFile f : tree.code()) {
      if (f.language() == Language.SHELL) {
        script(f);
      }
    }
  }

  /// Whether one of these programs is started, and none of them for anything but fine-tuning, in a
  /// release that has no section on pre-training.
  boolean onlyTune(Collection<CodeFile> programs) {
    List<Says> all =
        programs.stream()
            .flatMap(p -> starts.getOrDefault(p, List.of()).stream())
            .map(Start::says)
            .filter(s -> s != Says.NOTHING)
            .toList();
    return !all.isEmpty() && !preTrains && all.stream().allMatch(s -> s == Says.TUNES);
  }

  /// Whether one of these programs is started with the state of a whole model that was trained
  /// before, and none of them for anything but fine-tuning.
  boolean onlyTrained(Collection<CodeFile> programs) {
    return programs.stream().anyMatch(trained::contains) && onlyTune(programs);
  }

  /// Whether a document or a script names this program.
  boolean starts(CodeFile program) {
    return starts.containsKey(program);
  }

  /// Whether documents start programs of this kind and no others, below no heading of training.
  boolean only(Predicate<CodeFile> kind) {
    return !starts.isEmpty()
        && training.isEmpty()
        && !speaksOfTraining
        && starts.keySet().stream().allMatch(kind);
  }

  /// Whether a document starts this program where it speaks of training.
  boolean trains(CodeFile program) {
    return training.contains(program);
  }

  /// Whether all that a script starts is among these programs.
  boolean startsOnly(CodeFile script, Collection<CodeFile> among) {
    Set<CodeFile> programs = scripts.getOrDefault(script, Set.of());
    return !programs.isEmpty() && among.containsAll(programs);
  }

  /// Whether a document that says how to begin from scratch starts a program there that is named
  /// for making a model with fresh weights, and that does not train it.
  boolean initialises() {
    return afresh.stream()
        .filter(f -> Zones.firstWord(f.file().name()).startsWith("init"))
        .anyMatch(f -> Loops.purpose(f) == Purpose.NONE && f.measure().learns());
  }

  /// Whether a command starts this program with a configuration and without weights.
  boolean fresh(CodeFile program) {
    return starts.getOrDefault(program, List.of()).stream().anyMatch(Start::fresh);
  }

  /// What a script starts serves the script's purpose: its name tells it, else who starts the
  /// script.
  private void script(CodeFile script) {
    boolean pre = script.in(Zone.PRE_TRAINING);
    boolean tunes = !pre && (script.in(Zone.FINE_TUNING) || onlyTune(List.of(script)));
    for (Outline.Launch l : script.shape().launches()) {
      boolean given = TrainingCommands.givesWeights(l.options());
      boolean recipe =
          !pre
              && (recipe(l.words(), script.folder())
                  || TrainingCommands.beginsWithTrained(l.words()));
      Says says =
          tunes || given && !pre || recipe
              ? Says.TUNES
              : TrainingCommands.other(l.options()) ? Says.NOTHING : Says.TRAINS;
      for (CodeFile program : guide.programs(l.words(), script.folder())) {
        scripts.computeIfAbsent(script, s -> new HashSet<>()).add(program);
        add(program, new Start(says, fresh(l.options(), given)));
      }
    }
  }

  /// Whether a command names a configuration that gives weights of the whole model.
  private boolean recipe(String command, String folder) {
    return !recipes.isEmpty() && listed.in(command, folder).stream().anyMatch(recipes::containsKey);
  }

  private void document(CodeFile document, List<Started> lines) {
    String name = document.file().path().toLowerCase(Locale.ROOT);
    boolean readme = name.indexOf('/') < 0 && name.startsWith("readme");
    speaksOfTraining |= TrainingWords.inHeadings(document.file().text());
    for (Started line : lines) {
      preTrains |=
          readme
              && line.headings().stream()
                  .anyMatch(h -> TrainingWords.preTrains(h) && !TrainingWords.tunes(h));
      started(line, document.folder());
    }
  }

  /// One example of what a program is for says nothing of the others.
  private static final Pattern EXAMPLE =
      Pattern.compile("(?i)\\b(for example|for instance|e\\.g\\.)");

  private void started(Started line, String folder) {
    Set<CodeFile> programs = guide.programs(line.text(), folder);
    if (lesson(folder)) {
      programs.removeIf(p -> !p.file().path().startsWith(folder + "/"));
    }
    if (programs.isEmpty()) {
      return;
    }
    Set<String> options = TrainingCommands.options(line.text());
    boolean given = TrainingCommands.givesWeights(options);
    // What a command is given may say it too: the name of a configuration, or what stands in it.
    boolean told =
        line.fenced() && TrainingWords.tunes(TrainingCommands.withoutSettings(line.text()));
    boolean trains = line.headings().stream().anyMatch(TrainingWords::trains);
    boolean example = trains && EXAMPLE.matcher(line.prose()).find();
    Says says = Says.TRAINS;
    if (told && !example
        || TrainingWords.below(line.headings())
        || given && (!trains || TrainingCommands.givesWhole(options))
        || TrainingCommands.beginsWithTrained(line.text())
        || recipe(line.text(), folder)) {
      says = Says.TUNES;
    } else if (told || given || TrainingCommands.other(options)) {
      // Weights that are given where training is shown may be those of a part.
      says = Says.NOTHING;
    }
    if (says == Says.TUNES && !line.fenced() && !Started.command(line.text())) {
      // A sentence that speaks of a program tells of one use of it, and starts nothing.
      says = Says.NOTHING;
    }
    boolean scratch =
        TrainingWords.preTrains(line.prose())
            || line.headings().stream().anyMatch(TrainingWords::preTrains);
    for (CodeFile program : programs) {
      add(program, new Start(says, fresh(options, given)));
      if (scratch) {
        afresh.add(program);
      }
      if (TrainingCommands.beginsWithTrained(line.text())) {
        trained.add(program);
      }
      if (line.fenced() && (trains || TrainingWords.trains(line.prose()))) {
        training.add(program);
      }
    }
  }

  /// Whether documents of a folder teach how something is done with other people's programs, where
  /// these are not beside them.
  private static boolean lesson(String folder) {
    return Zones.words(folder).stream().anyMatch(w -> w.startsWith("tutorial"));
  }

  private void add(CodeFile program, Start start) {
    starts.computeIfAbsent(program, p -> new ArrayList<>()).add(start);
  }

  private static boolean fresh(Collection<String> options, boolean given) {
    return !given && options.stream().anyMatch(TrainingCommands::configures);
  }
}
