package dev.assay.io;

import java.util.concurrent.atomic.LongAdder;

/// Counts what a run reads, over all its threads: reports print it, tests hold it.
public final class ReadMeter {
  private final LongAdder bytes = new LongAdder();
  private final LongAdder requests = new LongAdder();

  /// Notes that bytes were read.
  public void bytes(long n) {
    bytes.add(n);
  }

  /// Notes a network request.
  public void request() {
    requests.increment();
  }

  /// Bytes read so far.
  public long bytesRead() {
    return bytes.sum();
  }

  /// Network requests so far.
  public long requests() {
    return requests.sum();
  }
}
