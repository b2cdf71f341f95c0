package dev.assay.io.archive;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/// A compressed content with random access: inflated only as far as somebody asks, and never
/// further than its declared size or the limit. A header at the front of a large member costs the
/// header.
public final class Inflated implements ByteSource {
  private final InputStream in;
  private final long size;
  private final long most;
  private final Spool spool;
  private final AtomicLong budget;
  private final byte[] piece = new byte[32 * 1024];

  /// @param in what comes out of the decompressor
  /// @param size the declared size
  /// @param most how far it may be inflated
  /// @param memory how much is kept in memory before a temporary file is used
  /// @param budget how many bytes may still come out of the whole archive; shared by its members
  public Inflated(InputStream in, long size, long most, int memory, AtomicLong budget) {
    this.in = in;
    this.size = size;
    this.most = most;
    this.budget = budget;
    this.spool = new Spool(memory);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public synchronized void read(long offset, ByteBuffer into) {
    require(offset, into.remaining());
    long end = offset + into.remaining();
    if (end > most) {
      throw new Malformed(
          offset, "lies beyond the " + most + " bytes that are unpacked of a member");
    }
    while (spool.size() < end) {
      int n = next((int) Math.min(piece.length, size - spool.size()));
      if (budget.addAndGet(-n) < 0) {
        throw new Malformed(spool.size(), "the archive unpacks to more than is read of one");
      }
      spool.append(piece, 0, n);
    }
    spool.read(offset, into);
  }

  private int next(int wanted) {
    try {
      int n = in.read(piece, 0, wanted);
      if (n < 0) {
        throw new Malformed(
            spool.size(), "the member ends after " + spool.size() + " of its " + size + " bytes");
      }
      return n;
    } catch (EOFException e) {
      throw new Malformed(spool.size(), "the compressed bytes end too early");
    } catch (IOException e) {
      throw new Malformed(spool.size(), "the compressed bytes are damaged");
    }
  }

  @Override
  public synchronized void close() {
    spool.close();
    try {
      in.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
