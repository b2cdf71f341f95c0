package dev.assay.cli;

import dev.assay.model.WeightsVerdict;
import dev.assay.rebuild.Attestation;
import dev.assay.rebuild.RebuildReport;
import dev.assay.rebuild.Workspace;
import dev.assay.rebuild.sandbox.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What stays of a rebuild, and where: the report, what was built, its log, a statement of it.
final class RebuildResults {
  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
  private String format = "text";

  @Option(names = "--keep", paramLabel = "FOLDER", description = "Copy what was built there.")
  private @Nullable Path keep;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description =
          "Write what the build printed there. The log of one that did not run is kept in any"
              + " case.")
  private @Nullable Path log;

  @Option(
      names = "--attest",
      paramLabel = "FILE",
      description = "Write an in-toto statement of this rebuild.")
  private @Nullable Path attest;

  @Option(names = "--by", paramLabel = "NAME", description = "Who states it, for --attest.")
  private String by = "";

  /// Why the report cannot have the form that was asked for.
  Optional<String> unknownFormat() {
    return format.equals("text") || format.equals("json")
        ? Optional.empty()
        : Optional.of("no format is called '" + format + "'; there are text, json");
  }

  /// What is wrong with these options, as far as that can be told before anything is read or run.
  Optional<String> unusable() {
    if (!by.isEmpty() && attest == null) {
      return Optional.of("--by says who makes a statement, and needs --attest FILE");
    }
    if (log != null && Files.isDirectory(log)) {
      return Optional.of("could not write " + log + ": it is a folder");
    }
    return Optional.ofNullable(FileTrouble.beforeWriting(attest));
  }

  /// Where to copy what was built: where it was asked for, or, for a copy that somebody edits,
  /// beside its source. Null for nowhere.
  @Nullable Path keep(RecipeFile recipe) {
    if (keep != null) {
      return keep;
    }
    return recipe.recipe().edited() ? recipe.release().resolve("rebuilt") : null;
  }

  /// Prints the report and writes what was asked for, while the workspace is still there.
  ///
  /// @return the exit code
  int write(RebuildReport made, Terminal terminal) throws IOException {
    RebuildReport report = made.withLog(kept(made));
    terminal.out().print(format.equals("json") ? report.json() : report.text());
    if (attest != null) {
      Files.writeString(
          attest,
          Attestation.write(report, by, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
    }
    return exit(report);
  }

  /// The log where it stays: where it was asked for, or, of a build that did not run although
  /// nobody stopped it, among the temporary files, because somebody will want to read it.
  private @Nullable Path kept(RebuildReport report) throws IOException {
    Path made = report.log();
    if (made == null || !Files.exists(made)) {
      return null;
    }
    Path to = log;
    Ended ended = report.ended();
    boolean stopped = ended != null && ended.cause() == Ended.Cause.STOPPED;
    if (to == null && report.weights() == WeightsVerdict.DID_NOT_RUN && !stopped) {
      to = Files.createTempFile("assay-rebuild", ".log");
    }
    if (to != null) {
      Workspace.keep(made, to);
    }
    return to;
  }

  private static int exit(RebuildReport report) {
    if (report.weights() == WeightsVerdict.DID_NOT_RUN
        || report.weights() == WeightsVerdict.NOT_ATTEMPTED) {
      return Exit.NOT_ASSESSED;
    }
    boolean asWanted = report.recipe().edited() || report.weights() != WeightsVerdict.DIFFERENT;
    return asWanted ? Exit.DONE : Exit.GATE_FAILED;
  }
}
