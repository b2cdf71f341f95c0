package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Learner;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Code that makes training data: by what it uses, by what its name says it makes, by where it
/// stands and writes. Loaders that only feed a loop do not count.
final class DataJudge {
  private final Tree tree;
  private final Guide guide;

  private final TrainingJudge training;

  DataJudge(Tree tree, Guide guide, TrainingJudge training) {
    this.tree = tree;
    this.training = training;
    this.guide = guide;
  }

  /// A program that a document or a script starts to make data, whatever it is called.
  private boolean shown(CodeFile f) {
    if (Loops.isLoop(f) || f.in(Zone.CONVERSION)) {
      return false;
    }
    boolean script = f.measure().entry() || f.measure().definitions() == 0 && f.measure().writes();
    boolean alone =
        guide.shows(f, Use.DATA)
            && script
            && !f.measure().loads()
            && !f.in(Zone.DEMO)
            && !f.in(Zone.TOKENIZER);
    return alone || guide.names(f, Use.DATA) && !Zones.runs(f.file().name()) && !retrieval(f);
  }

  private int data(CodeFile f) {
    if (shell(f)) {
      return 3;
    }
    if (!Ranking.program(f) || f.in(Zone.DOCS) || f.in(Zone.EVALUATION) || f.in(Zone.BENCHMARK)) {
      return 0;
    }
    if (f.file().name().equals("setup.py") || f.file().path().startsWith(".")) {
      return 0;
    }
    // A program that imports data knows nothing of learning; one that does imports weights.
    String first = Zones.words(f.file().name()).getFirst();
    boolean imports = first.equals("import") && (f.measure().learns() || f.measure().loads());
    if (imports || first.equals("convert") && f.measure().loads()) {
      return 0;
    }
    if (Loops.isLoop(f) && Loops.trainName(f)) {
      return 0;
    }
    // A loader that a main guard tries out only feeds.
    boolean place = f.in(Zone.DATA) && !loader(f);
    boolean script =
        f.measure().entry() || f.measure().definitions() == 0 || f.measure().writesAtTop();
    int score = 0;
    boolean acts = writer(f) || f.measure().entry() || f.measure().writes();
    score += f.has(Signal.PREPARE) ? (place ? (acts ? 3 : 2) : 1) : 0;
    boolean own = f.measure().entry() && !Loops.isLoop(f) && !f.in(Zone.CONVERSION);
    score += f.has(Signal.PREPARE) && !place && tool(f) && own ? 2 : 0;
    score += place && script && f.measure().writes() && !f.in(Zone.INFERENCE) ? 1 : 0;
    score +=
        place && f.measure().entry() && !f.in(Zone.CONVERSION) && !f.in(Zone.INFERENCE) ? 2 : 0;
    // A script without functions that stands in a folder of data work and writes is a whole
    // program.
    boolean runs = Ranking.whole(f) || f.measure().writesAtTop() && !f.notebook();
    score += folder(f) && f.measure().writes() && !aside(f) && runs ? 2 : 0;
    score += prepares(f) && script ? 3 : 0;
    score += makes(f) && script ? 3 : 0;
    score += builds(f) && f.measure().writes() ? 3 : 0;
    score += alone(f) && f.measure().entry() && f.measure().writes() ? 3 : 0;
    score += Zones.makesData(f.file().path()) ? 3 : 0;
    score += shown(f) ? 3 : 0;
    score -= retrieval(f) ? 3 : 0;
    score -= Loops.isLoop(f) && !place ? 2 : 0;
    return score >= 3 ? score : 0;
  }

  /// Records in and records out, by a program that knows nothing of models, and names that speak of
  /// data sets: in a tree of training fewer of them are enough.
  private static boolean prepares(CodeFile f) {
    CodeFile.Measure m = f.measure();
    boolean trains = f.in(Zone.TRAINING) || f.in(Zone.FINE_TUNING);
    boolean elsewhere =
        m.learns() || m.loads() || m.starts() || m.networks() > 0 || m.metrics() > 0;
    boolean turned = m.dataKinds() >= 0 && turns(f);
    return (turned || m.dataKinds() >= (trains ? FEW_KINDS : FEW_KINDS + 1))
        && !elsewhere
        && !Loops.isLoop(f)
        && !Loops.trainName(f)
        && f.zones().stream().noneMatch(NOT_DATA::contains);
  }

  /// Named for one form of records that becomes another: `xml_to_lines`.
  private static boolean turns(CodeFile f) {
    List<String> words = Zones.words(f.file().name());
    int to = words.indexOf("to");
    return to > 0
        && f.measure().entry()
        && words.subList(to, words.size()).stream().noneMatch(Words.SHOWN::contains);
  }

  /// Of how many kinds of things of data sets a preparation speaks at least.
  private static final int FEW_KINDS = 2;

  private static final Set<Zone> NOT_DATA =
      Set.of(
          Zone.EVALUATION,
          Zone.MEASURES,
          Zone.BENCHMARK,
          Zone.DEMO,
          Zone.CONVERSION,
          Zone.INFERENCE,
          Zone.TOKENIZER,
          Zone.SUPPORT,
          Zone.MODEL);

  /// A file that makes a data set for a loop, and whose name makes nothing.
  private static boolean loader(CodeFile f) {
    return f.has(Signal.FEED)
        && !verb(f)
        && f.shape().classes().stream()
            .anyMatch(c -> c.bases().stream().anyMatch(b -> b.endsWith("Dataset")));
  }

  /// A script of a shell that is named for preparing data and changes texts or sounds with the
  /// shell's own tools.
  private static boolean shell(CodeFile f) {
    List<String> words = Zones.words(f.file().name());
    return f.language() == Language.SHELL
        && f.in(Zone.DATA)
        && f.zones().stream().noneMatch(NOT_DATA::contains)
        && words.stream().anyMatch(PREPARES::contains)
        && f.shape().launches().stream()
                .flatMap(l -> Stream.of(l.words().split(" ")))
                .filter(Words.SHELL_TOOLS::contains)
                .distinct()
                .limit(2)
                .count()
            == 2;
  }

  private static final Set<String> PREPARES =
      Set.of("prep", "prepare", "preprocess", "process", "clean", "format", "tokenize", "extract");

  /// Whether a word of the file's name makes something.
  private static boolean verb(CodeFile f) {
    return Zones.words(f.file().name()).stream()
        .anyMatch(w -> Words.DATA_VERBS.contains(w) || Words.MAKING.contains(w));
  }

  /// Whether a tool is called that writes records of training data.
  private static boolean writer(CodeFile f) {
    return f.sightings().stream()
        .anyMatch(s ->
            s.signal() == Signal.PREPARE
                && (s.what().endsWith("Writer") || s.what().endsWith("Builder")));
  }

  /// A name of a verb and what it makes: `generate_instruction`, `make_data`, `create_tfrecords`.
  private static boolean makes(CodeFile f) {
    List<String> words = Zones.words(f.file().name());
    boolean alone = words.size() == 2 && words.getFirst().equals("prepare") && f.in(Zone.DATA);
    return alone
        || into(words)
        || (Words.MAKING.contains(words.getFirst())
            && words.stream().anyMatch(Words.MADE::contains));
  }

  /// A class of a library that is named for making a corpus.
  private static boolean builds(CodeFile f) {
    List<String> words = Zones.words(f.file().name());
    int last = words.size() - 2;
    return f.language().braced()
        && last > 0
        && (words.get(last).equals("builder") || words.get(last).equals("generator"))
        && (words.contains("corpus") || words.contains("dataset"));
  }

  private static boolean folder(CodeFile f) {
    int slash = f.file().path().lastIndexOf('/');
    return slash > 0 && Zones.of(f.file().path().substring(0, slash + 1) + "x").contains(Zone.DATA);
  }

  private static boolean aside(CodeFile f) {
    return f.in(Zone.CONVERSION) || f.in(Zone.INFERENCE) || f.in(Zone.MODEL);
  }

  /// What is made of what: `csv_to_dataset`, `text2jsonl` is one word and is not told.
  private static boolean into(List<String> words) {
    int to = words.indexOf("to");
    return to > 0
        && to + 1 < words.size()
        && Words.MADE.contains(words.get(to + 1))
        && !words.get(to + 1).equals("text");
  }

  /// A program named by the verb alone, such as `shuffle.py`.
  private static boolean alone(CodeFile f) {
    List<String> words = Zones.words(f.file().name());
    return words.size() == 2 && Words.ALONE.contains(words.getFirst());
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
    return f.measure().entry()
        && f.measure().writes()
        && f.in(Zone.DATA)
        && !f.in(Zone.INFERENCE)
        && f.shape().imports().stream()
            .anyMatch(i -> i.name().equals("datasets") || i.name().startsWith("datasets."));
  }

  Finding dataProcessing() {
    List<Ranking.Scored> found = Ranking.of(tree.code(), this::data, Signal.PREPARE);
    boolean trains =
        training.delegates()
            || tree.code().stream()
                .anyMatch(f -> Loops.isLoop(f) && f.learner().kind() != Learner.Kind.FITS);
    if (!trains && found.size() < 5) {
      found.removeIf(s ->
          !tool(s.file())
              && !Zones.makesData(s.file().file().path())
              && !collects(s.file())
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
