package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Sighting;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What here starts a trainer that is not here: scripts, settings, recipes that the documents start
/// it with, programs that hand their model to somebody else's function.
final class Launches {
  /// @param place where it is started, with the trainer's name
  /// @param tuning whether given weights are trained on
  record Launching(CodeFile file, Sighting place, boolean tuning) {}

  private final Tree tree;
  private final List<Launching> launches = new ArrayList<>();

  /// The names of the release's own programs, once they were asked for.
  private @Nullable Set<String> programs;

  Launches(Tree tree, List<RecipeCommands.Given> recipes) {
    this.tree = tree;
    for (CodeFile f : tree.code()) {
      if (f.in(Zone.DOCS) || f.in(Zone.EVALUATION)) {
        continue;
      }
      f.sightings().forEach(s -> known(f, s));
      f.shape().launches().forEach(l -> command(f, l));
      variables(f);
    }
    recipes.forEach(this::recipe);
  }

  /// What a program that trains is also told to do with a recipe.
  private static final Set<String> OTHER =
      Set.of("export", "merge", "chat", "eval", "infer", "serve", "deploy", "api", "preprocess");

  /// What a document starts with a recipe of the release: the recipe is here, the trainer is not.
  private void recipe(RecipeCommands.Given given) {
    Outline.Launch l = given.launch();
    CodeFile recipe = given.recipe();
    boolean tunes = given.seen().stream().anyMatch(s -> s.signal() == Signal.TUNING);
    boolean trains = tunes || given.seen().stream().anyMatch(s -> s.signal() == Signal.LAUNCH);
    trains |= script(l.program()) && Zones.of(l.program()).contains(Zone.TRAINING);
    trains |= l.options().stream().anyMatch(o -> TrainingCommands.settingsOfTraining("--" + o));
    boolean other = Stream.of(l.words().split(" ")).anyMatch(OTHER::contains);
    if (!other
        && (trains || TrainingCommands.saysTrain(l))
        && !lists(l.program())
        && !lists(TrainingCommands.program(l))) {
      boolean tuning =
          tunes
              || tunesByPlace(recipe)
              || Recipes.givesWeights(recipe)
              || TrainingWords.below(given.line().headings());
      launches.add(
          new Launching(
              recipe,
              new Sighting(Signal.LAUNCH, "", l.program(), RecipeCommands.place(recipe)),
              tuning));
    }
  }

  private static boolean script(String program) {
    return program.endsWith(".py") || program.endsWith(".sh");
  }

  /// Whether a program in Python or a script with this path or ending is listed as the release's
  /// own.
  private boolean lists(String program) {
    if (programs == null) {
      programs = tree.programs();
    }
    return programs.contains(program.substring(program.lastIndexOf('/') + 1));
  }

  boolean isEmpty() {
    return launches.isEmpty();
  }

  /// Those that train on from given weights, or those that do not.
  List<Launching> that(boolean tune) {
    return launches.stream().filter(l -> l.tuning() == tune).toList();
  }

  /// Programs of the release that hand a model with fresh weights to a trainer of others.
  List<Launching> byPrograms() {
    return that(false).stream()
        .filter(l -> l.file().language() == Language.PYTHON)
        .filter(l -> !RecipeCommands.isRecipe(l.file()))
        .toList();
  }

  /// Programs and scripts that do so; a recipe is none, and names no use of anything.
  List<Launching> byCode() {
    return that(false).stream()
        .filter(l -> l.file().language() != Language.CONFIGURATION)
        .filter(l -> !RecipeCommands.isRecipe(l.file()))
        .toList();
  }

  /// Where the trainers are started.
  static List<Evidence> evidence(List<Launching> launches) {
    return launches.stream().map(l -> l.file().evidence(l.place().offset())).distinct().toList();
  }

  private static boolean tunesByPlace(CodeFile f) {
    return f.in(Zone.FINE_TUNING) && !f.in(Zone.PRE_TRAINING);
  }

  /// Whether something starts in a file; a package is started by its module of that name.
  private static boolean isEntry(CodeFile f) {
    return f.measure().entry() || f.file().name().equals("__main__.py");
  }

  /// A trainer that is known by its name.
  private void known(CodeFile f, Sighting s) {
    boolean starts =
        s.signal() == Signal.LAUNCH
            && (f.language() == Language.SHELL
                || f.language() == Language.CONFIGURATION
                || (f.in(Zone.TRAINING) || f.measure().starts()) && isEntry(f));
    boolean tunes = s.signal() == Signal.TUNING && f.language() == Language.SHELL;
    if ((starts || tunes) && !lists(s.what().replace('.', '/') + ".py")) {
      // A setting is no name for who reads it.
      Sighting named =
          f.language() == Language.CONFIGURATION
              ? new Sighting(s.signal(), s.framework(), s.framework(), s.offset())
              : s;
      boolean given =
          f.shape().launches().stream()
              .anyMatch(
                  l -> l.offset() == s.offset() && TrainingCommands.givesWeights(l.options()));
      launches.add(new Launching(f, named, tunes || given || tunesByPlace(f)));
    }
  }

  /// First words of the names of scripts that let a program which trains only run or measure.
  private static final Set<String> TRIES =
      Set.of("sample", "generate", "infer", "inference", "predict", "test", "eval", "evaluate");

  /// A command whose program or words say that it trains.
  private void command(CodeFile f, Outline.Launch l) {
    boolean other =
        f.in(Zone.TOKENIZER)
            || f.in(Zone.AUXILIARY)
            || f.sightings().stream()
                .anyMatch(s -> s.signal() == Signal.TOKENIZER && s.offset() == l.offset());
    if (other || lists(TrainingCommands.program(l))) {
      return;
    }
    boolean shell = f.language() == Language.SHELL;
    List<String> options = shell ? ScriptOptions.of(f, l) : l.options();
    boolean settings =
        (shell || f.notebook())
                && (TrainingCommands.withSettings(l, l.options())
                    || TrainingCommands.withSettings(l, options))
            || shell && TrainingCommands.passesOn(f, l);
    settings |= shell ? TrainingCommands.byBothNames(f, l) : handsToScript(f, l);
    boolean told = TrainingCommands.isRun(options) || TrainingCommands.switchedOn(l);
    boolean tries = TRIES.contains(Zones.firstWord(f.file().name()));
    boolean run =
        (shell || f.notebook() && l.program().endsWith(".py"))
            && told
            && !tries
            && !ScriptOptions.names(f, l, this::lists);
    if (settings || run || TrainingCommands.saysTrain(l) && !TrainingCommands.builds(f)) {
      boolean tuning =
          tunesByPlace(f)
              || TrainingCommands.givesWeights(options)
              || TrainingCommands.namesTuning(l.words())
              || f.notebook() && TrainingCommands.namesWeights(l.words())
              || settings && Zones.of(l.program()).contains(Zone.FINE_TUNING);
      String program = shell ? ScriptOptions.program(f, l) : l.program();
      launches.add(new Launching(f, new Sighting(Signal.LAUNCH, "", program, l.offset()), tuning));
    }
  }

  /// Whether a notebook for fine-tuning has a script do it that is named for it too.
  private static boolean handsToScript(CodeFile f, Outline.Launch l) {
    return f.notebook()
        && tunesByPlace(f)
        && l.program().endsWith(".sh")
        && Zones.of(l.program()).contains(Zone.FINE_TUNING);
  }

  /// A script that puts a program named for training into a variable, and starts what it is given
  /// on many machines.
  private void variables(CodeFile f) {
    boolean many =
        f.language() == Language.SHELL
            && f.shape().launches().stream().anyMatch(l -> TrainingCommands.onMany(l.words()));
    for (Outline.Named n : many ? f.shape().names() : List.<Outline.Named>of()) {
      if (n.value().endsWith(".py")
          && Zones.of(n.value()).contains(Zone.TRAINING)
          && !lists(n.value())) {
        launches.add(
            new Launching(
                f, new Sighting(Signal.LAUNCH, "", n.value(), n.offset()), tunesByPlace(f)));
      }
    }
  }

  /// A program named for training that hands its model to somebody else's function trains by a loop
  /// that is not here. Only asked where no loop was found at all.
  void handedOver() {
    for (CodeFile f : tree.code()) {
      boolean tunes = tunesByPlace(f);
      if ((Loops.trainName(f) || tunes)
          && (f.measure().entry() || f.notebook())
          && (f.measure().starts() || TrainingWords.tunes(f.file().name()))
          && (f.measure().learns() || f.has(Signal.RUN))
          && (!f.notebook() || f.measure().starts())
          && f.language() == Language.PYTHON
          && !f.in(Zone.EVALUATION)
          && !f.in(Zone.AUXILIARY)
          && !f.in(Zone.TOKENIZER)
          && !f.in(Zone.DATA)
          && !f.in(Zone.DOCS)
          && !f.in(Zone.DEMO)
          && !f.in(Zone.BENCHMARK)) {
        launches.add(
            new Launching(
                f,
                new Sighting(Signal.LAUNCH, "", "a library", handing(f)),
                tunes
                    || f.has(Signal.PRETRAINED)
                    || f.given()
                    || tree.modules().of(f).stream().anyMatch(GivenWeights::loads)));
      }
    }
    boolean none = launches.stream().allMatch(l -> l.file().notebook());
    for (CodeFile f : none ? tree.code() : List.<CodeFile>of()) {
      int place = HandsOver.place(f, tree.modules().of(f));
      if (place >= 0) {
        boolean tunes = tunesByPlace(f) || f.has(Signal.PRETRAINED) || f.given();
        launches.add(
            new Launching(f, new Sighting(Signal.LAUNCH, "", "code that it calls", place), tunes));
      }
    }
  }

  /// Where a program hands its model over: the call, else the first place that tells what it is.
  private static int handing(CodeFile f) {
    return f.first(Signal.RUN).map(Sighting::offset).orElse(f.measure().telling());
  }
}
