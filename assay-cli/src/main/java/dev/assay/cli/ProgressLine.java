package dev.assay.cli;

import dev.assay.engine.Progress;
import dev.assay.io.ReadMeter;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/// One line on standard error that says what is being read, how much was read and asked for so far,
/// and what remains; only where a person watches, and gone when the run is over.
final class ProgressLine implements Progress, AutoCloseable {
  private static final long EVERY_MILLIS = 100;

  private final Terminal terminal;
  private final boolean shown;
  private final ReadMeter meter;
  private final BooleanSupplier stopped;
  private final Thread drawer;
  private volatile String doing = "";
  private volatile boolean closed;
  private String last = "";

  /// A line for a run that nobody stops and that counts for itself.
  ProgressLine(Terminal terminal, boolean quiet) {
    this(terminal, quiet, new ReadMeter(), () -> false);
  }

  /// @param meter where reading is counted
  /// @param stopped whether the user had enough
  ProgressLine(Terminal terminal, boolean quiet, ReadMeter meter, BooleanSupplier stopped) {
    this.terminal = terminal;
    this.shown = terminal.errIsTerminal() && !quiet;
    this.meter = meter;
    this.stopped = stopped;
    // A thread of its own draws, so that a server that is waited for does not look like a halt.
    this.drawer = Thread.ofVirtual().unstarted(this::draw);
    if (shown) {
      drawer.start();
    }
  }

  @Override
  public void reading(long done, long total, String path) {
    if (shown) {
      doing = "reading " + done + " of " + total + "  " + path;
    }
  }

  /// What is done before and between reading.
  void doing(String what) {
    doing = what;
  }

  @Override
  public boolean stopped() {
    return stopped.getAsBoolean();
  }

  private void draw() {
    try {
      Thread.sleep(3 * EVERY_MILLIS);
      while (!closed) {
        line();
        Thread.sleep(EVERY_MILLIS);
      }
    } catch (InterruptedException e) {
      // The run is over.
      return;
    }
  }

  private synchronized void line() {
    if (closed || doing.isEmpty()) {
      return;
    }
    long requests = meter.requests();
    String counts =
        (requests > 0 ? requests + (requests == 1 ? " request, " : " requests, ") : "")
            + size(meter.bytesRead());
    String what = stopped() ? "stopping: writing what is known so far" : doing;
    String line = terminal.fitting(counts + "  " + Plain.line(what));
    if (!line.equals(last)) {
      terminal.draw(line);
      last = line;
    }
  }

  /// Takes the line away, so that a message may stand in its place; the next step draws a new one.
  synchronized void clear() {
    doing = "";
    if (!last.isEmpty()) {
      terminal.draw("");
      last = "";
    }
  }

  /// The run ends here, with nothing to show for it.
  synchronized void abandon() {
    close();
    terminal.error("stopped before there was anything to report");
  }

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? bytes / 1000 + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  @Override
  public synchronized void close() {
    closed = true;
    drawer.interrupt();
    clear();
  }
}
