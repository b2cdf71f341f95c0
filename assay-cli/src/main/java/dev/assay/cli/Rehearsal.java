package dev.assay.cli;

import java.util.ArrayList;
import java.util.List;

/// Runs several commands in one process, so that one ahead-of-time cache holds what all of them
/// load (`etc/make-image.sh`). Users have no need of it.
final class Rehearsal {
  /// What stands between two commands.
  private static final String NEXT = "--";

  private Rehearsal() {}

  /// Runs the commands one after the other.
  ///
  /// @param args the words of all commands, with `--` between them
  public static void main(String[] args) {
    Main.quietLibraries();
    Terminal terminal = Terminal.ofProcess(System.getenv());
    var command = new ArrayList<String>();
    for (String word : args) {
      if (word.equals(NEXT)) {
        run(terminal, command);
        command.clear();
      } else {
        command.add(word);
      }
    }
    run(terminal, command);
    // A run that ends with another code than 0 looks for somebody who logs exits.
    System.exit(Exit.DONE);
  }

  /// What a command finds does not matter here; that it is wrong use does, since then nothing ran.
  private static void run(Terminal terminal, List<String> command) {
    int code = Main.run(terminal, command.toArray(String[]::new));
    terminal.flush();
    if (code == Exit.WRONG_USE) {
      System.exit(code);
    }
  }
}
