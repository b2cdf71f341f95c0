package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Learner;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.SettingNames;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.State;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Code that makes training data: by what it uses, by what its name says it makes, by where it
/// stands and writes. Loaders that only feed a loop do not count.
final class DataJudge {
  private final Tree tree;
  private final Guide guide;

  private final TrainingJudge training;

  private final InputFolders inputFolders;

  /// What prepares the inputs of programs that run the model, once it was asked for.
  private @Nullable Set<CodeFile> inputs;

  /// What the programs that run the model bring in, once it was asked for.
  private @Nullable Set<CodeFile> served;

  DataJudge(Tree tree, Guide guide, TrainingJudge training) {
    this.tree = tree;
    this.training = training;
    this.guide = guide;
    this.inputFolders = new InputFolders(tree);
  }

  /// A program that a document or a script starts to make data, whatever it is called.
  private boolean shown(CodeFile f) {
    CodeFile.Measure m = f.measure();
    if (Loops.isLoop(f) || weights(f) || feeds(f) && !m.writes()) {
      return false;
    }
    boolean alone =
        guide.shows(f, Use.DATA)
            && (m.entry() || m.writes() && (m.definitions() == 0 || m.writesAtTop()))
            && !m.loads()
            && !f.in(Zone.DEMO)
            && !f.in(Zone.TOKENIZER);
    return alone || guide.names(f, Use.DATA) && !Zones.runs(f.file().name()) && !retrieval(f);
  }

  /// Whether a name is that of what only reads for a loop.
  private static boolean feeds(CodeFile f) {
    List<String> words = Zones.words(f.file().name());
    String last = words.get(Math.max(0, words.size() - 2));
    return last.endsWith("loader") || last.endsWith("loaders");
  }

  private int data(CodeFile f) {
    if (shell(f) || MadeByRunning.told(f)) {
      return 3;
    }
    String begins = Zones.firstWord(f.file().name());
    if (f.notebook() && LOOKS.contains(begins)
        || SHOWS.contains(begins)
        || shows(f.folder())
        || inputs(f)
        || inputFolders.hold(f)) {
      return 0;
    }
    if (!Ranking.program(f) || f.in(Zone.DOCS) || f.in(Zone.EVALUATION) || f.in(Zone.BENCHMARK)) {
      return 0;
    }
    if (f.file().name().equals("setup.py") || f.file().path().startsWith(".")) {
      return 0;
    }
    // A program that imports data knows nothing of learning; one that does imports weights.
    String first = Zones.firstWord(f.file().name());
    boolean imports = first.equals("import") && (f.measure().learns() || f.measure().loads());
    boolean named = Zones.words(f.file().name()).stream().anyMatch(DataNames::records);
    if (imports || first.equals("convert") && f.measure().loads() && !named) {
      return 0;
    }
    if (Loops.isLoop(f) && Loops.trainName(f)) {
      return 0;
    }
    // A loader that a main guard tries out only feeds.
    boolean place = f.in(Zone.DATA) && !loader(f);
    boolean script =
        f.measure().entry()
            || f.measure().definitions() == 0
            || f.measure().writesAtTop()
            || runsAll(f);
    int score = 0;
    boolean acts = acts(f);
    boolean makes = writer(f) || f.measure().entry() || f.measure().writes();
    score += f.has(Signal.PREPARE) ? (place ? (makes ? 3 : 2) : 1) : 0;
    boolean own = f.measure().entry() && !Loops.isLoop(f) && !weights(f);
    score += f.has(Signal.PREPARE) && !place && tool(f) && own ? 2 : 0;
    score += !place && task(f) ? 2 : 0;
    score += place && script && f.measure().writes() && !runs(f) ? 1 : 0;
    score += place && acts && !weights(f) && !runs(f) ? 2 : 0;
    score += prepares(f) && script && !serves(f) ? 3 : 0;
    score += CalledForData.module(f) && works(f) && !f.in(Zone.SUPPORT) ? 3 : 0;
    score += CalledForData.command(f) && works(f) ? 3 : 0;
    score += Recast.is(f) && works(f) ? 3 : 0;
    score += MadeByRunning.is(f) && !Loops.isLoop(f) ? 3 : 0;
    score += steps(f) ? 3 : 0;
    boolean told = DataNames.makes(f) && !f.in(Zone.SUPPORT) && !settings(f);
    score += (folder(f) || told) && !loader(f) && makesFor(f, first) ? 3 : 0;
    score += DataNames.makes(f) && script && !f.in(Zone.SUPPORT) && !settings(f) ? 3 : 0;
    score += DataNames.builds(f) && f.measure().writes() ? 3 : 0;
    score += fetches(f) ? 3 : 0;
    boolean alone = DataNames.alone(f) && f.measure().writes();
    boolean verb = alone || place && Words.ALONE.contains(first) && !runs(f);
    score += verb && (f.measure().entry() || labels(f) || gathersAtTop(f)) ? 3 : 0;
    score += Zones.makesData(f.file().path()) ? 3 : 0;
    score += shown(f) ? 3 : 0;
    score -= retrieval(f) ? 3 : 0;
    score -= Loops.isLoop(f) && !place ? 2 : 0;
    return score >= 3 ? score : 0;
  }

  /// First words of the names of notebooks that look at data and make none.
  private static final Set<String> LOOKS =
      Set.of(
          "exploration",
          "explore",
          "exploring",
          "visualize",
          "visualization",
          "visualizations",
          "eda",
          "plot");

  /// The same of programs, whatever they clean on the way.
  private static final Set<String> SHOWS = Set.of("plot", "plots", "visualize", "visualise");

  /// Folders whose programs draw what is there.
  private static final Set<String> SHOWING =
      Set.of("visualization", "visualizations", "visualisation", "visualize", "plots", "plotting");

  private static boolean shows(String folder) {
    return SHOWING.contains(folder.substring(folder.lastIndexOf('/') + 1));
  }

  /// Whether a program prepares what the model is run on: scripts start it beside a program that
  /// runs the model, and beside none that trains.
  private boolean inputs(CodeFile f) {
    if (inputs == null) {
      inputs = new HashSet<>();
      Set<CodeFile> ofTraining = new HashSet<>();
      for (CodeFile script : tree.code()) {
        if (script.language() == Language.SHELL && !script.in(Zone.DATA)) {
          Set<CodeFile> programs =
              script.shape().launches().stream()
                  .flatMap(l -> guide.programs(l.words(), script.folder()).stream())
                  .collect(Collectors.toSet());
          boolean trains =
              script.in(Zone.TRAINING)
                  || setsRate(script)
                  || programs.stream().anyMatch(p -> Loops.isLoop(p) || Loops.trainName(p));
          boolean runs = programs.stream().anyMatch(p -> p.measure().loads() && !Loops.isLoop(p));
          (trains ? ofTraining : runs ? inputs : new HashSet<CodeFile>()).addAll(programs);
        }
      }
      inputs.removeAll(ofTraining);
    }
    return inputs.contains(f) && !f.in(Zone.TRAINING);
  }

  /// Whether a script gives a learning rate, in a variable or an option: it trains, whatever its
  /// programs are called.
  private static boolean setsRate(CodeFile script) {
    return script.shape().names().stream()
            .anyMatch(n -> SettingNames.rate(SettingNames.last(n.name())))
        || script.shape().launches().stream()
            .flatMap(l -> l.options().stream())
            .anyMatch(o -> SettingNames.rate(SettingNames.last(o)));
  }

  /// Whether something happens when the file is run: a program starts in it, or it writes outside
  /// of its functions. A notebook tries out as often as it makes unless its name says which, and
  /// what knows of models or loads weights may run them.
  private static boolean acts(CodeFile f) {
    CodeFile.Measure m = f.measure();
    boolean top = m.writes() && (m.writesAtTop() || Ranking.whole(f) || runsAll(f));
    boolean none = !m.loads() && (!m.learns() || DataNames.verb(f));
    boolean tells = !f.notebook() || none && DataNames.prepares(f);
    return m.entry() || tells && top && (none || folder(f));
  }

  /// Whether a notebook is named for preparing data: it runs what it defines.
  private static boolean runsAll(CodeFile f) {
    return f.notebook() && DataNames.prepares(f);
  }

  /// Records in and records out, and names that speak of data sets. Of a program that knows nothing
  /// of models few of them are enough; one that does may ask a model about its records.
  private static boolean prepares(CodeFile f) {
    CodeFile.Measure m = f.measure();
    boolean turned = m.dataKinds() >= 0 && DataNames.turns(f) && !m.learns() && !m.loads();
    int enough = m.learns() ? FEW_KINDS + 1 : FEW_KINDS;
    if (m.loads() || m.learns() && !Ranking.whole(f)) {
      enough = MANY_KINDS;
    }
    return (turned || m.dataKinds() >= enough)
        && works(f)
        && !m.starts()
        && !(f.in(Zone.DATA) && loader(f))
        && !CalledForData.feeds(f)
        && !settings(f)
        && !f.in(Zone.MODEL)
        && !f.in(Zone.CONVERSION)
        && !f.in(Zone.SUPPORT)
        && !(f.in(Zone.TRAINING) && enough == MANY_KINDS);
  }

  /// First words of the names of files that read and write the settings of a run, or hand in what
  /// came out of one.
  private static final Set<String> SETTINGS =
      Set.of(
          "config",
          "configs",
          "configuration",
          "cfg",
          "conf",
          "args",
          "arguments",
          "options",
          "opts",
          "hparams",
          "settings",
          "logger",
          "logging",
          "submit",
          "submission");

  private static boolean settings(CodeFile f) {
    String folder = f.folder().substring(f.folder().lastIndexOf('/') + 1);
    return SETTINGS.contains(Zones.firstWord(f.file().name()))
        || SETTINGS.contains(folder) && !f.in(Zone.DATA);
  }

  /// Whether a module that has no place of its own for data serves what runs the model: a program
  /// that loads the weights brings it in.
  private boolean serves(CodeFile f) {
    if (f.in(Zone.DATA) || f.shape().classes().isEmpty()) {
      return false;
    }
    if (served == null) {
      served =
          tree.code().stream()
              .filter(g -> g.in(Zone.INFERENCE) && g.measure().loads() && !Loops.isLoop(g))
              .flatMap(g -> tree.modules().of(g).stream())
              .collect(Collectors.toSet());
    }
    return served.contains(f);
  }

  /// A library for data: a class whose methods download, clean or tokenise it and keep what comes
  /// out before anything is read for a loop, or several functions of such work.
  private static boolean steps(CodeFile f) {
    boolean prepared =
        f.measure().step()
            && !f.measure().starts()
            && f.shape().classes().stream()
                .anyMatch(c -> c.name().contains("Data") || c.bases().toString().contains("Data"));
    return (prepared || f.kinds(Signal.PREPARE) > 1)
        && f.measure().dataKinds() >= MANY_KINDS
        && works(f);
  }

  /// Whether a module among data work, or one that names what it makes, is named by a verb for
  /// making data and writes files, for a program that calls it.
  private static boolean makesFor(CodeFile f, String first) {
    CodeFile.Measure m = f.measure();
    return Words.MAKING.contains(first)
        && m.writes()
        && !m.entry()
        && !m.learns()
        && !m.loads()
        && works(f);
  }

  /// By what a program gets a file from elsewhere.
  private static final Pattern FETCH =
      Pattern.compile(
          "(?i)\\b(urlretrieve|urlopen|requests\\.get|gdown|kaggle|snapshot_download|wget"
              + "|download_url_to_file|download_file_from_google_drive)\\b");

  /// Whether a module is named for downloading data sets, and does so itself: what reads them for
  /// training has it do so.
  private static boolean fetches(CodeFile f) {
    List<String> words = Zones.words(f.file().name());
    return words.getFirst().equals("download")
        && words.stream().skip(1).anyMatch(DataNames::records)
        && !f.measure().learns()
        && !f.measure().loads()
        && works(f)
        && FETCH.matcher(f.code()).find();
  }

  /// Whether nothing learns or measures in a file, and it does not stand where something does.
  private static boolean works(CodeFile f) {
    CodeFile.Measure m = f.measure();
    return m.networks() == 0
        && m.metrics() == 0
        && !Loops.isLoop(f)
        && !(Loops.trainName(f) && !DataNames.forTraining(f))
        && !runs(f)
        && f.zones().stream().noneMatch(NOT_DATA::contains);
  }

  /// Of how many kinds of things of data sets a preparation speaks at least.
  private static final int FEW_KINDS = 2;

  /// As many leave no doubt, whatever else a file knows.
  private static final int MANY_KINDS = 4;

  private static final Set<Zone> NOT_DATA =
      Set.of(Zone.EVALUATION, Zone.MEASURES, Zone.BENCHMARK, Zone.DEMO, Zone.TOKENIZER);

  /// A file that makes a data set for a loop, and whose name makes nothing.
  private static boolean loader(CodeFile f) {
    return f.has(Signal.FEED)
        && !DataNames.verb(f)
        && f.shape().classes().stream()
            .anyMatch(c -> c.bases().stream().anyMatch(b -> b.endsWith("Dataset")));
  }

  /// A script of a shell that starts a tool for training data or fetches both parts of a set, or
  /// that stands among data work and fetches data or is started for it by a document, or is named
  /// for preparing data and changes texts, sounds or pictures with the shell's own tools.
  private boolean shell(CodeFile f) {
    if (f.language() == Language.SHELL
        && (f.has(Signal.PREPARE) || FetchScripts.is(f) && ForTraining.parts(f))) {
      return true;
    }
    if (f.language() != Language.SHELL
        || !f.in(Zone.DATA)
        || f.zones().stream().anyMatch(z -> NOT_DATA.contains(z) || z == Zone.MODEL)) {
      return false;
    }
    long tools =
        f.shape().launches().stream()
            .flatMap(l -> Stream.of(l.words().split(" ")))
            .filter(Words.SHELL_TOOLS::contains)
            .distinct()
            .limit(2)
            .count();
    List<String> words = Zones.words(f.file().name());
    if (ForTraining.steps(f)
        || ForTraining.starts(f)
        || FetchScripts.is(f)
        || words.stream().anyMatch(PREPARES::contains)
            && (unpacks(f) || FetchScripts.unpacked(f))) {
      return true;
    }
    return tools == 2 && !distributes(f) && words.stream().anyMatch(PREPARES::contains)
        || guide.shows(f, Use.DATA);
  }

  /// Whether a script finds the machines and the port for a run of several: it prepares the run.
  private static boolean distributes(CodeFile f) {
    return f.shape().names().stream()
        .anyMatch(n -> n.name().equals("MASTER_ADDR") || n.name().equals("MASTER_PORT"));
  }

  /// Whether a script takes data out of archives: into a folder for data, or out of one.
  private static boolean unpacks(CodeFile f) {
    return f.shape().launches().stream()
        .limit(2_000)
        .map(l -> Zones.words(l.words()))
        .anyMatch(w ->
            !w.isEmpty()
                && FetchScripts.UNPACKERS.contains(w.getFirst())
                && w.stream().anyMatch(n -> Words.DATA.contains(n) || DataNames.records(n)));
  }

  private static final Set<String> PREPARES =
      Set.of("prep", "prepare", "preprocess", "process", "clean", "format", "tokenize", "extract");

  /// Whether a tool is called that writes records of training data.
  private static boolean writer(CodeFile f) {
    return f.sightings().stream()
        .anyMatch(s ->
            s.signal() == Signal.PREPARE
                && (s.what().endsWith("Writer") || s.what().endsWith("Builder")));
  }

  /// Whether a task is defined: raw records and the steps that make examples of them, for a library
  /// that carries the steps out.
  private static boolean task(CodeFile f) {
    return f.sightings().stream()
        .anyMatch(s ->
            s.signal() == Signal.PREPARE
                && (s.what().endsWith("TaskRegistry.add") || s.what().endsWith("Task")));
  }

  /// Whether a program that is named for getting records from pages does so at its top and knows
  /// nothing of models.
  private static boolean gathersAtTop(CodeFile f) {
    String first = Zones.firstWord(f.file().name());
    CodeFile.Measure m = f.measure();
    return (first.startsWith("scrap") || first.startsWith("crawl"))
        && m.writesAtTop()
        && !m.learns()
        && !m.loads();
  }

  /// Whether a file that knows nothing of models gives labels to records when it is run.
  private static boolean labels(CodeFile f) {
    CodeFile.Measure m = f.measure();
    return m.writesAtTop()
        && !m.learns()
        && !m.loads()
        && Zones.firstWord(f.file().name()).startsWith("label");
  }

  private static boolean folder(CodeFile f) {
    int slash = f.file().path().lastIndexOf('/');
    return slash > 0 && Zones.ofFolder(f.folder()).contains(Zone.DATA);
  }

  /// What is converted is weights, unless it stands in a folder of data and knows of no library
  /// that could load them.
  private static boolean weights(CodeFile f) {
    return f.in(Zone.CONVERSION) && (f.measure().learns() || f.measure().loads() || !folder(f));
  }

  /// What is named for generating runs a model, unless it is data work that knows of none; so does
  /// what stands in a folder for running, unless the folder holds work of every kind.
  private static boolean runs(CodeFile f) {
    boolean makes = f.in(Zone.DATA) && !f.measure().learns() && !f.measure().loads();
    return f.in(Zone.INFERENCE) && Zones.runs(f.file().name()) && !makes
        || Stream.of(f.folder().split("/"))
            .map(Zones::words)
            .anyMatch(part -> runs(part) && !(EXAMPLES.containsAll(part) && namedToMake(f)));
  }

  /// Whether the name of a folder says that what is in it runs the model; a folder for generating
  /// data says what it generates.
  private static boolean runs(List<String> folder) {
    return folder.stream().noneMatch(Words.DATA::contains)
        && folder.stream().anyMatch(w -> Words.RUN.contains(w) && !Words.NEUTRAL.contains(w));
  }

  /// Folders in which a release shows how it is trained as often as how it is run.
  private static final Set<String> EXAMPLES = Set.of("example", "examples");

  /// Whether a file that knows nothing of models is named for making data.
  private static boolean namedToMake(CodeFile f) {
    CodeFile.Measure m = f.measure();
    return !m.learns() && !m.loads() && !retrieval(f) && (DataNames.alone(f) || DataNames.makes(f));
  }

  /// Indexes that are searched when the model runs are no training data.
  private static boolean retrieval(CodeFile f) {
    return Zones.words(f.file().path()).stream()
        .anyMatch(
            w -> w.equals("rag") || w.equals("retrieval") || w.equals("bm25") || w.equals("faiss"));
  }

  /// Where nothing trains, functions that clean or filter are inputs of inference as often as not:
  /// a tool made for training data must be used.
  private static boolean tool(CodeFile f) {
    return f.sightings().stream()
        .anyMatch(s ->
            s.signal() == Signal.PREPARE
                && (s.what().contains(".") || !f.file().text().startsWith("def", s.offset())));
  }

  /// A program that reads data sets of a hub and writes records makes data, whether or not the
  /// training that they are for is here.
  private static boolean collects(CodeFile f) {
    return (f.measure().entry() || f.measure().writesAtTop() && !f.measure().loads())
        && f.measure().writes()
        && f.in(Zone.DATA)
        && !runs(f)
        && f.shape().imports().stream()
            .anyMatch(i -> i.name().equals("datasets") || i.name().startsWith("datasets."));
  }

  /// First words of the names of programs that get records from elsewhere.
  private static final Set<String> GATHERS = Set.of("download", "downloader", "crawl", "scrape");

  /// A program in a folder of data that gets records from elsewhere and turns them into others:
  /// nobody does so for what a model is run on.
  private static boolean gathers(CodeFile f) {
    return f.measure().entry()
        && f.measure().writes()
        && folder(f)
        && f.measure().dataKinds() >= FEW_KINDS
        && !runs(f)
        && GATHERS.contains(Zones.firstWord(f.file().name()));
  }

  /// A program named for making something of data that speaks of data for learning, where nothing
  /// runs a model. What is only got from elsewhere tells by its folder.
  private static boolean alone(CodeFile f) {
    boolean gets = GATHERS.contains(Zones.firstWord(f.file().name()));
    return (!gets || folder(f)) && !retrieval(f) && ForTraining.kinds(f);
  }

  Finding dataProcessing() {
    List<Ranking.Scored> found = Ranking.of(tree.code(), this::data, Signal.PREPARE);
    boolean trains =
        training.delegates()
            || training.scratch().state() == State.PRESENT
            || training.tuning().state() == State.PRESENT
            || tree.code().stream()
                .anyMatch(f -> Loops.isLoop(f) && f.learner().kind() != Learner.Kind.FITS);
    if (!trains && found.size() < 5) {
      // Where nothing trains, work on data may be for what the model is run on.
      boolean runs =
          tree.code().stream()
              .anyMatch(f -> !f.in(Zone.DATA) && (f.measure().loads() || f.has(Signal.GENERATE)));
      found.removeIf(s ->
          !tool(s.file())
              && !Zones.makesData(s.file().file().path())
              && !collects(s.file())
              && !gathers(s.file())
              && !(s.file().in(Zone.DATA) && s.file().in(Zone.TRAINING) && acts(s.file()))
              && !ForTraining.made(s.file())
              && (runs || !alone(s.file()))
              && !(s.file().in(Zone.DATA) && prepares(s.file()))
              && !(guide.names(s.file(), Use.DATA) && !retrieval(s.file())));
    }
    if (!found.isEmpty()) {
      return Findings.present(
          Component.DATA_PROCESSING_CODE,
          Set.of(),
          "Code that makes training data is here.",
          Ranking.evidence(found),
          List.of());
    }
    return Findings.elsewhere(
        tree,
        Component.DATA_PROCESSING_CODE,
        List.of(
            "sources in data, preprocessing and preparation folders",
            "data tools that are imported or started",
            "documents for links"),
        List.of(),
        List.of("data"));
  }
}
