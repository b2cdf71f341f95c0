package dev.assay.cli;

import dev.assay.reports.ExplainReport;
import dev.assay.reports.Report;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `assay explain`: the same assessment, told as a database or a game.
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Tell what is open here as if the model were a database or a game.",
    footerHeading = "%nExamples:%n",
    footer = {"  assay explain ./my-model --as database", "  assay explain ./my-model --as game"})
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ReleaseOptions release = new ReleaseOptions();

  @Option(
      names = "--as",
      paramLabel = "LIKENESS",
      defaultValue = "database",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ExplainReport.Likeness likeness = ExplainReport.Likeness.DATABASE;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return release.assess(
        terminal,
        assessment -> {
          new ExplainReport(likeness)
              .write(
                  assessment,
                  new Report.Layout(terminal.columns(), terminal.colour()),
                  terminal.out());
          return Exit.DONE;
        });
  }
}
