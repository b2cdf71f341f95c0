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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much one file shows that it runs the model: what it calls, what it is called, who starts it
/// and for what.
final class Running {
  /// What a file needs to be a program that runs the model.
  static final int BAR = 2;

  /// How far behind a name the word `function` may stand.
  private static final int DECLARATION = 120;

  private final Networks networks;
  private final Guide guide;
  private final Modules modules;

  /// Folders of packages in Go that hold what trains.
  private final Set<String> taught;

  Running(Networks networks, Guide guide, Modules modules, Set<String> taught) {
    this.networks = networks;
    this.guide = guide;
    this.modules = modules;
    this.taught = taught;
  }

  /// 0 for what runs no model, else the strength of what says that it does.
  int score(CodeFile f) {
    if (f.in(Zone.DOCS) && !f.notebook()
        || f.in(Zone.AUXILIARY)
        || f.in(Zone.CONVERSION) && changesWeights(f)
        || f.language() == Language.CONFIGURATION
        || f.in(Zone.BENCHMARK)
        || drawsFalseAnswers(f)) {
      return 0;
    }
    if (f.language() == Language.SHELL) {
      return startsModel(f) || handsInput(f)
          ? BAR
          : f.has(Signal.SERVE) || f.has(Signal.GENERATE) ? 1 : 0;
    }
    // A hub reads it at the top of a repository, or nowhere.
    if (f.file().path().equals("hubconf.py")) {
      return BAR;
    }
    if (!Ranking.program(f)) {
      return 0;
    }
    if (putsOut(f)) {
      return BAR;
    }
    if (f.in(Zone.TEST)) {
      return 0;
    }
    boolean told = guide.shows(f, Use.RUNNING) || guide.runs(f) || guide.tests(f);
    if (onlyTrains(f) && !told && !handsOver(f)) {
      return 0;
    }
    // Who writes a learner by hand writes beside it how it is applied.
    Purpose purpose = Loops.purpose(f);
    // A notebook that shows a model shows how it is trained and how it is run.
    boolean either = purpose == Purpose.DEMO || purpose == Purpose.TUNING && !Loops.tunesByName(f);
    boolean shows = f.notebook() && either && f.measure().applies();
    boolean loop =
        purpose != Purpose.NONE && !f.has(Signal.LEARNER) && !shows
            || purpose == Purpose.NONE && startsLoop(f);
    boolean asks = asks(f);
    boolean measures = (f.in(Zone.EVALUATION) || onlyMeasures(f) || scores(f)) && !asks;
    boolean other = measures || loop || weightWork(f) || sendsOff(f) || keepsFeatures(f);
    int score = calls(f) + started(f, loop, other);
    // A folder of examples holds those of training too.
    boolean placed = f.in(Zone.INFERENCE) && (!loop || Zones.runs(f.file().name())) || plays(f);
    score += placed ? 1 : 0;
    boolean runs = f.measure().loads() || f.has(Signal.GENERATE) || !modules.of(f).isEmpty();
    score += placed && begins(f) && !other && takesModelAndInput(f) ? 1 : 0;
    score += f.notebook() && placed && f.measure().learns() && runs ? 1 : 0;
    boolean applies = f.measure().applies() && starts(f) && f.measure().learns() && !triesOut(f);
    score += (applies || carriesOver(f)) && !other && !choosesData(f) ? 2 : 0;
    score += asks ? 2 : 0;
    score += acts(f) ? BAR : 0;
    boolean part = f.in(Zone.TRAINING) && !f.measure().entry() && f.has(Signal.STEP);
    boolean loaded = f.has(Signal.GENERATE) && f.measure().loads() && !filters(f) && !part;
    score += loaded && !other ? 1 : 0;
    score += method(f) ? 1 : 0;
    score += library(f) ? 2 : 0;
    boolean named = INFERENCE.matcher(f.file().name()).find() && begins(f);
    score += named && f.measure().loads() && !loop ? 1 : 0;
    score -= measures && !acts(f) ? named ? 1 : 2 : 0;
    score -= f.in(Zone.DATA) ? 2 : 0;
    score -= loop ? 1 : 0;
    return score >= BAR && !draws(f) ? score : 0;
  }

  /// First words of the names of scripts that run a model.
  private static final Set<String> RUNS_MODEL = Set.of("infer", "inference", "predict");

  /// Whether a script that is named for running the model starts a program of the release that
  /// loads the weights and runs them, whatever that does besides.
  private boolean startsModel(CodeFile script) {
    return RUNS_MODEL.contains(Zones.firstWord(script.file().name()))
        && !script.in(Zone.DATA)
        && script.shape().launches().stream()
            .flatMap(l -> guide.programs(l.words(), script.folder()).stream())
            .anyMatch(p -> p.measure().applies() && p.measure().learns() && !p.in(Zone.DATA));
  }

  /// Whether a program is called after what it works out: `score.py`.
  private static boolean scores(CodeFile f) {
    return f.in(Zone.MEASURES) && SCORES.contains(Zones.firstWord(f.file().name()));
  }

  private static final Set<String> SCORES = Set.of("score", "scoring", "metric", "metrics");

  /// First words of the names of programs that run a model over what they are given.
  private static final Set<String> OVER_INPUT =
      Set.of(
          "generate",
          "translate",
          "interactive",
          "infer",
          "inference",
          "predict",
          "decode",
          "transcribe",
          "synthesize");

  /// Options by which such a program is given the model.
  private static final Set<String> GIVEN_MODEL =
      Set.of("path", "model", "checkpoint", "ckpt", "model-path", "model_path", "weights");

  /// Whether a script hands what it is given itself, by redirection, to a program named for running
  /// a model, with the model by an option, and measures nothing: whose program that is matters not.
  private static boolean handsInput(CodeFile script) {
    return !script.in(Zone.EVALUATION)
        && !script.in(Zone.DATA)
        && !script.in(Zone.TRAINING)
        && !script.has(Signal.EVALUATE)
        && script.code().contains("$1")
        && script.shape().launches().stream()
            .anyMatch(l ->
                OVER_INPUT.contains(
                        Zones.firstWord(l.program().substring(l.program().lastIndexOf('/') + 1)))
                    && l.words().contains(" < ")
                    && l.options().stream().anyMatch(GIVEN_MODEL::contains));
  }

  /// Whether a program trains, and neither loads weights nor calls what runs a model: whatever it
  /// is called, nothing trained is run in it. A notebook for fine-tuning begins with weights.
  private static boolean onlyTrains(CodeFile f) {
    return f.language() == Language.PYTHON
        && f.measure().starts()
        && (!f.measure().loads() || f.notebook() && Loops.tunesByName(f))
        && !f.has(Signal.GENERATE)
        && !f.has(Signal.SERVE)
        && !f.has(Signal.PRETRAINED);
  }

  /// First letters of words for what shows things.
  private static final List<String> DRAWS = List.of("visuali", "viewer", "plot", "render", "draw");

  private static boolean named(String path, List<String> beginnings) {
    return Zones.words(path).stream().anyMatch(w -> beginnings.stream().anyMatch(w::startsWith));
  }

  /// Whether a file itself is named for showing things, for sorting them into clusters, or for
  /// choosing what is trained on.
  static boolean servesOtherWork(CodeFile f) {
    String name = f.file().name();
    boolean shows = named(name, DRAWS) && !f.in(Zone.INFERENCE);
    return shows || named(name, List.of("cluster")) || choosesData(f);
  }

  /// Whether a program is named for showing things and neither loads weights nor runs a network,
  /// itself or by what it brings in: it shows what came out elsewhere.
  private boolean draws(CodeFile f) {
    return f.language() == Language.PYTHON
        && named(f.file().path(), DRAWS)
        && !f.has(Signal.GENERATE)
        && f.shape().imports().stream().noneMatch(i -> networks.defines(i.as()).isPresent())
        && modules.with(f).stream()
            .noneMatch(m ->
                m.measure().loads() && m.measure().learns()
                    || m.measure().networks() > 0
                    || m.has(Signal.PRETRAINED)
                    || m.has(Signal.SERVE));
  }

  /// Whether a program hands an optimizer to a loop that stands in another file, or sends a trainer
  /// to where it is run.
  private static boolean startsLoop(CodeFile f) {
    boolean optimizes = f.has(Signal.OPTIMIZER) && !f.in(Zone.INFERENCE);
    boolean sends =
        !f.measure().loads()
            && f.shape().classes().stream().anyMatch(c -> c.name().endsWith("Trainer"));
    return f.language() == Language.PYTHON
        && (optimizes || sends)
        && f.measure().starts()
        && f.measure().entry()
        && !f.has(Signal.GENERATE);
  }

  /// Whether a program that is named for training loads something and starts what trains: whatever
  /// it runs without learning is what the training is held against.
  private static boolean sendsOff(CodeFile f) {
    return Loops.trainName(f)
        && f.measure().starts()
        && f.measure().entry()
        && !f.has(Signal.GENERATE)
        && !f.has(Signal.SERVE);
  }

  /// Whether a program works out a measure of quality by a function for it, and keeps or shows
  /// nothing of what comes out of the model. One that optimizes keeps its weights, and one that
  /// draws is no program that is named for running.
  private static boolean onlyMeasures(CodeFile f) {
    return f.measure().metrics() > 0
        && f.has(Signal.EVALUATE)
        && !f.has(Signal.GENERATE)
        && !f.has(Signal.SERVE)
        && (!f.in(Zone.INFERENCE) || named(f.file().name(), DRAWS))
        && (!f.measure().writes() || f.has(Signal.OPTIMIZER))
        && !f.notebook();
  }

  /// Whether a program is named for making records, has a network of a library make them, brings in
  /// nothing of the release's own and writes them: what is kept is for training.
  private boolean keepsFeatures(CodeFile f) {
    return f.measure().writes()
        && !f.has(Signal.GENERATE)
        && !f.has(Signal.SERVE)
        && f.has(Signal.PRETRAINED)
        && f.measure().networks() == 0
        && DataNames.makes(f)
        && !networks.uses(f)
        && modules.of(f).isEmpty();
  }

  /// Whether a file defines networks among others that do, and its main only tries them out.
  private static boolean triesOut(CodeFile f) {
    return f.in(Zone.MODEL)
        && f.measure().networks() > 1
        && !f.notebook()
        && !f.has(Signal.GENERATE)
        && !f.in(Zone.INFERENCE);
  }

  /// Whether something starts in a file: at a main, a command line, its top or its first cell.
  private static boolean starts(CodeFile f) {
    return begins(f) || f.notebook() && f.measure().metrics() == 0 && !f.in(Zone.DATA);
  }

  /// Whether a program begins in a file: at a main, at a command line, or at its top, where it does
  /// its work beside the functions that help it.
  private static boolean begins(CodeFile f) {
    return f.measure().entry()
        || Ranking.whole(f)
        || !f.notebook() && f.measure().actsAtTop() && f.measure().learns();
  }

  static final Pattern TAKES_MODEL =
      Pattern.compile(
          "[\"']--?(?:model|weights|checkpoint|ckpt|network)(?:[-_](?:path|dir|file|name))?[\"']");

  private static final Pattern TAKES_INPUT =
      Pattern.compile(
          "[\"']--?(?:input|text|image|img|audio|source|sentence)s?(?:[-_](?:path|dir|file|text))?[\"']");

  /// Whether a program is given on its command line where the model lies and what to put into it.
  private static boolean takesModelAndInput(CodeFile f) {
    return f.language() == Language.PYTHON
        && TAKES_MODEL.matcher(f.code()).find()
        && TAKES_INPUT.matcher(f.code()).find();
  }

  /// How a program asks whoever sits before it.
  private static final Pattern ASKS = Pattern.compile("(?<![\\w.])(raw_)?input\\((\\)|f?[\"'])");

  /// Whether a program answers with the model what somebody types: a conversation is one wherever
  /// the program stands.
  private static boolean asks(CodeFile f) {
    return f.language() == Language.PYTHON
        && f.has(Signal.GENERATE)
        && f.measure().loads()
        && (f.measure().entry() || Ranking.whole(f))
        && ASKS.matcher(f.code()).find();
  }

  /// How an agent or a policy is asked for its next move.
  private static final Pattern ACTS =
      Pattern.compile(
          "\\bdef (act|choose_action|select_action|get_action|choose_move|select_move|best_move)\\(");

  /// Whether a class loads trained weights and acts by them: an agent that plays is the model at
  /// work, against whomever.
  private static boolean acts(CodeFile f) {
    return f.measure().applies()
        && f.measure().learns()
        && Loops.purpose(f) == Purpose.NONE
        && !f.in(Zone.TRAINING)
        && ACTS.matcher(f.code()).find();
  }

  /// What is called by whoever writes weights in another form.
  private static final List<String> WRITES_WEIGHTS =
      List.of(
          ".state_dict()",
          "torch.save",
          "save_pretrained",
          "save_file(",
          "save_weights",
          "save_checkpoint",
          "save_model",
          "onnx",
          "coreml",
          "tflite",
          "savez",
          ".trace(",
          "quantiz");

  /// Whether what is called a conversion is one of weights. One that runs the network and writes
  /// none converts what is put in: a voice, a picture.
  private static boolean changesWeights(CodeFile f) {
    String code = f.code().toLowerCase(Locale.ROOT);
    return !f.measure().applies()
        || f.file().path().toLowerCase(Locale.ROOT).contains("export")
        || WRITES_WEIGHTS.stream().anyMatch(code::contains);
  }

  /// How a program keeps what a network puts out for people to look at.
  private static final Pattern SAVES =
      Pattern.compile("\\b(save_images?|save_video|write_video|imsave|imwrite|vis_save)\\w*\\(");

  /// Whether a program that is called a test runs the release's network, keeps what comes out and
  /// compares it with nothing: `test.py` beside a `train.py`.
  boolean putsOut(CodeFile f) {
    boolean named =
        f.file().name().equals("test.py")
            && !Zones.ofFolder(f.folder()).contains(Zone.TEST)
            && f.shape().imports().stream()
                .noneMatch(i -> i.name().startsWith("unittest") || i.name().startsWith("pytest"));
    return named
        && (f.measure().entry() || Ranking.whole(f))
        && f.measure().metrics() == 0
        && !f.has(Signal.EVALUATE)
        && (networks.uses(f)
            || modules.of(f).stream().anyMatch(m -> m.in(Zone.MODEL) || m.measure().networks() > 0))
        && saves(f);
  }

  /// Whether a program keeps pictures or the like for people to look at.
  static boolean saves(CodeFile f) {
    return SAVES.matcher(f.code()).find();
  }

  /// Whether a program, or a module that it brings in, runs the trained network, keeps pictures of
  /// what comes out and measures nothing: its test is a look at what the model makes.
  private boolean keepsWhatComesOut(CodeFile f) {
    return modules.with(f).stream()
        .anyMatch(m ->
            (m.measure().applies() || testKeeps(m))
                && m.measure().metrics() == 0
                && !m.has(Signal.EVALUATE)
                && saves(m));
  }

  private static final Pattern TEST_METHOD = Pattern.compile("\\bdef test\\w{0,20}\\(self\\b");

  /// How far a method for tests is looked through.
  private static final int METHOD = 4_000;

  /// Whether a class that loads its weights has a method for tests that keeps pictures of what
  /// comes out.
  static boolean testKeeps(CodeFile m) {
    if (m.language() != Language.PYTHON || !m.measure().loads() || !m.measure().learns()) {
      return false;
    }
    Matcher method = TEST_METHOD.matcher(m.code());
    return method.find()
        && SAVES
            .matcher(
                m.code()
                    .substring(method.end(), Math.min(m.code().length(), method.end() + METHOD)))
            .find();
  }

  /// What it calls and defines.
  private int calls(CodeFile f) {
    int score = 0;
    score += generates(f) ? 1 : 0;
    score += f.has(Signal.SERVE) ? 1 : 0;
    // A page or a server that loads the weights itself and is started has the model answer.
    boolean page = f.has(Signal.SERVE) && begins(f) && f.measure().learns() && !generates(f);
    score += page && f.measure().loads() && !f.in(Zone.TRAINING) ? 1 : 0;
    boolean entry = f.measure().entry() && !weightWork(f) && !filters(f) && !choosesData(f);
    score += generates(f) && entry ? 1 : 0;
    score += generates(f) && f.notebook() && f.measure().learns() ? 1 : 0;
    score += f.in(Zone.MODEL) && ways(f) >= 2 ? 1 : 0;
    return score;
  }

  private static final String EVAL_INPUT = "input_fn=eval";

  /// How a program calls the operation that changes weights. What builds a graph for it is often
  /// called inference.
  private static final String UPDATE = "train_op";

  /// Where that stands which a call is given.
  private static int given(CodeFile f, Sighting s) {
    return f.code().indexOf('(', s.offset()) + 1;
  }

  /// In how many ways a file offers to run a model. A method that hands on to one of the same name,
  /// of its base or of a part, is the same way; that a network passes values forward is what it is.
  private static long ways(CodeFile f) {
    return f.sightings().stream()
        .filter(s -> s.signal() == Signal.GENERATE)
        .map(Running::way)
        .filter(w -> !f.has(Signal.NETWORK) || !w.equals("forward") && !isPartOfForward(f, w))
        .distinct()
        .count();
  }

  /// Whether a network draws at random inside itself, as one does that is trained to tell drawn
  /// words from true ones: what generates by that has a method for it too.
  private static boolean drawsWithin(CodeFile f, Sighting s) {
    if (!s.what().endsWith("multinomial")) {
      return false;
    }
    int def = f.code().lastIndexOf("def ", Math.min(s.offset(), f.code().length()));
    return def >= 0
        && f.code().startsWith("def forward(", def)
        && f.has(Signal.NETWORK)
        && f.in(Zone.MODEL)
        && !f.measure().entry();
  }

  /// Whether what is called is a part that a network was given, by a name that others have for
  /// running a model: `self.enhance = nn.ModuleList()`.
  private static boolean isAPart(CodeFile f, Sighting s) {
    return s.what().startsWith("self.")
        && f.has(Signal.NETWORK)
        && f.code().contains(s.what() + " = ");
  }

  private static String way(Sighting s) {
    return s.what().substring(s.what().lastIndexOf('.') + 1);
  }

  /// How far a network's way forward is looked through.
  private static final int FORWARD = 2_000;

  /// Whether a network's own way forward goes through a method: it is called in training too.
  private static boolean isPartOfForward(CodeFile f, String method) {
    int at = f.language() == Language.PYTHON ? f.code().indexOf("def forward(") : -1;
    if (at < 0) {
      return false;
    }
    int next = f.code().indexOf("\n    def ", at);
    int end = Math.min(at + FORWARD, next < 0 ? f.code().length() : next);
    return f.code().substring(at, end).contains("self." + method + "(");
  }

  /// Whether a file calls or defines what runs the model, and not only to measure it.
  private boolean generates(CodeFile f) {
    return f.sightings().stream()
            .anyMatch(s ->
                s.signal() == Signal.GENERATE
                    && !measured(f, s)
                    && !drawsWithin(f, s)
                    && !isAPart(f, s)
                    && !(f.in(Zone.MODEL)
                        && f.has(Signal.NETWORK)
                        && !f.measure().entry()
                        && isPartOfForward(f, way(s))))
        && !(f.language() == Language.PYTHON && onlyNamed(f));
  }

  /// Whether a prediction is of what the model is measured on: a trainer's own, that of an input
  /// for evaluation, what a graph for training is built by, or that of a test set by name where a
  /// measure is taken.
  private static boolean measured(CodeFile f, Sighting s) {
    return s.what().endsWith("trainer.predict")
        || s.what().endsWith("estimator.predict") && f.code().startsWith(EVAL_INPUT, given(f, s))
        || s.what().endsWith(".inference") && f.code().contains(UPDATE)
        || s.what().endsWith(".predict") && f.has(Signal.EVALUATE) && Reported.ofTestSet(f, s);
  }

  /// Whether all that speaks of running is the name of a function in a source that knows of no
  /// library for models, loads nothing and hands over to nothing: it segments texts.
  private boolean onlyNamed(CodeFile f) {
    return !f.measure().learns()
        && !f.measure().loads()
        && !f.has(Signal.SERVE)
        && !networks.uses(f)
        && f.shape().classes().stream()
            .flatMap(c -> c.bases().stream())
            .noneMatch(b -> b.endsWith("Predictor"))
        && f.shape().imports().stream().noneMatch(i -> i.name().startsWith("."))
        && modules.of(f).isEmpty()
        && f.sightings().stream()
            .filter(s -> s.signal() == Signal.GENERATE)
            .allMatch(s -> f.code().startsWith("def ", s.offset()));
  }

  /// What says that somebody starts it to run the model.
  private int started(CodeFile f, boolean loop, boolean other) {
    boolean network = f.measure().learns() || networks.uses(f);
    boolean runs =
        (Zones.runs(f.file().name()) || plays(f))
            && begins(f)
            && (network || handsOver(f) || bringsModel(f))
            && !f.in(Zone.TRAINING)
            && !f.in(Zone.FINE_TUNING);
    int score = runs ? 1 : 0;
    // A program that a document starts to run the model, whatever it is called.
    boolean shown = guide.shows(f, Use.RUNNING) && f.measure().entry() && network;
    score += shown && !other ? 2 : 0;
    // A program of several modes that a document starts in the one that runs the model.
    boolean mode = guide.runs(f) && f.measure().entry() && network && !f.in(Zone.DATA);
    score += mode ? loop ? 3 : 2 : 0;
    score += guide.tests(f) && f.measure().entry() && keepsWhatComesOut(f) ? loop ? 3 : 2 : 0;
    return score;
  }

  /// Whether a program is named for playing, and not against itself, which makes data. In compiled
  /// languages whatever makes a sound or a move is named so.
  private static boolean plays(CodeFile f) {
    List<String> words = Zones.words(f.file().name());
    return f.language() == Language.PYTHON && words.contains("play") && !words.contains("self");
  }

  /// Whether a program brings in a module of the release that is named for the network or makes
  /// one.
  private boolean bringsModel(CodeFile f) {
    return modules.of(f).stream()
        .anyMatch(m -> m.in(Zone.MODEL) && !m.in(Zone.DATA) || m.has(Signal.NETWORK));
  }

  /// Whether a program brings in a module of the release that loads the weights and runs them.
  private boolean handsOver(CodeFile f) {
    return modules.of(f).stream()
        .anyMatch(m -> m.measure().applies() && Loops.purpose(m) == Purpose.NONE);
  }

  /// Whether a program that is named for running the model has a module of the release do it, which
  /// loads the weights and says what comes out: a command line of a package.
  private boolean carriesOver(CodeFile f) {
    return f.in(Zone.INFERENCE)
        && f.measure().entry()
        && !f.in(Zone.TRAINING)
        && !f.in(Zone.FINE_TUNING)
        && !f.in(Zone.MEASURES)
        && !f.in(Zone.DATA)
        && !f.in(Zone.DEMO)
        && modules.of(f).stream().anyMatch(Running::says);
  }

  /// Whether a module loads the weights and says what comes out; beside a loop of its own, only
  /// where it runs the network without learning.
  private static boolean says(CodeFile m) {
    boolean predicts =
        m.has(Signal.GENERATE) || m.learner().ideas().contains(Idea.PREDICTION) && !Loops.isLoop(m);
    return predicts
        && (Loops.isLoop(m) ? m.measure().applies() : m.measure().loads())
        && !m.in(Zone.DATA)
        && !m.in(Zone.EVALUATION)
        && !m.in(Zone.MEASURES);
  }

  /// A classifier that sorts texts is data work as often as it is a model of the release, and so
  /// are cascades that find faces to cut out.
  private static boolean filters(CodeFile f) {
    return f.has(Signal.PREPARE)
        || f.sightings().stream().anyMatch(s -> s.what().endsWith("CascadeClassifier"))
        || f.shape().imports().stream().anyMatch(i -> i.name().startsWith("fasttext"));
  }

  /// What is chosen for training by a model that runs over it.
  private static final Set<String> CHOSEN =
      Set.of("negatives", "mine", "mining", "distractors", "pseudo", "pseudolabels");

  private static boolean choosesData(CodeFile f) {
    return Zones.words(f.file().name()).stream().anyMatch(CHOSEN::contains);
  }

  private static final Pattern FALSE_ANSWERS = Pattern.compile("\\bneg(?:ative)?_?samples?\\b");

  /// Whether a source is called a sampler and draws the false answers that training tells from true
  /// ones, not what the model makes.
  private static boolean drawsFalseAnswers(CodeFile f) {
    return Zones.words(f.file().name()).contains("sampler")
        && !f.measure().loads()
        && FALSE_ANSWERS.matcher(f.code()).find();
  }

  private static boolean weightWork(CodeFile f) {
    return Zones.words(f.file().name()).stream()
        .filter(Words.WEIGHT_WORK::contains)
        .anyMatch(w -> !w.startsWith("conver") || changesWeights(f));
  }

  /// A program that is called so runs the model in whatever folder.
  private static final Pattern INFERENCE = Pattern.compile("(^|_)(inference|infer|predict)[._]");

  /// Functions by which a library says that it runs a model.
  private static final Pattern RUNS =
      Pattern.compile("(predict|classify|detect|analy[sz]e|annotate|recogni|transcribe|infer)\\w*");

  private static final Set<Language> LIBRARIES =
      Set.of(Language.JAVA, Language.RUST, Language.SWIFT, Language.JAVASCRIPT, Language.JULIA);

  /// In Go a package offers a model by functions beside those that define or train it; in others a
  /// function that runs stands among features, labels and their probabilities.
  private boolean library(CodeFile f) {
    Set<Idea> ideas = f.learner().ideas();
    boolean beside = taught.contains(f.folder()) && Loops.purpose(f) == Purpose.NONE;
    boolean model =
        beside
            || f.has(Signal.NETWORK)
            || ideas.contains(Idea.PROBABILITY)
            || f.learner().act() != null;
    boolean weighs = ideas.containsAll(List.of(Idea.PROBABILITY, Idea.FEATURE, Idea.LABEL));
    boolean runs =
        f.sightings().stream()
            .anyMatch(s -> s.signal() == Signal.GENERATE && RUNS.matcher(s.what()).matches());
    // What loads weights into an engine and has it run them is made for others to call.
    boolean engine = f.language() == Language.C && f.has(Signal.PRETRAINED);
    return f.has(Signal.GENERATE)
        && (engine
            || f.language() == Language.GO && model
            || LIBRARIES.contains(f.language()) && runs && weighs);
  }

  /// In R a package offers a model by the methods of `predict` and its kind.
  private static boolean method(CodeFile f) {
    return f.language() == Language.R
        && f.sightings().stream()
            .anyMatch(s ->
                s.signal() == Signal.GENERATE
                    && f.file()
                        .text()
                        .substring(
                            s.offset(),
                            Math.min(f.file().text().length(), s.offset() + DECLARATION))
                        .matches("(?s)[\\w.]+\\s*(<-|=)\\s*function.*"));
  }
}
