package dev.assay.cli;

import dev.assay.engine.Assay;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// Where the program starts, and the only place that exits.
public final class Main {
  /// The commands by name, in the order of the help.
  private static final Map<String, Function<Terminal, Object>> COMMANDS = commands();

  /// The commands that inspect a release: what they need is loaded while their options are read.
  private static final Set<String> ASSESSING =
      Set.of("inspect", "rights", "gaps", "explain", "check", "export");

  private Main() {}

  private static Map<String, Function<Terminal, Object>> commands() {
    var commands = new LinkedHashMap<String, Function<Terminal, Object>>();
    commands.put("inspect", InspectCommand::new);
    commands.put("rights", RightsCommand::new);
    commands.put("gaps", GapsCommand::new);
    commands.put("explain", ExplainCommand::new);
    commands.put("check", CheckCommand::new);
    commands.put("diff", DiffCommand::new);
    commands.put("rebuild", RebuildCommand::new);
    commands.put("weights", WeightsCommand::new);
    commands.put("licence", LicenceCommand::new);
    commands.put("export", ExportCommand::new);
    commands.put("completion", CompletionCommand::new);
    return Collections.unmodifiableMap(commands);
  }

  /// Runs one command.
  ///
  /// @param args as the shell gives them
  public static void main(String[] args) {
    quietLibraries();
    Terminal terminal = Terminal.ofProcess(System.getenv());
    int code = run(terminal, args);
    terminal.flush();
    // System.exit looks for somebody who logs exits, which takes longer than ending does.
    if (code != Exit.DONE || othersRun()) {
      System.exit(code);
    }
  }

  /// Whether a thread is left that would keep the process from ending.
  private static boolean othersRun() {
    var threads = new Thread[Thread.activeCount() + 1];
    int count = Thread.enumerate(threads);
    for (int i = 0; i < count; i++) {
      if (!threads[i].isDaemon() && threads[i] != Thread.currentThread()) {
        return true;
      }
    }
    return false;
  }

  /// Keeps libraries from writing to the terminal.
  static void quietLibraries() {
    // JGit logs through SLF4J, which would tell the user that nobody listens.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    // And PDFBox through Commons Logging, about each oddity of a file.
    System.setProperty(
        "org.apache.commons.logging.LogFactory", "org.apache.commons.logging.impl.LogFactoryImpl");
    System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
  }

  /// Runs one command and gives its exit code; prints only to `terminal`.
  static int run(Terminal terminal, String... args) {
    // Asked by scripts all the time, and answered before anything is loaded.
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      terminal.out().println("assay " + Version.text());
      return Exit.DONE;
    }
    Function<Terminal, Object> named = args.length == 0 ? null : COMMANDS.get(args[0]);
    if (named == null) {
      return commandLine(terminal).execute(args);
    }
    if (ASSESSING.contains(args[0])) {
      Assay.prepare();
    }
    List<String> words = List.of(args).subList(1, args.length);
    if (!words.isEmpty()
        && words.stream().noneMatch(Main::meansMore)
        && named.apply(terminal) instanceof OnReferences command) {
      try {
        return command.run(words);
      } catch (RuntimeException e) {
        return bug(terminal, e);
      }
    }
    return commandLine(terminal, List.of(named)).execute(args);
  }

  /// Whether a word is one that the parser of options reads otherwise than as it stands.
  private static boolean meansMore(String word) {
    return word.isEmpty() || word.startsWith("-") || word.startsWith("@");
  }

  /// Says that Assay itself failed.
  private static int bug(Terminal terminal, Exception e) {
    terminal.error(
        "this is a bug in Assay, not in what it read: "
            + e
            + " (set ASSAY_DEBUG=1 for the trace, and please report it)");
    if (System.getenv("ASSAY_DEBUG") != null) {
      e.printStackTrace(terminal.err());
    }
    return Exit.NOT_ASSESSED;
  }

  /// The whole command line: what help and completion describe.
  static CommandLine commandLine(Terminal terminal) {
    return commandLine(terminal, COMMANDS.values());
  }

  /// A command line of these commands. Describing a command to picocli takes longer than reading a
  /// small release, so a run describes only the command that it was asked for.
  private static CommandLine commandLine(
      Terminal terminal, Collection<Function<Terminal, Object>> commands) {
    var line = new CommandLine(new AssayCommand(terminal));
    commands.forEach(c -> line.addSubcommand(c.apply(terminal)));
    if (commands.size() > 1) {
      line.addSubcommand(new CommandLine.HelpCommand());
    }
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpWidth(Math.min(Math.max(terminal.columns(), 80), 100));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, arguments) -> {
      terminal.error(
          WrongUse.of(e)
              + "; see '"
              + e.getCommandLine().getCommandSpec().qualifiedName()
              + " --help'");
      return Exit.WRONG_USE;
    });
    line.setExecutionExceptionHandler((e, at, parsed) -> bug(terminal, e));
    return line;
  }
}
