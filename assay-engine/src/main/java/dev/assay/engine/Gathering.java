package dev.assay.engine;

import dev.assay.code.CodeFile;
import dev.assay.code.CodeReader;
import dev.assay.formats.Formats;
import dev.assay.formats.PagesElsewhere;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.Malformed;
import dev.assay.io.MediaNames;
import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.Issue;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Mention;
import dev.assay.model.SourceInfo;
import dev.assay.model.Weights;
import dev.assay.profiles.StatementFile;
import dev.assay.text.Document;
import dev.assay.text.DocumentReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Opens every file once and hands what is in it to every reader that knows its kind. The work is
/// spread over the cores; the result does not depend on who was first.
final class Gathering {
  /// The most that is read of one text file; the rest is reported as not read.
  static final int TEXT_LIMIT = 6 * 1024 * 1024;

  /// Files of no kind that any reader asks for by name are still looked at by their first bytes, up
  /// to this many; a folder of a million images is not a million opens.
  static final int SNIFF_LIMIT = 50_000;

  private static final int CHUNK = 32;
  private static final int AT_ONCE = 8;

  private final List<FileTree> trees;
  private final LicenceEngine licences;
  private final Progress progress;
  private final AtomicLong done = new AtomicLong();
  private final Set<FileEntry> skipped = ConcurrentHashMap.newKeySet();
  private final Set<FileEntry> unread = ConcurrentHashMap.newKeySet();
  private final AtomicLong opened = new AtomicLong();

  Gathering(List<FileTree> trees, LicenceEngine licences, Progress progress) {
    this.trees = trees;
    this.licences = licences;
    this.progress = progress;
  }

  /// What one file showed; most parts are empty for most files.
  record Seen(
      @Nullable Weights weights,
      @Nullable CodeFile code,
      @Nullable Document document,
      List<LicenceStatement> licences,
      @Nullable TextFile configuration,
      List<Mention> links,
      List<StatementJudge.Made> statements,
      List<RebuildStatement> rebuilds,
      List<Issue> issues) {
    static final Seen NOTHING = weights(null);

    static Seen weights(@Nullable Weights weights) {
      return new Seen(
          weights, null, null, List.of(), null, List.of(), List.of(), List.of(), List.of());
    }

    static Seen issue(Issue issue) {
      return stated(List.of(), List.of(issue));
    }

    static Seen stated(List<StatementJudge.Made> statements, List<Issue> issues) {
      return new Seen(null, null, null, List.of(), null, List.of(), statements, List.of(), issues);
    }

    static Seen rebuilds(List<RebuildStatement> rebuilds) {
      return new Seen(null, null, null, List.of(), null, List.of(), List.of(), rebuilds, List.of());
    }
  }

  /// One file to be opened.
  ///
  /// @param asText whether it is wanted as a text, by its name
  record Task(FileTree tree, FileEntry entry, boolean asText) {}

  Facts gather() {
    var sources = new ArrayList<SourceInfo>();
    var listing = new ArrayList<FileEntry>();
    var issues = new ArrayList<Issue>();
    var tasks = new ArrayList<Task>();
    var paged = new ArrayList<Task>();
    for (FileTree tree : trees) {
      sources.add(tree.info());
      issues.addAll(tree.issues());
      tree.files().forEach(entry -> listing.add(entry.in(tree.info().id())));
      int sniffed = 0;
      for (FileEntry entry : tree.files()) {
        if (entry.kind() != FileEntry.Kind.FILE || entry.size() == 0) {
          continue;
        }
        if (DocumentReader.wantsPages(entry)) {
          paged.add(new Task(tree, entry, false));
          continue;
        }
        boolean wanted = wantsText(entry);
        if (!wanted) {
          if (MediaNames.isOne(entry.path())) {
            continue;
          }
          if (sniffed >= SNIFF_LIMIT) {
            sniffed++;
            continue;
          }
          sniffed++;
        }
        tasks.add(new Task(tree, entry, wanted));
      }
      if (sniffed > SNIFF_LIMIT) {
        issues.add(
            new Issue(
                Issue.Severity.WARNING,
                tree.info().id(),
                "",
                (sniffed - SNIFF_LIMIT)
                    + " files of no known kind were not opened; weights among them would not be found",
                "inspect the folder that holds the weights as a source of its own"));
      }
    }
    var seen = new ArrayList<>(readAll(tasks));
    if (progress.stopped()) {
      paged.forEach(this::skip);
    } else {
      var pages = new PagedDocuments(licences);
      seen.addAll(pages.read(paged));
      opened.addAndGet(pages.opened());
    }
    stopped(sources, listing, issues);

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

  private List<Seen> readAll(List<Task> tasks) {
    int threads = threads();
    if (tasks.size() <= 1 || threads == 1) {
      return tasks.stream().map(t -> look(t, tasks.size())).toList();
    }
    int size = Math.clamp(tasks.size() / (4L * threads), 1, CHUNK);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      var chunks = new ArrayList<Callable<List<Seen>>>();
      for (int from = 0; from < tasks.size(); from += size) {
        List<Task> chunk = tasks.subList(from, Math.min(from + size, tasks.size()));
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

  private void skip(Task task) {
    skipped.add(task.entry().in(task.tree().info().id()));
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

  private Seen look(Task task, int total) {
    if (progress.stopped()) {
      skip(task);
      return Seen.NOTHING;
    }
    FileEntry entry = task.entry();
    String source = task.tree().info().id();
    opened.incrementAndGet();
    progress.reading(done.incrementAndGet(), total, entry.path());
    try (ByteSource bytes = task.tree().open(entry)) {
      if (StatementFile.isName(entry.name()) && StatementJudge.speaks(entry, task.tree().files())) {
        return statements(source, entry, bytes);
      }
      if (RebuildStatement.isName(entry)) {
        List<RebuildStatement> rebuilds = rebuilds(source, entry, bytes, false);
        if (!rebuilds.isEmpty()) {
          return Seen.rebuilds(rebuilds);
        }
      }
      byte[] head = bytes.head(Formats.HEAD);
      Optional<WeightsFormat> format = Formats.recognise(entry, head, bytes);
      Weights weights =
          format
              .map(f -> Formats.read(f, source, entry, bytes))
              .map(w -> PagesElsewhere.checked(task.tree(), w))
              .orElse(null);
      // A vocabulary is a list of words: none of them says anything of the release.
      boolean words = weights != null && weights.kind() == Weights.Kind.VOCABULARY;
      if (weights != null && (words || looksBinary(head))) {
        return Seen.weights(weights);
      }
      if (!task.asText()) {
        return weights == null ? Seen.NOTHING : Seen.weights(weights);
      }
      if (looksBinary(head)) {
        return Seen.issue(unread(source, entry, "its name is a text's, and its bytes are not"));
      }
      return text(source, entry, bytes, head, weights);
    } catch (UncheckedIOException e) {
      unread.add(entry.in(source));
      return Seen.issue(unread(source, entry, reason(e)));
    } catch (Malformed e) {
      unread.add(entry.in(source));
      return Seen.issue(unread(source, entry, e.describe()));
    }
  }

  private Seen text(
      String source, FileEntry entry, ByteSource bytes, byte[] head, @Nullable Weights weights) {
    boolean whole = bytes.size() <= TEXT_LIMIT;
    byte[] content = head;
    int wanted = (int) Math.min(TEXT_LIMIT, bytes.size());
    if (wanted > head.length) {
      content = Arrays.copyOf(head, wanted);
      bytes.read(head.length, ByteBuffer.wrap(content, head.length, wanted - head.length));
    }
    TextFile text = TextFile.of(source, entry.path(), content, whole);
    var issues = new ArrayList<Issue>();
    if (!whole) {
      issues.add(
          new Issue(
              Issue.Severity.WARNING,
              source,
              entry.path(),
              "only the first "
                  + TEXT_LIMIT / (1024 * 1024)
                  + " MiB of "
                  + bytes.size()
                  + " bytes were read",
              ""));
    }
    if (!text.decoded()) {
      issues.add(
          new Issue(
              Issue.Severity.NOTE,
              source,
              entry.path(),
              "some bytes are not text in its encoding; the rest was read",
              ""));
    }
    if (!text.guessedEncoding().isEmpty()) {
      issues.add(
          new Issue(
              Issue.Severity.NOTE,
              source,
              entry.path(),
              "is not in UTF-8; read as " + text.guessedEncoding() + ", by the letters it then has",
              ""));
    }
    CodeFile code = CodeReader.read(text).orElse(null);
    Document document = DocumentReader.read(text).orElse(null);
    if (document != null) {
      document
          .unreadHead()
          .ifPresent(reason ->
              issues.add(
                  new Issue(
                      Issue.Severity.WARNING,
                      source,
                      entry.path(),
                      reason + "; nothing was taken from it",
                      "")));
    }
    List<Mention> links = code == null ? ModelPackages.in(text, issues) : WeightLinks.in(text);
    return new Seen(
        weights,
        code,
        document,
        licences.scan(text),
        isConfiguration(entry) && entry.size() <= TEXT_LIMIT ? text : null,
        links,
        List.of(),
        List.of(),
        List.copyOf(issues));
  }

  /// What people state. No other reader sees the file: words about a component are not its
  /// evidence.
  private static Seen statements(String source, FileEntry entry, ByteSource bytes) {
    if (bytes.size() > StatementFile.LONGEST) {
      return Seen.issue(
          unread(source, entry, "it is longer than " + StatementFile.LONGEST + " bytes"));
    }
    TextFile file = TextFile.of(source, entry.path(), bytes.head(StatementFile.LONGEST), true);
    StatementFile.Reading read = StatementFile.read(entry.name(), file.text());
    return Seen.stated(
        read.stated().stream().map(s -> new StatementJudge.Made(file, s)).toList(),
        read.problems().stream()
            .map(p ->
                new Issue(
                    Issue.Severity.WARNING,
                    source,
                    entry.path(),
                    "not taken as stated, at "
                        + (p.startsWith(entry.name() + ":")
                            ? p.substring(entry.name().length() + 1)
                            : p),
                    ""))
            .toList());
  }

  /// What somebody states of a rebuild. Their materials and licences are no evidence of the
  /// release's, so no other reader sees the file.
  static List<RebuildStatement> rebuilds(
      String source, FileEntry entry, ByteSource bytes, boolean accepted) {
    byte[] content = bytes.head(RebuildStatement.LONGEST);
    return RebuildStatement.read(TextFile.of(source, entry.path(), content, true), accepted);
  }

  /// The facts with the statements of a file that the user names as one that they accept. It counts
  /// as a source, so that the statements' places can be found, and none of the release's files is
  /// in it.
  static Facts accept(Facts facts, FileTree statement) {
    FileEntry entry = statement.files().getFirst();
    String source = statement.info().id();
    var issues = new ArrayList<>(facts.issues());
    var all = new ArrayList<>(facts.rebuilds());
    String reason = "it holds no statement of a rebuild";
    int before = all.size();
    if (entry.size() <= RebuildStatement.LONGEST) {
      try (ByteSource bytes = statement.open(entry)) {
        all.addAll(rebuilds(source, entry, bytes, true));
      } catch (UncheckedIOException e) {
        reason = reason(e);
      }
    } else {
      reason = "it is longer than " + RebuildStatement.LONGEST + " bytes";
    }
    if (all.size() == before) {
      issues.add(unread(source, entry, reason));
    }
    var sources = new ArrayList<>(facts.sources());
    sources.add(statement.info());
    return facts.withRebuilds(sources, all, issues);
  }

  private static String reason(UncheckedIOException e) {
    Throwable cause = e.getCause();
    return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
  }

  private static Issue unread(String source, FileEntry entry, String reason) {
    return new Issue(
        Issue.Severity.WARNING, source, entry.path(), "could not be read: " + reason, "");
  }

  private boolean wantsText(FileEntry entry) {
    return StatementFile.isName(entry.name())
        || RebuildStatement.isName(entry)
        || CodeReader.wants(entry)
        || DocumentReader.wants(entry)
        || LicenceEngine.wants(entry)
        || ModelPackages.wants(entry)
        || isConfiguration(entry);
  }

  /// Whether a file is a configuration that {@link dev.assay.formats.WeightsAssembly} may ask for.
  private static boolean isConfiguration(FileEntry entry) {
    String name = entry.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".json")
        && entry.size() <= 1024 * 1024
        && (name.contains("config") || name.contains("tokenizer") || name.equals("params.json"));
  }

  /// A NUL in the first bytes that is not half of a character in UTF-16: not a text, whatever its
  /// name.
  private static boolean looksBinary(byte[] head) {
    if (TextFile.isUtf16(head)) {
      return false;
    }
    for (byte b : head) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }
}
