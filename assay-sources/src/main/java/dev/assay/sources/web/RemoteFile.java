package dev.assay.sources.web;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import java.nio.ByteBuffer;
import java.util.TreeMap;

/// A file on a server, of which only what is asked for is fetched: a first piece that holds nearly
/// every header, then larger ones. What was fetched is kept, within a limit.
public final class RemoteFile implements ByteSource {
  /// How much is fetched first.
  public static final int FIRST = 128 * 1024;

  private static final int LEAP = 64 * 1024;
  private static final int LARGEST_PIECE = 4 * 1024 * 1024;

  /// Files up to this size are fetched whole.
  public static final int SMALL = 256 * 1024;

  private static final long MOST_KEPT = 128L << 20;

  private final long size;
  private final Fetch fetch;
  private final TreeMap<Long, byte[]> pieces = new TreeMap<>();
  private long kept;
  private int step = FIRST;

  /// Fetches a range.
  public interface Fetch {
    /// The bytes from `from` on, `length` of them.
    ///
    /// @throws java.io.UncheckedIOException when they cannot be had
    byte[] bytes(long from, int length);
  }

  /// A file of a known size; its first bytes are fetched now, so that a file that cannot be had
  /// says so when it is opened.
  ///
  /// @param size how many bytes it has
  public RemoteFile(long size, Fetch fetch) {
    this.size = size;
    this.fetch = fetch;
    if (size > 0) {
      piece(0, (int) Math.min(size, size <= SMALL ? SMALL : FIRST));
    }
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public synchronized void read(long offset, ByteBuffer into) {
    require(offset, into.remaining());
    long at = offset;
    while (into.hasRemaining()) {
      var before = pieces.floorEntry(at);
      if (before == null || before.getKey() + before.getValue().length <= at) {
        Long next = pieces.higherKey(at);
        long gap = (next == null ? size : next) - at;
        // What is read on and on is fetched in ever larger pieces; a leap begins anew.
        boolean on = before != null && before.getKey() + before.getValue().length == at;
        step = on ? Math.min(LARGEST_PIECE, step * 2) : LEAP;
        int most = Math.max(step, Math.min(into.remaining(), LARGEST_PIECE));
        piece(at, (int) Math.min(gap, most));
        before = pieces.floorEntry(at);
      }
      int from = (int) (at - before.getKey());
      int n = Math.min(into.remaining(), before.getValue().length - from);
      into.put(before.getValue(), from, n);
      at += n;
    }
  }

  private void piece(long from, int length) {
    if (kept + length > MOST_KEPT) {
      throw new Malformed(
          from, "more than " + MOST_KEPT + " bytes of one remote file are needed: not fetched");
    }
    byte[] bytes = fetch.bytes(from, length);
    if (bytes.length != length) {
      throw new Malformed(
          from, "the server sent " + bytes.length + " bytes where its listing says " + length);
    }
    pieces.put(from, bytes);
    kept += length;
  }

  @Override
  public synchronized void close() {
    pieces.clear();
    kept = 0;
  }
}
