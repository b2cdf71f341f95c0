package dev.assay.cli;

import dev.assay.profiles.Exchange;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `assay export`: a draft that a publisher can complete and submit.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Write a draft record in a definition's own YAML, for a person to complete.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay export ./my-model --as mof > my-model.yml",
      "  assay export ./my-model --as osai > my-model.yaml"
    })
final class ExportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ReleaseOptions release = new ReleaseOptions();

  @Option(
      names = "--as",
      required = true,
      paramLabel = "RECORD",
      description = "${COMPLETION-CANDIDATES}: the Model Openness Tool's, or the European index's.")
  @SuppressWarnings("NullAway.Init") // required: picocli fills it
  private Kind kind;

  /// The records there are.
  enum Kind {
    mof,
    osai
  }

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return release.assess(
        terminal,
        assessment -> {
          switch (kind) {
            case mof -> Exchange.writeMof(assessment, terminal.out());
            case osai -> Exchange.writeOsai(assessment, terminal.out());
          }
          return Exit.DONE;
        });
  }
}
