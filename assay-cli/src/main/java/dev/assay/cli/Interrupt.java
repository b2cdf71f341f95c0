package dev.assay.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What Ctrl-C does while a release is read: the reading stops, the report is made of what was read
/// by then and says so, and the program ends with status 130, as every program stopped like that.
///
/// The JVM answers SIGINT (and SIGTERM) by running its hooks and then ending, while the other
/// threads go on: the hook here says that it is over, and waits for the report, not for ever.
final class Interrupt implements AutoCloseable {
  /// How long a report is waited for; before anything was read there is none.
  private static final long PATIENCE_SECONDS = 20;

  private static final long NOTHING_YET_SECONDS = 2;

  private final CountDownLatch reported = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "interrupt");
  private volatile boolean stopped;
  private volatile boolean reading;
  private volatile Runnable atLast = () -> {};

  Interrupt() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stop() {
    stopped = true;
    try {
      long patience = reading ? PATIENCE_SECONDS : NOTHING_YET_SECONDS;
      if (!reported.await(patience, TimeUnit.SECONDS)) {
        atLast.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What to do when there is no report in time.
  void atLast(Runnable what) {
    atLast = what;
  }

  /// From here on there is something to report.
  void reading() {
    reading = true;
  }

  /// Whether the user had enough.
  boolean stopped() {
    return stopped;
  }

  /// The report is written: the program may end.
  @Override
  public void close() {
    reported.countDown();
    if (!stopped) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // It came just now; there is nothing left to wait for.
        stopped = true;
      }
    }
  }
}
