package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Sighting;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Idea;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Purpose;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Code that measures the model. A speed benchmark is none, and the validation inside a loop is
/// part of the loop.
final class EvaluationJudge {
  private static final List<String> SEARCHED =
      List.of(
          "sources named or placed for evaluation",
          "evaluation harnesses that are imported or started",
          "programs that read like it by their words",
          "documents for links");

  private static final Set<Language> COMPILED =
      Set.of(Language.C, Language.JAVA, Language.RUST, Language.GO, Language.SWIFT);

  private final Tree tree;
  private final Guide guide;
  private final List<RecipeCommands.Given> recipes;

  /// Whether something is trained here by gradients.
  private final boolean learns;

  private final WithinTraining within;

  EvaluationJudge(Tree tree, Guide guide, List<RecipeCommands.Given> recipes) {
    this.tree = tree;
    this.recipes = recipes;
    this.learns =
        tree.code().stream()
            .filter(Loops::isLoop)
            .anyMatch(f -> f.has(Signal.GRADIENT) || f.has(Signal.LOOP) || f.has(Signal.HOOK));
    this.guide = guide;
    this.within = new WithinTraining(tree);
  }

  private int evaluation(CodeFile f) {
    if (f.in(Zone.DOCS) || (f.in(Zone.AUXILIARY) && !f.in(Zone.EVALUATION))) {
      return 0;
    }
    if (f.language() == Language.SHELL) {
      return f.has(Signal.EVALUATE) && !f.in(Zone.CONVERSION) || launchesMeasure(f) ? 2 : 0;
    }
    if (!Ranking.program(f) || answers(f) || OnlyNamed.looks(f) || within.is(f)) {
      return 0;
    }
    boolean compares = compares(f);
    boolean counted = f.language().braced() && f.language() != Language.C;
    // Where expressions, scripts and positions are evaluated too, a name says too little, unless
    // what is evaluated is statistics.
    boolean measured =
        f.has(Signal.EVALUATE)
            || compares && f.measure().metrics() > 0
            || f.language() == Language.R && holds(f);
    boolean named =
        (!f.language().braced() || measured || f.measure().entry())
            && !bystands(f)
            && !validates(f)
            && !checksRecords(f);
    int score = 0;
    score += f.in(Zone.EVALUATION) && named ? 2 : 0;
    score += f.in(Zone.MEASURES) && measures(f) ? 2 : 0;
    boolean trains = Loops.isLoop(f) || f.in(Zone.TRAINING) || f.in(Zone.FINE_TUNING);
    // Settings say what a program may do; the program is elsewhere.
    boolean acts = Loops.isLoop(f) || f.measure().entry() || f.measure().definitions() > 0;
    boolean mode = f.measure().evaluates() && acts && (trains || f.measure().starts());
    score += mode && !onlyKeeps(f) ? 2 : 0;
    // What loads the weights, runs the model and works out a measure of quality measures it,
    // whatever it is called.
    boolean program =
        f.language() == Language.PYTHON
            && f.measure().entry()
            && !Loops.isLoop(f)
            && !f.in(Zone.DATA)
            && !f.in(Zone.TRAINING)
            && !f.in(Zone.FINE_TUNING)
            && !f.in(Zone.CONVERSION);
    boolean works = f.measure().metrics() > 0 || Reported.overlap(f);
    boolean applied = f.measure().loads() && f.measure().learns() && works;
    boolean network = f.in(Zone.MODEL) && f.measure().networks() > 0;
    score += program && applied && !network && !speed(f) ? 2 : 0;
    // What is named for a measure and tells one only holds against each other what came out and
    // what should have.
    score += program && namedForMeasure(f) && TELLS.matcher(f.code()).find() ? 2 : 0;
    // So does a program that has a function of its own for it, and trains nothing.
    boolean function =
        f.first(Signal.EVALUATE).filter(s -> f.code().startsWith("def", s.offset())).isPresent();
    score += program && function && f.measure().learns() && !f.in(Zone.MODEL) ? 1 : 0;
    score += Reported.counted(f) || TestResults.told(f) || Reported.predictsTestSet(f) ? 2 : 0;
    score += Reported.atTheEnd(f) ? 1 : 0;
    score +=
        Loops.isLoop(f) && function && takesTestSet(f) && TELLS.matcher(f.code()).find() ? 2 : 0;
    score += Loops.isLoop(f) && Reported.ofTheBest(f) || Reported.testsWhatItTrains(f) ? 2 : 0;
    boolean asks = f.measure().entry() && f.code().startsWith("async def eval", measured(f));
    score += asks ? 1 : 0;
    boolean samples = Zones.runs(f.file().name()) && f.measure().metrics() == 0;
    // What a command of a document names beside its program is a setting; a benchmark by the clock
    // is of speed, whatever the sentence before it calls it.
    boolean clocked = f.in(Zone.BENCHMARK) && f.measure().timed() && f.measure().metrics() == 0;
    boolean runs = (f.measure().entry() || f.measure().learns()) && !clocked;
    score +=
        guide.names(f, Use.EVALUATION) && runs && !Loops.isLoop(f) && !samples && !speed(f) ? 2 : 0;
    score += f.has(Signal.EVALUATE) ? 1 : 0;
    score += f.in(Zone.EVALUATION) && f.measure().entry() ? 1 : 0;
    // In a notebook that trains, a measure of its own is what it looks at while it does.
    boolean aside = Loops.isLoop(f) && !brings(f);
    score += f.has(Signal.EVALUATE) && f.notebook() && !aside ? 1 : 0;
    score += f.has(Signal.EVALUATE) && commands(f) ? 1 : 0;
    score += f.language() == Language.C && f.kinds(Signal.EVALUATE) > 0 && !checks(f) ? 1 : 0;
    boolean harness =
        f.first(Signal.EVALUATE)
            .filter(x -> f.code().startsWith("import", x.offset()) || x.what().contains("."))
            .isPresent();
    boolean started = f.measure().entry() || f.language() == Language.PYTHON && Ranking.whole(f);
    boolean weighs = harness && started && !f.in(Zone.DATA) && !Loops.isLoop(f);
    score += weighs && !weightWork(f) ? 1 : 0;
    boolean other = f.in(Zone.DATA) || trains || f.in(Zone.MODEL) || f.has(Signal.NETWORK);
    score += harness && !started && compares && f.measure().metrics() > 0 && !other ? 1 : 0;
    score += counted && compares && f.kinds(Signal.EVALUATE) > 1 ? 1 : 0;
    boolean before = OnlyNamed.prepares(f);
    score -= f.in(Zone.DATA) && (!f.measure().entry() || before) && !harness ? 2 : 0;
    // A program that a document starts to measure the model, whatever it is called.
    boolean shown =
        (guide.shows(f, Use.EVALUATION) || guide.names(f, Use.EVALUATION))
            && f.measure().entry()
            && !clocked
            && !speed(f)
            && (!f.in(Zone.INFERENCE) || f.has(Signal.EVALUATE));
    score += shown && !trains && !f.in(Zone.CONVERSION) ? 2 : 0;
    // One that takes steps of training and measures nothing is of the speed of training.
    boolean steps = f.has(Signal.STEP) && !measured;
    boolean benchmark = f.in(Zone.BENCHMARK) && !f.measure().timed() && !speed(f) && !steps;
    // In compiled languages a benchmark is of speed, unless it measures something.
    boolean quality =
        measured
            || !COMPILED.contains(f.language())
                && (f.language() != Language.PYTHON
                    || f.measure().learns()
                    || f.measure().loads()
                    || f.measure().metrics() > 0);
    score += benchmark && quality && f.measure().entry() ? 2 : 0;
    return score >= 2 && !onlyRuns(f) ? score : 0;
  }

  /// Whether the test that a program can be started for only keeps pictures of what comes out: a
  /// module that it brings in does so, and nothing that it brings in measures.
  private boolean onlyKeeps(CodeFile f) {
    Set<CodeFile> all = tree.modules().with(f);
    return all.stream().anyMatch(Running::testKeeps)
        && all.stream()
            .noneMatch(m ->
                m.has(Signal.EVALUATE)
                    || m.measure().metrics() > 0
                    || TELLS.matcher(m.code()).find());
  }

  /// Whether a measure comes from a library.
  private static boolean brings(CodeFile f) {
    return f.sightings().stream()
        .anyMatch(s -> s.signal() == Signal.EVALUATE && s.what().indexOf('.') > 0);
  }

  /// Where a file measures first, or beyond its end.
  private static int measured(CodeFile f) {
    return f.first(Signal.EVALUATE).map(Sighting::offset).orElse(f.code().length());
  }

  /// Whether a file that is named for measuring measures: by a function for it, as a program, or as
  /// a module of metrics beside what trains, which validates by them. A measure that is a network
  /// of its own and is not called a metric is a loss.
  private boolean measures(CodeFile f) {
    List<String> words = Zones.words(f.file().path());
    boolean metric = words.contains("metric") || words.contains("metrics");
    boolean module =
        metric
            && learns
            && f.measure().definitions() > 0
            && words.stream()
                .noneMatch(
                    w -> w.startsWith("loss") || w.startsWith("log") || w.startsWith("meter"));
    boolean loss = f.has(Signal.NETWORK) && !metric;
    // What is chosen for training is scored too.
    boolean program = f.measure().entry() && !f.in(Zone.DATA);
    return !loss && (f.has(Signal.EVALUATE) || program) || module;
  }

  /// Whether the folder is all that speaks of measuring: a helper, or what runs the model.
  private boolean bystands(CodeFile f) {
    return f.language() == Language.PYTHON
        && Zones.ofFolder(f.folder()).contains(Zone.EVALUATION)
        && !Zones.of(f.file().name()).contains(Zone.EVALUATION)
        && !(Zones.of(f.file().name()).contains(Zone.MEASURES) && f.measure().definitions() > 0)
        && f.measure().metrics() == 0
        && !f.measure().evaluates()
        && !f.has(Signal.EVALUATE)
        && !f.learner().ideas().contains(Idea.REFERENCE)
        && !guide.names(f, Use.EVALUATION);
  }

  /// A quantiser or a pruner looks at how its weights fare, on what it calibrates them with.
  private static boolean weightWork(CodeFile f) {
    return f.measure().metrics() == 0
        && Zones.words(f.file().name()).stream()
            .anyMatch(
                w -> w.startsWith("quant") || w.startsWith("prun") || w.startsWith("calibrat"));
  }

  /// A function that is given one request.
  private static final Pattern ANSWERS =
      Pattern.compile("\\bdef evaluate\\(\\s{0,20}(instruction|question|prompt|query)\\b");

  /// Whether what is called `evaluate` is how a program has the model answer one question: nothing
  /// is measured in it, and nothing is held against what comes out.
  private boolean answers(CodeFile f) {
    return f.language() == Language.PYTHON
        && f.has(Signal.EVALUATE)
        && f.has(Signal.GENERATE)
        && f.measure().metrics() == 0
        && !f.measure().evaluates()
        && (!f.in(Zone.EVALUATION) || ANSWERS.matcher(f.code()).find())
        && !f.in(Zone.MEASURES)
        && !f.in(Zone.BENCHMARK)
        && !Loops.isLoop(f)
        && !compares(f)
        && !f.measure().parameters()
        && f.sightings().stream()
            .filter(s -> s.signal() == Signal.EVALUATE)
            .allMatch(s -> s.what().equals("evaluate") && f.code().startsWith("def", s.offset()))
        && !guide.names(f, Use.EVALUATION)
        && !guide.shows(f, Use.EVALUATION);
  }

  private static final Pattern TEST_SET =
      Pattern.compile("[\"']--test[-_](?:path|file|data|dir|set|csv)[\"']");

  /// Whether a program is given a file of tests on its command line.
  private static boolean takesTestSet(CodeFile f) {
    return f.language() == Language.PYTHON && TEST_SET.matcher(f.code()).find();
  }

  private static final Set<String> VALIDATES = Set.of("validate", "validation", "validator");

  /// Whether a module is named for validating, knows nothing of models and measures nothing: it
  /// checks records, whether they are as they should be.
  private static boolean checksRecords(CodeFile f) {
    return f.language() == Language.PYTHON
        && VALIDATES.contains(Zones.firstWord(f.file().name()))
        && !f.measure().entry()
        && !f.measure().learns()
        && !f.measure().loads()
        && f.measure().metrics() == 0
        && !f.has(Signal.EVALUATE)
        && !Zones.ofFolder(f.folder()).contains(Zone.EVALUATION);
  }

  /// Whether a program is named for training and for evaluation, and measures by nothing of its
  /// own: it trains, and looks now and then at how far it is.
  private static boolean validates(CodeFile f) {
    return Loops.trainName(f)
        && f.measure().starts()
        && f.measure().metrics() == 0
        && !f.has(Signal.EVALUATE)
        && !f.measure().evaluates()
        && !Zones.ofFolder(f.folder()).contains(Zone.EVALUATION);
  }

  /// Whether a file with functions speaks of predictions or of labels.
  private static boolean holds(CodeFile f) {
    Set<Idea> ideas = f.learner().ideas();
    return f.measure().definitions() > 0
        && (ideas.contains(Idea.PREDICTION) || ideas.contains(Idea.LABEL));
  }

  /// Whether a file speaks of predictions and of what they are held against.
  private static boolean compares(CodeFile f) {
    return f.learner().ideas().contains(Idea.PREDICTION)
        && f.learner().ideas().contains(Idea.REFERENCE);
  }

  /// A script that is named for evaluation and starts a program of the release in which a measure
  /// is named, or that is named for the measure itself: what the program does besides is another
  /// matter.
  private boolean launchesMeasure(CodeFile script) {
    boolean named = namedForMeasure(script);
    return (named || Zones.firstWord(script.file().name()).startsWith("eval"))
        && script.shape().launches().stream()
            .flatMap(l -> guide.programs(l.words(), script.folder()).stream())
            .anyMatch(p -> named || p.measure().metrics() > 0 || p.has(Signal.EVALUATE));
  }

  private static boolean namedForMeasure(CodeFile f) {
    return Zones.words(f.file().name()).stream().anyMatch(Words.METRIC_NAMES::contains);
  }

  /// A program that loads the weights and prints what they make, names no measure and holds nothing
  /// against anything: it runs the model, whatever it is called.
  private boolean onlyRuns(CodeFile f) {
    boolean test = f.file().name().equals("test.py");
    Set<Idea> ideas = f.learner().ideas();
    // What knows neither labels nor a loss holds nothing against anything.
    boolean blind =
        f.measure().writes()
            && f.measure().entry()
            && !ideas.contains(Idea.LABEL)
            && !ideas.contains(Idea.LOSS)
            && !ideas.contains(Idea.REFERENCE)
            && !f.in(Zone.BENCHMARK);
    return f.language() == Language.PYTHON
        && f.measure().loads()
        && (f.has(Signal.GENERATE)
            || blind
            || test && (f.in(Zone.INFERENCE) || guide.shows(f, Use.RUNNING) || Running.saves(f)))
        && f.measure().metrics() == 0
        && !f.measure().evaluates()
        && !f.has(Signal.EVALUATE)
        && !f.in(Zone.MEASURES)
        && !compares(f)
        && !tells(f);
  }

  /// How a program tells how good what it was asked for is: `Accuracy = `, `"exact_match": `.
  static final Pattern TELLS =
      Pattern.compile(
          "(?i)(accuracy|(?<![a-z])(?:mean[ _])?(?:dice|iou|psnr|ssim|bleu|cer|wer|rmse|mae|auc)|exact[ _]match|pass@\\{?\\w{1,9}\\}?|f1([ _]score)?|precision|recall|success rate)"
              + "[^\\w\\n]{0,4}[=:%(]");

  /// Whether a program that is named for evaluation tells a measure by its name.
  private static boolean tells(CodeFile f) {
    boolean named =
        Zones.of(f.file().name()).contains(Zone.EVALUATION)
            || f.file().name().equals("test.py")
            || f.file().name().endsWith("_test.py");
    return named && f.in(Zone.EVALUATION) && TELLS.matcher(f.code()).find();
  }

  /// A command line with an evaluation among its commands.
  private static boolean commands(CodeFile f) {
    String name = f.file().name();
    return f.measure().entry()
        && (name.equals("__main__.py") || name.equals("cli.py") || name.equals("commands.py"));
  }

  /// Functions that validate are of input as often as of a model, and functions that evaluate of a
  /// formula or of a position in a game, unless a measure is named.
  private static boolean checks(CodeFile f) {
    boolean holds = compares(f) && (f.in(Zone.EVALUATION) || f.measure().entry());
    return f.measure().metrics() == 0
        && f.sightings().stream()
            .filter(s -> s.signal() == Signal.EVALUATE)
            .allMatch(
                s -> s.what().startsWith("validate") || s.what().startsWith("evaluate") && !holds);
  }

  private static boolean speed(CodeFile f) {
    return Zones.words(f.file().path()).stream().anyMatch(Words.SPEED::contains);
  }

  /// Frameworks that measure what they trained by a command of their own.
  private static final Set<String> MEASURING =
      Set.of(
          "mim",
          "yolo",
          "lightning",
          "anomalib",
          "otx",
          "ludwig",
          "rasa",
          "spacy",
          "allennlp",
          "paddlex",
          "nemo");

  private static final Set<String> MEASURES = Set.of("test", "eval", "evaluate", "val", "validate");

  /// The recipes with which documents start a framework's own evaluation.
  private List<Evidence> delegated() {
    return recipes.stream()
        .filter(g -> MEASURING.contains(g.launch().program()))
        .filter(g -> Stream.of(g.launch().words().split(" ")).anyMatch(MEASURES::contains))
        .map(g -> g.recipe().evidence(RecipeCommands.place(g.recipe())))
        .distinct()
        .toList();
  }

  /// Settings named for evaluation, which a training program of the release reads.
  private List<Evidence> settings() {
    boolean trains = tree.code().stream().anyMatch(f -> Loops.purpose(f) == Purpose.SCRATCH);
    if (!trains) {
      return List.of();
    }
    return tree.code().stream()
        .filter(f -> Zones.firstWord(f.file().name()).startsWith("eval"))
        .filter(f -> f.language() == Language.CONFIGURATION || f.measure().calls() == 0)
        .filter(f -> f.language() != Language.SHELL)
        .map(f -> f.evidence(0))
        .toList();
  }

  /// What is shown of a file: where it measures, or else where it says that it may.
  private static Evidence shown(Ranking.Scored found) {
    CodeFile f = found.file();
    int told = f.in(Zone.EVALUATION) ? -1 : TestResults.place(f);
    int place = told >= 0 || f.has(Signal.EVALUATE) ? told : Reported.place(f);
    return place < 0 ? found.evidence() : f.evidence(place);
  }

  Finding evaluation() {
    List<Ranking.Scored> found = Ranking.of(tree.code(), this::evaluation, Signal.EVALUATE);
    List<Evidence> settings = settings();
    if (found.isEmpty() && !settings.isEmpty()) {
      return Findings.present(
          Component.EVALUATION_CODE,
          Set.of(),
          "Settings for evaluation are here; the training program carries it out.",
          settings,
          List.of());
    }
    if (!found.isEmpty()) {
      return Findings.present(
          Component.EVALUATION_CODE,
          Set.of(),
          "Code that measures the model is here.",
          found.stream().map(EvaluationJudge::shown).toList(),
          List.of());
    }
    List<Evidence> delegated = delegated();
    if (!delegated.isEmpty()) {
      return Findings.present(
          Component.EVALUATION_CODE,
          EnumSet.of(Qualifier.DELEGATED),
          "A recipe by which a framework measures the model is here; the framework is not.",
          delegated,
          List.of());
    }
    List<Evidence> harness = harness();
    if (!harness.isEmpty()) {
      return Findings.present(
          Component.EVALUATION_CODE,
          Set.of(),
          "A copy of a harness that measures models is here.",
          harness,
          List.of());
    }
    List<Evidence> tests = testParts();
    if (!tests.isEmpty()) {
      return Findings.present(
          Component.EVALUATION_CODE,
          EnumSet.of(Qualifier.BY_WORDS),
          "Code that holds a part for tests and names measures is here, beside what trains.",
          tests,
          List.of());
    }
    return Findings.elsewhere(
        tree, Component.EVALUATION_CODE, SEARCHED, List.of(), List.of("eval"));
  }

  /// Where programs beside a trainer handle the part for tests.
  private List<Evidence> testParts() {
    if (tree.code().stream().noneMatch(Loops::isLoop)) {
      return List.of();
    }
    List<Evidence> places = new ArrayList<>();
    for (CodeFile f : tree.code()) {
      int place = TestParts.place(f);
      if (place >= 0) {
        places.add(f.evidence(place));
      }
      if (places.size() == MOST_SHOWN) {
        break;
      }
    }
    return places;
  }

  private static final int MOST_SHOWN = 3;

  /// The programs of a copied harness for evaluation: a third-party tree that is named for it, or
  /// lies in a folder at the top that is. Whose code it is does not matter, since the release can
  /// be measured by it as it is.
  private List<Evidence> harness() {
    return tree.all().stream()
        .filter(f -> Tree.inside(f.file().path(), tree.vendored()))
        .filter(f -> f.language() == Language.PYTHON && f.measure().entry())
        .filter(f -> !f.in(Zone.TEST) && !f.inDocument() && !f.notebook())
        .filter(f -> ofHarness(f.file().path()))
        .limit(MOST_SHOWN)
        .map(f -> f.evidence(f.measure().telling()))
        .toList();
  }

  private boolean ofHarness(String path) {
    return tree.vendored().stream()
        .anyMatch(folder ->
            path.startsWith(folder + "/")
                && (Tree.isHarness(folder)
                    || Zones.words(folder.substring(0, folder.indexOf('/') + 1)).stream()
                        .anyMatch(w -> w.startsWith("eval"))));
  }
}
