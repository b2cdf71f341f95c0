package dev.assay.formats;

import dev.assay.io.ByteSource;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.LongAdder;

/// A source that counts what one reader reads of it, for {@link
/// dev.assay.model.Weights#headerBytes()}.
final class CountedSource implements ByteSource {
  private final ByteSource whole;
  private final LongAdder read = new LongAdder();

  CountedSource(ByteSource whole) {
    this.whole = whole;
  }

  long bytesRead() {
    return read.sum();
  }

  @Override
  public long size() {
    return whole.size();
  }

  @Override
  public void read(long offset, ByteBuffer into) {
    int wanted = into.remaining();
    whole.read(offset, into);
    read.add(wanted);
  }

  @Override
  public void close() {}
}
