package dev.assay.cli;

import dev.assay.engine.Assay;
import dev.assay.engine.Progress;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.io.SourceFact;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.Assessment;
import dev.assay.model.Issue;
import dev.assay.reports.StoreReport;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.StoredModel;
import dev.assay.sources.Stores;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// `assay inspect --store`: every model that the stores of this machine hold, in one table.
final class StoreInventory {
  private static final String ALL = "all";

  /// Models that are read at the same time; each takes some memory.
  private static final int MOST_AT_ONCE = 4;

  private final Terminal terminal;
  private final boolean quiet;

  StoreInventory(Terminal terminal, boolean quiet) {
    this.terminal = terminal;
    this.quiet = quiet;
  }

  /// The names that `--store` takes.
  static final class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Names() {
      super(Stores.kinds());
      add(ALL);
    }
  }

  /// Lists and assesses.
  ///
  /// @param store one of {@link Names}
  /// @param folders where it lies, at most one; none for the usual place
  int list(String store, List<String> folders, ReportOptions reports) {
    var names = new Names();
    if (!names.contains(store)) {
      terminal.error("no store is called '" + store + "'; there are " + String.join(", ", names));
      return Exit.WRONG_USE;
    }
    boolean all = store.equals(ALL);
    if (folders.size() > (all ? 0 : 1)) {
      terminal.error(
          all
              ? "--store all looks in the usual places: name one store to name its folder"
              : "--store takes one folder");
      return Exit.WRONG_USE;
    }
    Path folder;
    try {
      folder = folders.isEmpty() ? null : Path.of(folders.getFirst());
    } catch (InvalidPathException e) {
      terminal.error(folders.getFirst() + " is no path");
      return Exit.WRONG_USE;
    }
    return list(all ? Stores.kinds() : List.of(store), folder, reports);
  }

  private int list(List<String> kinds, @Nullable Path folder, ReportOptions reports) {
    SourceOptions options = SourceOptions.ofProcess(true);
    var found = new ArrayList<Stores.Held>();
    long total = 0;
    for (String kind : kinds) {
      Stores.Held held = Stores.list(kind, folder, options);
      found.add(held);
      total += held.models().size();
      if (kinds.size() == 1 && !held.problem().isEmpty()) {
        terminal.error(
            held.place()
                + ": "
                + held.problem()
                + (held.missing() ? "; name the folder: --store " + kind + " FOLDER" : ""));
        return folder == null ? Exit.NOT_ASSESSED : Exit.WRONG_USE;
      }
    }
    // Until the table is written: an interrupted run waits for it.
    try (var interrupt = new Interrupt()) {
      interrupt.reading();
      List<StoreReport.Store> stores = assess(found, total, options, interrupt);
      int written = reports.write(new StoreReport(stores), terminal);
      terminal.flush();
      boolean any =
          stores.stream().flatMap(s -> s.rows().stream()).anyMatch(r -> r.shown() != null);
      return interrupt.stopped()
          ? Exit.INTERRUPTED
          : written == Exit.DONE && total > 0 && !any ? Exit.NOT_ASSESSED : written;
    }
  }

  private List<StoreReport.Store> assess(
      List<Stores.Held> found, long total, SourceOptions options, Interrupt interrupt) {
    LicenceEngine licences = LicenceEngine.load();
    var meter = new ReadMeter();
    var stores = new ArrayList<StoreReport.Store>();
    var done = new AtomicLong();
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_AT_ONCE);
    try (var progress = new ProgressLine(terminal, quiet, meter, interrupt::stopped);
        var pool = Executors.newFixedThreadPool(threads)) {
      for (Stores.Held held : found) {
        var asked = new ArrayList<Future<StoreReport.Row>>();
        for (StoredModel model : held.models()) {
          asked.add(
              pool.submit(() -> {
                progress.reading(done.incrementAndGet(), total, model.name());
                return interrupt.stopped()
                    ? refused(model, "the run was stopped before it was read")
                    : row(model, options, licences, meter);
              }));
        }
        var rows = new ArrayList<StoreReport.Row>();
        for (Future<StoreReport.Row> row : asked) {
          rows.add(row.get());
        }
        stores.add(new StoreReport.Store(held.store(), held.place(), held.problem(), rows));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return stores;
  }

  private static StoreReport.Row refused(StoredModel model, String problem) {
    return new StoreReport.Row(
        model.name(), model.revision(), model.refs(), reference(model), 0, problem, null);
  }

  private static StoreReport.Row row(
      StoredModel model, SourceOptions options, LicenceEngine licences, ReadMeter meter) {
    try (Opened opened = Stores.open(model, options, meter)) {
      if (opened.trees().isEmpty()) {
        String problem =
            opened.issues().stream().map(Issue::message).findFirst().orElse("it cannot be opened");
        return refused(model, problem);
      }
      FileTree tree = opened.trees().getFirst();
      Assessment assessment = Assay.inspect(opened.trees(), licences, meter, Progress.silent());
      long missing = tree.files().stream().filter(f -> f.kind() == FileEntry.Kind.LISTED).count();
      long bytes =
          tree.files().stream()
              .filter(f -> f.kind() == FileEntry.Kind.FILE)
              .mapToLong(FileEntry::size)
              .sum();
      String pinned = tree.info().revision();
      return new StoreReport.Row(
          model.name(),
          model.revision().isEmpty() && pinned != null ? pinned : model.revision(),
          model.refs(),
          reference(model),
          bytes,
          "",
          StoreReport.Shown.of(assessment, missing, elsewhere(tree)));
    }
  }

  private static List<String> elsewhere(FileTree tree) {
    return tree.facts().stream()
        .filter(f -> f.kind() == SourceFact.Kind.ELSEWHERE)
        .map(f -> "a stub without weights: the model runs at " + f.value())
        .toList();
  }

  private static String reference(StoredModel model) {
    return FileNames.escape(model.reference());
  }
}
