package dev.assay.code;

import dev.assay.code.frameworks.Sighting;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Excerpt;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.NotebookCells;
import dev.assay.code.outline.Outline;
import dev.assay.code.roles.GivenOptions;
import dev.assay.code.roles.Learner;
import dev.assay.code.roles.OwnWords;
import dev.assay.code.roles.Zone;
import dev.assay.io.TextFile;
import dev.assay.model.Evidence;
import dev.assay.model.Span;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one source file shows.
///
/// @param file the file
/// @param language what it is written in; for a notebook and a document, what its code is written
///   in
/// @param shape imports, classes and launches; calls and definitions are not kept
/// @param sightings the signals with their places
/// @param zones what its place says
/// @param measure its size in the terms that the judgement needs
/// @param learner what it shows of a learner that is written by hand
/// @param excerpt for a notebook or a document: the code that was taken out of it; otherwise null
public record CodeFile(
    TextFile file,
    Language language,
    Outline shape,
    List<Sighting> sightings,
    Set<Zone> zones,
    Measure measure,
    Learner learner,
    @Nullable Excerpt excerpt) {

  public CodeFile {
    sightings = List.copyOf(sightings);
    // Made for this file alone, and asked often: a view of it is enough.
    zones = Collections.unmodifiableSet(zones);
  }

  /// There is one of each file.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CodeFile that && file == that.file;
  }

  @Override
  public int hashCode() {
    return file.hashCode();
  }

  /// Counts over the file's outline.
  ///
  /// @param definitions functions and methods
  /// @param calls calls
  /// @param networks classes of the file that are networks and make layers of their own
  /// @param entry whether a program starts here: a main guard, a `main`, a command line
  /// @param starts whether it calls something that trains
  /// @param parameters whether an optimizer is given `.parameters()` or a data loader is there
  /// @param evaluates whether an option lets it only evaluate
  /// @param given whether an option names weights to train on from, weights are always loaded
  ///   before the optimizer is made; {@link CodeFile#given} says whether the program says so too
  /// @param writes whether it writes files
  /// @param writesAtTop whether it does so outside its functions and classes, when it is run
  /// @param actsAtTop the same, or whether it knows of models and calls a function of its own there
  /// @param learns whether it imports a library for models or arrays
  /// @param timed whether it takes the time
  /// @param loads whether it loads weights
  /// @param applies whether it loads weights and runs them without learning
  /// @param fits whether it fits a learner to data and keeps what comes out
  /// @param metrics how many kinds of measures of quality are named in what it calls, defines or
  ///   assigns: `rmse`, `accuracy`, `psnr`
  /// @param dataKinds of how many kinds of things of data sets it speaks, where it reads and writes
  ///   records, else -1 ({@link dev.assay.code.roles.Preparation})
  /// @param step whether a function of it is named for a step of preparing data
  /// @param settings where a Python source states the learning rate of a run beside what it learns
  ///   from, else -1 ({@link dev.assay.code.roles.StatedSettings})
  /// @param written where a network is written out without a framework, else -1 ({@link
  ///   dev.assay.code.roles.WrittenNetwork})
  /// @param changed where the class stands that changes a network which it takes from elsewhere,
  ///   else -1 ({@link dev.assay.code.roles.ChangedNetwork})
  /// @param telling where the first definition or call stands, the place to show when nothing
  ///   better is known
  public record Measure(
      int definitions,
      int calls,
      int networks,
      boolean entry,
      boolean starts,
      boolean parameters,
      boolean evaluates,
      boolean given,
      boolean writes,
      boolean writesAtTop,
      boolean actsAtTop,
      boolean learns,
      boolean timed,
      boolean loads,
      boolean applies,
      boolean fits,
      int metrics,
      int dataKinds,
      boolean step,
      int settings,
      int written,
      int changed,
      int telling) {

    /// That of a configuration, in which nothing is called or defined.
    static Measure ofSettings(int telling) {
      return new Measure(
          0, 0, 0, false, false, false, false, false, false, false, false, false, false, false,
          false, false, 0, -1, false, -1, -1, -1, telling);
    }
  }

  /// The same with these imports.
  CodeFile importing(List<Outline.Import> imports) {
    Outline with =
        new Outline(
            imports,
            List.of(),
            shape.classes(),
            List.of(),
            shape.names(),
            shape.launches(),
            shape.entry(),
            Set.of());
    return new CodeFile(file, language, with, sightings, zones, measure, learner, excerpt);
  }

  /// Whether training begins with weights that are given: by an option, by what is always loaded,
  /// by a checkpoint out of a registry, or by what the program says of itself. It looks through the
  /// whole source, and is asked of what trains.
  public boolean given() {
    return measure.given()
        || language == Language.PYTHON
            && (GivenOptions.registered(code()) || !has(Signal.LOOP) && OwnWords.tune(code()));
  }

  /// The code that was scanned.
  public String code() {
    return excerpt == null ? file.text() : excerpt.text();
  }

  /// Whether it stands in a notebook.
  public boolean notebook() {
    return excerpt != null && file.name().endsWith(".ipynb");
  }

  /// Whether it stands in a document.
  public boolean inDocument() {
    return excerpt != null && !notebook();
  }

  /// The folder that it stands in, empty at the top.
  public String folder() {
    int slash = file.path().lastIndexOf('/');
    return slash < 0 ? "" : file.path().substring(0, slash);
  }

  /// Whether its place is in a zone.
  public boolean in(Zone zone) {
    return zones.contains(zone);
  }

  /// Whether a signal was seen.
  public boolean has(Signal signal) {
    for (Sighting s : sightings) {
      if (s.signal() == signal) {
        return true;
      }
    }
    return false;
  }

  /// How often a signal was seen.
  public int count(Signal signal) {
    int n = 0;
    for (Sighting s : sightings) {
      n += s.signal() == signal ? 1 : 0;
    }
    return n;
  }

  /// How many different names showed a signal.
  public long kinds(Signal signal) {
    if (first(signal).isEmpty()) {
      return 0;
    }
    return sightings.stream()
        .filter(s -> s.signal() == signal)
        .map(Sighting::what)
        .distinct()
        .count();
  }

  /// The first place of a signal.
  public Optional<Sighting> first(Signal signal) {
    for (Sighting s : sightings) {
      if (s.signal() == signal) {
        return Optional.of(s);
      }
    }
    return Optional.empty();
  }

  /// Evidence for a place in the code.
  public Evidence evidence(int offset) {
    if (excerpt == null) {
      int line = file.lineAt(Math.min(offset, file.text().length()));
      return file.evidence(line, line);
    }
    int line = Math.min(excerpt.lineOf(offset), file.lines());
    String text = excerpt.text();
    int from = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
    int to = text.indexOf('\n', offset);
    String quote = text.substring(Math.min(from, offset), to < 0 ? text.length() : to).strip();
    String raw = notebook() ? NotebookCells.raw(quote) : quote;
    return new Evidence(file.source(), file.path(), new Span.Lines(line, line), raw, file.digest());
  }

  /// Evidence for the first place of a signal, else for the file's first line.
  public Evidence evidence(Signal signal) {
    return evidence(first(signal).map(Sighting::offset).orElse(measure.telling()));
  }
}
