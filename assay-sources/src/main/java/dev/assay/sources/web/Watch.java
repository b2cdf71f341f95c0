package dev.assay.sources.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// Closes a stream on which nothing came for too long, so that whoever reads it wakes up with an
/// error.
final class Watch implements AutoCloseable {
  private final Thread thread;
  private volatile long last = System.nanoTime();

  Watch(InputStream stream, Duration silence) {
    thread = Thread.ofVirtual().start(() -> watch(stream, silence));
  }

  private void watch(InputStream stream, Duration silence) {
    try {
      while (true) {
        long left = silence.toNanos() - (System.nanoTime() - last);
        if (left <= 0) {
          stream.close();
          return;
        }
        Thread.sleep(Duration.ofNanos(left));
      }
    } catch (InterruptedException | IOException e) {
      // The reader is done, or the stream is closed already: either way there is nothing to watch.
    }
  }

  /// Notes that something came.
  void progress() {
    last = System.nanoTime();
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
