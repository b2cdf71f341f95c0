package dev.assay.engine;

import dev.assay.code.CodeFile;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.Issue;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Mention;
import dev.assay.model.SourceInfo;
import dev.assay.model.Weights;
import dev.assay.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/// Opens every file once and hands what is in it to every reader that knows its kind. The work is
/// spread over the cores; the result does not depend on who was first.
final class Gathering {
  private static final int CHUNK = 32;
  private static final int AT_ONCE = 8;

  private final List<FileTree> trees;
  private final LicenceEngine licences;
  private final FileReading reading;
  private final Progress progress;
  private final AtomicLong done = new AtomicLong();
  private final Set<FileEntry> skipped = ConcurrentHashMap.newKeySet();
  private final Set<FileEntry> unread = ConcurrentHashMap.newKeySet();
  private final Set<FileEntry> lists = ConcurrentHashMap.newKeySet();
  private final AtomicLong opened = new AtomicLong();

  Gathering(List<FileTree> trees, LicenceEngine licences, Progress progress) {
    this.trees = trees;
    this.licences = licences;
    this.reading = new FileReading(licences, unread::add, lists::add);
    this.progress = progress;
  }

  Facts gather() {
    var sources = new ArrayList<SourceInfo>();
    var listing = new ArrayList<FileEntry>();
    var issues = new ArrayList<Issue>();
    var files = new ArrayList<FileTask>();
    var paged = new ArrayList<FileTask>();
    for (FileTree tree : trees) {
      sources.add(tree.info());
      issues.addAll(tree.issues());
      tree.files().forEach(entry -> listing.add(entry.in(tree.info().id())));
      WantedFiles wanted = WantedFiles.in(tree);
      files.addAll(wanted.files());
      paged.addAll(wanted.paged());
      wanted.issue(tree.info().id()).ifPresent(issues::add);
    }
    var seen = new ArrayList<>(readAll(files));
    if (progress.stopped()) {
      paged.forEach(this::skip);
    } else {
      var pages = new PagedDocuments(licences);
      seen.addAll(pages.read(paged));
      opened.addAndGet(pages.opened());
    }
    stopped(sources, listing, issues);

    return facts(sources, listing, seen, issues);
  }

  private Facts facts(
      List<SourceInfo> sources, List<FileEntry> listing, List<Seen> seen, List<Issue> issues) {
    var weights = new ArrayList<Weights>();
    var code = new ArrayList<CodeFile>();
    var documents = new ArrayList<Document>();
    var statements = new ArrayList<LicenceStatement>();
    var configurations = new TreeMap<String, TextFile>();
    var links = new ArrayList<Mention>();
    var stated = new ArrayList<StatementJudge.Made>();
    var rebuilds = new ArrayList<RebuildStatement>();
    for (Seen s : seen) {
      if (s.weights() != null) {
        weights.add(s.weights());
      }
      if (s.code() != null) {
        code.add(s.code());
      }
      if (s.document() != null) {
        documents.add(s.document());
      }
      if (s.configuration() != null) {
        TextFile text = s.configuration();
        configurations.putIfAbsent(text.source() + "\n" + text.path(), text);
      }
      statements.addAll(s.licences());
      links.addAll(s.links());
      stated.addAll(s.statements());
      rebuilds.addAll(s.rebuilds());
      issues.addAll(s.issues());
    }
    links.removeIf(m -> ModelPackages.isModule(m, listing));
    return new Facts(
        List.copyOf(sources),
        List.copyOf(listing),
        Set.copyOf(lists),
        List.copyOf(weights),
        List.copyOf(code),
        List.copyOf(documents),
        List.copyOf(statements),
        Map.copyOf(configurations),
        List.copyOf(links),
        trees.stream().flatMap(t -> t.facts().stream()).toList(),
        List.copyOf(stated),
        List.copyOf(rebuilds),
        List.copyOf(issues));
  }

  /// How many files were opened.
  long opened() {
    return opened.get();
  }

  /// A thread a core; for files on servers as many as one server is asked at once, since most of
  /// the time is waiting.
  private int threads() {
    boolean remote = trees.stream().anyMatch(t -> t.info().readAt() != null);
    return remote
        ? AT_ONCE
        : Math.max(1, Math.min(AT_ONCE, Runtime.getRuntime().availableProcessors()));
  }

  private List<Seen> readAll(List<FileTask> tasks) {
    int threads = threads();
    if (tasks.size() <= 1 || threads == 1) {
      return tasks.stream().map(t -> look(t, tasks.size())).toList();
    }
    int size = Math.clamp(tasks.size() / (4L * threads), 1, CHUNK);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      var chunks = new ArrayList<Callable<List<Seen>>>();
      for (int from = 0; from < tasks.size(); from += size) {
        List<FileTask> chunk = tasks.subList(from, Math.min(from + size, tasks.size()));
        chunks.add(() -> chunk.stream().map(t -> look(t, tasks.size())).toList());
      }
      var all = new ArrayList<Seen>(tasks.size());
      for (Future<List<Seen>> future : pool.invokeAll(chunks)) {
        all.addAll(future.get());
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Seen look(FileTask task, int total) {
    if (progress.stopped()) {
      skip(task);
      return Seen.NOTHING;
    }
    opened.incrementAndGet();
    progress.reading(done.incrementAndGet(), total, task.entry().path());
    return reading.read(task);
  }

  private void skip(FileTask task) {
    skipped.add(task.entry().in(task.source()));
  }

  /// Says of each source how much of it was not read because the run was stopped. Those files, and
  /// those that could not be read, are listed and no more.
  private void stopped(List<SourceInfo> sources, List<FileEntry> listing, List<Issue> issues) {
    listing.replaceAll(entry ->
        skipped.contains(entry) || unread.contains(entry)
            ? new FileEntry(
                entry.source(),
                entry.path(),
                entry.size(),
                FileEntry.Kind.LISTED,
                entry.target(),
                entry.sha256())
            : entry);
    sources.replaceAll(source -> {
      long left = skipped.stream().filter(e -> e.source().equals(source.id())).count();
      if (left == 0) {
        return source;
      }
      String said =
          "the run was stopped: " + (left == 1 ? "a file was" : left + " files were") + " not read";
      issues.add(new Issue(Issue.Severity.WARNING, source.id(), "", said, "let it run to the end"));
      return source.withPartial(said);
    });
  }
}
