package dev.assay.code;

import dev.assay.code.CodeFile.Measure;
import dev.assay.code.frameworks.Frameworks;
import dev.assay.code.frameworks.Sighting;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Blocks;
import dev.assay.code.outline.BraceScanner;
import dev.assay.code.outline.ConfigurationScanner;
import dev.assay.code.outline.Excerpt;
import dev.assay.code.outline.Fences;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.NameMemory;
import dev.assay.code.outline.NotebookCells;
import dev.assay.code.outline.Outline;
import dev.assay.code.outline.PythonScanner;
import dev.assay.code.outline.ShellScanner;
import dev.assay.code.roles.ChangedNetwork;
import dev.assay.code.roles.Deed;
import dev.assay.code.roles.EvaluationOptions;
import dev.assay.code.roles.GivenOptions;
import dev.assay.code.roles.Idea;
import dev.assay.code.roles.Learner;
import dev.assay.code.roles.LoadedFirst;
import dev.assay.code.roles.MadeWithWeights;
import dev.assay.code.roles.Preparation;
import dev.assay.code.roles.PublishedNetworks;
import dev.assay.code.roles.StatedSettings;
import dev.assay.code.roles.TellingPlace;
import dev.assay.code.roles.Vocabulary;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.WrittenNetwork;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one source, notebook, script or configuration file.
public final class CodeReader {
  /// Larger configurations are data, and are not read.
  private static final long LARGEST_CONFIGURATION = 1 << 20;

  private static final long LARGEST = 64L << 20;

  private CodeReader() {}

  /// Whether a file is worth reading as text for this module, by its name.
  public static boolean wants(FileEntry entry) {
    if (entry.kind() != FileEntry.Kind.FILE || entry.size() > LARGEST) {
      return false;
    }
    Language language = Language.of(entry.name());
    return language != null
        && (language != Language.CONFIGURATION || entry.size() <= LARGEST_CONFIGURATION);
  }

  /// What the file shows; empty when it is no source, script, notebook or configuration. Safe to
  /// call from several threads.
  public static Optional<CodeFile> read(TextFile file) {
    Language language = Language.of(file.name());
    if (language == null) {
      return Optional.empty();
    }
    if (language == Language.JAVASCRIPT && isPacked(file.text())) {
      return Optional.empty();
    }
    return switch (language) {
      case PYTHON -> Optional.of(of(file, language, PythonScanner.scan(file.text()), null));
      case SHELL -> Optional.of(of(file, language, ShellScanner.scan(file.text()), null));
      case CONFIGURATION ->
          Optional.of(of(file, language, ConfigurationScanner.scan(file.text()), null));
      case NOTEBOOK -> {
        Excerpt code = NotebookCells.read(file.text());
        yield Optional.of(of(file, Language.PYTHON, NotebookCells.outline(code), code));
      }
      case MARKDOWN -> Optional.of(document(file));
      case C, JAVA, RUST, JULIA, R, GO, SWIFT, LUA, JAVASCRIPT ->
          Optional.of(of(file, language, BraceScanner.scan(file.text(), language), null));
    };
  }

  /// So many options for weights are looked for in a source: each takes a look through all of it.
  private static final int MOST_OPTIONS = 50;

  /// A source whose lines are longer than this on average was packed by a program: it is what was
  /// built, and not what is worked on.
  private static final int PACKED = 300;

  private static boolean isPacked(String text) {
    long lines = 1 + text.chars().filter(c -> c == '\n').count();
    return text.length() / lines > PACKED;
  }

  /// So many imports of all the code that a document shows are kept.
  private static final int MOST_IMPORTS = 200;

  /// A document counts by the Python that it shows, and by its commands where these alone say
  /// something that is known, and by what it names.
  private static CodeFile document(TextFile file) {
    List<Excerpt> excerpts = Fences.read(file.text());
    CodeFile best = null;
    List<Outline.Import> imports = new ArrayList<>();
    for (Excerpt code : excerpts) {
      Outline outline =
          code.language() == Language.PYTHON
              ? PythonScanner.scan(code.text())
              : ShellScanner.scan(code.text());
      CodeFile read = of(file, code.language(), outline, code);
      if (code.language() == Language.PYTHON) {
        outline.imports().stream().limit(MOST_IMPORTS - imports.size()).forEach(imports::add);
      }
      if (best == null || best.sightings().isEmpty() && !read.sightings().isEmpty()) {
        best = read;
      }
    }
    Excerpt none = new Excerpt(Language.SHELL, "", new int[0]);
    return best == null ? of(file, Language.SHELL, Outline.EMPTY, none) : best.importing(imports);
  }

  private static CodeFile of(
      TextFile file, Language language, Outline outline, @Nullable Excerpt excerpt) {
    String text = excerpt == null ? file.text() : excerpt.text();
    List<Sighting> sightings = new ArrayList<>(Frameworks.builtIn().look(outline, language));
    // What is called `eval` and waits for what a model answers measures it; else it is how a
    // network is told that it does not learn.
    sightings.removeIf(s ->
        s.signal() == Signal.EVALUATE
                && (s.what().equals("eval") && !text.startsWith("async", s.offset())
                    || ofLoss(s.what())
                    || OTHERWISE.contains(s.what())
                    || s.framework().equals(MATLAB) && !file.name().endsWith(".m"))
            || s.signal() == Signal.GENERATE
                && (ofSteps(s, outline, text) || ofClusters(s, file.name())));
    Vocabulary vocabulary = Vocabulary.of(outline, language);
    Learner learner = Learner.of(outline, language, file.path(), vocabulary);
    // With a library for networks a loop is told by what it calls.
    boolean called =
        learner.kind() == Learner.Kind.PROGRAM
            && sightings.stream()
                .anyMatch(s -> s.signal() == Signal.GRADIENT || s.signal() == Signal.LOOP);
    if (learner.learns() && learner.act() != null && !called) {
      sightings.add(learner.act());
    }
    Measure measure = measure(outline, sightings, language, vocabulary, text);
    Set<Zone> zones = Zones.of(file.path());
    if (zones.contains(Zone.TEST)
        && (testsModel(file, outline, measure, sightings)
            || hasMeasured(file, outline, measure, sightings)
            || holdsAgainst(file, outline, measure, learner, sightings))) {
      zones.remove(Zone.TEST);
      zones.add(Zone.EVALUATION);
    } else if (zones.contains(Zone.TEST) && triesModel(file, outline, measure)) {
      zones.remove(Zone.TEST);
      zones.add(Zone.INFERENCE);
    }
    Outline shape =
        new Outline(
            outline.imports(),
            List.of(),
            outline.classes(),
            List.of(),
            language == Language.PYTHON || language.braced() ? List.of() : outline.names(),
            outline.launches(),
            outline.entry(),
            Set.of());
    return new CodeFile(file, language, shape, sightings, zones, measure, learner, excerpt);
  }

  /// What is evaluated and is no model: a formula, a place in a tree of moves, one batch.
  private static final Set<String> OTHERWISE =
      Set.of(
          "eval_step",
          "eval_code",
          "eval_node",
          "eval_expr",
          "eval_expression",
          "evaluate_expression",
          "evaluate_node",
          "evaluate_position",
          "evaluate_board");

  /// Sources in MATLAB are read as those in C, where a function of the same name may be anything.
  private static final String MATLAB = "measures in MATLAB";

  /// Whether what is evaluated is a loss: a network is trained by it.
  private static boolean ofLoss(String call) {
    return call.endsWith(".evaluate") && call.contains("loss");
  }

  /// Whether what is called a pipeline is a row of steps that the source itself defines, by a
  /// function of that name or by what it puts before one, and no model.
  private static boolean ofSteps(Sighting s, Outline outline, String text) {
    if (!s.what().endsWith("pipeline")) {
      return false;
    }
    boolean decorates = s.offset() > 0 && text.startsWith("@", s.offset() - 1);
    return decorates
        || s.what().equals("pipeline")
            && outline.definitions().stream().anyMatch(d -> d.name().equals("pipeline"));
  }

  /// Whether what is predicted is to which cluster something belongs: so the outputs of a model or
  /// its data are sorted, by what is no model of the release.
  private static boolean ofClusters(Sighting s, String name) {
    String what = s.what();
    return what.endsWith(".predict")
        && (what.startsWith("cluster")
            || what.startsWith("kmeans")
            || Zones.words(name).getFirst().startsWith("cluster"));
  }

  /// A program named for tests that reads a command line and loads what learns, and is no unit
  /// test: it tests the model and not the code.
  private static boolean testsModel(
      TextFile file, Outline outline, Measure measure, List<Sighting> sightings) {
    List<String> words = Zones.words(file.name());
    boolean run = words.getFirst().equals("run") || words.getFirst().equals("main");
    boolean begins = measure.entry() || outline.definitions().isEmpty();
    boolean scores =
        (file.name().equals("test.py") || run)
            && begins
            && (run && measure.loads()
                || sightings.stream()
                    .anyMatch(s -> s.signal() == Signal.EVALUATE && ofLibrary(s.what())));
    boolean options = outline.calls().stream().anyMatch(c -> Words.OPTIONS.contains(c.last()));
    if (!measure.learns() && !measure.loads() || !options && !scores) {
      return false;
    }
    String folder = file.path().substring(0, Math.max(0, file.path().lastIndexOf('/')));
    boolean named = !Zones.ofFolder(folder).contains(Zone.TEST);
    boolean unit = false;
    for (Outline.Import i : outline.imports()) {
      unit |= i.name().startsWith("unittest") || i.name().startsWith("pytest");
    }
    boolean speed = Zones.words(file.name()).stream().anyMatch(Words.SPEED::contains);
    // `test.py` measures; what tests one thing among others must show that it does.
    boolean whole = file.name().equals("test.py") || file.name().equals("test.lua");
    boolean measures =
        whole
            || outline.calls().stream()
                .anyMatch(c -> c.last().endsWith("DataLoader") || c.last().endsWith("Dataset"))
            || measure.metrics() > 0
            || sightings.stream().anyMatch(s -> s.signal() == Signal.EVALUATE)
            || measure.loads() && TELLS_ERROR.matcher(file.text()).find();
    return named && !unit && !speed && measures;
  }

  /// How a program tells how far off what came out is: `print("MAE = ...")`.
  private static final Pattern TELLS_ERROR =
      Pattern.compile("\\bprint\\([^\\n]{0,200}\\b(?:MAE|RMSE|[Aa]ccuracy|PSNR|SSIM)\\s?[=:]");

  /// Whether a `test.py` that starts something has a module of another file measure: it brings in a
  /// function for it, and no test of code stands in it.
  private static boolean hasMeasured(
      TextFile file, Outline outline, Measure measure, List<Sighting> sightings) {
    return file.name().equals("test.py")
        && measure.entry()
        && noUnitTest(file, outline)
        && sightings.stream()
            .anyMatch(s ->
                s.signal() == Signal.EVALUATE
                    && outline.imports().stream()
                        .anyMatch(i -> i.name().indexOf('.') > 0 && i.name().equals(s.what())));
  }

  /// Whether a program that is named for tests, stands among none and has no test in it runs a
  /// model at its top and knows predictions, labels and what they are held against: it measures.
  private static boolean holdsAgainst(
      TextFile file, Outline outline, Measure measure, Learner learner, List<Sighting> sightings) {
    return measure.learns()
        && !measure.entry()
        && learner.ideas().containsAll(List.of(Idea.PREDICTION, Idea.REFERENCE, Idea.LABEL))
        && noUnitTest(file, outline)
        && sightings.stream()
            .anyMatch(
                s -> s.signal() == Signal.GENERATE && !file.text().startsWith("def", s.offset()));
  }

  /// Whether a source that is named for tests stands among none and has no test of code in it.
  private static boolean noUnitTest(TextFile file, Outline outline) {
    String folder = file.path().substring(0, Math.max(0, file.path().lastIndexOf('/')));
    return !Zones.ofFolder(folder).contains(Zone.TEST)
        && outline.classes().isEmpty()
        && outline.definitions().stream().noneMatch(d -> d.name().startsWith("test"))
        && outline.imports().stream()
            .noneMatch(i -> i.name().startsWith("unittest") || i.name().startsWith("pytest"));
  }

  /// Whether a measure is one of a library or of a network: `sklearn.metrics.f1_score`.
  private static boolean ofLibrary(String call) {
    return call.indexOf('.') != call.lastIndexOf('.') || call.startsWith("model.");
  }

  /// A program that is named for tests, stands among none, has no test in it, loads what was
  /// trained and writes down what comes out: it shows how the model is run.
  private static boolean triesModel(TextFile file, Outline outline, Measure measure) {
    return (measure.entry() || outline.definitions().isEmpty())
        && measure.loads()
        && measure.learns()
        && measure.writes()
        && measure.metrics() == 0
        && !measure.starts()
        && noUnitTest(file, outline);
  }

  private static Measure measure(
      Outline outline,
      List<Sighting> sightings,
      Language language,
      Vocabulary vocabulary,
      String text) {
    if (language == Language.CONFIGURATION) {
      return Measure.ofSettings(TellingPlace.of(outline));
    }
    boolean python = language == Language.PYTHON;
    Set<Deed> done = EnumSet.noneOf(Deed.class);
    boolean cli = outline.entry() >= 0;
    int asked = 0;
    boolean given = python && LoadedFirst.in(outline, vocabulary, text);
    boolean writes = false;
    boolean loads = false;
    boolean made = false;
    for (Outline.Call call : vocabulary.mayAct() ? outline.calls() : List.<Outline.Call>of()) {
      made |= python && !made && MadeWithWeights.is(call, text);
      Set<Deed> deeds = Vocabulary.deeds(call.last());
      if (deeds.isEmpty() || deeds.contains(Deed.LOADS_INTO) && copies(call, text)) {
        continue;
      }
      done.addAll(deeds);
      cli |= deeds.contains(Deed.MAY_COMMAND) && Words.CLI.contains(call.name());
      loads |= deeds.contains(Deed.MAY_LOAD) && Words.MODEL_LOADERS.contains(call.name());
      writes |= !writes && deeds.contains(Deed.MAY_WRITE) && Preparation.writes(call, text);
      if (deeds.contains(Deed.DECLARES)) {
        given |=
            Words.GIVEN_OPTIONS.contains(call.text())
                && asked++ < MOST_OPTIONS
                && !GivenOptions.mayBeLeftOut(call, text);
      }
    }
    cli |= done.contains(Deed.COMMANDS);
    loads |= done.contains(Deed.LOADS);
    // Beside what trains, a part that comes with weights is what the training begins with.
    loads |= made && done.contains(Deed.FREEZES) && !done.contains(Deed.TRAINS);
    int networks = networks(outline, sightings);
    given |=
        python
            && done.contains(Deed.TRAINS)
            && networks == 0
            && PublishedNetworks.in(outline, text);
    boolean parameters = done.contains(Deed.PARAMETERS);
    // Epochs are of data; an input that is optimised has none.
    for (Outline.Named n :
        vocabulary.may(Deed.EPOCHS) ? outline.names() : List.<Outline.Named>of()) {
      parameters |= n.name().endsWith("epoch") || n.name().endsWith("epochs");
    }
    for (Outline.Definition d : outline.definitions()) {
      for (String decorator : d.decorators()) {
        cli |=
            decorator.endsWith("hydra_main")
                || decorator.startsWith("hydra.main")
                || decorator.startsWith("click.")
                || decorator.startsWith("typer.")
                || decorator.endsWith(".command");
      }
    }
    for (Outline.Launch l : outline.launches()) {
      cli |= language == Language.SHELL && !l.program().isEmpty();
    }
    boolean learns = learns(outline, language);
    boolean writesAtTop = writes && python && actsAtTop(outline, text, true);
    return new Measure(
        outline.definitions().size(),
        outline.calls().size(),
        networks,
        cli,
        done.contains(Deed.TRAINS),
        parameters,
        EvaluationOptions.asked(outline, vocabulary, sightings)
            || EvaluationOptions.declared(outline, vocabulary, text)
            || EvaluationOptions.asks(text)
            || python && cli && EvaluationOptions.modes(text),
        given,
        writes,
        writesAtTop,
        writesAtTop || python && !cli && loads && learns && actsAtTop(outline, text, false),
        learns,
        done.contains(Deed.CLOCKS) || language == Language.JAVASCRIPT && done.contains(Deed.NOW),
        loads,
        loads && done.contains(Deed.FREEZES),
        done.contains(Deed.FITS) && done.contains(Deed.KEEPS),
        vocabulary.mayMeasure() ? metrics(outline) : 0,
        python ? Preparation.kinds(outline, vocabulary, text) : -1,
        python && Preparation.step(outline, vocabulary),
        python ? StatedSettings.in(outline, sightings, text) : -1,
        networks == 0 && (!learns || language == Language.C || language == Language.RUST)
            ? WrittenNetwork.in(outline, vocabulary)
            : -1,
        python && learns ? ChangedNetwork.in(outline, sightings) : -1,
        TellingPlace.of(outline));
  }

  /// Whether weights are only copied from one network in memory to another.
  private static boolean copies(Outline.Call call, String text) {
    int end = Math.min(call.end(), text.length());
    return text.startsWith("state_dict())", end - "state_dict())".length());
  }

  /// Whether a Python source does something outside its functions and classes: it calls one of its
  /// own functions, or writes a file.
  ///
  /// @param writing whether a call that writes tells it too
  private static boolean actsAtTop(Outline outline, String text, boolean writing) {
    Set<String> own = Preparation.functions(outline);
    if (!writing && own.isEmpty()) {
      return false;
    }
    var blocks = Blocks.of(text);
    for (Outline.Call call : outline.calls()) {
      boolean write = writing && Preparation.writes(call, text);
      if (write || own.contains(call.name())) {
        int line = blocks.opening(call.offset());
        if (write ? Blocks.atTop(text, line) : Preparation.acts(text, line, call)) {
          return true;
        }
      }
    }
    return false;
  }

  /// The kinds of measures of quality among the words of what a file calls, defines and assigns. A
  /// measure that it makes a loss of, as in `ssim_loss`, it trains by.
  private static int metrics(Outline outline) {
    Set<String> kinds = new HashSet<>();
    Set<String> losses = new HashSet<>();
    for (Outline.Call c : outline.calls()) {
      metrics(c.last(), kinds, losses);
    }
    for (Outline.Definition d : outline.definitions()) {
      metrics(d.name(), kinds, losses);
    }
    for (Outline.Named n : outline.names()) {
      metrics(n.name(), kinds, losses);
    }
    kinds.removeAll(losses);
    return kinds.size();
  }

  private static void metrics(String name, Set<String> to, Set<String> losses) {
    List<String> found = METRICS.of(name);
    if (!found.isEmpty()) {
      (name.toLowerCase(Locale.ROOT).contains("loss") ? losses : to).addAll(found);
    }
  }

  /// Of a name, those of its words that are measures of quality.
  private static final NameMemory<List<String>> METRICS =
      new NameMemory<>(name -> {
        List<String> words = Zones.words(name);
        words.retainAll(Words.METRIC_NAMES);
        return List.copyOf(words);
      });

  private static boolean learns(Outline outline, Language language) {
    if (language == Language.C || language == Language.RUST) {
      return true;
    }
    for (Outline.Import i : outline.imports()) {
      for (String start : Words.LEARNING_PACKAGES) {
        if (i.name().startsWith(start)) {
          return true;
        }
      }
    }
    for (Outline.Import i : outline.imports()) {
      int dot = i.name().indexOf('.');
      if (dot != 0 && Words.LEARNING.contains(dot < 0 ? i.name() : i.name().substring(0, dot))) {
        return true;
      }
    }
    return false;
  }

  /// Classes whose base is a network's and inside which layers are made or which define a forward
  /// pass. A class that does both is a network whatever library its base comes from.
  private static final Set<String> FORWARD = Set.of("forward", "__call__", "call", "construct");

  private static boolean makesLayers(Outline.ClassDef c, List<Sighting> sightings) {
    for (Sighting s : sightings) {
      if (s.signal() == Signal.LAYER && s.offset() > c.offset() && s.offset() < c.end()) {
        return true;
      }
    }
    return false;
  }

  private static boolean runsForward(Outline.ClassDef c, Outline outline) {
    return outline.definitions().stream()
        .anyMatch(
            d -> d.name().equals("forward") && d.offset() > c.offset() && d.offset() < c.end());
  }

  private static int networks(Outline outline, List<Sighting> sightings) {
    Set<Integer> bases = new HashSet<>();
    boolean may = false;
    for (Sighting s : sightings) {
      if (s.signal() == Signal.NETWORK) {
        bases.add(s.offset());
      }
      may |= s.signal() == Signal.NETWORK || s.signal() == Signal.LAYER;
    }
    if (!may) {
      return 0;
    }
    Set<String> own = new HashSet<>();
    int count = 0;
    for (Outline.ClassDef c : outline.classes()) {
      boolean network = bases.contains(c.offset());
      for (String base : c.bases()) {
        network |= own.contains(base);
      }
      boolean layers = makesLayers(c, sightings);
      network |= layers && !c.bases().isEmpty() && runsForward(c, outline);
      if (network) {
        own.add(c.name());
        // A model of a library that is given another way of running is a network of its own.
        boolean whole = c.bases().stream().anyMatch(b -> b.endsWith("Model"));
        for (Outline.Definition d : whole ? outline.definitions() : List.<Outline.Definition>of()) {
          layers |= FORWARD.contains(d.name()) && d.offset() > c.offset() && d.offset() < c.end();
        }
        count += layers ? 1 : 0;
      }
    }
    return count;
  }
}
