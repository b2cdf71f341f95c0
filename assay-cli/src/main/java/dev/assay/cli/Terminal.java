package dev.assay.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Where results and messages go: results to standard output, progress and errors to standard
/// error. Colour only on a terminal, and never with NO_COLOR.
///
/// @param out results
/// @param err progress and errors
/// @param outIsTerminal whether a person reads `out` as it is written
/// @param errIsTerminal whether a person reads `err` as it is written
/// @param colour whether `out` may carry ANSI colours
/// @param columns the width of `out`
record Terminal(
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    boolean colour,
    int columns) {

  /// The width that is used where none is known.
  static final int USUAL_COLUMNS = 80;

  /// The terminal of this process. The launcher says by ASSAY_TTY which streams are terminals (`1`,
  /// `2`) and by ASSAY_COLUMNS how wide they are; without a launcher, Java's own console is asked.
  static Terminal ofProcess(Map<String, String> environment) {
    String told = environment.get("ASSAY_TTY");
    boolean console = told == null && System.console() != null && System.console().isTerminal();
    boolean outIsTerminal = told == null ? console : told.contains("1");
    boolean errIsTerminal = told == null ? console : told.contains("2");
    String noColour = environment.getOrDefault("NO_COLOR", "");
    boolean colour = outIsTerminal && noColour.isEmpty() && !"dumb".equals(environment.get("TERM"));
    int columns = USUAL_COLUMNS;
    String width =
        environment.getOrDefault("ASSAY_COLUMNS", environment.getOrDefault("COLUMNS", ""));
    if (outIsTerminal && width.matches("[0-9]{2,4}")) {
      columns = Math.clamp(Integer.parseInt(width), 40, 240);
    }
    return new Terminal(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        outIsTerminal,
        errIsTerminal,
        colour,
        columns);
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new BufferedWriter(
            new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8),
            1 << 14));
  }

  /// An error for the user: what, where, what to do next.
  void error(String message) {
    err.println("assay: " + Plain.line(message));
    err.flush();
  }

  /// Shows a line on standard error in the place of the one before, where a person watches; an
  /// empty one takes it away.
  void draw(String line) {
    err.print("\r\u001b[K" + line);
    err.flush();
  }

  /// As much of a line as stands in one row.
  String fitting(String line) {
    return line.length() < columns ? line : line.substring(0, columns - 1);
  }

  /// Everything written so far reaches the reader.
  void flush() {
    out.flush();
    err.flush();
  }
}
