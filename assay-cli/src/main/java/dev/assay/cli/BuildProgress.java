package dev.assay.cli;

import dev.assay.rebuild.Listener;
import java.time.Duration;

/// One line on standard error: the step, how long, and the last line of the log. Where nobody
/// watches, each step is a line that stays.
final class BuildProgress implements Listener, AutoCloseable {
  private static final long EVERY_NANOS = 200_000_000L;

  private final Terminal terminal;
  private final boolean quiet;
  private final boolean shown;
  private String step = "";
  private long next;

  BuildProgress(Terminal terminal, boolean quiet) {
    this.terminal = terminal;
    this.quiet = quiet;
    shown = terminal.errIsTerminal() && !quiet;
  }

  @Override
  public void step(String what) {
    step = what;
    if (!quiet && !shown) {
      terminal.err().println(Plain.line(what));
      terminal.err().flush();
    }
    draw(what);
  }

  @Override
  public void running(Duration elapsed, String line) {
    if (System.nanoTime() >= next) {
      next = System.nanoTime() + EVERY_NANOS;
      draw(step + "  " + elapsed.toSeconds() + " s  " + line);
    }
  }

  private void draw(String text) {
    if (shown) {
      terminal.draw(terminal.fitting(Plain.line(text)));
    }
  }

  @Override
  public void close() {
    if (shown) {
      terminal.draw("");
    }
  }
}
