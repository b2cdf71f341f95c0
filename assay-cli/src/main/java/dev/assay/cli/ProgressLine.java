package dev.assay.cli;

import dev.assay.engine.Progress;

/// One line on standard error that says what is being read; only where a person watches, and gone
/// when the run is over.
final class ProgressLine implements Progress, AutoCloseable {
  private static final long EVERY_NANOS = 100_000_000L;

  private final Terminal terminal;
  private final boolean shown;
  private long next = System.nanoTime() + 3 * EVERY_NANOS;
  private boolean drawn;

  ProgressLine(Terminal terminal, boolean quiet) {
    this.terminal = terminal;
    this.shown = terminal.errIsTerminal() && !quiet;
  }

  @Override
  public void reading(long done, long total, String path) {
    if (!shown) {
      return;
    }
    synchronized (this) {
      long now = System.nanoTime();
      if (now < next) {
        return;
      }
      next = now + EVERY_NANOS;
      String line = "reading " + done + " of " + total + "  " + Plain.line(path);
      int width = terminal.columns() - 1;
      terminal
          .err()
          .print("\r\u001b[K" + (line.length() > width ? line.substring(0, width) : line));
      terminal.err().flush();
      drawn = true;
    }
  }

  @Override
  public synchronized void close() {
    if (drawn) {
      terminal.err().print("\r\u001b[K");
      terminal.err().flush();
      drawn = false;
    }
  }
}
