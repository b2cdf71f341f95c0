package dev.assay.code.outline;

import java.util.List;

/// The commands that a notebook gives to a shell. Its lines stand as comments among the Python of
/// the cells ({@link NotebookCells}); here they are read as a script whose other lines are empty,
/// so that each command keeps its place. Linear in the length of the code.
final class NotebookCommands {
  private NotebookCommands() {}

  /// The commands, each part of a line that is put together of several on its own.
  static List<Outline.Launch> of(String code) {
    if (!code.contains(NotebookCells.COMMAND) && !code.contains(NotebookCells.SCRIPT)) {
      return List.of();
    }
    var script = new StringBuilder(code.length());
    for (int at = 0; at < code.length(); ) {
      int eol = code.indexOf('\n', at);
      int end = eol < 0 ? code.length() : eol;
      boolean command =
          code.startsWith(NotebookCells.COMMAND, at) || code.startsWith(NotebookCells.SCRIPT, at);
      if (command) {
        script.append("  ").append(apart(code.substring(at + 2, end)));
      } else {
        script.repeat(' ', end - at);
      }
      if (eol >= 0) {
        script.append('\n');
      }
      at = end + 1;
    }
    return ShellScanner.scan(script.toString()).launches();
  }

  /// The commands of one line on lines of their own, at the places where they stood.
  private static String apart(String line) {
    return line.replace("&&", "\n\n").replace("; ", "\n ");
  }
}
