package dev.assay.cli;

import dev.assay.engine.Assay;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.io.folder.SingleFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.Assessment;
import dev.assay.model.Issue;
import dev.assay.sources.Leads;
import dev.assay.sources.Lock;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What every command about one release takes: its sources, and how to read them.
final class ReleaseOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec; // described only where options are parsed

  private static final long MOST_LOCK = 1 << 20;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH|REF",
      description = "Folders, files, archives or references that together are one release.")
  private List<String> references = new ArrayList<>();

  @Option(
      names = "--accept-rebuild",
      paramLabel = "FILE",
      description = {
        "A statement of a rebuild (assay rebuild --attest) whose author you trust; one that lies in"
            + " the release is shown, and proves nothing."
      })
  private List<Path> accepted = new ArrayList<>();

  @Option(
      names = "--follow",
      description = {
        "Read what the release names as its own elsewhere too: Git repositories of the same"
            + " publisher that its card links, and submodules. Without it they are proposed."
      })
  private boolean follow;

  @Option(
      names = "--lock",
      paramLabel = "FILE",
      description = "Write what every source was pinned to, so that --locked can read it again.")
  private @Nullable Path lock;

  @Option(
      names = "--locked",
      paramLabel = "FILE",
      description = "Read what a lock names, as it was then, and offline.")
  private @Nullable Path locked;

  @Option(names = "--offline", description = "Use no network, whatever is named.")
  private boolean offline;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress.")
  private boolean quiet;

  @Option(
      names = "--explain-ref",
      description = "Say how each reference is understood, and do nothing else.")
  private boolean explain;

  /// The references as they were given.
  List<String> references() {
    return references;
  }

  /// What to read, where no options were parsed.
  void references(List<String> given) {
    references = given;
  }

  boolean quiet() {
    return quiet;
  }

  /// Opens and assesses the release, and hands the assessment on.
  ///
  /// @return the exit code: what `then` gives, or why it was not reached
  int assess(Terminal terminal, ToIntFunction<Assessment> then) {
    return assess(terminal, (assessment, licences) -> then.applyAsInt(assessment));
  }

  /// The same, with the licence engine that read the release.
  int assess(Terminal terminal, ToIntBiFunction<Assessment, LicenceEngine> then) {
    if (references.isEmpty() == (locked == null)) {
      throw wrong("Missing required parameter: 'PATH|REF', or --locked FILE (see the examples)");
    }
    SourceOptions options = SourceOptions.ofProcess(offline);
    if (explain) {
      references.forEach(r -> terminal.out().println(Plain.line(Sources.explain(r, options))));
      return references.stream().allMatch(r -> Sources.knows(r, options))
          ? Exit.DONE
          : Exit.WRONG_USE;
    }
    String unwritable = FileTrouble.beforeWriting(lock);
    if (unwritable != null) {
      terminal.error(unwritable);
      return Exit.WRONG_USE;
    }
    // Until the report is written: an interrupted run waits for it.
    try (var interrupt = new Interrupt()) {
      int code = assess(terminal, options, interrupt, then);
      terminal.flush();
      return interrupt.stopped() ? Exit.INTERRUPTED : code;
    }
  }

  private int assess(
      Terminal terminal,
      SourceOptions options,
      Interrupt interrupt,
      ToIntBiFunction<Assessment, LicenceEngine> then) {
    var meter = new ReadMeter();
    Assessment assessment;
    LicenceEngine licences;
    try (var progress = new ProgressLine(terminal, quiet, meter, interrupt::stopped);
        Opened opened = opened(options, meter, progress, interrupt)) {
      progress.clear();
      for (Issue issue : opened.issues()) {
        terminal.error(
            issue.path()
                + ": "
                + issue.message()
                + (issue.next().isEmpty() ? "" : "; " + issue.next()));
      }
      if (opened.trees().isEmpty() || opened.wrongUse()) {
        return opened.wrongUse() ? Exit.WRONG_USE : Exit.NOT_ASSESSED;
      }
      interrupt.reading();
      List<FileTree> trees = trees(opened, options);
      licences = LicenceEngine.load();
      assessment = Assay.inspect(trees, statements(meter), licences, meter, progress);
      writeLock(opened.trees());
    } catch (NoSuchFileException e) {
      terminal.error(e.getFile() + " is not there");
      return Exit.WRONG_USE;
    } catch (IOException e) {
      terminal.error(String.valueOf(e.getMessage()));
      return Exit.NOT_ASSESSED;
    }
    return then.applyAsInt(assessment, licences);
  }

  private Opened opened(
      SourceOptions options, ReadMeter meter, ProgressLine progress, Interrupt interrupt)
      throws IOException {
    interrupt.atLast(progress::abandon);
    if (locked != null) {
      progress.doing("reading what the lock names");
      return Sources.open(lock(locked), options, meter);
    }
    progress.doing("listing " + String.join(" ", references));
    Opened opened = Sources.open(references, options, meter);
    if (!follow) {
      return opened;
    }
    List<String> leads =
        Leads.of(opened.trees(), options).stream().map(Leads.Lead::reference).toList();
    progress.doing("listing " + String.join(" ", leads));
    return Sources.follow(opened, leads);
  }

  /// The trees, with a word about what could be followed and was not.
  private List<FileTree> trees(Opened opened, SourceOptions options) {
    return follow || locked != null
        ? opened.trees()
        : Leads.noted(opened.trees(), Leads.of(opened.trees(), options));
  }

  private Lock lock(Path file) throws IOException {
    if (Files.size(file) > MOST_LOCK) {
      throw wrong(file + " is longer than any lock");
    }
    return Lock.read(Files.readAllBytes(file))
        .orElseThrow(
            () -> wrong(file + " is no lock of this version of Assay; --lock FILE writes one"));
  }

  private ParameterException wrong(String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }

  private void writeLock(List<FileTree> trees) throws IOException {
    if (lock != null) {
      Files.writeString(lock, Lock.of(trees).text());
    }
  }

  private List<FileTree> statements(ReadMeter meter) throws IOException {
    var trees = new ArrayList<FileTree>();
    for (Path file : accepted) {
      String id = "accepted-" + (trees.size() + 1);
      trees.add(new SingleFile(id, file.toString(), file, meter));
    }
    return trees;
  }
}
