package dev.assay.cli;

import dev.assay.reports.GapsReport;
import dev.assay.reports.Report;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `assay gaps`: what is missing, as a list of things to do.
@Command(
    name = "gaps",
    mixinStandardHelpOptions = true,
    description = "What is missing for the next step, as a list of things to do.",
    footerHeading = "%nExample:%n",
    footer = "  assay gaps ./my-model")
final class GapsCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ReleaseOptions release = new ReleaseOptions();

  GapsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return release.assess(
        terminal,
        assessment -> {
          new GapsReport()
              .write(
                  assessment,
                  new Report.Layout(terminal.columns(), terminal.colour()),
                  terminal.out());
          return Exit.DONE;
        });
  }
}
