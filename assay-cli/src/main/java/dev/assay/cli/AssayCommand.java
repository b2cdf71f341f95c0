package dev.assay.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `assay` by itself: says what there is.
@Command(
    name = "assay",
    mixinStandardHelpOptions = true,
    versionProvider = AssayCommand.Versions.class,
    description = "What is open in a model release, and how do you know?",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay inspect ./my-model              what is open here",
      "  assay inspect repo/ weights/          several sources, one release",
      "  assay inspect model.gguf --format json",
      "  assay inspect ./my-model -o html=report.html",
      "",
      "Exit codes: 0 done, 1 a gate failed, 2 wrong use, 3 could not assess."
    })
final class AssayCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the specification before it calls
  AssayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(terminal.err());
    return Exit.WRONG_USE;
  }

  /// The version line.
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"assay " + Version.text()};
    }
  }
}
