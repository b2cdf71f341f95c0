package dev.assay.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// Where the program starts, and the only place that exits.
public final class Main {
  private Main() {}

  /// Runs one command.
  ///
  /// @param args as the shell gives them
  public static void main(String[] args) {
    // JGit logs through SLF4J, which would tell the user that nobody listens.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    Terminal terminal = Terminal.ofProcess(System.getenv());
    int code = run(terminal, args);
    terminal.flush();
    System.exit(code);
  }

  /// Runs one command and gives its exit code; prints only to `terminal`.
  static int run(Terminal terminal, String... args) {
    // Asked by scripts all the time, and answered before anything is loaded.
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      terminal.out().println("assay " + Version.text());
      return Exit.DONE;
    }
    return commandLine(terminal).execute(args);
  }

  static CommandLine commandLine(Terminal terminal) {
    var line = new CommandLine(new AssayCommand(terminal));
    for (Object command :
        List.of(
            new InspectCommand(terminal),
            new RightsCommand(terminal),
            new GapsCommand(terminal),
            new ExplainCommand(terminal),
            new CheckCommand(terminal),
            new DiffCommand(terminal),
            new RebuildCommand(terminal),
            new WeightsCommand(terminal),
            new LicenceCommand(terminal),
            new ExportCommand(terminal),
            new CompletionCommand(terminal))) {
      line.addSubcommand(command);
    }
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpWidth(Math.min(Math.max(terminal.columns(), 80), 100));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, arguments) -> {
      terminal.error(
          e.getMessage()
              + "\n  see '"
              + e.getCommandLine().getCommandSpec().qualifiedName()
              + " --help'");
      return Exit.WRONG_USE;
    });
    line.setExecutionExceptionHandler((e, at, parsed) -> {
      terminal.error(
          "this is a bug in Assay, not in what it read: "
              + e
              + " (set ASSAY_DEBUG=1 for the trace, and please report it)");
      if (System.getenv("ASSAY_DEBUG") != null) {
        e.printStackTrace(terminal.err());
      }
      return Exit.NOT_ASSESSED;
    });
    return line;
  }
}
