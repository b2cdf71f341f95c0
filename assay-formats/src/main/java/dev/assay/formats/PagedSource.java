package dev.assay.formats;

import dev.assay.io.ByteSource;
import java.nio.ByteBuffer;

/// A source read through a few pages in memory, for headers whose pieces point here and there:
/// thousands of reads of four bytes become a few of a page. Not for several threads.
public final class PagedSource implements ByteSource {
  private static final int PAGE = 4096;
  private static final int SLOTS = 256;

  private final ByteSource whole;
  private final byte[][] pages = new byte[SLOTS][];
  private final long[] held = new long[SLOTS];

  /// Pages over `whole`, which stays open.
  public PagedSource(ByteSource whole) {
    this.whole = whole;
    java.util.Arrays.fill(held, -1);
  }

  @Override
  public long size() {
    return whole.size();
  }

  @Override
  public void read(long offset, ByteBuffer into) {
    require(offset, into.remaining());
    if (into.remaining() > PAGE) {
      whole.read(offset, into);
      return;
    }
    long at = offset;
    while (into.hasRemaining()) {
      long number = at / PAGE;
      byte[] page = page(number);
      int inside = (int) (at - number * PAGE);
      int n = Math.min(into.remaining(), page.length - inside);
      into.put(page, inside, n);
      at += n;
    }
  }

  private byte[] page(long number) {
    int slot = (int) (number % SLOTS);
    byte[] page = pages[slot];
    if (page == null || held[slot] != number) {
      long from = number * PAGE;
      page = whole.bytes(from, (int) Math.min(PAGE, whole.size() - from));
      pages[slot] = page;
      held[slot] = number;
    }
    return page;
  }

  @Override
  public void close() {}
}
