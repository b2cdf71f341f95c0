package dev.assay.code.roles;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Sighting;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Blocks;
import dev.assay.code.outline.Language;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a file holds a training loop, and what it is for: the first rule that fits decides
/// (releases page, section 4).
public final class Loops {
  /// Languages whose files are run from the top, without a main.
  private static final Set<Language> SCRIPTS = Set.of(Language.JULIA, Language.R, Language.LUA);

  /// Packages of language models and their tuning.
  private static final Set<String> LANGUAGE =
      Set.of("transformers", "trl", "vllm", "peft", "deepspeed", "openrlhf", "verl", "sglang");

  /// Arguments of a call that is given a configuration and nothing else.
  private static final List<String> CONFIGURED =
      List.of("(config)", "(config=config)", "(model_config)", "(config=model_config)");

  private Loops() {}

  /// Whether the file's own code trains: gradient and update together, a framework's whole loop, or
  /// the methods that such a loop calls.
  public static boolean isLoop(CodeFile f) {
    if (f.inDocument()) {
      return false;
    }
    if (f.has(Signal.LEARNER)) {
      return true;
    }
    boolean gradient = f.has(Signal.GRADIENT) && (!graph(f) || f.has(Signal.FEED));
    if (gradient && f.language() == Language.C && !f.has(Signal.STEP)) {
      return false;
    }
    if (gradient && (f.has(Signal.STEP) || f.in(Zone.TRAINING) && !triesGradients(f))) {
      return true;
    }
    if (f.in(Zone.TRAINING) && clears(f)) {
      return true;
    }
    if (tunesByCall(f) && f.has(Signal.LOOP)) {
      return true;
    }
    if (LoadedWhole.fits(f)) {
      return true;
    }
    boolean hooks = f.kinds(Signal.HOOK) >= 2;
    if (f.has(Signal.LOOP) && (f.has(Signal.RUN) || hooks || f.in(Zone.TRAINING) || subclass(f))) {
      return true;
    }
    return hooks;
  }

  /// How a gradient that is made up is handed to what is tried: `out.backward(dout)`.
  private static final Pattern TRIED = Pattern.compile("\\G\\w{0,40}(?:\\.\\w{1,40}){0,3}\\(\\w");

  /// Whether all gradients of a source are such as a test of an operation takes: it is given one,
  /// and there is no optimizer.
  private static boolean triesGradients(CodeFile f) {
    return f.language() == Language.PYTHON
        && !f.has(Signal.OPTIMIZER)
        && !f.has(Signal.LOOP)
        && f.sightings().stream()
            .filter(s -> s.signal() == Signal.GRADIENT)
            .allMatch(s ->
                s.what().endsWith(".backward")
                    && !s.what().contains("accelerator")
                    && !s.what().contains("scaler")
                    && !s.what().contains("fabric")
                    && !s.what().contains("manual")
                    && !s.what().contains("loss")
                    && TRIED
                        .matcher(f.code())
                        .region(Math.min(s.offset(), f.code().length()), f.code().length())
                        .find());
  }

  /// Whether a trainer for what comes after pre-training is called. A library for agents in games
  /// has one of the same name.
  private static boolean tunesByCall(CodeFile f) {
    return f.sightings().stream()
        .anyMatch(s -> s.signal() == Signal.TUNING && !s.what().startsWith("ray."));
  }

  /// Whether an optimizer is only made a part of a graph: whoever runs the graph trains.
  public static boolean graph(CodeFile f) {
    return !f.in(Zone.TRAINING)
        && f.sightings().stream()
            .filter(s -> s.signal() == Signal.GRADIENT)
            .allMatch(s -> s.what().endsWith(".minimize"));
  }

  /// Whether gradients are cleared: who does that has them computed anew, be it by a helper.
  private static boolean clears(CodeFile f) {
    return f.language() == Language.PYTHON
        && f.sightings().stream()
            .anyMatch(s -> s.signal() == Signal.STEP && afterGradients(s.what()));
  }

  /// What is only done with gradients, whoever computed them.
  private static boolean afterGradients(String call) {
    return call.endsWith("optimizer.zero_grad")
        || call.equals("optax.apply_updates")
        || call.endsWith(".apply_gradients");
  }

  private static boolean subclass(CodeFile f) {
    return f.shape().classes().stream().anyMatch(c -> c.name().endsWith("Trainer"));
  }

  /// Parts of a library by which data is made ready for a learner, and no learner.
  private static final List<String> READIES =
      List.of(
          "sklearn.preprocessing.",
          "sklearn.feature_extraction.",
          "sklearn.impute.",
          "sklearn.model_selection.",
          "sklearn.metrics.",
          "sklearn.datasets.",
          "sklearn.utils.",
          "sklearn.compose.",
          "sklearn.random_projection.",
          "sklearn.decomposition.PCA",
          "sklearn.decomposition.IncrementalPCA",
          "sklearn.decomposition.TruncatedSVD",
          "sklearn.decomposition.FastICA");

  /// Whether what was seen of a library only readies data for a learner.
  public static boolean readies(Sighting s) {
    return READIES.stream().anyMatch(s.what()::startsWith);
  }

  /// The place that shows the loop.
  public static Sighting place(CodeFile f) {
    for (Signal s :
        new Signal[] {
          Signal.LEARNER,
          Signal.GRADIENT,
          Signal.LOOP,
          Signal.HOOK,
          Signal.STEP,
          Signal.RUN,
          Signal.CLASSIC
        }) {
      var first =
          s == Signal.CLASSIC
              ? f.sightings().stream()
                  .filter(c -> c.signal() == Signal.CLASSIC && !readies(c))
                  .findFirst()
                  .or(() -> f.first(Signal.CLASSIC))
              : f.first(s);
      if (first.isPresent()) {
        return first.get();
      }
    }
    if (f.learner().act() != null) {
      return f.learner().act();
    }
    throw new IllegalArgumentException(f.file() + " holds no loop");
  }

  /// What the loop of this file is for, or {@link Purpose#NONE}.
  public static Purpose purpose(CodeFile f) {
    if (!isLoop(f)) {
      return Purpose.NONE;
    }
    if (f.in(Zone.TEST)) {
      return Purpose.TEST;
    }
    if (f.in(Zone.VENDORED)) {
      return Purpose.VENDORED;
    }
    boolean stepwise = f.has(Signal.GRADIENT) || f.has(Signal.HOOK);
    if (f.in(Zone.TOKENIZER) && !stepwise && !f.in(Zone.PRE_TRAINING)) {
      return Purpose.TOKENIZER;
    }
    if (f.in(Zone.AUXILIARY)) {
      return Purpose.AUXILIARY;
    }
    // To measure a model by what it is after fine-tuning is to fine-tune it.
    if (f.in(Zone.EVALUATION) && !f.in(Zone.PRE_TRAINING) && !trainName(f) && !tunesByName(f)) {
      return Purpose.EVALUATION;
    }
    if (dataFolder(f) && !f.in(Zone.PRE_TRAINING)) {
      return f.in(Zone.TRAINING) ? Purpose.AUXILIARY : Purpose.DATA;
    }
    if (f.in(Zone.DATA) && !f.in(Zone.TRAINING)) {
      return Purpose.DATA;
    }
    // The main of an optimizer's own file tries it out.
    boolean started = f.measure().entry() && !Zones.optimizer(Zones.words(f.file().name()));
    if (f.in(Zone.SUPPORT) && !started && !trainName(f)) {
      return Purpose.SUPPORT;
    }
    boolean library = f.has(Signal.LOOP) || f.has(Signal.HOOK);
    if (f.first(Signal.GRADIENT).filter(s -> s.what().endsWith(".backward")).isPresent()
        && !library
        && !f.measure().parameters()
        && !f.in(Zone.TRAINING)
        && f.has(Signal.OPTIMIZER)) {
      return Purpose.INPUTS;
    }
    boolean pre = f.in(Zone.PRE_TRAINING);
    if ((tunesByName(f) && !pre) || tunesByCall(f)) {
      return Purpose.TUNING;
    }
    boolean given = f.has(Signal.ADAPTER) || loadsModel(f) || f.given() || LoadedWhole.fits(f);
    boolean adapts = f.has(Signal.ADAPTER) && loadsModel(f);
    if (given && (adapts || !choosesScratch(f)) && (trainer(f) || !f.has(Signal.SCRATCH))) {
      return Purpose.TUNING;
    }
    if (f.notebook() || f.in(Zone.DOCS) || f.in(Zone.DEMO) || f.in(Zone.BENCHMARK)) {
      return Purpose.DEMO;
    }
    return Purpose.SCRATCH;
  }

  /// Whether nothing in the place of a file says that it serves something else than training.
  public static boolean free(CodeFile f) {
    return !f.in(Zone.EVALUATION)
        && !f.in(Zone.AUXILIARY)
        && !f.in(Zone.DATA)
        && !f.in(Zone.DOCS)
        && !f.in(Zone.DEMO)
        && !f.in(Zone.BENCHMARK)
        && !f.in(Zone.TOKENIZER)
        && !f.in(Zone.SUPPORT);
  }

  /// What is trained inside the folder of the data work, or inside a converter of documents, serves
  /// the data.
  private static boolean dataFolder(CodeFile f) {
    for (String part : f.file().path().toLowerCase(Locale.ROOT).split("/")) {
      if (part.equals("data") || part.equals("datasets") || part.endsWith("-convert")) {
        return true;
      }
      if (part.startsWith("train") || part.startsWith("model")) {
        return false;
      }
    }
    return false;
  }

  /// Whether a model class's weights are loaded by name; a `load_state_dict` alone resumes a run,
  /// and so does a running average of weights that is read back.
  private static boolean loadsModel(CodeFile f) {
    for (Sighting s : f.sightings()) {
      if (s.signal() == Signal.PRETRAINED
          && !s.what().endsWith("load_state_dict")
          && !s.what().contains("EMA")
          && !ofWords(s.what())
          && !(s.what().endsWith("SentenceTransformer") && !ofSentences(f))
          && !(f.language() == Language.PYTHON
              && (OptionalLoads.is(f.code(), s.offset())
                  || FrozenLoads.is(f.code(), s.offset())))) {
        return true;
      }
    }
    return false;
  }

  /// What the layers are called by which a head is put on a network.
  private static final List<String> OF_HEADS =
      List.of(
          "Linear",
          "Dense",
          "Dropout",
          "LayerNorm",
          "BatchNorm1d",
          "Parameter",
          "ModuleList",
          "Sequential",
          "ParameterList");

  /// So many places may make them: each layer is seen once or twice.
  private static final int MOST_OF_HEADS = 8;

  /// Whether all layers that a file makes are such as a head is made of.
  public static boolean headOnly(CodeFile f) {
    int layers = 0;
    for (Sighting s : f.sightings()) {
      if (s.signal() == Signal.LAYER) {
        layers++;
        if (OF_HEADS.stream().noneMatch(s.what()::endsWith)) {
          return false;
        }
      }
    }
    return layers <= MOST_OF_HEADS;
  }

  /// Whether what is loaded are vectors for words, one layer of a network that is otherwise new.
  private static boolean ofWords(String call) {
    String last = call.substring(call.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return last.startsWith("load_pretrained_")
        && (last.contains("emb") || last.contains("vector") || last.contains("glove"));
  }

  /// Whether what is taken of a library for vectors of sentences trains: who only takes the model
  /// has it make vectors for something else.
  private static boolean ofSentences(CodeFile f) {
    return f.shape().imports().stream()
        .filter(i -> root(i.name()).equals("sentence_transformers"))
        .anyMatch(i -> !i.name().endsWith(".SentenceTransformer") && !i.name().endsWith(".util"));
  }

  /// Whether the path says that given weights are trained on. Reinforcement learning or alignment
  /// alone says so only of language models.
  public static boolean tunesByName(CodeFile f) {
    if (!f.in(Zone.FINE_TUNING)) {
      return false;
    }
    return !Zones.tunesOnlyAsLanguage(f.file().path())
        || loadsModel(f)
        || f.shape().imports().stream().anyMatch(i -> LANGUAGE.contains(root(i.name())));
  }

  private static String root(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /// Whether a switch says that the weights may be fresh: the program does both.
  private static boolean choosesScratch(CodeFile f) {
    String code = f.code();
    boolean option =
        code.contains("random_init")
            || code.contains("from_scratch")
            || code.contains("init_from_config");
    return f.has(Signal.SCRATCH) && (option || whereNoneAreGiven(f))
        || (f.in(Zone.PRE_TRAINING) || ScratchSwitch.in(code)) && ofConfiguration(code);
  }

  /// "if model_path is None:", right before a model is made anew.
  private static final Pattern NONE_GIVEN =
      Pattern.compile(
          "\\bif (?:not )?(?:[\\w.]{0,40}\\.)?\\w{0,40}(?:path|checkpoint|ckpt|pretrained|weights)\\w{0,20}(?: is None| == None)?:\\s");

  /// How far before the new model the condition may stand.
  private static final int CONDITION = 160;

  /// Whether a program makes its model anew where no weights are given to it.
  private static boolean whereNoneAreGiven(CodeFile f) {
    String code = f.code();
    for (Sighting s : f.sightings()) {
      if (s.signal() == Signal.SCRATCH && s.offset() <= code.length()) {
        Matcher m =
            NONE_GIVEN.matcher(code.substring(Math.max(0, s.offset() - CONDITION), s.offset()));
        while (m.find()) {
          if (m.group().startsWith("if not ") || m.group().contains("None")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// Whether a model is made of a configuration alone: `model = model_class(config=config)`. A
  /// program that is named for pre-training and can do that starts from nothing where it is asked
  /// to.
  private static boolean ofConfiguration(String code) {
    for (String call : CONFIGURED) {
      int at = code.indexOf(call);
      while (at >= 0) {
        String line = code.substring(code.lastIndexOf('\n', at) + 1, at).strip();
        boolean named = at > 0 && Character.isJavaIdentifierPart(code.charAt(at - 1));
        if (named && line.startsWith("model") && line.contains("=")) {
          return true;
        }
        at = code.indexOf(call, at + 1);
      }
    }
    return false;
  }

  private static boolean trainer(CodeFile f) {
    return f.sightings().stream()
        .anyMatch(s -> s.signal() == Signal.LOOP && s.framework().startsWith("Hugging Face"));
  }

  /// Whether the file's name says that it trains.
  public static boolean trainName(CodeFile f) {
    for (String word : Zones.words(f.file().name())) {
      boolean named = word.startsWith("train") || word.startsWith("pretrain");
      if (named && !word.endsWith("trained")) {
        return true;
      }
    }
    return false;
  }

  /// Whether the loop of a Python source stands outside its functions and classes: who starts the
  /// file starts the loop.
  private static boolean atTop(CodeFile f) {
    if (f.language() != Language.PYTHON || f.inDocument() || !f.has(Signal.STEP) || !isLoop(f)) {
      return false;
    }
    String code = f.code();
    var blocks = Blocks.of(code);
    return f.sightings().stream()
        .filter(s -> s.signal() == Signal.STEP && s.offset() < code.length())
        .anyMatch(s -> Blocks.atTop(code, blocks.opening(s.offset())));
  }

  /// Whether a run of training starts in this file: a program that calls what trains, or one that
  /// is named for training.
  public static boolean entry(CodeFile f) {
    boolean code =
        !f.in(Zone.TEST)
            && !f.in(Zone.VENDORED)
            && !f.in(Zone.AUXILIARY)
            && !f.in(Zone.TOKENIZER)
            && !f.in(Zone.EVALUATION)
            && !f.inDocument();
    boolean itself = atTop(f);
    boolean starts = itself || f.measure().starts() || f.has(Signal.RUN) || f.has(Signal.LOOP);
    boolean top = f.language() == Language.PYTHON && f.measure().definitions() == 0;
    boolean script = (SCRIPTS.contains(f.language()) || top) && isLoop(f);
    // A script that is nothing but its run: it makes what trains by a class of a module.
    boolean run = top && f.shape().classes().isEmpty() && f.measure().starts() && !f.notebook();
    boolean program =
        itself || f.measure().entry() || trainName(f) || f.notebook() || script || run;
    return code && program && (starts || (trainName(f) && f.measure().entry()));
  }
}
