package dev.assay.cli;

import dev.assay.engine.Assay;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.io.folder.SingleFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.Assessment;
import dev.assay.model.Issue;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What every command about one release takes: its sources, and how to read them.
final class ReleaseOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH|REF",
      description = "Folders, files, archives or references that together are one release.")
  private List<String> references = new ArrayList<>();

  @Option(
      names = "--accept-rebuild",
      paramLabel = "FILE",
      description = {
        "A statement of a rebuild (assay rebuild --attest) whose author you trust;",
        "one that lies in the release is shown, and proves nothing."
      })
  private List<Path> accepted = new ArrayList<>();

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
    if (references.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Missing required parameter: 'PATH|REF' (see the examples)");
    }
    SourceOptions options = SourceOptions.ofProcess(offline);
    if (explain) {
      references.forEach(r -> terminal.out().println(Plain.line(Sources.explain(r, options))));
      return Exit.DONE;
    }
    var meter = new ReadMeter();
    LicenceEngine licences = LicenceEngine.load();
    Assessment assessment;
    boolean wrongUse;
    try (Opened opened = Sources.open(references, options, meter)) {
      for (Issue issue : opened.issues()) {
        terminal.error(
            issue.path()
                + ": "
                + issue.message()
                + (issue.next().isEmpty() ? "" : "; " + issue.next()));
      }
      wrongUse = opened.wrongUse();
      if (opened.trees().isEmpty() || wrongUse) {
        return wrongUse ? Exit.WRONG_USE : Exit.NOT_ASSESSED;
      }
      try (var progress = new ProgressLine(terminal, quiet)) {
        assessment = Assay.inspect(opened.trees(), statements(meter), licences, meter, progress);
      } catch (NoSuchFileException e) {
        terminal.error(e.getFile() + " is not there");
        return Exit.WRONG_USE;
      } catch (IOException e) {
        terminal.error(String.valueOf(e.getMessage()));
        return Exit.NOT_ASSESSED;
      }
    }
    return then.applyAsInt(assessment, licences);
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
