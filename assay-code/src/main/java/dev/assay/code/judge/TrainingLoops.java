package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Idea;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.MadeElse;
import dev.assay.code.roles.Purpose;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files that hold training loops, by what the loops are for. What a file shows of itself comes
/// first ({@link Loops}); then what its neighbours, its users and those who start it say.
final class TrainingLoops {
  private final Tree tree;
  private final Starts starts;
  private final Copies copies;
  private final Map<Purpose, List<CodeFile>> loops = new EnumMap<>(Purpose.class);

  /// Programs to which a loop in a file of helpers was given, whatever they are called.
  private final Set<CodeFile> starters = new LinkedHashSet<>();

  /// Programs that load weights before they hand the network to a loop of the release.
  private final Set<CodeFile> begin = new LinkedHashSet<>();

  /// Said by the files and the copies alone, whatever serves what; asked for several times.
  private @Nullable List<CodeFile> entries;

  TrainingLoops(Tree tree, Starts starts, Copies copies) {
    this.tree = tree;
    this.starts = starts;
    this.copies = copies;
    for (Purpose purpose : Purpose.values()) {
      loops.put(purpose, new ArrayList<>());
    }
    for (CodeFile f : tree.all()) {
      Purpose purpose = Loops.purpose(f);
      if (purpose != Purpose.NONE) {
        of(copies.purpose(f, purpose)).add(f);
      }
    }
    learnersAmong(false);
    subclassesFollow();
    partsFollow();
    partsOfOthers();
    graphsThatAreFed();
    compiledElsewhere();
    libraryFollows();
    splitLoops();
    fetchedModels();
    new Unstarted(tree, starts, this).aside();
    wrappedModels();
    startsSay();
    modulesLoad();
    onlyLoaded();
    // Their programs may have been found to train on by now.
    subclassesFollow();
    notebooksShow();
    programsBegin();
    calledPreTraining();
  }

  /// A program that is itself named for pre-training makes the release's model, though it puts
  /// given weights into a part of it first. One that takes a model by its name trains that on.
  private void calledPreTraining() {
    for (CodeFile f : List.copyOf(of(Purpose.TUNING))) {
      boolean named = Zones.of(f.file().name()).contains(Zone.PRE_TRAINING);
      boolean own = f.measure().entry() && !f.notebook() && !GivenWeights.loads(f);
      if (named && own && !of(Purpose.SCRATCH).contains(f)) {
        of(Purpose.SCRATCH).add(f);
        starters.add(f);
      }
    }
  }

  /// Programs that load weights, whatever happens, into the network that they hand to a loop of the
  /// release: they train on.
  Set<CodeFile> begin() {
    return begin;
  }

  /// The files whose loops serve a purpose.
  List<CodeFile> of(Purpose purpose) {
    return loops.getOrDefault(purpose, List.of());
  }

  /// Whether no loop here makes the release's model.
  boolean none() {
    return of(Purpose.SCRATCH).isEmpty() && of(Purpose.TUNING).isEmpty();
  }

  /// Programs that start what is trained from nothing.
  List<CodeFile> entries() {
    if (entries == null) {
      entries = findEntries();
    }
    return starters.isEmpty()
        ? entries
        : Stream.concat(entries.stream(), starters.stream()).distinct().toList();
  }

  private List<CodeFile> findEntries() {
    return Stream.concat(
            tree.code().stream(), tree.all().stream().filter(f -> copies.holds(f.file().path())))
        .filter(Loops::entry)
        .filter(f -> Loops.purpose(f) == Purpose.SCRATCH || Loops.purpose(f) == Purpose.NONE)
        .filter(f -> !Loops.tunesByName(f) || f.in(Zone.PRE_TRAINING))
        .toList();
  }

  void move(CodeFile f, Purpose from, Purpose to) {
    of(from).remove(f);
    of(to).add(f);
  }

  private static boolean tunesByPlace(CodeFile f) {
    return Loops.tunesByName(f) && !f.in(Zone.PRE_TRAINING);
  }

  /// A function that is named for training may leave counts and updates to the files beside it. In
  /// Python, where most names are of libraries, it is only asked where nothing else trains.
  private void learnersAmong(boolean python) {
    Map<String, Set<Idea>> ideas = new HashMap<>();
    for (CodeFile f : tree.code()) {
      ideas
          .computeIfAbsent(f.folder(), k -> EnumSet.noneOf(Idea.class))
          .addAll(f.learner().ideas());
    }
    for (CodeFile f : tree.code()) {
      boolean plain =
          !f.has(Signal.LEARNER)
              && (f.language() == Language.PYTHON) == python
              && Loops.purpose(f) == Purpose.NONE
              && Loops.free(f);
      if (plain && f.learner().among(ideas.getOrDefault(f.folder(), Set.of()))) {
        of(tunesByPlace(f) ? Purpose.TUNING : Purpose.SCRATCH).add(f);
      }
    }
  }

  /// A file that only subclasses a trainer does what the program does that constructs one.
  private void subclassesFollow() {
    boolean tunes = of(Purpose.TUNING).stream().anyMatch(t -> t.measure().entry());
    boolean begins =
        of(Purpose.SCRATCH).stream().anyMatch(s -> !subclassOnly(s) && s.measure().entry());
    if (tunes && !begins) {
      for (CodeFile f : List.copyOf(of(Purpose.SCRATCH))) {
        if (subclassOnly(f)) {
          move(f, Purpose.SCRATCH, Purpose.TUNING);
        }
      }
    }
  }

  private static boolean subclassOnly(CodeFile f) {
    return !f.has(Signal.GRADIENT)
        && !f.has(Signal.HOOK)
        && !f.measure().entry()
        && f.shape().classes().stream().anyMatch(c -> isTrainer(c.name()));
  }

  /// What is called after a trainer that goes with it, and is none.
  private static final List<String> BESIDE_TRAINERS =
      List.of("Callback", "Arguments", "Args", "Config", "State", "Control");

  private static boolean isTrainer(String name) {
    return name.contains("Trainer") && BESIDE_TRAINERS.stream().noneMatch(name::endsWith);
  }

  /// A trainer, or a function that trains, without a program of its own does what the programs do
  /// that import it: if all of them train on from given weights, so does it.
  private void libraryFollows() {
    for (CodeFile part : List.copyOf(of(Purpose.SCRATCH))) {
      boolean trainer = part.shape().classes().stream().anyMatch(c -> c.name().endsWith("Trainer"));
      boolean function = part.shape().classes().isEmpty() && part.measure().definitions() > 0;
      if (part.measure().entry() || part.in(Zone.PRE_TRAINING) || !trainer && !function) {
        continue;
      }
      List<CodeFile> users =
          tree.code().stream()
              .filter(f -> f != part && f.measure().entry() && imports(f, part))
              .toList();
      if (!users.isEmpty() && users.stream().allMatch(this::tunes)) {
        move(part, Purpose.SCRATCH, Purpose.TUNING);
      }
    }
  }

  private boolean tunes(CodeFile program) {
    return of(Purpose.TUNING).contains(program)
        || GivenWeights.loadsLanguageModel(program)
            && !program.has(Signal.SCRATCH)
            && !program.in(Zone.PRE_TRAINING);
  }

  private static boolean imports(CodeFile f, CodeFile part) {
    String name = part.file().name().replace(".py", "");
    return f.shape().imports().stream()
        .anyMatch(i -> List.of(i.name().split("\\.")).contains(name));
  }

  /// Whether a program imports a file of its folder that imports a part.
  private boolean through(CodeFile program, CodeFile part) {
    return tree.code().stream()
        .anyMatch(f ->
            f != program
                && f != part
                && f.folder().equals(part.folder())
                && imports(f, part)
                && imports(program, f));
  }

  /// A loop in a file of helpers belongs to the program beside it that imports it.
  private void partsFollow() {
    for (CodeFile part : List.copyOf(of(Purpose.SUPPORT))) {
      startedBy(
          part,
          f -> f.measure().entry() || trainsFromTop(f),
          f ->
              f.folder().equals(part.folder())
                  ? imports(f, part) || through(f, part)
                  : Loops.trainName(f) && tree.modules().of(f).contains(part));
    }
  }

  /// Whether a source that is named for training defines nothing and is run from its top.
  private static boolean trainsFromTop(CodeFile f) {
    return f.language() == Language.PYTHON
        && f.measure().definitions() == 0
        && Loops.trainName(f)
        && !f.inDocument();
  }

  /// Where nothing else trains, a loop in a file of helpers belongs to the program that brings it
  /// in and starts what trains, wherever it stands and whatever it is called; where no program
  /// does, to the notebook beside it.
  private void partsOfOthers() {
    for (CodeFile part : none() ? List.copyOf(of(Purpose.SUPPORT)) : List.<CodeFile>of()) {
      startedBy(
          part,
          f -> f.measure().entry() || f.measure().actsAtTop(),
          f -> tree.modules().of(f).contains(part));
    }
    for (CodeFile part : none() ? List.copyOf(of(Purpose.SUPPORT)) : List.<CodeFile>of()) {
      startedBy(
          part,
          f -> f.notebook() && f.has(Signal.OPTIMIZER) && !f.in(Zone.DOCS),
          f -> f.folder().equals(part.folder()) && imports(f, part));
    }
  }

  /// Where nothing else trains, an optimizer that a module makes a part of a graph belongs to the
  /// program that brings the module in and runs the graph over its data.
  private void graphsThatAreFed() {
    if (!none()) {
      return;
    }
    List<CodeFile> graphs =
        tree.code().stream()
            .filter(f -> f.has(Signal.GRADIENT) && f.has(Signal.OPTIMIZER) && Loops.graph(f))
            .filter(f -> Loops.purpose(f) == Purpose.NONE && !f.has(Signal.FEED))
            .toList();
    for (CodeFile part : graphs) {
      tree.code().stream()
          .filter(f -> feeds(f) && Loops.free(f) && !f.notebook())
          .filter(f -> f.measure().starts() && (f.measure().entry() || f.measure().actsAtTop()))
          .filter(f -> bringsIn(f, part))
          .findFirst()
          .ifPresent(f -> {
            of(tunesByPlace(f) ? Purpose.TUNING : Purpose.SCRATCH).add(part);
            starters(f, tunesByPlace(f));
          });
    }
  }

  /// Where nothing else trains, a model of Keras that a module compiles is trained by the program
  /// that brings the module in and fits what it gives.
  private void compiledElsewhere() {
    if (!none()) {
      return;
    }
    List<CodeFile> modules =
        tree.code().stream()
            .filter(f -> keras(f, Signal.LOOP) && Loops.purpose(f) == Purpose.NONE)
            .filter(f -> f.excerpt() == null && !f.in(Zone.EVALUATION) && !f.in(Zone.TEST))
            .toList();
    for (CodeFile part : modules) {
      tree.code().stream()
          .filter(f -> keras(f, Signal.RUN) && Loops.free(f) && f.measure().starts())
          .filter(f -> f != part && bringsIn(f, part))
          .findFirst()
          .ifPresent(f -> {
            boolean given = GivenWeights.loads(part) || GivenWeights.loads(f) || f.given();
            boolean tunes = tunesByPlace(f) || given;
            of(tunes ? Purpose.TUNING : Purpose.SCRATCH).add(part);
            starters(f, tunes);
          });
    }
  }

  private static boolean keras(CodeFile f, Signal signal) {
    return f.sightings().stream()
        .anyMatch(s -> s.signal() == signal && s.framework().startsWith("Keras"));
  }

  /// Whether a program runs a graph, and not only to give its variables their first values.
  private static boolean feeds(CodeFile f) {
    return f.sightings().stream().filter(s -> s.signal() == Signal.FEED).count() > 1;
  }

  /// Whether a program brings a file in, by itself or by a module that it brings in.
  private boolean bringsIn(CodeFile program, CodeFile part) {
    Set<CodeFile> modules = tree.modules().of(program);
    return modules.contains(part)
        || modules.stream().anyMatch(m -> tree.modules().of(m).contains(part));
  }

  /// Whether a program starts what trains, by itself or by a module between it and a part.
  private boolean starts(CodeFile program, CodeFile part) {
    return program.measure().starts()
        || tree.modules().of(program).stream()
            .anyMatch(m -> m != part && m.measure().starts() && imports(m, part));
  }

  /// Gives a loop to the first program of a kind that brings it in and starts what trains.
  private void startedBy(CodeFile part, Predicate<CodeFile> program, Predicate<CodeFile> brings) {
    tree.code().stream()
        .filter(program)
        .filter(f -> !f.in(Zone.EVALUATION) && !f.in(Zone.AUXILIARY) && starts(f, part))
        .filter(brings)
        .findFirst()
        .ifPresent(f -> {
          boolean given = f.notebook() && GivenWeights.loads(f) && !f.in(Zone.PRE_TRAINING);
          boolean tunes = f.in(Zone.FINE_TUNING) || given;
          move(part, Purpose.SUPPORT, tunes ? Purpose.TUNING : Purpose.SCRATCH);
          starters(f, tunes);
        });
  }

  private void starters(CodeFile program, boolean tunes) {
    if (!tunes && !program.notebook()) {
      starters.add(program);
    }
  }

  /// A gradient in a file of losses and the update in the loop beside it are one loop.
  private void splitLoops() {
    for (CodeFile part : List.copyOf(of(Purpose.SUPPORT))) {
      if (!part.has(Signal.GRADIENT)) {
        continue;
      }
      tree.code().stream()
          .filter(f -> f.folder().equals(part.folder()) && f.has(Signal.STEP))
          .filter(f -> f.in(Zone.TRAINING) && Loops.purpose(f) == Purpose.NONE)
          .findFirst()
          .ifPresent(
              f -> move(part, Purpose.SUPPORT, tunesByPlace(f) ? Purpose.TUNING : Purpose.SCRATCH));
    }
  }

  /// What begins with published weights out of a module of the release trains them on.
  private void fetchedModels() {
    var fetched = new FetchedModels(tree.modules());
    for (CodeFile f : List.copyOf(of(Purpose.SCRATCH))) {
      if (!f.in(Zone.PRE_TRAINING) && !f.has(Signal.SCRATCH) && fetched.begins(f)) {
        move(f, Purpose.SCRATCH, Purpose.TUNING);
      }
    }
  }

  /// Where the model's own class loads a trained language model, a loop that makes nothing fresh
  /// trains on from those weights.
  private void wrappedModels() {
    boolean fresh = of(Purpose.SCRATCH).stream().anyMatch(f -> f.has(Signal.SCRATCH));
    if (!fresh && GivenWeights.wraps(tree.code())) {
      allTune();
    }
  }

  /// Where the release's scripts and documents start what trains for fine-tuning only, the loop
  /// trains on; and a program that does either is started with fresh weights where a command names
  /// a configuration and no weights.
  private void startsSay() {
    List<CodeFile> entries = entries();
    List<CodeFile> loops = entries.stream().filter(of(Purpose.SCRATCH)::contains).toList();
    if (starts.onlyTune(loops.isEmpty() ? entries : loops)
        || starts.onlyTrained(bringingIn(loops, entries))) {
      allTune();
    }
    // What is loaded may be a model that another program has made anew.
    boolean initialised = starts.initialises();
    for (CodeFile f : of(Purpose.TUNING)) {
      if (f.has(Signal.SCRATCH) && f.has(Signal.PRETRAINED) && (starts.fresh(f) || MadeElse.in(f))
          || initialised && f.measure().entry() && starts.trains(f)) {
        of(Purpose.SCRATCH).add(f);
      }
    }
  }

  /// Of the programs, those that bring in one of the loops.
  private List<CodeFile> bringingIn(List<CodeFile> loops, List<CodeFile> programs) {
    return programs.stream()
        .filter(p -> tree.modules().of(p).stream().anyMatch(loops::contains))
        .toList();
  }

  private void allTune() {
    List<CodeFile> scratch = of(Purpose.SCRATCH);
    if (scratch.stream().noneMatch(f -> f.in(Zone.PRE_TRAINING))) {
      of(Purpose.TUNING).addAll(scratch);
      scratch.clear();
    }
  }

  /// A program whose model comes out of a module of the release that loads given weights, and makes
  /// nothing fresh, trains on from those weights; and so does one that is mostly made of modules
  /// for fine-tuning, or that reads its command line by one that asks for the weights.
  private void modulesLoad() {
    Modules modules = tree.modules();
    List<CodeFile> programs = entries().stream().filter(TrainingLoops::isProgram).toList();
    for (CodeFile f : List.copyOf(of(Purpose.SCRATCH))) {
      if (f.in(Zone.PRE_TRAINING) || f.has(Signal.SCRATCH)) {
        continue;
      }
      // Of a loop in a module, whoever brings it in brings in the network too.
      List<CodeFile> users =
          f.measure().entry() || f.measure().networks() > 0
              ? List.of()
              : programs.stream().filter(p -> modules.of(p).contains(f)).toList();
      if (madeOfGiven(f, modules.of(f))
          || !users.isEmpty()
              && users.stream()
                  .allMatch(p ->
                      !p.in(Zone.PRE_TRAINING)
                          && !p.has(Signal.SCRATCH)
                          && onGiven(modules.of(p)))) {
        move(f, Purpose.SCRATCH, Purpose.TUNING);
      }
    }
  }

  /// Whether a source is started by itself, with a guard around what it does or without one.
  private static boolean isProgram(CodeFile f) {
    return (f.measure().entry() || f.measure().actsAtTop() || Ranking.whole(f)) && !f.notebook();
  }

  /// Whether a program trains weights that are given, by the modules that it brings in.
  private boolean madeOfGiven(CodeFile program, Set<CodeFile> parts) {
    long tuning = parts.stream().filter(TrainingLoops::tunesByPlace).count();
    // Where neither the program nor what it brings in makes a layer, what is loaded is the whole.
    boolean layers =
        program.measure().networks() > 0
            || program.has(Signal.LAYER)
            || parts.stream().anyMatch(m -> m.measure().networks() > 0)
            || parts.stream().anyMatch(this::bringsInNetwork);
    return onGiven(parts)
        || !layers && !makeFresh(parts) && parts.stream().anyMatch(GivenWeights::loads)
        || tuning > 1 && 2 * tuning > parts.size()
        || parts.stream().anyMatch(TrainingLoops::asksForWeights);
  }

  /// Whether a module among models is a front of the network, which another module there defines.
  private boolean bringsInNetwork(CodeFile module) {
    return module.in(Zone.MODEL)
        && tree.modules().of(module).stream()
            .anyMatch(m -> m.in(Zone.MODEL) && m.measure().networks() > 0);
  }

  /// Whether modules make a model of weights that are given, and none makes a fresh one.
  private static boolean onGiven(Set<CodeFile> parts) {
    return parts.stream().anyMatch(TrainingLoops::gives) && !makeFresh(parts);
  }

  private static boolean makeFresh(Set<CodeFile> parts) {
    return parts.stream()
        .anyMatch(m ->
            m.has(Signal.SCRATCH)
                || (m.measure().networks() > 0 || builds(m))
                    && !GivenWeights.loadsLanguageModel(m)
                    && !GivenWeights.isGiven(m));
  }

  /// Whether a module makes a network of layers without a class for it, and not just a head.
  private static boolean builds(CodeFile module) {
    return module.in(Zone.MODEL) && module.has(Signal.LAYER) && !Loops.headOnly(module);
  }

  /// Whether a module makes a model of weights that are given: it loads one, or puts adapters on
  /// one.
  private static boolean gives(CodeFile module) {
    return GivenWeights.loadsLanguageModel(module)
        || GivenWeights.isGiven(module)
        || module.has(Signal.ADAPTER) && module.has(Signal.PRETRAINED);
  }

  private static boolean asksForWeights(CodeFile options) {
    return options.measure().networks() == 0
        && options.code().contains("ArgumentParser(")
        && options.given()
        && Loops.purpose(options) == Purpose.NONE;
  }

  /// What trains a model that its programs only make by loading it trains on from what is loaded.
  private void onlyLoaded() {
    Modules modules = tree.modules();
    var classes = new LoadedClasses(tree.code());
    List<CodeFile> programs = entries().stream().filter(TrainingLoops::isProgram).toList();
    for (CodeFile f : List.copyOf(of(Purpose.SCRATCH))) {
      if (f.in(Zone.PRE_TRAINING) || f.has(Signal.SCRATCH)) {
        continue;
      }
      List<CodeFile> users =
          programs.stream().filter(p -> p == f || modules.of(p).contains(f)).toList();
      if (!users.isEmpty() && users.stream().allMatch(p -> classes.onlyLoads(modules.with(p)))) {
        move(f, Purpose.SCRATCH, Purpose.TUNING);
      }
    }
  }

  /// Where programs train from nothing, a notebook that goes on from their weights shows how that
  /// is done, unless it is named for fine-tuning.
  private void notebooksShow() {
    if (of(Purpose.SCRATCH).stream().anyMatch(f -> !f.notebook() && Loops.entry(f))) {
      for (CodeFile f : List.copyOf(of(Purpose.TUNING))) {
        if (f.notebook() && !f.in(Zone.FINE_TUNING)) {
          move(f, Purpose.TUNING, Purpose.DEMO);
        }
      }
    }
  }

  /// A program that loads weights into its network, gives the network's parameters to an optimizer
  /// and both to a loop that other programs start afresh trains on by that loop.
  private void programsBegin() {
    for (CodeFile loop : List.copyOf(of(Purpose.SCRATCH))) {
      if (loop.notebook() || loop.measure().entry()) {
        continue;
      }
      List<CodeFile> programs =
          tree.code().stream()
              .filter(p -> p.language() == Language.PYTHON && p.excerpt() == null)
              .filter(p -> p.given() && p.has(Signal.PRETRAINED))
              .filter(p -> p.measure().entry() || p.measure().definitions() == 0)
              .filter(p -> p.measure().starts() && Loops.free(p) && !p.in(Zone.PRE_TRAINING))
              .filter(p -> Loops.purpose(p) == Purpose.NONE && !p.has(Signal.SCRATCH))
              .filter(p -> tree.modules().of(p).contains(loop))
              .toList();
      if (!programs.isEmpty()) {
        begin.addAll(programs);
        of(Purpose.TUNING).add(loop);
      }
    }
  }

  /// A program that fits a learner of a library and keeps what comes out of it trains the model,
  /// and so does a function for training among files that know how. Only asked where nothing else
  /// does.
  void fitted() {
    for (CodeFile f : tree.code()) {
      if ((f.measure().fits() || fitsByName(f))
          && learns(f)
          && (!f.has(Signal.PRETRAINED) || onVectors(f))
          && !f.in(Zone.EVALUATION)
          && !f.in(Zone.AUXILIARY)
          && !f.in(Zone.TOKENIZER)
          && !f.in(Zone.DOCS)
          && !f.in(Zone.BENCHMARK)) {
        of(Purpose.SCRATCH).add(f);
      }
    }
    if (none()) {
      learnersAmong(true);
    }
  }

  /// Whether what is loaded only makes vectors for a learner that is kept: it is an encoder without
  /// a head, and nothing trains it.
  private static boolean onVectors(CodeFile f) {
    return f.measure().fits()
        && f.measure().applies()
        && !f.has(Signal.OPTIMIZER)
        && !f.has(Signal.ADAPTER)
        && f.sightings().stream()
            .filter(s -> s.signal() == Signal.PRETRAINED)
            .allMatch(s -> ENCODERS.stream().anyMatch(s.what()::endsWith));
  }

  private static final List<String> ENCODERS =
      List.of("Model.from_pretrained", "Encoder.from_pretrained", "SentenceTransformer");

  /// Whether a program that is named for training fits a learner and writes down what it likes of
  /// it: coefficients in a table or a source are kept too.
  private static boolean fitsByName(CodeFile f) {
    return Loops.trainName(f)
        && f.measure().starts()
        && f.measure().writes()
        && (f.measure().entry() || f.notebook());
  }

  /// Whether a learner of a library stands in a file, and not only what readies data for one.
  private static boolean learns(CodeFile f) {
    return f.sightings().stream().anyMatch(s -> s.signal() == Signal.CLASSIC && !Loops.readies(s));
  }

  /// A notebook beside other code shows how training goes; where nothing else trains, it is where
  /// the model is trained, and so is a program among examples that is named for it. What is named
  /// for showing or explaining still only shows.
  void notebooks() {
    for (CodeFile f : List.copyOf(of(Purpose.DEMO))) {
      boolean program =
          !f.notebook()
              && f.measure().entry()
              && Loops.trainName(f)
              && !Zones.words(f.file().name()).contains("toy");
      boolean example =
          f.notebook()
              && Zones.words(f.file().name()).stream()
                  .anyMatch(w -> w.startsWith("example") || w.startsWith("tutorial"));
      boolean shows =
          f.in(Zone.DOCS) || f.in(Zone.BENCHMARK) || f.notebook() && f.in(Zone.DEMO) || example;
      if ((f.notebook() || program) && !shows) {
        move(f, Purpose.DEMO, Purpose.SCRATCH);
      }
    }
  }

  /// Where nothing but notebooks trains on from given weights, a notebook beside them that is named
  /// for pre-training is where the model was first trained.
  void notebooksBegin() {
    List<CodeFile> tuning = of(Purpose.TUNING);
    if (tuning.isEmpty() || !tuning.stream().allMatch(CodeFile::notebook)) {
      return;
    }
    for (CodeFile f : List.copyOf(of(Purpose.DEMO))) {
      boolean named = f.in(Zone.PRE_TRAINING) && !f.in(Zone.FINE_TUNING);
      boolean shows = f.in(Zone.DOCS) || f.in(Zone.BENCHMARK) || f.in(Zone.DEMO);
      if (f.notebook() && named && !shows && !f.measure().loads() && !f.given()) {
        move(f, Purpose.DEMO, Purpose.SCRATCH);
      }
    }
  }
}
