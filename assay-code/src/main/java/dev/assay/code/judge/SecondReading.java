package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.reading.Question;
import dev.assay.code.reading.Reading;
import dev.assay.code.reading.WordWeights;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.TellingPlace;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// What the words of the programs say where the rules saw nothing (decision 0817): a program that
/// reads like those that people called by the part's name is the part, and the lines whose words
/// tell most are shown.
final class SecondReading {
  private static final int MOST_LINES = 3;

  private final Tree tree;
  private final WithinTraining within;
  private final WordWeights weights = WordWeights.builtIn();

  SecondReading(Tree tree) {
    this.tree = tree;
    this.within = new WithinTraining(tree);
  }

  /// The files that are asked: what the release's own programs, scripts and settings are.
  static List<CodeFile> readable(Tree tree) {
    return tree.code().stream()
        .filter(f -> f.language() != Language.CONFIGURATION || !f.file().name().endsWith(".json"))
        .toList();
  }

  /// Whether a file alone may show a part. A loop that trains runs the model and validates it as a
  /// part of training; and in compiled languages expressions and positions are evaluated too, so
  /// that words say too little without a measure.
  static boolean mayShow(CodeFile f, Question question) {
    boolean measures =
        question != Question.MEASURING || !f.language().braced() || f.measure().metrics() > 0;
    // A model comes from elsewhere: what brings in nothing runs none.
    boolean alone = f.language() == Language.PYTHON && f.shape().imports().isEmpty();
    return measures && !alone && !helps(f) && !Loops.isLoop(f) && !Loops.trainName(f);
  }

  /// Whether a module is named for helping others and starts nothing: what it speaks of is done
  /// elsewhere. Of seven such modules that words found on labelled releases two were what they were
  /// taken for.
  private static boolean helps(CodeFile f) {
    boolean starts = f.language() == Language.PYTHON && f.measure().entry();
    return !starts && Zones.words(f.file().name()).stream().anyMatch(HELPING::contains);
  }

  private static final Set<String> HELPING = Set.of("util", "utils", "helper", "helpers");

  /// Whether the place of a file says that whatever it runs serves something else: the making of
  /// data, of another form of the weights, of a program or a picture, or a measure; and whether it
  /// is only called a measure.
  private boolean setAside(CodeFile f, Question question) {
    if (question == Question.MEASURING) {
      return within.is(f) || OnlyNamed.looks(f) || OnlyNamed.prepares(f);
    }
    // What makes data and knows of no network has somebody else's model say what goes into them.
    boolean prepares = f.has(Signal.PREPARE) && !f.measure().learns() && !f.measure().loads();
    return f.in(Zone.DATA)
        || prepares
        || f.in(Zone.CONVERSION)
        || f.in(Zone.EVALUATION) && (f.language() == Language.PYTHON || !f.measure().entry())
        || Running.servesOtherWork(f)
        || f.file().name().equalsIgnoreCase("makefile");
  }

  private record Read(CodeFile file, Reading reading, double score) {}

  /// The scores of the files, for all questions at once: each source is read once, by whoever asks
  /// first and by a thread beside, and who asks meanwhile helps.
  private final class Scores {
    private final List<CodeFile> files = readable(tree);
    private final double[][] of = new double[files.size()][];
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(files.size());

    /// What went wrong on another thread: a bug, told to whoever asks.
    private volatile @Nullable RuntimeException failed;

    /// Reads files until none is left.
    void work() {
      for (int i = next.getAndIncrement(); i < of.length; i = next.getAndIncrement()) {
        try {
          CodeFile f = files.get(i);
          if (SHOWS.stream().anyMatch(q -> mayShow(f, q))) {
            of[i] = weights.read(f.file().path(), f.code()).scores();
          }
        } catch (RuntimeException e) {
          failed = e;
        } finally {
          open.countDown();
        }
      }
    }

    void finish() {
      work();
      try {
        open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while reading", e);
      }
      if (failed != null) {
        throw new IllegalStateException(failed);
      }
    }
  }

  private static final List<Question> SHOWS = List.of(Question.values());

  private @Nullable Scores scores;

  private synchronized Scores scores() {
    if (scores == null) {
      scores = new Scores();
      CompletableFuture.runAsync(scores::work);
    }
    return scores;
  }

  /// The files that read most like what a question asks for, the first of them first.
  private List<Read> alike(Question question) {
    Scores all = scores();
    all.finish();
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < all.of.length; i++) {
      if (all.of[i] != null
          && all.of[i][question.ordinal()] >= weights.from(question)
          && mayShow(all.files.get(i), question)
          && !setAside(all.files.get(i), question)) {
        found.add(i);
      }
    }
    return found.stream()
        .sorted(
            (a, b) -> Double.compare(all.of[b][question.ordinal()], all.of[a][question.ordinal()]))
        .limit(MOST_LINES)
        .map(i -> all.files.get(i))
        .map(f -> {
          Reading reading = weights.read(f.file().path(), f.code());
          return new Read(f, reading, reading.score(question));
        })
        .toList();
  }

  /// The finding after the words were asked too.
  ///
  /// @param finding what the rules say of the part
  Finding of(Finding finding, Question question) {
    if (finding.state() == State.PRESENT
        || finding.state() == State.PROMISED
        || finding.qualifiers().contains(Qualifier.REFUSED)) {
      return finding;
    }
    List<Read> alike = alike(question);
    return alike.isEmpty() ? finding : here(finding, alike, question);
  }

  private static Finding here(Finding finding, List<Read> alike, Question question) {
    Read first = alike.getFirst();
    List<Evidence> evidence = new ArrayList<>(lines(first, question, MOST_LINES));
    alike.subList(1, alike.size()).forEach(r -> evidence.addAll(lines(r, question, 1)));
    return Findings.present(
        finding.component(),
        Set.of(Qualifier.BY_WORDS),
        "No rule saw a program for it; by its words "
            + first.file().file().path()
            + " reads like one that "
            + does(question)
            + ".",
        evidence,
        finding.notes());
  }

  /// The lines with the words that tell most; the beginning where only the path tells.
  private static List<Evidence> lines(Read read, Question question, int most) {
    List<Evidence> lines =
        read.reading().tellingPlaces(question, read.file().code()).stream()
            .map(read.file()::evidence)
            // Where a program starts says that it is one, and not what it does.
            .filter(e -> !TellingPlace.showsNothing(e.quote()) && !e.quote().contains("main"))
            .distinct()
            .limit(most)
            .toList();
    return lines.isEmpty() ? List.of(read.file().evidence(read.file().measure().telling())) : lines;
  }

  private static String does(Question question) {
    return switch (question) {
      case RUNNING -> "runs the model";
      case MEASURING -> "measures the model";
    };
  }
}
